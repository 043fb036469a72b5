"""The Johnston index (Johnstons index)."""

from fractions import Fraction

import numpy as np

from familjen.influence.enumerated import Enumerated, need_few
from familjen.influence.whole import Whole

__all__ = ["johnston"]

_HARD = "no method is known here that does not go through all coalitions that can be broken by one"


def johnston(whole: Whole) -> list[Fraction]:
    """Give each member's share of the coalitions that one can break, each divided among those who can break it.

    A coalition that loses without any one of several members counts less for each of them. The shares sum to one.

    Complexity: O(n·2ⁿ) for at most 22 members. Exact.

    Source: Johnston, "On the measurement of power: some reactions to Laver", Environment and Planning A 10 (1978),
    pp. 907-914.

    Raises:
        IntractableError: There are more than 22 members.

    >>> johnston(Whole(((3,), (2,), (1,)), (2,)))
    [Fraction(2, 3), Fraction(1, 6), Fraction(1, 6)]
    """
    need_few(whole, "the Johnston index", _HARD)
    listed = Enumerated.of(whole)
    breaking = np.zeros(1 << listed.number, dtype=np.int64)
    for place in range(listed.number):
        breaking += listed.critical(place)
    parts: list[Fraction] = []
    for place in range(listed.number):
        counts = np.bincount(breaking[listed.critical(place)], minlength=1).tolist()
        parts.append(sum((Fraction(count, many) for many, count in enumerate(counts) if count), Fraction(0)))
    return [part / int(np.count_nonzero(breaking)) for part in parts]
