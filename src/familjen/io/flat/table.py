"""A flat table: named columns of one kind each, and rows of values (platt tabell)."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import attrs

from familjen.allocation.grid import as_html
from familjen.errors import InvalidValueError, UnknownIdError
from familjen.io.flat.column import Column, Value, fault_of, need_columns
from familjen.io.flat.headings import columns_without_rows
from familjen.io.flat.kinds import as_kind, kind_of, plain_value
from familjen.language import say
from familjen.validators import is_text, refuse, show, tuple_of

__all__ = ["Table", "need_table"]

_SHOWN = 60


def _are_columns(instance: object, attribute: "attrs.Attribute[Any]", value: Any) -> None:
    tuple_of(Column)(instance, attribute, value)
    names = [column.name for column in value]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        refuse(instance, attribute, f"the column {twice[0]!r} stands there twice; rename one")


def _are_rows(instance: Any, attribute: "attrs.Attribute[Any]", value: Any) -> None:
    tuple_of(tuple)(instance, attribute, value)
    width = len(instance.columns)
    for number, row in enumerate(value, 1):
        if len(row) != width:
            refuse(instance, attribute, f"row {number} has {len(row)} values and there are {width} columns")
    for place, column in enumerate(instance.columns):
        for number, row in enumerate(value, 1):
            fault = fault_of(row[place], column)
            if fault is not None:
                refuse(instance, attribute, f"row {number}, column {column.name!r}: {fault}")


@attrs.frozen(repr=False)
class Table:
    """A flat table: named columns of one kind each, and rows of values (platt tabell).

    >>> from decimal import Decimal
    >>> bill = Table("bill", (Column("party", "text"), Column("amount", "decimal")), (("1260", Decimal("12.50")),))
    >>> bill
    <Table 'bill': 1 row of party, amount>
    """

    name: str = attrs.field(validator=is_text)
    """What it is called, such as a sheet's name."""
    columns: tuple[Column, ...] = attrs.field(validator=_are_columns)
    """Its columns, each with a name of its own."""
    rows: tuple[tuple[Value, ...], ...] = attrs.field(validator=_are_rows)
    """Its rows: a value for each column, of the column's kind, or ``None`` where the cell is empty."""

    @classmethod
    def of_rows(
        cls, name: str, rows: Iterable[Mapping[str, Any]], *, columns: Sequence[Column] | None = None
    ) -> "Table":
        """Make a table of dicts, a dict a row, and find the kinds of its columns.

        A row that lacks a name, or has empty text there, has an empty cell. Whole numbers, decimals and fractions in
        one column make it of the widest of these kinds, exactly; see `familjen.io.flat.kinds.kind_of`.

        Args:
            name: What the table is called.
            rows: The dicts.
            columns: The columns, where they are known: then rows have no other names. Without rows and without columns
                there are none.

        Raises:
            InvalidValueError: They are no dicts, or no list of `Column`; a column holds values of several kinds, or of
                none.

        >>> from fractions import Fraction
        >>> Table.of_rows("shares", [{"party": "Bjuv", "share": Fraction(1, 3)}, {"party": "Klippan"}]).rows
        (('Bjuv', Fraction(1, 3)), ('Klippan', None))
        """
        need_columns(columns)
        if not isinstance(rows, Iterable):
            raise InvalidValueError(f"{show(rows)} is no list of dicts", attribute="rows")
        listed = [_a_row(row, number) for number, row in enumerate(rows, 1)]
        names = list(dict.fromkeys(key for row in listed for key in row))
        if columns is not None:
            unknown = [each for each in names if each not in {column.name for column in columns}]
            if unknown:
                known = ", ".join(column.name for column in columns)
                raise InvalidValueError(f"{unknown[0]!r} is none of the columns {known}", attribute="rows")
        cells = {key: [plain_value(row.get(key)) for row in listed] for key in names}
        if columns is None:
            columns = [Column(key, kind_of(cells[key], key)) for key in names]
        empty = [None] * len(listed)
        values = [[as_kind(value, each.kind) for value in cells.get(each.name, empty)] for each in columns]
        return cls(name, tuple(columns), tuple(zip(*values, strict=True)))

    @classmethod
    def of(cls, result: Any, *, name: str | None = None) -> "Table":
        """Make a table of a result: whatever has ``to_rows()``, as all results of this library do.

        A report without findings is a table without rows that has the columns of findings.

        Args:
            result: The result.
            name: What the table is called; the name of the result's class unless given.

        Raises:
            InvalidValueError: It has no ``to_rows()``.

        >>> from familjen.games import CostGame, shapley
        >>> Table.of(shapley(CostGame.of({"A": 12, "H": 6, "A+H": 15})))
        <Table 'CostShares': 2 rows of player, part, alone, saving, saving_percent>
        """
        if isinstance(result, cls):
            return result if name is None else attrs.evolve(result, name=name)
        if isinstance(result, type) or not callable(getattr(result, "to_rows", None)):
            raise InvalidValueError(f"{show(result)} has no to_rows(); give a result or a Table", attribute="result")
        return cls.of_rows(name or type(result).__name__, result.to_rows(), columns=columns_without_rows(result))

    @property
    def names(self) -> tuple[str, ...]:
        """The columns' headings."""
        return tuple(column.name for column in self.columns)

    def values(self, name: str) -> tuple[Value, ...]:
        """Give the values of a column.

        Raises:
            UnknownIdError: There is no such column.
        """
        if name not in self.names:
            raise UnknownIdError.of("column", name, self.names)
        place = self.names.index(name)
        return tuple(row[place] for row in self.rows)

    def to_rows(self) -> list[dict[str, Value]]:
        """Give a dict for each row, with every column's name."""
        return [dict(zip(self.names, row, strict=True)) for row in self.rows]

    def __len__(self) -> int:
        return len(self.rows)

    def __repr__(self) -> str:
        rows = "1 row" if len(self.rows) == 1 else f"{len(self.rows)} rows"
        return f"<Table {self.name!r}: {rows} of {', '.join(self.names) or 'no columns'}>"

    def _repr_html_(self) -> str:
        shown = [["" if value is None else say(value, "en") for value in row] for row in self.rows[:_SHOWN]]
        more = len(self.rows) - len(shown)
        return as_html(self.names, shown, notes=(f"… and {more} more rows",) if more else ())


def need_table(value: Any, attribute: str) -> None:
    """Refuse what is not a table.

    Raises:
        InvalidValueError: It is something else.
    """
    if not isinstance(value, Table):
        raise InvalidValueError(f"{show(value)} is not a Table; make one with Table.of", attribute=attribute)


def _a_row(row: Any, number: int) -> Mapping[str, Any]:
    """Give a row as it is, where it is a dict that is named by text."""
    if not isinstance(row, Mapping):
        raise InvalidValueError(f"row {number}: {show(row)} is not a dict of values by name", attribute="rows")
    named: dict[Any, Any] = {**row}
    wrong = [key for key in named if not isinstance(key, str)]
    if wrong:
        raise InvalidValueError(f"row {number}: the name {show(wrong[0])} is not text", attribute="rows")
    return named
