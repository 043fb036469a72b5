"""How a party's amount came about, in words and figures."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

import attrs

from familjen.allocation.statement import Charge, Statement, grouped
from familjen.model.clause import Equal, Population, Rate
from familjen.model.source import Source

__all__ = ["Explanation", "Step", "explanation_of"]


@attrs.frozen
class Step:
    """One step from the clause to a party's amount (steg)."""

    text: str
    """What is done, with its figures."""
    sources: tuple[Source, ...] = ()
    """Where the rule or the figure is written."""

    def __str__(self) -> str:
        titles = "; ".join(source.title for source in self.sources)
        return f"{self.text} [{titles}]" if titles else self.text


@attrs.frozen
class Explanation:
    """How a party's amount came about, step by step (förklaring). Print it to read it."""

    title: str
    """Who pays what, for which year."""
    steps: tuple[Step, ...]
    """The steps, in order."""

    def __str__(self) -> str:
        return "\n".join((self.title, *(f"  {number}. {step}" for number, step in enumerate(self.steps, 1))))


def explanation_of(statement: Statement, charge: Charge) -> Explanation:
    """Explain a charge of a statement."""
    title = f"{charge.name} pays {_money(charge.amount, statement)} for {statement.year}."
    return Explanation(title, (_rule(statement), *_weighing(statement, charge), *_amount(statement, charge)))


def _rule(statement: Statement) -> Step:
    split = statement.clause.split
    if isinstance(split, Rate):
        text = f"Each party pays {_money(split.per_inhabitant, statement)} per inhabitant."
    elif isinstance(split, Population):
        text = f"The cost of {_money(statement.total, statement)} is shared by number of inhabitants."
    elif isinstance(split, Equal):
        text = (
            f"The cost of {_money(statement.total, statement)} is shared equally by {len(statement.charges)} parties."
        )
    else:
        text = f"The cost of {_money(statement.total, statement)} is shared by fixed shares."
    return Step(text, statement.clause.sources)


def _weighing(statement: Statement, charge: Charge) -> Iterator[Step]:
    basis = statement.basis
    for assumption in statement.assumptions:
        yield Step(f"Assumption: {assumption}.")
    whole = sum(basis.weights, Fraction(0))
    if basis.day is not None:
        sources = (basis.source,) if basis.source else ()
        text = f"On {basis.day} {charge.name} had {grouped(charge.weight)} inhabitants, all parties {grouped(whole)}."
        yield Step(text, sources)
    elif not isinstance(statement.clause.split, Equal):
        yield Step(f"The share of {charge.name} is {charge.share}.")


def _amount(statement: Statement, charge: Charge) -> Iterator[Step]:
    split, clause = statement.clause.split, statement.clause
    exact = statement.exact_total * charge.share
    if isinstance(split, Rate):
        factors = f"{grouped(charge.weight)} × {_money(split.per_inhabitant, statement)}"
    else:
        whole = grouped(sum(statement.basis.weights, Fraction(0)))
        factors = f"{_money(statement.total, statement)} × {grouped(charge.weight)} / {whole}"
    yield Step(f"{factors} = {_exactly(exact, statement)}.")
    if statement.exact_total != Fraction(statement.total):
        total = _money(statement.total, statement)
        yield Step(f"The total of {_exactly(statement.exact_total, statement)} is rounded to {total}.")
    if exact != Fraction(charge.amount):
        text = (
            f"In whole multiples of {_money(clause.unit, statement)}, given out by {clause.method} so that the parts "
            f"sum to {_money(statement.total, statement)}: {_money(charge.amount, statement)}."
        )
        yield Step(text)


def _money(amount: Decimal, statement: Statement) -> str:
    return f"{amount:,} {'kr' if statement.currency == 'SEK' else statement.currency}"


def _exactly(amount: Fraction, statement: Statement) -> str:
    """Write an exact amount, with three dots where its decimals do not end within four."""
    shown = Decimal(round(amount * 10_000)) / 10_000
    whole = shown.quantize(Decimal(1)) if shown == shown.to_integral_value() else shown.normalize()
    return f"{'' if Fraction(shown) == amount else 'about '}{_money(whole, statement)}"
