"""Invoices of a statement, and what is settled when the outcome is known."""

import datetime as dt
from decimal import Decimal

import attrs

from familjen.allocation.grid import as_html, as_lines, written
from familjen.allocation.statement import Statement
from familjen.amounts import apportion
from familjen.amounts.exact import difference
from familjen.errors import InvalidValueError
from familjen.language import worded
from familjen.model import Invoicing
from familjen.validators import show

__all__ = ["Invoice", "Reconciliation", "invoices", "reconcile"]


@attrs.frozen
class Invoice:
    """What a party is asked to pay on a day (faktura)."""

    party: str
    """Id of the party."""
    name: str
    """Its name."""
    year: int
    """The year that it is for."""
    due: dt.date
    """The day."""
    amount: Decimal
    """The amount, in the clause's unit; below zero for a credit (kreditfaktura)."""
    number: int
    """Which instalment it is, from 1."""
    of: int
    """How many there are."""
    preliminary: bool = False
    """Whether it is reconciled with the outcome later."""


def invoices(statement: Statement, invoicing: Invoicing | None = None) -> tuple[Invoice, ...]:
    """Give the year's invoices: equal instalments in the clause's unit, which come to each party's amount.

    Units that cannot be parted equally go to the earlier instalments.

    Args:
        statement: The statement.
        invoicing: When it is invoiced; as the clause says unless given.

    Raises:
        InvalidValueError: Neither the clause nor the caller says when, or the year has no such day.

    >>> from familjen.allocation import allocate
    >>> from familjen.dates import ReferenceDate
    >>> from familjen.model import CostClause, Equal
    >>> halves = Invoicing(tuple(ReferenceDate(month, 1, years_before=0) for month in (1, 7)))
    >>> bill = allocate(CostClause.of(Equal(), unit=Decimal(1), invoicing=halves), year=2016, cost=5, parties=["1283"])
    >>> [(str(each.due), str(each.amount)) for each in invoices(bill)]
    [('2016-01-01', '3'), ('2016-07-01', '2')]
    """
    if not isinstance(statement, Statement):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise InvalidValueError(f"{show(statement)} is not a statement", attribute="statement")
    terms = statement.clause.invoicing if invoicing is None else invoicing
    if terms is None:
        reason = "the clause does not say when it is invoiced; give invoicing="
        raise InvalidValueError(reason, attribute="invoicing")
    days = sorted(day.resolve(statement.year) for day in terms.due)
    made: list[Invoice] = []
    for party, name, amount in zip(statement.parties, statement.names, statement.amounts, strict=True):
        parts = apportion(amount, (1,) * len(days), unit=statement.clause.unit)
        made += [
            Invoice(party, name, statement.year, day, part, number, len(days), terms.preliminary)
            for number, (day, part) in enumerate(zip(days, parts, strict=True), 1)
        ]
    return tuple(made)


@attrs.frozen(repr=False)
class Reconciliation:
    """What each party still pays, or gets back, when the preliminary amounts meet the outcome (avräkning)."""

    preliminary: Statement
    """What was billed before the outcome was known."""
    final: Statement
    """What should have been billed."""
    due: dt.date | None = None
    """The day of the reconciliation; ``None`` when nobody has said."""

    @property
    def differences(self) -> dict[str, Decimal]:
        """What each party still pays, by its id; below zero for what it gets back."""
        paid = dict(zip(self.preliminary.parties, self.preliminary.amounts, strict=True))
        owed = dict(zip(self.final.parties, self.final.amounts, strict=True))
        return {
            party: difference(owed.get(party, Decimal(0)), paid.get(party, Decimal(0))) for party in {**paid, **owed}
        }

    @property
    def total(self) -> Decimal:
        """What all still pay together."""
        return difference(self.final.total, self.preliminary.total)

    def invoices(self) -> tuple[Invoice, ...]:
        """Give an invoice or a credit for each party that is not even.

        Raises:
            InvalidValueError: Nobody has said on which day.
        """
        if self.due is None:
            reason = "the clause does not say when it is reconciled; give its Invoicing a day, or reconcile(due=)"
            raise InvalidValueError(reason, attribute="due")
        names = self._names()
        return tuple(
            Invoice(party, names[party], self.final.year, self.due, amount, 1, 1)
            for party, amount in self.differences.items()
            if amount
        )

    def _names(self) -> dict[str, str]:
        both = (self.final, self.preliminary)
        return {code: name for each in both for code, name in zip(each.parties, each.names, strict=True)}

    def table(self, lang: str = "en") -> tuple[tuple[str, ...], list[tuple[str, ...]], tuple[str, ...]]:
        """Give the heading, the rows and the total, as text."""
        names = self._names()
        paid = dict(zip(self.preliminary.parties, self.preliminary.amounts, strict=True))
        owed = dict(zip(self.final.parties, self.final.amounts, strict=True))
        head = (
            worded(lang, "Party", "Part"),
            worded(lang, "Preliminary", "Preliminärt"),
            worded(lang, "Final", "Slutligt"),
            worded(lang, "To pay", "Att betala"),
        )
        rows: list[tuple[str, ...]] = [
            (names[party], written(paid.get(party), lang), written(owed.get(party), lang), written(amount, lang))
            for party, amount in self.differences.items()
        ]
        totals = (self.preliminary.total, self.final.total, self.total)
        return head, rows, (worded(lang, "Total", "Summa"), *(written(each, lang) for each in totals))

    def text(self, lang: str = "en") -> str:
        """Give it as a plain table, in English (``"en"``) or Swedish (``"sv"``)."""
        due = [] if self.due is None else [worded(lang, f"Due on {self.due}", f"Förfaller {self.due}")]
        return "\n".join([*as_lines(*self.table(lang)), *due])

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        return f"<Reconciliation {self.final.year}: {len(self.differences)} parties, {self.total:,} to pay>"

    def _repr_html_(self) -> str:
        return as_html(*self.table())


def reconcile(preliminary: Statement, final: Statement, *, due: dt.date | None = None) -> Reconciliation:
    """Settle a year: what each party was billed before the outcome was known against what it should pay.

    Make the final statement by `familjen.allocate` with the outcome, and ``values=IndexStatus.FINAL`` where the clause
    has preliminary and final index values.

    Args:
        preliminary: What was billed.
        final: What should have been billed.
        due: The day of the reconciliation; as the final statement's clause says unless given.

    Raises:
        InvalidValueError: They are for different years, agreements or currencies.

    >>> from familjen.allocation import allocate
    >>> from familjen.model import Equal
    >>> budget = allocate(Equal(), year=2016, cost=100, parties=["1283", "1260"])
    >>> print(reconcile(budget, allocate(Equal(), year=2016, cost=90, parties=["1283", "1260"])))
    Party        Preliminary  Final  To pay
    ---------------------------------------
    Helsingborg        50.00  45.00   -5.00
    Bjuv               50.00  45.00   -5.00
    ---------------------------------------
    Total             100.00  90.00  -10.00
    """
    for statement in (preliminary, final):
        if not isinstance(statement, Statement):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise InvalidValueError(f"{show(statement)} is not a statement", attribute="statement")
    for name in ("year", "agreement", "currency"):
        one, other = getattr(preliminary, name), getattr(final, name)
        if one != other:
            reason = f"the preliminary statement has {name} {one}, the final one {other}; reconcile like with like"
            raise InvalidValueError(reason, attribute="final")
    terms = final.clause.invoicing
    if due is None and terms is not None and terms.reconciled is not None:
        due = terms.reconciled.resolve(final.year + 1)
    return Reconciliation(preliminary, final, due)
