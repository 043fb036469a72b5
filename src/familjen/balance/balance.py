"""Who is ahead, who behind, and whether everyone wins over time (balans över tid)."""

import enum
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Any

import attrs
import numpy as np
from numpy.typing import NDArray

from familjen.balance.columns import added_up, need_year
from familjen.balance.ledger import Ledger
from familjen.balance.prices import Prices
from familjen.errors import InvalidValueError, UnknownIdError
from familjen.scale.assumption import one_of_kind
from familjen.validators import show

if TYPE_CHECKING:
    from familjen.balance.weighed import Weighed

__all__ = ["Balance", "Range", "balance"]

Whole = NDArray[np.int64]
_WIDEST = 1 << 62
"""Sums of 64 bits stay below this."""


class Range(enum.StrEnum):
    """Which end of the ranges is meant (utfall)."""

    LOW = "low"
    """Every net at the least that it may be."""
    BASE = "base"
    """Every net as it stands."""
    HIGH = "high"
    """Every net at the most that it may be."""


@attrs.frozen(eq=False, repr=False)
class Balance:
    """What each party has received less paid, year by year and in all (balans över tid).

    "Everyone wins – if not every time, then at least over time": a party wins by a year if its cumulative balance is
    zero or more at the end of that year and of every later one.

    >>> from familjen.balance import Entry
    >>> found = balance(Ledger.of([
    ...     Entry("Bjuv", 2023, "Fee", paid=300), Entry("Bjuv", 2025, "Event", received=500),
    ...     Entry("Åstorp", 2023, "Fee", paid=300), Entry("Åstorp", 2024, "Course", received=300),
    ... ]))
    >>> found.wins_by("Bjuv"), found.wins_by("Åstorp"), found.everyone_wins_by
    (2025, 2024, 2025)
    >>> found
    <Balance: 2 parties, 2023-2025, everyone wins by 2025>
    """

    ledger: Ledger
    """The entries."""
    parties: tuple[str, ...]
    """The parties, in order."""
    years: tuple[int, ...]
    """The years, in order, none left out."""
    prices: Prices
    """How kronor of different years are made comparable."""
    nets: Mapping[Range, Whole]
    """Net in units of the ledger, by range: shape (parties, years)."""
    left_out: int = 0
    """How many entries of the ledger were left out, because they are of other years."""
    left_out_net: Decimal = Decimal(0)
    """What those come to, received less paid."""

    def net(self, party: str, year: int, end: Range = Range.BASE) -> Decimal:
        """Give a party's net of a year, in kronor as they were paid, exactly.

        Raises:
            UnknownIdError: There is no such party or year.
        """
        return self.ledger.amount(int(self.nets[_end(end)][self.place(party), self.column(year)]))

    def cumulative(self, party: str, year: int | None = None, end: Range = Range.BASE) -> Fraction:
        """Give a party's balance up to the end of a year, the last unless given, in the first year's money, exactly.

        Raises:
            UnknownIdError: There is no such party or year.
        """
        place = len(self.years) - 1 if year is None else self.column(year)
        units = self.nets[_end(end)][self.place(party)].tolist()
        worth = sum((net * factor for net, factor in zip(units[: place + 1], self.factors, strict=False)), Fraction(0))
        return worth * Fraction(self.ledger.unit)

    @cached_property
    def factors(self) -> tuple[Fraction, ...]:
        """What a krona of each year counts for."""
        return tuple([self.prices.factor(year, self.years[0]) for year in self.years])

    def lines(self, end: Range = Range.BASE) -> NDArray[Any]:
        """Give all balances up to each year, in units of the ledger: exact numbers, shape (parties, years)."""
        nets = self.nets[_end(end)]
        if all(factor == 1 for factor in self.factors):
            small = int(np.abs(nets).max()) * len(self.years) < _WIDEST
            return nets.cumsum(axis=1, dtype=np.int64 if small else object)
        worth = nets.astype(object) * np.array(self.factors, dtype=object)
        return np.asarray(worth.cumsum(axis=1))

    def wins_by(self, party: str, end: Range = Range.BASE) -> int | None:
        """Give the year from whose end on the party is never behind; ``None`` where it is behind at the end.

        Raises:
            UnknownIdError: There is no such party.
        """
        behind = np.flatnonzero(self.lines(end)[self.place(party)] < 0)
        if not len(behind):
            return self.years[0]
        last = int(behind[-1])
        return None if last == len(self.years) - 1 else self.years[last + 1]

    @property
    def everyone_wins_by(self) -> int | None:
        """The year from whose end on nobody is behind; ``None`` where somebody is at the end."""
        return self.all_win_by()

    def all_win_by(self, end: Range = Range.BASE) -> int | None:
        """Give the year from whose end on nobody is behind; ``None`` where somebody is at the end."""
        years = [self.wins_by(party, end) for party in self.parties]
        known = [year for year in years if year is not None]
        return max(known) if len(known) == len(years) else None

    def shortest_horizon(self, end: Range = Range.BASE) -> int | None:
        """Give the first year at whose end nobody is behind, whether or not it lasts; ``None`` where there is none."""
        whole = np.flatnonzero((self.lines(end) >= 0).all(axis=0))
        return self.years[int(whole[0])] if len(whole) else None

    def ahead(self) -> tuple[str, ...]:
        """Name who is ahead at the end, the one most so first."""
        last = self.lines()[:, -1]
        order = sorted(range(len(self.parties)), key=lambda place: -last[place])
        return tuple([self.parties[place] for place in order if last[place] > 0])

    def behind(self) -> tuple[str, ...]:
        """Name who is behind at the end, the one most so first."""
        last = self.lines()[:, -1]
        order = sorted(range(len(self.parties)), key=lambda place: last[place])
        return tuple([self.parties[place] for place in order if last[place] < 0])

    def behind_since(self, party: str) -> int | None:
        """Give the year since whose end a party has been behind without a break; ``None`` where it is not.

        Raises:
            UnknownIdError: There is no such party.
        """
        line = self.lines()[self.place(party)]
        if line[-1] >= 0:
            return None
        whole = np.flatnonzero(line >= 0)
        return self.years[int(whole[-1]) + 1] if len(whole) else self.years[0]

    def activities(self) -> "tuple[Weighed, ...]":
        """Weigh each activity: who wins or loses by it, and who would be behind, or whole, without it."""
        from familjen.balance.weighed import weighed

        return weighed(self)

    def to_rows(self) -> list[dict[str, object]]:
        """Give a dict for each party and year."""
        unit = float(self.ledger.unit)
        lines = {end: self.lines(end) for end in Range}
        return [
            {
                "party": party,
                "year": year,
                "net": self.net(party, year),
                "cumulative": float(lines[Range.BASE][place, column]) * unit,
                "cumulative_low": float(lines[Range.LOW][place, column]) * unit,
                "cumulative_high": float(lines[Range.HIGH][place, column]) * unit,
            }
            for place, party in enumerate(self.parties)
            for column, year in enumerate(self.years)
        ]

    def text(self, lang: str = "en") -> str:
        """Give it as a plain table: a row for each party."""
        from familjen.balance.told import table_of

        return table_of(self, lang)

    def explain(self, lang: str = "en") -> str:
        """Say in sentences whether everyone wins, who is ahead and behind, and what carries or breaks it.

        Raises:
            InvalidValueError: It is not a language of ours.
        """
        from familjen.balance.told import explained

        return explained(self, lang)

    def place(self, party: str) -> int:
        """Give a party's place among the parties; the error is that of `net`."""
        if party not in self.parties:
            raise UnknownIdError.of("party of the balance", str(party), self.parties)
        return self.parties.index(party)

    def column(self, year: int) -> int:
        """Give a year's place among the years; the error is that of `net`."""
        if year not in self.years:
            raise UnknownIdError.of("year of the balance", str(year), [str(known) for known in self.years])
        return self.years.index(year)

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        year = self.everyone_wins_by
        verdict = f"everyone wins by {year}" if year is not None else f"{len(self.behind())} behind at the end"
        return f"<Balance: {len(self.parties)} parties, {self.years[0]}-{self.years[-1]}, {verdict}>"

    def _repr_html_(self) -> str:
        from familjen.balance.told import html_of

        return html_of(self)


