"""Text in CSV that a spreadsheet would take for a formula (formelskydd)."""

import re

import attrs

from familjen.io.flat.column import Value
from familjen.io.flat.table import Table

__all__ = ["guarded", "unguarded"]

_risky = re.compile(r"'*[=+\-@\t\r]").match
_guarded = re.compile(r"'+[=+\-@\t\r]").match


def guarded(table: Table) -> Table:
    """Put an apostrophe before each text that begins as formulas do, and before one that begins so behind apostrophes.

    >>> from familjen.io.flat.column import Column
    >>> guarded(Table("t", (Column("name", "text"),), (("=1+1",), ("'+46",), ("Bjuv",)))).rows
    (("'=1+1",), ("''+46",), ('Bjuv',))
    """
    return attrs.evolve(table, rows=tuple(tuple(_guard(value) for value in row) for row in table.rows))


def unguarded(text: str) -> str:
    """Take that apostrophe away again.

    >>> unguarded("'=1+1"), unguarded("''+46"), unguarded("=1+1"), unguarded("'t Veld")
    ('=1+1', "'+46", '=1+1', "'t Veld")
    """
    return text[1:] if _guarded(text) else text


def _guard(value: Value) -> Value:
    return f"'{value}" if isinstance(value, str) and _risky(value) else value
