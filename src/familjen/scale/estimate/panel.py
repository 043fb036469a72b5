"""What municipalities spend per inhabitant, by year: bundled figures to estimate from (kommunernas kostnader)."""

import datetime as dt
from typing import Any, cast

import attrs
import numpy as np
from numpy.typing import NDArray

from familjen.amounts.exact import is_integer
from familjen.errors import InvalidValueError
from familjen.model.source import Source
from familjen.places.statistics import Statistics
from familjen.validators import show

__all__ = ["YEARS", "Panel", "municipal_panel"]

Floats = NDArray[np.float64]

YEARS = (2002, 2006, 2010, 2014, 2018, 2022)
"""The years that there are bundled figures for."""

_COST, _SIZE, _BASE = "municipal_expenditure_per_inhabitant", "population", "tax_base_per_inhabitant"


@attrs.frozen(eq=False, repr=False, kw_only=True)
class Panel:
    """Municipalities by year: sizes, costs and tax bases, each an array in the same order (panel)."""

    codes: tuple[str, ...]
    """The code of each observation's municipality."""
    years: NDArray[np.int64]
    """The year of each."""
    sizes: Floats
    """Inhabitants on 31 December of the year before."""
    costs: Floats
    """What the municipality spent in the year per inhabitant, in kronor of that year."""
    tax_bases: Floats
    """Taxable income per inhabitant in the taxation year (of incomes of the year before), in kronor."""
    sources: tuple[Source, ...]
    """Where the figures come from."""
    notes: tuple[str, ...] = ()
    """What to know about single figures, such as that sources disagree."""

    def to_rows(self) -> list[dict[str, Any]]:
        """Give each observation as a row."""
        columns = zip(self.codes, self.years, self.sizes, self.costs, self.tax_bases, strict=True)
        return [
            {"code": code, "year": int(year), "size": float(size), "cost": float(cost), "tax_base": float(base)}
            for code, year, size, cost, base in columns
        ]

    def __len__(self) -> int:
        return len(self.codes)

    def __repr__(self) -> str:
        years = ", ".join(map(str, sorted({int(year) for year in self.years})))
        return f"<Panel: {len(self)} observations of {len(set(self.codes))} municipalities; {years}>"


def municipal_panel(year: int | None = None, *, statistics: Statistics | None = None) -> Panel:
    """Give what municipalities spent per inhabitant in a year, or in all years that there are (kommunernas kostnader).

    The whole municipal expenditure, all services together: an elasticity of it says nothing of a single service. The
    population is that of 31 December of the year before. Knivsta (0330) did not exist in 2002.

    Args:
        year: One of 2002, 2006, 2010, 2014, 2018 and 2022; ``None`` for all, one below the other.
        statistics: Other figures, by the names of the bundled ones; the bundled ones where it is ``None``.

    Raises:
        InvalidValueError: There are no figures for the year.

    >>> municipal_panel(2022)
    <Panel: 290 observations of 290 municipalities; 2022>
    >>> municipal_panel(2022).to_rows()[0]["size"]
    47820.0
    """
    figures = Statistics.bundled() if statistics is None else statistics
    asked = YEARS if year is None else (_read(year),)
    found = [(code, each) for each in asked for code in figures.codes(_COST) if _day(each) in figures.days(_COST, code)]
    sizes = [float(figures.value(_SIZE, code, _day(each - 1))) for code, each in found]
    costs = [float(figures.value(_COST, code, _day(each))) for code, each in found]
    bases = [float(figures.value(_BASE, code, dt.date(each, 1, 1))) for code, each in found]
    cells = [
        cell
        for code, each in found
        for cell in ((_COST, code, _day(each)), (_SIZE, code, _day(each - 1)), (_BASE, code, dt.date(each, 1, 1)))
    ]
    noted = [(cell, note) for cell in cells if (note := figures.note(*cell)) is not None]
    return Panel(
        codes=tuple([code for code, _ in found]),
        years=np.array([each for _, each in found]),
        sizes=np.array(sizes),
        costs=np.array(costs),
        tax_bases=np.array(bases),
        sources=tuple({figures.source(*cell): None for cell in cells}),
        notes=tuple([f"{name} of {code} on {day}: {note}" for (name, code, day), note in noted]),
    )


def _read(year: Any) -> int:
    if not is_integer(cast("type[object]", type(year))) or year not in YEARS:
        reason = f"there are no figures for {show(year)}; give one of {', '.join(map(str, YEARS))}, or None for all"
        raise InvalidValueError(reason, attribute="year")
    return int(year)


def _day(year: int) -> dt.date:
    return dt.date(year, 12, 31)
