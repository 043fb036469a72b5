"""The Holler index, or public good index (Hollers index)."""

from fractions import Fraction

from familjen.influence.minimal import minimal_by_size
from familjen.influence.whole import Whole

__all__ = ["holler"]


def holler(whole: Whole) -> list[Fraction]:
    """Give in how many minimal winning coalitions each member is, in proportion: the public good index.

    What a coalition wins is not divided among its members, but is there for each. The shares sum to one, and a heavier
    member may get less than a lighter one.

    Complexity: as `minimal_by_size`. Exact.

    Source: Holler, "Forming coalitions and measuring voting power", Political Studies 30 (1982), pp. 262-271.

    Raises:
        IntractableError: There are several chambers and more than 22 members, or a table takes too much memory.

    >>> holler(Whole(((35,), (20,), (15,), (15,), (15,)), (49,)))
    [Fraction(4, 15), Fraction(2, 15), Fraction(1, 5), Fraction(1, 5), Fraction(1, 5)]
    """
    counts = [sum(each) for each in minimal_by_size(whole, "the Holler index")]
    return [Fraction(count, sum(counts)) for count in counts]
