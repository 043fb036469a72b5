"""Statements of several years, each following on the one before."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import pairwise
from typing import Any

import attrs

from familjen.allocation.bill import Amount, allocate
from familjen.allocation.grid import as_html, as_lines, written
from familjen.allocation.statement import Statement
from familjen.amounts.weights import is_mapping
from familjen.errors import InvalidValueError, UnknownIdError
from familjen.language import worded
from familjen.model import Agreement, BaseCost, CostClause, Indexation, IndexPart, Key, Step, YearChange
from familjen.places import Series, Statistics
from familjen.progress import Progress, need_progress
from familjen.validators import show

__all__ = ["Forecast", "forecast"]


@attrs.frozen(repr=False)
class Forecast:
    """What each party pays in each of some years (flerårsplan)."""

    statements: tuple[Statement, ...]
    """A statement for each year, in order; each knows the one before."""

    @property
    def years(self) -> tuple[int, ...]:
        """The years."""
        return tuple(statement.year for statement in self.statements)

    @property
    def parties(self) -> dict[str, str]:
        """Name of each party of any year by its id, in order."""
        return {
            code: name
            for statement in reversed(self.statements)
            for code, name in zip(statement.parties, statement.names, strict=True)
        }

    def __getitem__(self, year: int) -> Statement:
        for statement in self.statements:
            if statement.year == year:
                return statement
        raise UnknownIdError.of("year of the forecast", str(year), [str(known) for known in self.years])

    def __iter__(self) -> Iterator[Statement]:
        return iter(self.statements)

    def __len__(self) -> int:
        return len(self.statements)

    def to_rows(self) -> list[dict[str, object]]:
        """Give a dict for each party and year."""
        return [row for statement in self.statements for row in statement.to_rows()]

    def table(self, lang: str = "en") -> tuple[tuple[str, ...], list[tuple[str, ...]], tuple[str, ...]]:
        """Give the heading, the rows and the total, as text: a column for each year."""
        paid = [dict(zip(each.parties, each.amounts, strict=True)) for each in self.statements]
        rows = [
            (name, *(written(amounts.get(party), lang) for amounts in paid)) for party, name in self.parties.items()
        ]
        head = (worded(lang, "Party", "Part"), *map(str, self.years))
        totals = (written(statement.total, lang) for statement in self.statements)
        return head, rows, (worded(lang, "Total", "Summa"), *totals)

    def text(self, lang: str = "en") -> str:
        """Give it as a plain table, in English (``"en"``) or Swedish (``"sv"``)."""
        notes = dict.fromkeys(note for statement in self.statements for note in statement.notes(lang))
        return "\n".join([*as_lines(*self.table(lang)), *notes])

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        return f"<Forecast {self.years[0]}-{self.years[-1]}: {len(self.parties)} parties>"

    def _repr_html_(self) -> str:
        return as_html(*self.table())


def forecast(
    under: Agreement | CostClause | Step | Key,
    *,
    years: Iterable[int],
    cost: Amount | Mapping[Any, Any] | None = None,
    index: Mapping[int, Decimal] | None = None,
    projection: Series | None = None,
    statistics: Statistics | None = None,
    last_year: Statement | Mapping[str, Amount] | None = None,
    on_progress: Progress | None = None,
    **given: Any,
) -> Forecast:
    """Bill some years in a row, each knowing the one before, as far as index and population are given.

    Nothing is rounded between the years: a year's cost is the first year's times the index changes since, exactly, and
    only the bill is rounded.

    Args:
        under: The agreement, clause, step or key.
        years: The years, in order.
        cost: The cost of the first year, by which all are billed; or the cost of each year, by year.
        index: How much the cost rises in each year after the first: ``{2028: Decimal("0.037")}``; 0 unless given.
        projection: A series of figures of days to come, such as population, beside those of the statistics.
        statistics: Where figures are looked up; the bundled statistics unless given.
        last_year: The statement of the year before the first, for changes and their limits.
        on_progress: Told after each year how many are done, and of how many.
        given: What else `familjen.allocate` takes, the same for all years: ``parties``, ``reference``, ``indices``; and
            ``amounts``, by name, or by year and name.

    Raises:
        InvalidValueError: Years do not follow on each other, an index is given beside costs by year or for a year that
            is not forecast, a year has no cost, or a year cannot be billed.
        MissingDataError: There is no figure for a party on a year's reference day: give a projection.

    >>> from familjen.model import Equal
    >>> plan = forecast(Equal(), years=[2027, 2028], cost=100, index={2028: Decimal("0.03")}, parties=["1283", "1260"])
    >>> print(plan)
    Party          2027    2028
    ---------------------------
    Helsingborg   50.00   51.50
    Bjuv          50.00   51.50
    ---------------------------
    Total        100.00  103.00
    """
    need_progress(on_progress, "years are")
    wanted = tuple(years)
    if not wanted or any(type(year) is not int for year in wanted):
        raise InvalidValueError(f"{show(list(wanted))} are no years; give range(2027, 2030)", attribute="years")
    if any(later != before + 1 for before, later in pairwise(wanted)):
        reason = f"{', '.join(map(str, wanted))} do not follow on each other; give each year in between"
        raise InvalidValueError(reason, attribute="years")
    figures = Statistics.bundled() if statistics is None else statistics
    figures = figures if projection is None else figures.with_series(projection)
    followed = under if index is None else _raised(under, index, wanted, cost)
    made: list[Statement] = []
    before = last_year
    for year in wanted:
        own: dict[str, Any] = {**given, "cost": _of_year(cost, year, wanted, "cost")}
        if "amounts" in given:
            own["amounts"] = _of_year(given["amounts"], year, wanted, "amounts")
        before = allocate(followed, year=year, statistics=figures, last_year=before, **own)
        made.append(before)
        if on_progress is not None:
            on_progress(len(made), len(wanted))
    return Forecast(tuple(made))


def _of_year(value: Any, year: int, years: tuple[int, ...], attribute: str) -> Any:
    """Give what is given for the year, where it is given by years."""
    if not is_mapping(value) or not any(isinstance(name, int) for name in value):
        return value
    strangers = sorted(set(value) - set(years), key=str)
    if strangers:
        raise InvalidValueError(f"{', '.join(map(str, strangers))} is not forecast", attribute=attribute)
    if year not in value:
        raise InvalidValueError(f"there is none for {year}; give one for each year", attribute=attribute)
    return value[year]


def _raised(under: object, index: Mapping[int, Decimal], years: tuple[int, ...], cost: object) -> Any:
    """Put before the clause's steps that the cost rises from the first year on."""
    if not is_mapping(index):
        raise InvalidValueError(f"{show(index)} is not a mapping from year to change", attribute="index")
    agreement = under if isinstance(under, Agreement) else None
    clause = agreement.cost_clause if agreement is not None else under
    if isinstance(clause, Key | Step):
        clause = CostClause.of(clause)
    if not isinstance(clause, CostClause):
        return under
    if cost is None or any(isinstance(step, BaseCost) for step in clause.steps):
        reason = "there is no cost here that could rise: the clause gives its own; change its Indexation instead"
        raise InvalidValueError(reason, attribute="index")
    if is_mapping(cost) and any(isinstance(name, int) for name in cost):
        raise InvalidValueError("the cost is given for each year; leave index out", attribute="index")
    strangers = sorted(set(index) - set(years[1:]))
    if strangers:
        reason = f"{', '.join(map(str, strangers))} is no year after the first, {years[0]}"
        raise InvalidValueError(reason, attribute="index")
    changes = tuple(YearChange(year, index.get(year, Decimal(0))) for year in years[1:])
    step = Indexation(years[0], (IndexPart("index", changes=changes),))
    followed = attrs.evolve(clause, steps=(step, *clause.steps))
    return followed if agreement is None else attrs.evolve(agreement, cost_clause=followed)
