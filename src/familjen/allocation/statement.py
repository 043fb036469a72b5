"""Who pays what, and why."""

import json
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Any

import attrs

from familjen.allocation.assumption import assumptions_of
from familjen.allocation.basis import Basis
from familjen.allocation.grid import as_html, as_lines, written
from familjen.allocation.rounding import in_units, shortest
from familjen.allocation.run import Check, Move
from familjen.amounts.vector import Vector
from familjen.dates import ReferenceDate
from familjen.errors import FamiljenError, UnknownIdError
from familjen.language import worded
from familjen.model import CostClause
from familjen.places import Statistics

if TYPE_CHECKING:
    from familjen.allocation.explanation import Explanation

__all__ = ["Charge", "Statement"]

_YEAR_END = ReferenceDate(12, 31, years_before=1)


@attrs.frozen
class Charge:
    """What one party pays (avgift)."""

    party: str
    """Id of the party."""
    name: str
    """Its name."""
    weight: Fraction | None
    """What it is weighed by, such as its inhabitants; ``None`` where the clause shares in several ways."""
    share: Fraction
    """Its exact part of the whole, before rounding."""
    amount: Decimal
    """What it pays, a multiple of the clause's unit; below zero for what it receives."""
    exact: Fraction = Fraction(0)
    """What it pays before rounding."""


