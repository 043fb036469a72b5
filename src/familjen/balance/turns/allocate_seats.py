"""Sharing a round's seats, with memory of earlier rounds (fördelning av platser)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction

from familjen.amounts import apportion
from familjen.amounts.exact import Exact
from familjen.balance.turns.chairman import one_by_one
from familjen.balance.turns.reading import read_count, read_weights
from familjen.balance.turns.seat_round import SeatRound
from familjen.errors import InvalidValueError, near_matches
from familjen.validators import show

__all__ = ["SEAT_METHODS", "allocate_seats"]

Numbers = Mapping[str, Fraction]
SEAT_METHODS = ("chairman", "largest-remainder", "webster", "jefferson")
"""The methods by which seats are shared over rounds."""


def allocate_seats(
    seats: int,
    parties: Mapping[str, Exact] | Sequence[str],
    *,
    memory: SeatRound | None = None,
    method: str = "chairman",
    at_least: int = 0,
) -> SeatRound:
    """Share the seats of a round by weights, with memory of the rounds before (fördelning av platser med minne).

    A quota is what a party would get were seats divisible: ``at_least``, and its share by weight of the seats that are
    left. What a party has coming, quotas less seats so far, is carried from round to round, so that who got less than
    its quota once gets it back.

    * ``chairman`` hands the seats out one by one (`one_by_one`). While parties, weights and ``at_least`` stay the same,
      everyone's seats so far are always less than one from its quotas so far.
    * ``largest-remainder`` gives each the whole part of what it has coming with this round's quota, and the seats that
      are left to the largest remainders. It is what people do by hand, and may in time be one or more off.
    * ``webster`` and ``jefferson`` share all seats so far anew by a divisor method, nobody less than it has got and is
      sure of. They may be one or more off as well, Jefferson's in favour of the large; and who comes late is made up
      for the rounds before.

    A party that sits a round out keeps what it has coming. Ties go to the larger weight, then by label, so that the
    order in which parties are given does not matter.

    Args:
        seats: How many seats there are in this round.
        parties: The weight of each party, such as inhabitants, as exact numbers; or their names, for equal weights.
        memory: The round before.
        method: One of `SEAT_METHODS`.
        at_least: What each is sure of in this round.

    Raises:
        InvalidValueError: A number or a weight is not what it should be, or the seats do not reach for ``at_least``.

    Complexity: O(n) a seat for ``chairman``, n log n else.

    Source: Balinski & Young, *Fair Representation* (1982), for the methods; Tijdeman, Discrete Mathematics 32 (1980),
    323-330, for ``chairman``.

    Thirteen seats among eleven, twice:

    >>> first = allocate_seats(13, list("ABCDEFGHIJK"), at_least=1)
    >>> [party for party, number in first.seats.items() if number == 2]
    ['A', 'B']
    >>> second = allocate_seats(13, list("ABCDEFGHIJK"), at_least=1, memory=first)
    >>> [party for party, number in second.seats.items() if number == 2]
    ['C', 'D']
    """
    shares, number, sure = read_weights(parties), read_count(seats, "seats", 0), read_count(at_least, "at_least", 0)
    _need_known(method, memory)
    free = number - sure * len(shares)
    if free < 0:
        most = number // len(shares)
        reason = f"{len(shares)} parties cannot have {sure} each of {number} seats; give at_least={most} or less"
        raise InvalidValueError(reason, attribute="at_least")
    carried = {} if memory is None else memory.carried
    totals = {} if memory is None else memory.totals
    if method in {"webster", "jefferson"}:
        floors = {party: totals.get(party, 0) + sure for party in shares}
        whole = apportion(sum(floors.values()) + free, shares, unit=1, method=method, minimum=floors)
        given = {party: sure + whole[party] - floors[party] for party in shares}
    else:
        taken = Counter((one_by_one if method == "chairman" else _largest)(free, shares, carried))
        given = {party: sure + taken[party] for party in shares}
    quotas = {party: sure + free * share for party, share in shares.items()}
    after = {party: carried.get(party, Fraction(0)) + quotas[party] - given[party] for party in shares}
    return SeatRound(
        method,
        given,
        quotas,
        {**carried, **after},
        sure,
        {**totals, **{party: totals.get(party, 0) + given[party] for party in shares}},
    )


def _largest(seats: int, shares: Numbers, carried: Numbers) -> list[str]:
    """Give each seat to who has most coming: whole parts first, that is, and then the largest remainders."""
    claims = {party: carried.get(party, 0) + seats * share for party, share in shares.items()}
    found: list[str] = []
    for _ in range(seats):
        chosen = min(claims, key=lambda party: (-claims[party], -shares[party], party))
        claims[chosen] -= 1
        found.append(chosen)
    return found


def _need_known(method: object, memory: object) -> None:
    if method not in SEAT_METHODS:
        near = near_matches(str(method), SEAT_METHODS, most=1)
        hint = f"did you mean {near[0]!r}?" if near else f"give one of {', '.join(SEAT_METHODS)}"
        raise InvalidValueError(f"{show(method)} is no method; {hint}", attribute="method")
    if memory is not None and not isinstance(memory, SeatRound):
        raise InvalidValueError(f"{show(memory)} is no SeatRound; give the round before", attribute="memory")
