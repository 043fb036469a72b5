"""Turns of hosting that even a balance out (utjämning genom värdskap)."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, cast

from familjen.balance.balance import Balance
from familjen.balance.columns import count_of
from familjen.balance.kind import Kind
from familjen.balance.mending.applied import read_balance, read_name
from familjen.balance.mending.hosting import Hosting
from familjen.balance.mending.rotation_program import RotationProgram
from familjen.balance.turns.intervals import Intervals
from familjen.balance.turns.reading import read_count, read_history, read_seconds, read_turns
from familjen.errors import InvalidValueError
from familjen.scale.assumption import as_decimal, one_of_kind
from familjen.validators import show

__all__ = ["even_out_by_rotation"]


def even_out_by_rotation(
    balance: Balance,
    worth: Any,
    years: Sequence[int],
    *,
    interval: tuple[int, int | None] = (1, None),
    each: tuple[int, int | None] = (0, None),
    history: Sequence[str] = (),
    activity: str = "Hosting",
    kind: Kind = Kind.SPENDING,
    seconds: float = 60,
) -> Hosting:
    """Say who hosts in each year to come, so that the least balance at the end is greatest (utjämning genom värdskap).

    A mixed-integer program makes the balance of whoever is least ahead at the end as great as possible and, where
    somebody stays behind even so, lets as few as possible be behind. Where years are worth the same and there are no
    intervals to keep, whoever was most behind hosts first. What hosting is worth is assumed, and so is that nothing
    else is paid or received in those years; read the result with that in mind.

    Args:
        balance: The balance to even out.
        worth: What it is worth to host, or to get the seats: an amount in kronor of the year, or one by year.
        years: The years to come, in order, all after the balance's last; each has one host.
        interval: Nobody hosts again before so many turns, and everyone again within so many; ``None`` for no limit.
        each: How often each hosts at least, and at most; ``None`` for no limit.
        history: Who hosted before, the latest last; only the intervals ask for it.
        activity: What it is entered as.
        kind: What its entries are about.
        seconds: Stop each search after so long, with the best found by then.

    Raises:
        InvalidValueError: An argument is not what it should be, or no order keeps what is demanded: the error says why.

    Complexity: NP-hard in general, since equal sums of unequal worths are asked for; that of branch and bound. Balances
    are compared to a millionth of the largest while it searches, and summed up exactly after.

    >>> from familjen.balance import Entry, Ledger, balance
    >>> before = balance(Ledger.of([Entry("Bjuv", 2024, "Fee", paid=300), Entry("Klippan", 2024, "Fee", paid=900)]))
    >>> found = even_out_by_rotation(before, 400, [2025, 2026, 2027])
    >>> list(found.hosts.values()).count("Klippan"), found.least
    (2, Fraction(-100, 1))
    """
    before = read_balance(balance)
    turns = _read_years(years, before.years[-1])
    amounts = _read_worth(worth, turns, before.ledger.unit)
    fewest, most = _read_limits(each, "each", 0)
    _need_room(len(before.parties), len(turns), fewest, most)
    intervals = Intervals(*_read_limits(interval, "interval", 1), read_history(history))
    intervals.need_reachable(before.parties, len(turns), named=("interval", "interval"))
    factors = [before.prices.factor(year, before.years[0]) for year in turns]
    program = RotationProgram(
        before.parties,
        tuple([before.cumulative(party) for party in before.parties]),
        tuple([Fraction(amounts[year]) * factor for year, factor in zip(turns, factors, strict=True)]),
        intervals,
        fewest,
        len(turns) if most is None else most,
    )
    order = program.best(read_seconds(seconds))
    if not order.places:
        how = "keeps the intervals and how often each hosts" if order.is_done else "was found in time"
        raise InvalidValueError(f"no order {how}; demand less", attribute="years")
    hosts = {year: before.parties[place] for year, place in zip(turns, order.places, strict=True)}
    what = one_of_kind(Kind, kind, "kind")
    return Hosting(before, hosts, amounts, order.is_done, read_name(activity, "activity"), what)


def _read_years(years: object, last: int) -> tuple[int, ...]:
    if isinstance(years, int):
        raise InvalidValueError(f"{show(years)} is no list of years; give one, such as [{last + 1}]", attribute="years")
    turns = read_turns(years, "years")
    if turns[0] <= last:
        reason = f"{turns[0]} is no year to come, since the balance goes to {last}; give years after it"
        raise InvalidValueError(reason, attribute="years")
    return turns


def _read_limits(limits: object, attribute: str, smallest: int) -> tuple[int, int | None]:
    """Read a pair of the least and the most."""
    pair = cast("tuple[object, ...]", limits)
    if not isinstance(limits, tuple) or len(pair) != len(("least", "most")):
        raise InvalidValueError(
            f"{show(pair)} is no pair of the least and the most, such as (1, 3)", attribute=attribute
        )
    least = read_count(pair[0], attribute, smallest)
    most = None if pair[1] is None else read_count(pair[1], attribute, 1)
    if most is not None and most < least:
        raise InvalidValueError(f"the least, {least}, is above the most, {most}", attribute=attribute)
    return least, most


def _read_worth(worth: Any, years: tuple[int, ...], unit: Decimal) -> dict[int, Decimal]:
    by_year: Any = worth
    given: dict[Any, Any] = dict(by_year) if isinstance(worth, Mapping) else dict.fromkeys(years, worth)
    for year in (*years, *given):
        if year not in given:
            raise InvalidValueError(f"there is no worth for {year}; give one for each year", attribute="worth")
        if year not in years:
            raise InvalidValueError(f"there is a worth for {show(year)}, when nobody hosts", attribute="worth")
    found = {year: as_decimal(given[year], f"the worth in {year}", "worth") for year in years}
    for year, amount in found.items():
        if amount <= 0:
            raise InvalidValueError(f"the worth in {year} is {amount}; give one above zero", attribute="worth")
        if count_of(amount, unit) * Fraction(unit) != Fraction(amount):
            reason = f"the worth in {year} is {amount}, which is no whole number of the ledger's unit, {unit}"
            raise InvalidValueError(reason, attribute="worth")
    return found


def _need_room(parties: int, turns: int, fewest: int, most: int | None) -> None:
    """Refuse what cannot be, by counting."""
    if parties * fewest > turns:
        reason = (
            f"{parties} parties cannot host {fewest} times each in {turns} years; demand {turns // parties} or less"
        )
        raise InvalidValueError(reason, attribute="each")
    if most is not None and parties * most < turns:
        reason = (
            f"{parties} parties that host {most} times at most cannot fill {turns} years; allow "
            f"{-(-turns // parties)} or more"
        )
        raise InvalidValueError(reason, attribute="each")
