"""Coleman's powers: to prevent action, to initiate it, and the collectivity's to act (Colemans index)."""

from fractions import Fraction

from familjen.influence.body import Body
from familjen.influence.counting import Winning, winning
from familjen.influence.whole import Whole

__all__ = ["coleman_initiate", "coleman_prevent", "power_to_act"]


def coleman_prevent(whole: Whole) -> list[Fraction]:
    """Give the share of all winning coalitions that each member can break by leaving: the power to prevent action.

    It is one for a member with a veto.

    Complexity: as `winning`, without sizes.

    Source: Coleman, "Control of collectivities and the power of a collectivity to act", in Lieberman (ed.), Social
    Choice (1971), pp. 269-300.

    Raises:
        IntractableError: The weights are too large to be counted, and the members too many to be gone through.

    >>> coleman_prevent(Whole(((2,), (1,), (1,)), (1,)))
    [Fraction(1, 1), Fraction(1, 3), Fraction(1, 3)]
    """
    found = _counted(whole)
    return [Fraction(found.swings(place)[0], found.all[0]) for place in range(found.number)]


def coleman_initiate(whole: Whole) -> list[Fraction]:
    """Give the share of all losing coalitions that each member can make win by joining: the power to initiate action.

    Complexity and source: as `coleman_prevent`.

    Raises:
        IntractableError: As `coleman_prevent` does.

    >>> coleman_initiate(Whole(((2,), (1,), (1,)), (1,)))
    [Fraction(3, 5), Fraction(1, 5), Fraction(1, 5)]
    """
    found = _counted(whole)
    losing = (1 << found.number) - found.all[0]
    return [Fraction(found.swings(place)[0], losing) for place in range(found.number)]


def power_to_act(votes: Body) -> Fraction:
    """Give the share of all coalitions that win: the power of a collectivity to act (handlingskraft).

    A high quota makes it small: each member can prevent much, and all together decide little.

    Complexity and source: as `coleman_prevent`.

    Raises:
        InvalidValueError: It is no voting body.
        IntractableError: As `coleman_prevent` does.

    >>> from familjen.influence import unanimity
    >>> power_to_act(unanimity(["A", "B", "C"]))
    Fraction(1, 8)
    """
    found = _counted(Whole.of(votes))
    return Fraction(found.all[0], 1 << found.number)


def _counted(whole: Whole) -> Winning:
    return winning(whole, by_size=False, question="Coleman's power")
