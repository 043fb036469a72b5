"""What everyone paid and received, year by year (huvudbok)."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from familjen.amounts.exact import multiple
from familjen.balance.columns import added_up, count_of, need_year, places_of, read_labels, read_whole, unit_of
from familjen.balance.entry import Entry
from familjen.balance.kind import Kind
from familjen.errors import InvalidValueError, UnknownIdError
from familjen.model.source import Source
from familjen.scale.assumption import Basis, one_of_kind
from familjen.validators import show

__all__ = ["Ledger"]

Whole = NDArray[np.int64]

_KINDS, _BASES = tuple(Kind), tuple(Basis)


@attrs.frozen(eq=False, repr=False)
class Ledger:
    """Entries of who paid and received what, when and for what (huvudbok).

    Amounts are held as whole numbers of a unit, in columns, so that sums are exact and a million entries are no matter.
    `of` reads entries; `of_columns` takes columns as they are.

    >>> ledger = Ledger.of([
    ...     Entry("Bjuv", 2023, "Fee", paid=314_000), Entry("Bjuv", 2024, "Event", received=500_000),
    ...     Entry("Åstorp", 2023, "Fee", paid=330_000),
    ... ])
    >>> ledger
    <Ledger: 3 entries, 2 parties, 2 activities, 2023-2024>
    >>> ledger.net("Bjuv")
    Decimal('186000')
    """

    parties: tuple[str, ...]
    """The parties, in the order in which they first stand there."""
    activities: tuple[str, ...]
    """The activities, likewise."""
    sources: tuple[Source, ...]
    """The sources, likewise."""
    unit: Decimal
    """What the columns count: 0.01 for öre."""
    party: Whole
    """Whose each entry is, by place among the parties: shape (m,), as all columns."""
    year: Whole
    """The year of each."""
    activity: Whole
    """What each was for, by place among the activities."""
    paid: Whole
    """What was paid, in units."""
    received: Whole
    """What was received, in units."""
    low: Whole
    """The least that the net may be, in units."""
    high: Whole
    """The most that it may be, in units."""
    kind: Whole
    """What each is about, by place in `Kind`."""
    basis: Whole
    """What each rests on, by place in `Basis`."""
    source: Whole
    """Where each comes from, by place among the sources; −1 where nobody says."""

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> "Ledger":
        """Read entries.

        Raises:
            InvalidValueError: There are none, something is no entry, or amounts are too large for their decimals.
        """
        if not isinstance(entries, Iterable):
            raise InvalidValueError(f"{show(entries)} is no list of entries", attribute="entries")
        rows = list(entries)
        for row in rows:
            if not isinstance(row, Entry):
                raise InvalidValueError(f"{show(row)} is no Entry", attribute="entries")
        if not rows:
            raise InvalidValueError("there are no entries; give at least one", attribute="entries")
        amounts = [(row.paid, row.received, row.low, row.high, row.net) for row in rows]
        unit = unit_of([amount for each in amounts for amount in each if amount is not None])
        paid = [count_of(row.paid, unit) for row in rows]
        received = [count_of(row.received, unit) for row in rows]
        low = [count_of(each[4] if each[2] is None else each[2], unit) for each in amounts]
        high = [count_of(each[4] if each[3] is None else each[3], unit) for each in amounts]
        sources = list(dict.fromkeys(row.source for row in rows if row.source is not None))
        parties = list(dict.fromkeys(row.party for row in rows))
        activities = list(dict.fromkeys(row.activity for row in rows))
        columns = {
            "party": places_of([row.party for row in rows], parties),
            "year": [row.year for row in rows],
            "activity": places_of([row.activity for row in rows], activities),
            "paid": paid,
            "received": received,
            "low": low,
            "high": high,
            "kind": [_KINDS.index(row.kind) for row in rows],
            "basis": [_BASES.index(row.basis) for row in rows],
            "source": [-1 if row.source is None else sources.index(row.source) for row in rows],
        }
        arrays = {name: np.array(column, dtype=np.int64) for name, column in columns.items()}
        return cls(tuple(parties), tuple(activities), tuple(sources), unit, **arrays)

    @classmethod
    def of_columns(
        cls,
        *,
        party: Sequence[str] | NDArray[Any],
        year: Sequence[int] | NDArray[Any],
        activity: Sequence[str] | NDArray[Any],
        paid: Sequence[int] | NDArray[Any],
        received: Sequence[int] | NDArray[Any],
        unit: Decimal = Decimal("0.01"),
        kind: Kind = Kind.OTHER,
        basis: Basis = Basis.MEASURED,
        source: Source | None = None,
    ) -> "Ledger":
        """Take columns of equal length, amounts as whole numbers of the unit: the way for a million entries.

        Args:
            party: Whose each entry is.
            year: The year of each.
            activity: What each was for.
            paid: What was paid, in whole units, zero or more.
            received: What was received, in whole units, zero or more.
            unit: What the amounts count.
            kind: What they are about.
            basis: What they rest on.
            source: Where they come from.

        Raises:
            InvalidValueError: Columns differ in length or are empty, an amount is below zero or no whole number, a year
                is out of range, the unit is no Decimal above zero, or the kind, basis or source is none.
        """
        if not isinstance(unit, Decimal) or not unit.is_finite() or unit <= 0:
            raise InvalidValueError(f"the unit is {show(unit)}; give a Decimal above zero", attribute="unit")
        if source is not None and not isinstance(source, Source):
            raise InvalidValueError(f"{show(source)} is not a Source; write Source('Budget 2024')", attribute="source")
        of_kind = one_of_kind(Kind, kind, "kind", "Ledger")
        on_basis = one_of_kind(Basis, basis, "basis", "Ledger")
        size = len(party)
        given: dict[str, Any] = {"year": year, "activity": activity, "paid": paid, "received": received}
        for name, column in given.items():
            if len(column) != size:
                raise InvalidValueError(f"{name} has {len(column)} rows where party has {size}", attribute=name)
        if not size:
            raise InvalidValueError("there are no entries; give at least one", attribute="party")
        numbers = {name: read_whole(given[name], name) for name in ("year", "paid", "received")}
        for name in ("paid", "received"):
            if (numbers[name] < 0).any():
                reason = f"an amount is {int(numbers[name].min())} units; what is {name} is zero or more"
                raise InvalidValueError(reason, attribute=name)
        for end in (int(numbers["year"].min()), int(numbers["year"].max())):
            need_year(end, "year")
        parties, places = read_labels(party, "party")
        activities, doings = read_labels(activity, "activity")
        net = numbers["received"] - numbers["paid"]
        same = np.zeros(size, dtype=np.int64)
        return cls(
            parties,
            activities,
            () if source is None else (source,),
            unit,
            party=places,
            activity=doings,
            low=net,
            high=net,
            kind=same + _KINDS.index(of_kind),
            basis=same + _BASES.index(on_basis),
            source=same - (source is None),
            **numbers,
        )

    @property
    def years(self) -> range:
        """The years from the first entry's to the last one's."""
        return range(int(self.year.min()), int(self.year.max()) + 1)

    def __len__(self) -> int:
        return len(self.party)

    def __iter__(self) -> Iterator[Entry]:
        for place in range(len(self)):
            net = int(self.received[place] - self.paid[place])
            low, high, origin = int(self.low[place]), int(self.high[place]), int(self.source[place])
            yield Entry(
                self.parties[int(self.party[place])],
                int(self.year[place]),
                self.activities[int(self.activity[place])],
                paid=self.amount(int(self.paid[place])),
                received=self.amount(int(self.received[place])),
                low=None if low == net else self.amount(low),
                high=None if high == net else self.amount(high),
                kind=_KINDS[self.kind[place]],
                basis=_BASES[self.basis[place]],
                source=None if origin < 0 else self.sources[origin],
            )

    def __add__(self, other: "Ledger") -> "Ledger":
        """Put two ledgers together."""
        if not isinstance(other, Ledger):
            return NotImplemented
        return Ledger.of([*self, *other])

    def amount(self, units: int) -> Decimal:
        """Give a number of units as an amount in kronor."""
        found: Decimal = multiple(units, self.unit)
        return found

    def net(self, party: str) -> Decimal:
        """Give what a party received less what it paid, in all years.

        Raises:
            UnknownIdError: It is no party of the ledger.
        """
        mine = self.party == self.place(party)
        return self.amount(added_up(self.received[mine] - self.paid[mine]))

    def place(self, party: str) -> int:
        """Give a party's place among the parties; the error is that of `net`."""
        if party not in self.parties:
            raise UnknownIdError.of("party of the ledger", str(party), self.parties)
        return self.parties.index(party)

    def only(self, wanted: NDArray[np.bool_]) -> "Ledger":
        """Give the entries for which the mask of shape (m,) is true, with all parties and activities kept."""
        names = ("party", "year", "activity", "paid", "received", "low", "high", "kind", "basis", "source")
        return attrs.evolve(self, **{name: getattr(self, name)[wanted] for name in names})

    def without(self, activity: str) -> "Ledger":
        """Give the entries of all other activities.

        Raises:
            UnknownIdError: There is no such activity.
        """
        if activity not in self.activities:
            raise UnknownIdError.of("activity of the ledger", str(activity), self.activities)
        return self.only(self.activity != self.activities.index(activity))

    def to_rows(self) -> list[dict[str, object]]:
        """Give a dict for each entry."""
        return [
            {
                "party": entry.party,
                "year": entry.year,
                "activity": entry.activity,
                "kind": str(entry.kind),
                "paid": entry.paid,
                "received": entry.received,
                "low": entry.low,
                "high": entry.high,
                "basis": str(entry.basis),
                "source": None if entry.source is None else entry.source.title,
            }
            for entry in self
        ]

    def __repr__(self) -> str:
        years = f"{self.years[0]}-{self.years[-1]}" if len(self) else "no years"
        counts = f"{len(self):,} entries, {len(self.parties)} parties, {len(self.activities)} activities"
        return f"<Ledger: {counts}, {years}>"
