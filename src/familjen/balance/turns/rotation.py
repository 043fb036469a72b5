"""Turns of a chair or a host, fairly spread (turordning)."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from familjen.amounts.exact import Exact
from familjen.balance.turns.chairman import one_by_one
from familjen.balance.turns.intervals import Intervals
from familjen.balance.turns.reading import (
    read_count,
    read_history,
    read_parties,
    read_seconds,
    read_turns,
    read_weights,
)
from familjen.balance.turns.turn_order import Rotation
from familjen.balance.turns.weighted import by_weight
from familjen.errors import InvalidValueError, UnknownIdError

__all__ = ["rotation"]


def rotation(
    parties: Sequence[str],
    turns: int | Sequence[int],
    *,
    min_interval: int = 1,
    max_interval: int | None = None,
    weights: Mapping[str, Exact] | None = None,
    history: Sequence[str] = (),
    seconds: float = 60,
) -> Rotation:
    """Say whose turn it is, so that nobody comes again too soon or too late (turordning).

    Without weights the turn goes to who has waited longest, in the order in which parties are given where they have
    waited equally. If there is any order that keeps the intervals, this one does: in an order in which another than
    the longest waiting has the first turn, the two may change names from there on, and every gap stays within bounds.

    With weights, turns are in proportion to them. Without intervals they go by Tijdeman's algorithm (`one_by_one`),
    so that everyone's turns so far are less than one from its share so far after each turn. With intervals a
    mixed-integer program finds the order in which the farthest that anyone ever is from its share is least.

    Args:
        parties: Who takes part.
        turns: How many turns, or what they are called in order, such as years.
        min_interval: Nobody comes again before so many turns: with 2, not twice in a row.
        max_interval: Everyone comes again within so many turns.
        weights: Each party's weight, as an exact number above zero; equal turns unless given.
        history: Who had the turns before, the latest last. Who is not in it is taken to have come just before.
        seconds: With weights and intervals: stop the search after so long, with the best found by then.

    Raises:
        InvalidValueError: An argument is not what it should be, or no order keeps the intervals: the error says why.
        UnknownIdError: A weight is given for somebody who does not take part.

    Complexity: O(n) a turn; with weights and intervals NP-hard in general.

    Source: R. Tijdeman, The chairman assignment problem, Discrete Mathematics 32 (1980), 323-330.

    >>> rotation(["A", "B", "C"], range(2027, 2031), min_interval=2, history=["A", "C"]).holders
    ('B', 'A', 'C', 'B')
    """
    names, limit = read_parties(parties), read_seconds(seconds)
    labels = read_turns(turns, "turns")
    shortest = read_count(min_interval, "min_interval", 1)
    longest = None if max_interval is None else read_count(max_interval, "max_interval", 1)
    past = read_history(history)
    if longest is not None and longest < shortest:
        reason = (
            f"nobody can come again after {shortest} turns at least and {longest} at most; give it {shortest} or more"
        )
        raise InvalidValueError(reason, attribute="max_interval")
    intervals = Intervals(shortest, longest, past)
    intervals.need_reachable(names, len(labels))
    if weights is None:
        return Rotation(names, labels, _longest_waiting(names, len(labels), intervals), past)
    shares = _read_shares(weights, names)
    if shortest == 1 and longest is None:
        return Rotation(names, labels, tuple(one_by_one(len(labels), shares, {})), past, shares)
    nearest = by_weight(shares, len(labels), intervals, limit)
    # where time is out before any order is found, the longest waiting go first all the same
    found = nearest.holders or _longest_waiting(names, len(labels), intervals)
    return Rotation(names, labels, found, past, shares, is_nearest=nearest.is_done)


def _longest_waiting(parties: tuple[str, ...], turns: int, intervals: Intervals) -> tuple[str, ...]:
    """Give each turn to who has waited longest; where nobody may come, no other order would have gone further."""
    last, earliest = intervals.last_turns(parties), intervals.earliest(parties)
    place = {party: number for number, party in enumerate(parties)}
    found: list[str] = []
    for turn in range(1, turns + 1):
        able = [party for party in parties if earliest[party] <= turn]
        if not able:
            reason = (
                f"at turn {turn} all {len(parties)} parties have come less than {intervals.shortest} turns ago; give a "
                "smaller min_interval"
            )
            raise InvalidValueError(reason, attribute="min_interval")
        chosen = min(able, key=lambda party: (last[party], place[party]))
        found.append(chosen)
        last[chosen], earliest[chosen] = turn, turn + intervals.shortest
    return tuple(found)


def _read_shares(weights: Mapping[str, Exact], parties: tuple[str, ...]) -> dict[str, Fraction]:
    shares = read_weights(weights)
    for party in shares:
        if party not in parties:
            raise UnknownIdError.of("party of the rotation", party, parties)
    for party in parties:
        if not shares.get(party):
            raise InvalidValueError(f"{party!r} has no weight above zero; give it one", attribute="weights")
    return {party: shares[party] for party in parties}
