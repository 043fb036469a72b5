"""How many coalitions win, by size, and with whom in them (vinnande koalitioner)."""

import attrs
import numpy as np

from familjen.errors import IntractableError
from familjen.influence.enumerated import LIMIT, Enumerated
from familjen.influence.outside import Outside, size_of_outside
from familjen.influence.whole import Whole

__all__ = ["ROOM", "Winning", "need_room", "winning"]

ROOM = 1 << 29
"""Bytes that a table may take: 512 MiB."""

HARD = (
    "counting the coalitions that win is #P-complete (Deng and Papadimitriou, Mathematics of Operations Research 19, "
    "1994), and the method in use takes memory in proportion to the weights"
)


@attrs.frozen
class Winning:
    """The number of winning coalitions, by how many are in them (vinnande koalitioner)."""

    number: int
    """How many members there are."""
    all: tuple[int, ...]
    """Of each size, from nobody to all; or one number in all."""
    with_each: tuple[tuple[int, ...], ...]
    """Of each size, those with each member in them; or one number in all."""

    def swings(self, place: int) -> list[int]:
        """Count the coalitions without a member that lose, and win with it, by their size without it (svängningar).

        In all if the counts know no sizes.
        """
        inside = self.with_each[place]
        if len(self.all) == 1:
            return [2 * inside[0] - self.all[0]]
        return [inside[size + 1] + inside[size] - self.all[size] for size in range(self.number)]


def winning(whole: Whole, *, by_size: bool = True, question: str = "the power") -> Winning:
    """Count the winning coalitions exactly, by a table of what may be outside, or by going through all.

    A chamber in which all who may be outside weigh the same is a bound on their number, and takes no memory; so does
    one in which all of them may be outside together.

    Complexity: as `Outside`, and O(n²·k/48) for the members; or O(n·2ⁿ) for at most 22, where that takes less memory.

    Raises:
        IntractableError: The table would take more than 512 MiB, and there are more than 22 members.

    >>> winning(Whole(((2,), (1,), (1,)), (1,)))
    Winning(number=3, all=(0, 0, 2, 1), with_each=((0, 0, 2, 1), (0, 0, 1, 1), (0, 0, 1, 1)))
    """
    bound, lean = _lean(whole)
    number = len(whole.weights)
    sized = by_size or bound < number
    table = size_of_outside(lean.weights, lean.room, by_size=sized)
    if number <= LIMIT and number << number <= table:
        found = _gone_through(whole)
    else:
        need_room(table, whole, question)
        found = _by_table(whole, lean, bound, sized=sized)
    return found if by_size or len(found.all) == 1 else _summed(found)


def need_room(table: int, whole: Whole, question: str) -> None:
    """Refuse a table of more than 512 MiB.

    Raises:
        IntractableError: It would take more.
    """
    if table <= ROOM:
        return
    kind = f"body of {len(whole.weights)} members with room for {max(whole.room):,} in whole weights"
    instead = (
        f"here {table / 2**30:,.3g} GiB, and at most {ROOM / 2**30:,.3g} are used: round the weights to larger units "
        "with votes.rounded(1000), which is then said on the result, or ask for banzhaf, which takes less"
    )
    raise IntractableError.of(question, kind, HARD, instead)


def _lean(whole: Whole) -> tuple[int, Whole]:
    """Give how many may be outside at most, and the body by the chambers that bound more than their number."""
    may = [weights for place, weights in enumerate(whole.weights) if whole.may_leave(place)]
    bound, kept = len(may), list[int]()
    for chamber, most in enumerate(whole.room):
        loads = [each[chamber] for each in may]
        if sum(loads) <= most:
            continue
        if min(loads) == max(loads):
            bound = min(bound, most // loads[0])
        else:
            kept.append(chamber)
    # Who may not be outside must stay too heavy for the leaner body: it gets a weight above any room.
    room = tuple(whole.room[chamber] for chamber in kept) or (0,)
    stuck = tuple(most + 1 for most in room)
    weights: list[tuple[int, ...]] = []
    for place, each in enumerate(whole.weights):
        here = tuple(each[chamber] for chamber in kept) or (0,)
        weights.append(here if whole.may_leave(place) else stuck)
    return bound if bound < len(may) else len(whole.weights), Whole(tuple(weights), room)


def _by_table(whole: Whole, lean: Whole, bound: int, *, sized: bool) -> Winning:
    number = len(whole.weights)
    table = Outside.of(lean.weights, lean.room, by_size=sized)

    def turned(counts: list[int]) -> tuple[int, ...]:
        """Give the winning coalitions by their size, from those outside by theirs."""
        if not sized:
            return tuple(counts)
        most = min(bound, len(counts) - 1)
        return tuple(counts[number - size] if number - size <= most else 0 for size in range(number + 1))

    each = {weights: turned(table.without(weights, lean.room)) for weights in set(lean.weights)}
    return Winning(number, turned(table.counts(lean.room)), tuple(each[weights] for weights in lean.weights))


def _gone_through(whole: Whole) -> Winning:
    listed = Enumerated.of(whole)
    found, number = np.flatnonzero(listed.wins), listed.number
    sizes = np.bitwise_count(found)

    def by_size(which: "np.typing.NDArray[np.uint8]") -> tuple[int, ...]:
        return tuple(np.bincount(which, minlength=number + 1).tolist())

    each = tuple(by_size(sizes[(found >> place & 1) == 1]) for place in range(number))
    return Winning(number, by_size(sizes), each)


def _summed(found: Winning) -> Winning:
    return Winning(found.number, (sum(found.all),), tuple((sum(each),) for each in found.with_each))
