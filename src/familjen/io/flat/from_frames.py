"""Flat tables from data frames of any library (från dataramar)."""

# Frames come from any library, so their types are not known to a checker.
# pyright: basic

import datetime as dt
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from typing import Any

from familjen.errors import InvalidValueError, MissingExtraError
from familjen.io.flat.cells import read_value
from familjen.io.flat.column import Column, Kind, need_columns
from familjen.io.flat.gathered import Reader, column_letter, gathered
from familjen.io.flat.kinds import kind_of, plain_value
from familjen.io.flat.table import Table
from familjen.io.parse import document_error
from familjen.validators import show

__all__ = ["from_frame"]

_KINDS: dict[str, Kind] = {
    "String": "text",
    "Enum": "text",
    "Boolean": "boolean",
    "Date": "date",
    "Datetime": "date",
    "Decimal": "decimal",
    "Float64": "float",
    "Float32": "float",
}
_ANY = {"Categorical", "Object", "Unknown"}


def from_frame(
    frame: Any, columns: Sequence[Column] | None = None, *, name: str = "frame", amounts: bool = False
) -> Table:
    """Read a data frame as a table (från dataram).

    Where pandas has NaN, NaT or NA, and others null, a cell is empty, and so is one with empty text. Floats stay
    floats, unless ``columns`` says that they are decimals: then each is the decimal number that it is written as, 0.1
    and not 0.1000000000000000055. Times are days where all are midnight. A nameless index of whole numbers is no
    column.

    Args:
        frame: A frame of pandas, polars, pyarrow, modin or whatever narwhals knows, or anything that has
            ``__arrow_c_stream__``.
        columns: The columns, in the order that the table is to have; the frame has exactly these, in any order. Unless
            given, they are of the kinds that the frame's are.
        name: What the table is called.
        amounts: Whether its numbers are amounts or other exact figures: floats of 32 bits, which keep seven digits, are
            then refused.

    Raises:
        DocumentError: The frame is no such table. Its ``problems`` are all that is wrong, each with its row and column.
        InvalidValueError: It is no frame, it is one that is not collected yet, or its index holds something; the
            columns are no list of `Column`.
        MissingExtraError: narwhals is not installed.
    """
    need_columns(columns)
    origin = f"the frame {name!r}"
    wanted: dict[str, Kind] = {column.name: column.kind for column in columns or ()}
    found, cells = _columns(_opened(frame), wanted, origin, amounts=amounts)
    reader = Reader(
        lambda _: "text",
        read_value,
        lambda number: f"row {number}" if number else "the headings",
        lambda number, letter: f"row {number}, column {letter}",
        head=0,
    )
    rows = list(enumerate(zip(*cells, strict=True), 1))
    return gathered(
        name, [column.name for column in found], rows, found if columns is None else columns, reader, origin
    )


def _columns(
    opened: Any, wanted: Mapping[str, Kind], origin: str, *, amounts: bool
) -> tuple[list[Column], list[list[Any]]]:
    """Read a frame's columns, and their values."""
    wrong = [each for each in opened.columns if type(each) is not str]
    faults = [(f"column {show(each)}", "its name is not text; rename it") for each in wrong]
    found: list[Column] = []
    cells: list[list[Any]] = []
    for place, each in enumerate([] if faults else opened.columns):
        try:
            values, kind = _read(opened[each], wanted.get(each), amounts=amounts)
            found.append(Column(each, kind))
            cells.append(values)
        except InvalidValueError as error:
            faults.append((f"column {column_letter(place)} ({each})", error.reason))
    if faults:
        raise document_error(faults, origin)
    return found, cells


def _opened(frame: Any) -> Any:
    """Open a frame by narwhals."""
    try:
        import narwhals as nw
        from narwhals.exceptions import DuplicateError
    except ModuleNotFoundError:
        raise MissingExtraError.of("reading data frames", "frames") from None
    try:
        try:
            opened = nw.from_native(frame, eager_only=True)
        except TypeError:
            opened = _from_arrow(frame, nw)
        _ = opened.columns
    except DuplicateError:
        raise InvalidValueError("two columns of the frame have the same name; rename one", attribute="frame") from None
    index = nw.maybe_get_index(opened)
    if index is not None and (list(index.names) != [None] or index.inferred_type not in {"integer", "empty"}):
        reason = "the index of the frame holds something; make it a column with reset_index(), or drop it"
        raise InvalidValueError(reason, attribute="frame")
    return opened


def _from_arrow(frame: Any, nw: Any) -> Any:
    if not hasattr(frame, "__arrow_c_stream__"):
        hint = (
            "collect it first" if hasattr(frame, "collect") else "give a frame of pandas, polars or pyarrow, or a Table"
        )
        raise InvalidValueError(f"{show(type(frame).__name__)} is no data frame; {hint}", attribute="frame")
    backend = next((each for each in ("pyarrow", "polars") if find_spec(each) is not None), None)
    if backend is None:
        raise MissingExtraError("reading an Arrow stream needs pyarrow or polars: pip install pyarrow", extra="frames")
    try:
        return nw.from_arrow(frame, backend=backend)
    except (TypeError, ValueError):
        reason = f"{show(type(frame).__name__)} is a single column, or no table; give a frame of named columns"
        raise InvalidValueError(reason, attribute="frame") from None


def _read(series: Any, wanted: Kind | None, *, amounts: bool) -> tuple[list[Any], Kind]:
    """Give a column's values, ``None`` where they are null, and their kind."""
    named = type(series.dtype).__name__
    if named == "Datetime" and (series.dt.nanosecond() % 1000 > 0).any():  # Python's own times have none
        raise InvalidValueError("holds times of day, down to billionths of a second; take the days of them")
    empty = series.is_null().to_list()
    values = [None if none else _plain(value) for value, none in zip(series.to_list(), empty, strict=True)]
    if named == "Float32" and (amounts or wanted in {"decimal", "fraction"}):
        raise InvalidValueError(
            "is of Float32, which keeps seven digits, and decimals are exact; make it from its source"
        )
    if all(value is None for value in values):
        return values, "integer" if series.dtype.is_integer() else _KINDS.get(named, "text")
    if series.dtype.is_integer():
        return [None if value is None else int(value) for value in values], "integer"
    if named in _KINDS:
        return values, _KINDS[named]
    if named not in _ANY:
        raise InvalidValueError(f"is of {series.dtype}, which no flat table holds; part it, or leave it out")
    return values, kind_of(values, series.name) if wanted is None else wanted


def _plain(value: Any) -> Any:
    if not isinstance(value, dt.datetime):
        return plain_value(value)
    if value.tzinfo is not None or value.time() != dt.time() or getattr(value, "nanosecond", False):
        raise InvalidValueError(f"holds the time {value}, and a table holds days; take the day of it")
    return value.date()
