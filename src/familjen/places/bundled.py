"""The bundled figures: what each variable is, where it comes from, and its table, read when first asked for.

A table is a CSV file with a row for each place and a column for each year; an empty cell is a figure that is missing.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import TypeAlias

import attrs

from familjen.model.source import Source
from familjen.places.series import Cell, Series, Value

__all__ = ["NOTES", "VARIABLES", "Table", "Variable", "read", "series", "table"]

Table: TypeAlias = Mapping[str, Mapping[dt.date, Value]]
"""Values by the code of the place and the day."""


@attrs.frozen
class Variable:
    """What the figures of a bundled variable are (variabel)."""

    unit: str
    """Unit of the figures."""
    month: int
    """Month of the day that a year's figure is filed under."""
    day: int
    """Day of that month."""
    number: Callable[[str], Value]
    """How a figure is read from its text, exactly."""
    sources: tuple[tuple[int, Source], ...]
    """Sources, each with the first year that it gives, the latest first."""

    def source(self, year: int) -> Source:
        """Say where the figures of a year come from."""
        return next(source for first, source in self.sources if first <= year)


_PANEL = Source(
    "SCB, municipal panel of the years 2002-2022, by way of mattiasnordin/Regression",
    url="https://github.com/mattiasnordin/Regression/tree/3186826d2c03de540aef24596d92a90a6aa34775",
)
_TAX_2025 = Source(
    "Skatteverket, tax rates 2025, by way of bombsimon/household-budget",
    url="https://github.com/bombsimon/household-budget/tree/5fc0efc42bfab60e605f29a4e7a3dedd04d57cf4",
)
_POPULATION = Source("SCB, population by municipality on 31 December 1950-2025")

VARIABLES: Mapping[str, Variable] = {
    "population": Variable("inhabitants", 12, 31, int, ((1950, _POPULATION),)),
    "tax_base_per_inhabitant": Variable("SEK", 1, 1, int, ((2002, _PANEL),)),
    "municipal_expenditure_per_inhabitant": Variable("SEK", 12, 31, int, ((2002, _PANEL),)),
    "municipal_tax_rate": Variable("per cent", 1, 1, Decimal, ((2025, _TAX_2025), (2002, _PANEL))),
    "regional_tax_rate": Variable("per cent", 1, 1, Decimal, ((2025, _TAX_2025),)),
}
"""The bundled variables."""

NOTES: Mapping[tuple[str, str, dt.date], str] = {
    ("population", "0380", dt.date(2001, 12, 31)): (
        "recalculated without Knivsta; 191,110 as counted at the time: sources disagree"
    )
}
"""What a reader should know about a figure, by variable, code and day."""


def read(name: str) -> str:
    """Read a bundled CSV file, also from within a zip file."""
    return resources.files("familjen.places").joinpath("data", f"{name}.csv").read_text("utf-8")


@cache
def table(variable: str) -> Table:
    """Read a bundled variable's table. It is kept, so that it is read once; O(cells)."""
    about = VARIABLES[variable]
    head, *lines = read(variable).splitlines()
    days = [dt.date(int(year), about.month, about.day) for year in head.split(",")[1:]]
    rows: dict[str, Mapping[dt.date, Value]] = {}
    for line in lines:
        code, *cells = line.split(",")
        rows[code] = {day: about.number(cell) for day, cell in zip(days, cells, strict=True) if cell}
    return rows


@cache
def series(variable: str) -> tuple[Series, ...]:
    """Give a bundled variable as series, one for each source, the latest first; O(cells)."""
    about = VARIABLES[variable]
    cells: dict[Source, list[Cell]] = {source: [] for _, source in about.sources}
    for code, row in table(variable).items():
        for day, value in row.items():
            cells[about.source(day.year)].append(Cell(code, day, value, note=NOTES.get((variable, code, day))))
    return tuple(Series(variable, about.unit, source, tuple(found)) for source, found in cells.items())
