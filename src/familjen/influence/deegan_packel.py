"""The Deegan–Packel index (Deegan–Packels index)."""

from fractions import Fraction

from familjen.influence.minimal import minimal_by_size
from familjen.influence.whole import Whole

__all__ = ["deegan_packel"]


def deegan_packel(whole: Whole) -> list[Fraction]:
    """Give each member's share of the minimal winning coalitions, each divided equally among its members.

    The shares sum to one. A heavier member may get less than a lighter one.

    Complexity: as `minimal_by_size`. Exact.

    Source: Deegan and Packel, "A new index of power for simple n-person games", International Journal of Game Theory 7
    (1978).

    Raises:
        IntractableError: There are several chambers and more than 22 members, or a table takes too much memory.

    >>> deegan_packel(Whole(((35,), (20,), (15,), (15,), (15,)), (49,)))
    [Fraction(3, 10), Fraction(3, 20), Fraction(11, 60), Fraction(11, 60), Fraction(11, 60)]
    """
    counts = minimal_by_size(whole, "the Deegan–Packel index")
    parts = [sum((Fraction(count, size) for size, count in enumerate(each) if count), Fraction(0)) for each in counts]
    return [part / sum(parts) for part in parts]
