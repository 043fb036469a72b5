"""Which tables hold a noun, and how they hang together (register)."""

from collections.abc import Mapping

import attrs

from familjen.errors import UnknownIdError
from familjen.io.flat.column import Column
from familjen.io.register.slot import Slot

__all__ = ["ORDER", "Home", "Layout", "Sheet"]

ORDER = "order"
"""The column that says in which order the rows of one parent stand."""


@attrs.frozen
class Home:
    """Where the rows of a table belong: a list of their parent's (hemvist)."""

    parent: str
    """Name of the parent's table."""
    path: tuple[str, ...]
    """The names of the fields that lead from the parent's noun to the list, or to the one noun."""
    needed: bool = False
    """Whether the parent's noun cannot be made without the list, empty or not."""
    columns: tuple[str, ...] = ()
    """The columns of the rows that hold the parent's key; none where the parent is the only row of its table."""


@attrs.frozen
class Sheet:
    """A table of a register: a row for each noun of one kind (tabell i ett register)."""

    name: str
    """Its name."""
    noun: type
    """What its rows are."""
    slots: tuple[Slot, ...]
    """The columns that hold the noun's own values."""
    homes: tuple[Home, ...] = ()
    """Where its rows belong; empty for the root and for nouns that are shared."""
    parents: tuple[Column, ...] = ()
    """The columns that hold the parents' keys."""
    key: tuple[str, ...] = ()
    """The columns that tell the rows apart; none where there is one row only."""
    many: bool = True
    """Whether it may have several rows."""
    shared: bool = False
    """Whether its nouns are cited by id from other tables, and belong to no one of them."""

    numbered: bool = False
    """Whether rows of other tables name its rows by their order."""

    @property
    def ordered(self) -> bool:
        """Whether its rows have an order, which the column `ORDER` holds."""
        return self.many and not self.shared

    @property
    def columns(self) -> tuple[Column, ...]:
        """All its columns: the parents' keys, its own, and the order."""
        order = (Column(ORDER, "integer", required=self.numbered),) if self.ordered else ()
        return (*self.parents, *(slot.column for slot in self.slots), *order)


@attrs.frozen
class Layout:
    """The tables that hold a noun, the root first (register)."""

    noun: type
    """The root's noun."""
    sheets: Mapping[str, Sheet]
    """The tables by name, in the order in which they are written."""

    @property
    def root(self) -> Sheet:
        """The table of the root, which has one row."""
        return next(iter(self.sheets.values()))

    def sheet(self, name: str) -> Sheet:
        """Look up a table.

        Raises:
            UnknownIdError: There is none of that name.
        """
        if name not in self.sheets:
            raise UnknownIdError.of("table", name, self.sheets)
        return self.sheets[name]