def balance(
    ledger: Ledger,
    *,
    rate: Any = 0,
    index: Mapping[int, Any] | None = None,
    first_year: int | None = None,
    last_year: int | None = None,
) -> Balance:
    """Sum up who paid and received what, and say whether everyone wins over time (balans över tid).

    Sums are exact. Without rate and index, kronor count as they were paid.

    Args:
        ledger: The entries.
        rate: The rate a year that later years are discounted at, as a share: 0.03.
        index: How much prices rose in each year, as a share, by year: amounts are brought to the first year's prices.
        first_year: Entries before it are left out; the first entry's year unless given.
        last_year: Entries after it are left out; the last entry's year unless given.

    Raises:
        InvalidValueError: There are no entries in those years, or a number is out of range.

    Complexity: O(m) for m entries.
    """
    if not isinstance(ledger, Ledger):
        raise InvalidValueError(f"{show(ledger)} is no Ledger; make one with Ledger.of", attribute="ledger")
    first = ledger.years[0] if first_year is None else first_year
    last = ledger.years[-1] if last_year is None else last_year
    for name, year in (("first_year", first), ("last_year", last)):
        need_year(year, name)
    inside = (ledger.year >= first) & (ledger.year <= last)
    if first > last or not inside.any():
        raise InvalidValueError(f"there are no entries from {first} to {last}", attribute="first_year")
    years = tuple(range(first, last + 1))
    some = ledger if inside.all() else ledger.only(inside)
    cells = some.party * len(years) + (some.year - first)
    shape = (len(ledger.parties), len(years))
    columns = {Range.LOW: some.low, Range.BASE: some.received - some.paid, Range.HIGH: some.high}
    nets = {end: summed(cells, units, shape[0] * shape[1]).reshape(shape) for end, units in columns.items()}
    rest = ledger.only(~inside)
    missing = ledger.amount(added_up(rest.received - rest.paid)) if len(rest) else Decimal(0)
    return Balance(some, ledger.parties, years, Prices.of(rate=rate, index=index), nets, len(rest), missing)


def _end(end: Any) -> Range:
    return one_of_kind(Range, end, "end")


def summed(cells: Whole, units: Whole, number: int) -> Whole:
    """Add up whole numbers by cell, exactly.

    Raises:
        InvalidValueError: A sum goes beyond 2^60.

    >>> summed(np.array([0, 2, 0]), np.array([5, 1, -2]), 3).tolist()
    [3, 0, 1]
    """
    # Halves of the bits are added up as floats, which are exact for sums of so many of them.
    high, low = units >> 26, units & ((1 << 26) - 1)
    sums = [np.bincount(cells, part, number).astype(np.int64) for part in (high, low)]
    if len(sums[0]) and np.abs(sums[0]).max() >= 1 << 34:
        reason = "the amounts of a cell come to more than 2^60 units; give amounts with fewer decimals"
        raise InvalidValueError(reason, attribute="ledger")
    found: Whole = (sums[0] << 26) + sums[1]
    return found
