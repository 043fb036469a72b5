"""Flat tables as data frames of the caller's library, exactly (till dataramar)."""

# Frames are of any library, so their types are not known to a checker.
# pyright: basic

from collections.abc import Callable, Collection, Mapping
from decimal import Decimal
from importlib import import_module
from types import ModuleType
from typing import Any

import attrs

from familjen.errors import InvalidValueError, MissingExtraError, UnknownIdError
from familjen.io.flat.cells import written_cell
from familjen.io.flat.column import Kind
from familjen.io.flat.kinds import as_kind
from familjen.io.flat.source import as_table
from familjen.io.flat.table import Table
from familjen.validators import show

__all__ = ["to_frame"]

_DIGITS = {"polars": 38, "pyarrow": 76}
"""How many digits the decimals of a library have."""
_LARGEST = 2**63
_PANDAS = {"text": "string", "integer": "Int64", "float": "Float64", "boolean": "boolean"}


@attrs.frozen
class _Series:
    """A column of a frame: its kind there, and the digits of decimals: after the point, and in all."""

    kind: Kind
    values: list[Any]
    scale: int = 0
    digits: int = 0


def to_frame(source: Any, backend: str | ModuleType, *, floats: Collection[str] = ()) -> Any:
    """Make a data frame of a result, a table or rows, in your own library (till dataram).

    Nothing exact becomes a float unless ``floats`` says so. Decimals are polars' ``Decimal``, pyarrow's ``decimal128``
    (``decimal256`` beyond 38 digits), and in pandas the `Decimal` objects themselves; days are dates, in pandas
    ``datetime.date`` objects. Neither polars nor pyarrow knows fractions: there they are text, 1/3; in pandas they are
    `Fraction` objects. Whole numbers beyond 64 bits are decimals. Empty cells are null; pandas gets its nullable types.

    Args:
        source: Whatever `as_table` takes.
        backend: ``"pandas"``, ``"polars"`` or ``"pyarrow"``, or the imported module.
        floats: The names of columns of numbers that are to be floats, to the nearest: shares to draw, say.

    Returns:
        A ``pandas.DataFrame``, ``polars.DataFrame`` or ``pyarrow.Table``.

    Raises:
        InvalidValueError: The library is another, a column of ``floats`` holds no numbers, or a decimal has more digits
            than the library keeps.
        MissingExtraError: The library is not installed.
        UnknownIdError: There is no column of a name in ``floats``.
    """
    named = _backend(backend)
    table = as_table(source)
    if isinstance(floats, str) or not isinstance(floats, Collection):
        hint = f"; write ({floats!r},)" if isinstance(floats, str) else ""
        raise InvalidValueError(f"{show(floats)} is no list of names{hint}", attribute="floats")
    for name in floats:
        if name not in table.names:
            raise UnknownIdError.of("column", name, table.names)
    made = {name: _series(table, place, named, as_float=name in floats) for place, name in enumerate(table.names)}
    try:
        module = import_module(named)
    except ModuleNotFoundError:
        raise MissingExtraError(f"a frame of {named} needs {named}: pip install {named}", extra="frames") from None
    return _MAKERS[named](module, made)


def _backend(backend: Any) -> str:
    named: Any = getattr(backend, "__name__", backend)
    if named not in tuple(_MAKERS):
        raise InvalidValueError(f"{show(named)} is none of {', '.join(_MAKERS)}", attribute="backend")
    return str(named)


def _series(table: Table, place: int, backend: str, *, as_float: bool) -> _Series:
    column = table.columns[place]
    values: list[Any] = [row[place] for row in table.rows]
    if as_float:
        if column.kind not in {"integer", "decimal", "fraction", "float"}:
            reason = f"the column {column.name!r} holds {column.kind}, which is no number"
            raise InvalidValueError(reason, attribute="floats")
        return _Series("float", [None if value is None else float(value) for value in values])
    if column.kind == "fraction" and backend != "pandas":
        return _Series("text", [written_cell(value, ".") or None for value in values])
    if column.kind == "integer" and any(abs(value) >= _LARGEST for value in values if value is not None):
        values = [as_kind(value, "decimal") for value in values]
        return _decimals(values, backend, column.name)
    return _decimals(values, backend, column.name) if column.kind == "decimal" else _Series(column.kind, values)


def _decimals(values: list[Decimal | None], backend: str, name: str) -> _Series:
    """Find how many digits follow the point, so that none is cut off."""
    given = [value for value in values if value is not None]
    scale = max([0, *(-int(value.as_tuple().exponent) for value in given)])
    digits = scale + max([0, *(value.adjusted() + 1 for value in given if value)])
    if digits > _DIGITS.get(backend, digits):
        reason = f"the column {name!r} needs {digits} digits, and {backend} keeps {_DIGITS[backend]}"
        raise InvalidValueError(f"{reason}; ask for pandas, or for floats=({name!r},)", attribute="backend")
    return _Series("decimal", values, scale, digits)


def _of_pandas(pandas: Any, made: Mapping[str, _Series]) -> Any:
    return pandas.DataFrame(
        {name: pandas.Series(each.values, dtype=_PANDAS.get(each.kind, "object")) for name, each in made.items()}
    )


def _of_polars(polars: Any, made: Mapping[str, _Series]) -> Any:
    kinds = {
        "text": polars.String,
        "integer": polars.Int64,
        "float": polars.Float64,
        "boolean": polars.Boolean,
        "date": polars.Date,
    }
    schema = {name: kinds.get(each.kind) or polars.Decimal(38, each.scale) for name, each in made.items()}
    return polars.DataFrame({name: each.values for name, each in made.items()}, schema=schema)


def _of_pyarrow(pyarrow: Any, made: Mapping[str, _Series]) -> Any:
    kinds = {
        "text": pyarrow.string(),
        "integer": pyarrow.int64(),
        "float": pyarrow.float64(),
        "boolean": pyarrow.bool_(),
        "date": pyarrow.date32(),
    }
    arrays = {
        name: pyarrow.array(each.values, kinds.get(each.kind) or _arrow_decimal(pyarrow, each))
        for name, each in made.items()
    }
    return pyarrow.table(arrays)


def _arrow_decimal(pyarrow: Any, series: _Series) -> Any:
    narrow = 38
    made = pyarrow.decimal128 if series.digits <= narrow else pyarrow.decimal256
    return made(narrow if series.digits <= narrow else _DIGITS["pyarrow"], series.scale)


_MAKERS: Mapping[str, Callable[[Any, Mapping[str, _Series]], Any]] = {
    "pandas": _of_pandas,
    "polars": _of_polars,
    "pyarrow": _of_pyarrow,
}
