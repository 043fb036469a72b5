"""A column of a register's table: what of a noun stands there, and how (kolumn i ett register)."""

import enum

import attrs

from familjen.io.flat.column import Column, Kind

__all__ = ["Form", "Slot"]


class Form(enum.StrEnum):
    """How a value of a noun stands in one cell (cellform)."""

    VALUE = "value"
    """A value of the column's kind."""
    LIST = "list"
    """Several values, each on a line of the cell; ids may be parted by commas."""
    SHARED = "shared"
    """The id of a noun that has a table of its own because many cite it: a source, a party."""
    SHARED_LIST = "shared-list"
    """Several such ids."""
    JSON = "json"
    """A tree that is no table, such as a cost clause, as JSON."""


@attrs.frozen
class Slot:
    """A column of a register's table, and what of a noun stands in it (kolumn i ett register)."""

    column: Column
    """Its heading and its kind; lists, ids and JSON are text."""
    path: tuple[str, ...]
    """The names of the fields that lead to the value, from the row's noun; none of an id that is the table's alone."""
    owner: type = str
    """The noun that has the field."""
    type: object = str
    """The type of the field, as the noun declares it."""
    form: Form = Form.VALUE
    """How the value stands in the cell."""
    item: Kind = "text"
    """What the items of a list are."""
    ids: bool = False
    """Whether it is an id, or a list of ids."""
    refers: str | None = None
    """The table whose ids stand here; ``None`` where there is no such table, or not one alone."""
    options: tuple[str, ...] = ()
    """The values of an enumeration; empty where there is none."""
    needed: bool = False
    """Whether a noun cannot be made without it: a list that may be empty, but not left out."""
    nullable: bool = True
    """Whether the value may be ``None``: of a list, then an empty cell is ``None`` and ``[]`` is an empty list."""

    @property
    def name(self) -> str:
        """The column's heading."""
        return self.column.name

    @property
    def many(self) -> bool:
        """Whether several values stand in the cell."""
        return self.form in {Form.LIST, Form.SHARED_LIST}
