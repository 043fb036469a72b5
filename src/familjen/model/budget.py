"""Budgets, accounts and the tables that were published of them."""

import datetime as dt
from decimal import Decimal

import attrs

from familjen.model.source import Source
from familjen.validators import (
    is_amount,
    is_bool,
    is_date,
    is_identifier,
    is_nonnegative_amount,
    is_text,
    is_whole,
    optional,
    tuple_of,
)

__all__ = ["Account", "Budget", "PublishedTable", "TableRow"]


@attrs.frozen
class Budget:
    """A budget for a year, and how it came about (budget).

    >>> Budget(2027, amount=Decimal(90_362_000), prepared_by="1489", consulted=("1442",)).year
    2027
    """

    year: int = attrs.field(validator=is_whole(1862, 9999))
    """The year that it is for."""
    amount: Decimal | None = attrs.field(default=None, kw_only=True, validator=optional(is_nonnegative_amount))
    """The cost that it allows, in the agreement's currency."""
    prepared_by: str | None = attrs.field(default=None, kw_only=True, validator=optional(is_identifier))
    """Id of the party that drew it up; ``None`` when nobody has said, or when the body itself did."""
    consulted: tuple[str, ...] | None = attrs.field(
        default=None, kw_only=True, validator=optional(tuple_of(is_identifier))
    )
    """Ids of the parties that were consulted before (samråd); ``None`` when nobody has said."""
    announced: dt.date | None = attrs.field(default=None, kw_only=True, validator=optional(is_date))
    """The day that the meeting which set it was announced on the notice board (tillkännagivande)."""
    adopted: dt.date | None = attrs.field(default=None, kw_only=True, validator=optional(is_date))
    """The day of the meeting that set it."""
    public: bool | None = attrs.field(default=None, kw_only=True, validator=optional(is_bool))
    """Whether that meeting was public; ``None`` when nobody has said."""
    sources: tuple[Source, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Source))
    """Where it is said."""


@attrs.frozen
class Account:
    """What a year came to: the cost, and what the payers were charged (utfall).

    >>> account = Account(2016, cost=Decimal(100), charged=Decimal(103))
    >>> account.charged - account.cost
    Decimal('3')
    """

    year: int = attrs.field(validator=is_whole(1862, 9999))
    """The year."""
    cost: Decimal = attrs.field(kw_only=True, validator=is_nonnegative_amount)
    """The whole cost of what was done, overheads included, in the agreement's currency."""
    charged: Decimal = attrs.field(kw_only=True, validator=is_nonnegative_amount)
    """What was charged for it in all, in the agreement's currency."""
    sources: tuple[Source, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Source))
    """Where it is said."""


@attrs.frozen
class TableRow:
    """A row of a published table: a label, an amount for each column, and the row's total as printed (tabellrad)."""

    label: str = attrs.field(validator=is_text)
    """What the row is about: a party's id or name, or another heading."""
    amounts: tuple[Decimal | None, ...] = attrs.field(validator=tuple_of(optional(is_amount)))
    """An amount for each column, as printed; ``None`` where the cell is empty."""
    total: Decimal | None = attrs.field(default=None, kw_only=True, validator=optional(is_amount))
    """The row's total as printed; ``None`` where there is none."""


@attrs.frozen
class PublishedTable:
    """A table of amounts as somebody has published it, with its mistakes (publicerad tabell).

    >>> rows = (TableRow("Alingsås", (Decimal(69_994),)), TableRow("Vårgårda", (Decimal(20_367),)))
    >>> table = PublishedTable("ram", "Shares", ("2027",), rows, totals=(Decimal(90_362),))
    >>> table.totals[0] - sum(row.amounts[0] for row in table.rows)
    Decimal('1')
    """

    id: str = attrs.field(validator=is_identifier)
    """Id within the agreement."""
    title: str = attrs.field(validator=is_text)
    """Its heading."""
    columns: tuple[str, ...] = attrs.field(validator=tuple_of(is_text))
    """Headings of the columns, such as years."""
    rows: tuple[TableRow, ...] = attrs.field(validator=tuple_of(TableRow))
    """Its rows, apart from the row of totals."""
    totals: tuple[Decimal | None, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(optional(is_amount)))
    """The row of totals as printed: one for each column, or empty where the table has none."""
    total: Decimal | None = attrs.field(default=None, kw_only=True, validator=optional(is_amount))
    """The total of all as printed; ``None`` where there is none."""
    add_up_columns: bool = attrs.field(default=False, kw_only=True, validator=is_bool)
    """Whether the columns are parts of a whole, so that rows add up too; years, say, are not."""
    unit: str = attrs.field(default="kr", kw_only=True, validator=is_text)
    """The unit of its amounts, as printed."""
    sources: tuple[Source, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Source))
    """Where it was published."""
