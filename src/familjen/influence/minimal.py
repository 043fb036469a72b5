"""The winning coalitions that need every one of their members (minimala vinnande koalitioner)."""

from collections.abc import Sequence

import numpy as np

from familjen.errors import InvalidValueError
from familjen.games.coalition import Player, members_of
from familjen.influence.body import Body
from familjen.influence.counting import need_room
from familjen.influence.enumerated import Enumerated, need_few
from familjen.influence.outside import Outside, size_of_outside
from familjen.influence.whole import Whole
from familjen.validators import show

__all__ = ["minimal_by_size", "minimal_winning_coalitions"]

_HARD = "there may be more of them than n over n/2, and each has to be found"
_FEW = 14


def minimal_winning_coalitions(votes: Body, *, limit: int = 10_000) -> list[tuple[Player, ...]]:
    """List the coalitions that win, and lose without any one of their members (minimala vinnande koalitioner).

    The smallest come first, and those of one size in the members' order.

    Complexity: O(n·2ⁿ) for at most 22 members.

    Raises:
        InvalidValueError: It is no voting body, there are more of them than the limit, or the limit is no whole number.
        IntractableError: There are more than 22 members.

    >>> from familjen.influence import WeightedVotes
    >>> minimal_winning_coalitions(WeightedVotes.of({"A": 2, "B": 1, "C": 1, "D": 0}, quota=3))
    [('A', 'B'), ('A', 'C')]
    """
    if type(limit) is not int or limit < 1:
        raise InvalidValueError(f"the limit is {show(limit)}; give a whole number from 1", attribute="limit")
    whole = Whole.of(votes)
    need_few(whole, "the minimal winning coalitions", _HARD)
    masks: list[int] = np.flatnonzero(Enumerated.of(whole).minimal()).tolist()
    if len(masks) > limit:
        reason = f"there are {len(masks):,} minimal winning coalitions; raise the limit of {limit:,} to list them"
        raise InvalidValueError(reason, attribute="limit")
    places = range(len(votes.members))
    masks.sort(key=lambda mask: (mask.bit_count(), [place for place in places if mask >> place & 1]))
    return [members_of(mask, votes.members) for mask in masks]


def minimal_by_size(whole: Whole, question: str) -> list[list[int]]:
    """Count for each member the minimal winning coalitions that it is in, by their size from nobody to all.

    Complexity: O(n·2ⁿ) for few; for more members of a single chamber n tables of `Outside`, exact, up to some
    hundreds; several chambers are gone through, up to 22 members.

    Raises:
        IntractableError: There are several chambers and more than 22 members, or a table takes too much memory.

    >>> minimal_by_size(Whole(((2,), (1,), (1,)), (1,)), "it")
    [[0, 0, 2, 0], [0, 0, 1, 0], [0, 0, 1, 0]]
    """
    if len(whole.weights) > _FEW and len(whole.room) == 1:
        return _by_the_lightest(whole, question)
    need_few(whole, question, _HARD)
    listed = Enumerated.of(whole)
    found = np.flatnonzero(listed.minimal())
    sizes = np.bitwise_count(found)
    number = listed.number
    return [np.bincount(sizes[(found >> at & 1) == 1], minlength=number + 1).tolist() for at in range(number)]


def _by_the_lightest(whole: Whole, question: str) -> list[list[int]]:
    """Count them by which member is the lightest: the others are short of the quota by no more than it weighs."""
    number = len(whole.weights)
    quota = sum(each[0] for each in whole.weights) - whole.room[0]
    order = sorted(range(number), key=lambda place: -whole.weights[place][0])
    heavy = [whole.weights[place] for place in order]
    need_room(size_of_outside(heavy, (quota - 1,)), whole, question)
    found = [[0] * (number + 1) for _ in range(number)]
    for last, place in enumerate(order):
        least = quota - heavy[last][0]
        if sum(each[0] for each in heavy[:last]) < least or not heavy[last][0]:
            continue
        table = Outside.of(heavy[:last], (quota - 1,))
        window = _window(table, None, quota, least)
        _add(found[place], window)
        inside: dict[tuple[int, ...], list[int]] = {}
        for other, weights in zip(order[:last], heavy[:last], strict=True):
            if weights not in inside:
                without = _window(table, weights, quota, least)
                inside[weights] = [each - less for each, less in zip(window, without, strict=True)]
            _add(found[other], inside[weights])
    return found


def _window(table: Outside, weights: tuple[int, ...] | None, quota: int, least: int) -> list[int]:
    """Count by size the groups that are short of the quota and not below the least, all or those without one."""
    rooms = (quota - 1,), (least - 1,)
    above, below = (table.counts(room) if weights is None else table.without(weights, room) for room in rooms)
    return [one - other for one, other in zip(above, below, strict=True)]


def _add(counts: list[int], window: Sequence[int]) -> None:
    """Add the counts of groups to those of the same groups with the lightest member."""
    for size, count in enumerate(window):
        counts[size + 1] += count
