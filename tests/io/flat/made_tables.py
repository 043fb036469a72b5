"""Hypothesis strategies for flat tables."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from familjen.io.flat import KINDS, Column, Kind, Table

__all__ = ["FULL", "tables"]

FULL = Table(
    "Bill",
    (
        Column("party", "text", required=True),
        Column("year", "integer"),
        Column("amount", "decimal"),
        Column("share", "fraction"),
        Column("estimate", "float"),
        Column("paid", "boolean"),
        Column("due", "date"),
    ),
    (
        ("Bjuv", 2024, Decimal("12.50"), Fraction(1, 3), 0.1 + 0.2, True, dt.date(2024, 2, 29)),
        ("Örkelljunga", -1, Decimal("-0.05"), Fraction(-7), -1e-9, False, dt.date(1899, 12, 31)),
        ("none", None, None, None, None, None, None),
    ),
)
"""A table with a column of each kind."""

_VALUES: dict[Kind, st.SearchStrategy[Any]] = {
    "text": st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=12).filter(str.strip)
    | st.sampled_from(["=1+1", "+46", "-", "@x", "'x", '"', "a;b,c\td", "a\r\nb", "a\rb", "_x0041_", "#N/A", "0114"]),
    "integer": st.integers(-(10**20), 10**20),
    "decimal": st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**18), max_value=10**18)
    | st.sampled_from([Decimal("1E+3"), Decimal("-0.00"), Decimal("0." + "1" * 20)]),
    "fraction": st.fractions(max_denominator=10**9),
    "float": st.floats(allow_nan=False, allow_infinity=False),
    "boolean": st.booleans(),
    "date": st.dates(),
}
_names = st.text(alphabet="abåÖ ;,'\"-()12", min_size=1, max_size=6).filter(lambda name: name == name.strip())


@st.composite
def tables(draw: st.DrawFn, kinds: tuple[Kind, ...] = KINDS) -> Table:
    """Draw a table with no row that is wholly empty."""
    names = draw(st.lists(_names, min_size=1, max_size=4, unique_by=str.casefold))
    columns = tuple(Column(name, draw(st.sampled_from(kinds))) for name in names)
    row = st.tuples(*(st.none() | _VALUES[column.kind] for column in columns))
    rows = draw(st.lists(row.filter(lambda values: any(value is not None for value in values)), max_size=4))
    return Table("t", columns, tuple(rows))
