"""The Banzhaf index, absolute and normalised (Banzhafs index)."""

from fractions import Fraction

from familjen.games import Player
from familjen.influence.body import Body
from familjen.influence.counting import winning
from familjen.influence.whole import Whole

__all__ = ["banzhaf", "banzhaf_normalised", "swing_counts", "swings_of_each"]


def banzhaf(whole: Whole) -> list[Fraction]:
    """Give the share of the others' coalitions that each member turns from losing into winning: the absolute index.

    It is the chance to be decisive if each other member says yes or no with equal chances; the sum may be anything.

    Complexity: as `winning`, without sizes.

    Source: Penrose, "The elementary statistics of majority voting", Journal of the Royal Statistical Society 109
    (1946), pp. 53-57; Banzhaf, "Weighted voting doesn't work: a mathematical analysis", Rutgers Law Review 19 (1965),
    pp. 317-343.

    Raises:
        IntractableError: The weights are too large to be counted, and the members too many to be gone through.

    >>> banzhaf(Whole(((2,), (1,), (1,)), (1,)))
    [Fraction(3, 4), Fraction(1, 4), Fraction(1, 4)]
    """
    return [Fraction(count, 1 << len(whole.weights) - 1) for count in swings_of_each(whole)]


def banzhaf_normalised(whole: Whole) -> list[Fraction]:
    """Give the absolute index in proportion, so that it sums to one.

    Complexity and source: as `banzhaf`.

    Raises:
        IntractableError: As `banzhaf` does.

    >>> banzhaf_normalised(Whole(((2,), (1,), (1,)), (1,)))
    [Fraction(3, 5), Fraction(1, 5), Fraction(1, 5)]
    """
    counts = swings_of_each(whole)
    return [Fraction(count, sum(counts)) for count in counts]


def swings_of_each(whole: Whole) -> list[int]:
    """Count for each member the coalitions that it turns from losing into winning (svängningar).

    Raises:
        IntractableError: As `banzhaf` does.

    >>> swings_of_each(Whole(((2,), (1,), (1,)), (1,)))
    [3, 1, 1]
    """
    found = winning(whole, by_size=False, question="the Banzhaf index")
    return [found.swings(place)[0] for place in range(found.number)]


def swing_counts(votes: Body) -> dict[Player, int]:
    """Count for each member the coalitions of others that its vote turns from losing into winning (svängningar).

    The absolute Banzhaf index is this by the number of the others' coalitions, 2^(members − 1).

    Complexity and source: as `banzhaf`.

    Raises:
        InvalidValueError: It is no voting body.
        IntractableError: As `banzhaf` does.

    >>> from familjen.influence import WeightedVotes
    >>> swing_counts(WeightedVotes.of({"A": 2, "B": 1, "C": 1}, majority="more than half"))
    {'A': 3, 'B': 1, 'C': 1}
    """
    counts = swings_of_each(Whole.of(votes))
    return dict(zip(votes.members, counts, strict=True))
