"""Whatever a caller has, as a flat table (till tabell)."""

from collections.abc import Mapping
from typing import Any, TypeGuard

from familjen.errors import InvalidValueError
from familjen.io.flat.column import Column
from familjen.io.flat.from_frames import from_frame
from familjen.io.flat.table import Table
from familjen.model import PublishedTable

__all__ = ["as_table"]

_TOTAL = "Total"


def as_table(source: Any, *, name: str | None = None, amounts: bool = False) -> Table:
    """Make a table of whatever is given (gör tabell).

    Args:
        source: A table; a result, which is whatever has ``to_rows()``; a list of dicts; a published table, whose totals
            become the last row and column; or a frame of pandas, polars, pyarrow and others, see `from_frame`.
        name: What the table is called; unless given, the name that it has, or that of its class.
        amounts: Whether its numbers are amounts or other exact figures: a frame with floats of 32 bits is then refused.

    Raises:
        DocumentError: It is a frame that no flat table holds.
        InvalidValueError: It is none of these.
        MissingExtraError: It is a frame, and narwhals is not installed.

    >>> as_table([{"party": "Bjuv", "amount": 12}])
    <Table 'table': 1 row of party, amount>
    """
    if isinstance(source, PublishedTable):
        return _of_published(source, name or source.id)
    if callable(getattr(source, "to_rows", None)) and not isinstance(source, type):
        return Table.of(source, name=name)
    if _is_rows(source):
        return Table.of_rows(name or "table", source)
    return from_frame(source, name=name or "frame", amounts=amounts)


def _is_rows(source: Any) -> TypeGuard[list[Mapping[str, Any]]]:
    return isinstance(source, list | tuple) and all(isinstance(row, Mapping) for row in source)  # pyright: ignore[reportUnknownVariableType] - any rows


def _of_published(published: PublishedTable, name: str) -> Table:
    """Set a published table as rows, with its unit in the corner and its totals last, as it was printed."""
    wide = any(row.total is not None for row in published.rows) or published.total is not None
    if len({published.unit, *published.columns, *([_TOTAL] if wide else [])}) < len(published.columns) + 1 + wide:
        reason = "two headings are the same, or one is the unit; rename the columns"
        raise InvalidValueError(reason, attribute="source")
    columns = (
        Column(published.unit, "text", required=True),
        *(Column(heading, "decimal") for heading in (*published.columns, *([_TOTAL] if wide else []))),
    )
    rows = [(row.label, *row.amounts, *([row.total] if wide else [])) for row in published.rows]
    if published.totals:
        rows.append((_TOTAL, *published.totals, *([published.total] if wide else [])))
    return Table(name, columns, tuple(rows))