@attrs.frozen
class Statement:
    """Who pays what for a year, to the last unit (debiteringsunderlag).

    The charges come to the total exactly.
    """

    parties: tuple[str, ...]
    """Ids of the parties, in the order in which they were given."""
    names: tuple[str, ...] = attrs.field(kw_only=True)
    """Their names."""
    amounts: tuple[Decimal, ...] = attrs.field(kw_only=True)
    """What each party pays, in that order."""
    exact: Vector = attrs.field(kw_only=True)
    """What each party pays before rounding, in that order."""
    total: Decimal = attrs.field(kw_only=True)
    """What all pay together, in the currency."""
    year: int = attrs.field(kw_only=True)
    """The year that is billed."""
    basis: Basis | None = attrs.field(kw_only=True)
    """What the parties are weighed by, of which day, from which source; ``None`` where the clause shares in several
    ways."""
    clause: CostClause = attrs.field(kw_only=True)
    """The clause that was followed."""
    agreement: str | None = attrs.field(default=None, kw_only=True)
    """Id of the agreement that holds the clause."""
    currency: str = attrs.field(default="SEK", kw_only=True)
    """Currency of all amounts (ISO 4217)."""
    reference: ReferenceDate | None = attrs.field(default=None, kw_only=True)
    """The day on which figures are taken where the clause does not say; an assumption of whoever billed."""
    moves: tuple[Move, ...] = attrs.field(default=(), kw_only=True)
    """What each step of the clause did."""
    checks: tuple[Check, ...] = attrs.field(default=(), kw_only=True)
    """What was tested, such as self-cost."""
    last_year: Mapping[str, Fraction] | None = attrs.field(default=None, kw_only=True)
    """What each party paid the year before; ``None`` when nobody has said."""
    presence: Vector = attrs.field(kw_only=True)
    """How much of the year each party is a party, in the charges' order."""
    statistics: Statistics | None = attrs.field(default=None, kw_only=True, eq=False)
    """Where figures were looked up."""

    @property
    def exact_total(self) -> Fraction:
        """The total before it was rounded to the clause's unit."""
        return self.exact.total

    @cached_property
    def charges(self) -> tuple[Charge, ...]:
        """A charge for each party, in the order in which the parties were given."""
        nobody = (None,) * len(self.amounts)
        weights = nobody if self.basis is None else self.basis.weights
        shares = self.exact
        if sum(self.exact.counts):
            shares = self.exact.shares
        elif self.basis is not None:
            shares = self.basis.shares
        columns = (self.parties, self.names, weights, shares, self.amounts, self.exact)
        return tuple([Charge(*row) for row in zip(*columns, strict=True)])

    def charge(self, party: str) -> Charge:
        """Look up a party's charge by its id.

        Raises:
            UnknownIdError: The party is not billed.
        """
        for charge in self.charges:
            if charge.party == party:
                return charge
        raise UnknownIdError.of("charge for party", party, [charge.party for charge in self.charges])

    def explain(self, party: str, *, lang: str = "en") -> "Explanation":
        """Say step by step how a party's amount came about; print it to read it.

        Raises:
            UnknownIdError: The party is not billed.
        """
        from familjen.allocation.explanation import explanation_of

        return explanation_of(self, self.charge(party), lang)

    def per_inhabitant(self, party: str) -> Fraction | None:
        """Give what a party pays per inhabitant, exactly, counted as the clause counts, or on the last year's end.

        ``None`` where there is no such figure.

        Raises:
            UnknownIdError: The party is not billed.
        """
        charge = self.charge(party)
        if self.basis is not None and self.basis.of == "inhabitants":
            return Fraction(charge.amount) / charge.weight if charge.weight else None
        try:
            figures = Statistics.bundled() if self.statistics is None else self.statistics
            inhabitants = figures.value("population", party, _YEAR_END.resolve(self.year))
        except FamiljenError:
            return None
        return Fraction(charge.amount) / Fraction(inhabitants) if inhabitants else None

    def change(self, party: str) -> Fraction | None:
        """Give by how much a party's amount has changed since last year; ``None`` where that year is not known.

        Raises:
            UnknownIdError: The party is not billed.
        """
        before = None if self.last_year is None else self.last_year.get(party)
        return None if before is None else Fraction(self.charge(party).amount) - before

    @property
    def assumptions(self) -> tuple[str, ...]:
        """What was assumed because the clause does not say it."""
        return assumptions_of(self.moves, self.reference)

    @property
    def made_by(self) -> str:
        """The version of familjen that made it."""
        from importlib.metadata import version

        return f"familjen {version('familjen')}"

    @property
    def sources(self) -> tuple[str, ...]:
        """The data that it rests on: titles of the figures' sources, and the days they are of."""
        found: dict[str, None] = {}
        for move in self.moves:
            if move.basis is not None:
                found |= dict.fromkeys(_sources(move.basis))
        return tuple(found)

    def to_rows(self) -> list[dict[str, object]]:
        """Give a dict for each charge, which pandas, polars, csv and Excel take as they are."""
        named = {} if self.basis is None else {self.basis.of.replace(" ", "_"): None}
        rows: list[dict[str, object]] = []
        for charge in self.charges:
            row: dict[str, object] = {"party": charge.party, "name": charge.name, "year": self.year}
            row |= dict.fromkeys(named, None if charge.weight is None else _plain(charge.weight))
            row |= {"share": charge.share, "amount": charge.amount, "currency": self.currency}
            row |= {"per_inhabitant": self.per_inhabitant(charge.party), "change": self.change(charge.party)}
            rows.append(row)
        return rows

    def to_dict(self, *, lang: str = "en") -> dict[str, Any]:
        """Give all of it as JSON takes it, with each party's explanation; exact numbers are text."""
        return {
            "year": self.year,
            "agreement": self.agreement,
            "currency": self.currency,
            "vat": None if self.clause.vat is None else self.clause.vat.value,
            "total": str(self.total),
            "charges": [
                {
                    **{name: _json(value) for name, value in row.items() if name not in {"year", "currency"}},
                    "explanation": [str(step) for step in self.explain(charge.party, lang=lang).steps],
                }
                for row, charge in zip(self.to_rows(), self.charges, strict=True)
            ],
            "assumptions": list(assumptions_of(self.moves, self.reference, lang)),
            "conditions": [condition.text(lang) for condition in self.clause.conditions],
            "checks": [
                {"what": check.what, "holds": check.holds, "charged": str(check.charged), "limit": str(check.limit)}
                for check in self.checks
            ],
            "clause": self.clause.text(lang, self.currency),
            "made_by": self.made_by,
            "data": list(self.sources),
        }

    def to_json(self, *, lang: str = "en", indent: int | None = 2) -> str:
        """Give all of it as JSON text."""
        return json.dumps(self.to_dict(lang=lang), ensure_ascii=False, indent=indent)

    def table(self, lang: str = "en") -> tuple[tuple[str, ...], list[tuple[str, ...]], tuple[str, ...]]:
        """Give the heading, the rows and the total, as text."""
        changes = self.last_year is not None
        basis = None if self.basis is None or self.basis.of == "share" else self.basis
        head = [worded(lang, "Party", "Part")]
        head += [] if basis is None else [_capital(basis.name(lang))]
        head += [worded(lang, "Share", "Andel"), self.currency]
        head += [worded(lang, "Change", "Förändring")] if changes else []
        rows: list[tuple[str, ...]] = []
        for charge in self.charges:
            cells = [charge.name]
            cells += [] if basis is None or charge.weight is None else [_grouped(charge.weight, lang)]
            cells += [_percent(charge.share, lang), written(charge.amount, lang)]
            if changes:
                change = self.change(charge.party)
                cells.append("" if change is None else written(in_units(change, self.clause.unit), lang))
            rows.append(tuple(cells))
        total = [worded(lang, "Total", "Summa")]
        total += [] if basis is None else [_grouped(basis.weights.total, lang)]
        total += ["", written(self.total, lang), *([""] if changes else [])]
        return tuple(head), rows, tuple(total)

    def notes(self, lang: str = "en") -> list[str]:
        """Give what stands below the table: assumptions, conditions, tests, value-added tax."""
        assumptions = assumptions_of(self.moves, self.reference, lang)
        said = [f"{worded(lang, 'Assumption', 'Antagande')}: {assumption}" for assumption in assumptions]
        said += [condition.text(lang) for condition in self.clause.conditions]
        for check in self.checks:
            holds = worded(lang, "holds", "uppfyllt") if check.holds else worded(lang, "does not hold", "ej uppfyllt")
            figures = (
                f"{self._money(check.charged, lang)} {worded(lang, 'against', 'mot')} {self._money(check.limit, lang)}"
            )
            name = {"self-cost": worded(lang, "Self-cost", "Självkostnad")}.get(check.what, check.what.capitalize())
            said.append(f"{name}: {figures}, {holds}")
        if self.clause.vat is not None:
            inclusive = self.clause.vat.value == "inclusive"
            said.append(
                worded(
                    lang,
                    f"Amounts are {self.clause.vat.value} of VAT",
                    f"Belopp {'in' if inclusive else 'ex'}klusive moms",
                )
            )
        return said

    def _money(self, amount: Fraction, lang: str) -> str:
        cents = in_units(amount, Decimal("0.01"))
        return f"{written(cents, lang)} {'kr' if self.currency == 'SEK' else self.currency}"

    def text(self, lang: str = "en") -> str:
        """Give the statement as a plain table, in English (``"en"``) or Swedish (``"sv"``)."""
        return "\n".join([*as_lines(*self.table(lang)), *self.notes(lang)])

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        what = f" under {self.agreement!r}" if self.agreement else ""
        return f"<Statement {self.year}{what}: {len(self.amounts)} parties pay {self.total:,} {self.currency}>"

    def _repr_html_(self) -> str:
        return as_html(*self.table(), self.notes())


def _plain(weight: Fraction) -> int | Fraction:
    return weight.numerator if weight.denominator == 1 else weight


def _json(value: object) -> object:
    return value if value is None or isinstance(value, str | int) else str(value)


def _sources(basis: Basis) -> list[str]:
    own = [] if basis.source is None else [f"{basis.source.title}, {basis.of} on {basis.day}"]
    return own + [title for part in basis.parts for title in _sources(part)]


def _grouped(weight: Fraction, lang: str) -> str:
    """Write a weight: with decimals where they end or a fraction would be long, and else as a fraction."""
    shown = shortest(weight, 4)
    if Fraction(shown) == weight or weight.denominator > 10**4:
        return written(shown, lang)
    return str(weight)


def _percent(share: Fraction, lang: str) -> str:
    return f"{float(share):.2%}" if lang == "en" else f"{float(share * 100):.2f} %".replace(".", ",")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
