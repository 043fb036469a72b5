"""Where figures are looked up: a table and what is known about it, bundled or from a user's series."""

import datetime as dt
from collections.abc import Callable
from functools import cache
from itertools import groupby

import attrs

from familjen.model.source import Source
from familjen.places import bundled
from familjen.places.series import Cell, Series

__all__ = ["Layer", "bundled_layer", "own_layer"]


@attrs.frozen(eq=False)
class Layer:
    """A variable's figures from one place (lager)."""

    unit: str
    """Unit of the figures."""
    table: bundled.Table
    """Values by the code of the place and the day."""
    source: Callable[[dt.date], Source]
    """Where the figures of a day come from."""
    note: Callable[[str, dt.date], str | None]
    """What a reader should know about the figure of a place and a day."""


@cache
def bundled_layer(variable: str) -> Layer:
    """Make the layer of a bundled variable."""
    about = bundled.VARIABLES[variable]
    return Layer(
        about.unit,
        bundled.table(variable),
        lambda day: about.source(day.year),
        lambda code, day: bundled.NOTES.get((variable, code, day)),
    )


def own_layer(series: Series) -> Layer:
    """Make the layer of a user's series."""
    notes = {(cell.code, cell.day): cell.note for cell in series.cells if cell.note is not None}
    table = {
        code: {cell.day: cell.value for cell in cells}
        for code, cells in groupby(sorted(series.cells, key=_code), _code)
    }
    return Layer(series.unit, table, lambda _: series.source, lambda code, day: notes.get((code, day)))


def _code(cell: Cell) -> str:
    return cell.code
