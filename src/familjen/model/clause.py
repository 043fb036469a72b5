"""How a cost is shared, as data. What it comes to is computed in `familjen.allocation`."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, cast

import attrs

from familjen.amounts.methods import CLAUSE_METHODS
from familjen.language import in_currency, say, worded
from familjen.model.keys.key import Key
from familjen.model.kinds import tag_of
from familjen.model.source import Source
from familjen.model.steps.cost import BaseCost
from familjen.model.steps.limits import OTHERS, OUTSIDE
from familjen.model.steps.result import DeficitRule, SurplusRule
from familjen.model.steps.sharing import Distribution, FlatFee, Rate, TaxBaseRate, UnitPrice
from familjen.model.steps.step import Phase, Step
from familjen.model.terms import Condition, Invoicing, MembershipTerms, Vat
from familjen.validators import is_a, is_positive_amount, is_text, matches, one_of, optional, refuse, tuple_of

__all__ = ["CostClause"]

_PARTY_FIELDS = {"party", "parties", "carried_by", "financed_by"}
_NOBODY = {OTHERS, OUTSIDE}
_PHASES = {
    Phase.COST: "says what there is to share",
    Phase.SHARING: "shares the cost",
    Phase.BILL: "changes the parties' amounts",
    Phase.RESULT: "deals with the result",
}


def _is_in_order(instance: object, attribute: "attrs.Attribute[Any]", value: Any) -> None:
    """Refuse steps in an order that makes no sense, in one sentence."""
    tuple_of(is_a(Step))(instance, attribute, value)
    objection = next(_objections(value), None)
    if objection is not None:
        refuse(instance, attribute, objection)


def _objections(steps: tuple[Step, ...]) -> Iterator[str]:
    if all(step.phase is not Phase.SHARING for step in steps):
        yield "no step shares the cost; add a Distribution by a key, a Rate or a flat fee"
    last = Phase.COST
    for number, step in enumerate(steps):
        phase = last if step.phase is None else step.phase
        name = f"item {number}: {tag_of(type(step))}"
        if phase < last:
            yield f"{name} {_PHASES[phase]} and cannot stand after a step that {_PHASES[last]}; move it before"
        if step.phase is None and last is Phase.RESULT:
            yield f"{name} cannot stand after a step that {_PHASES[last]}; move it before"
        if number and isinstance(step, BaseCost):
            yield f"{name} gives the cost itself and must stand first"
        last = phase
    for rule in (SurplusRule, DeficitRule):
        if sum(isinstance(step, rule) for step in steps) > 1:
            yield f"there are two steps of the kind {tag_of(rule)}; keep one"
    yield from _pool_objections(steps)


def _pool_objections(steps: tuple[Step, ...]) -> Iterator[str]:
    spent: set[str | None] = set()
    for number, step in enumerate(steps):
        if isinstance(step, Rate | TaxBaseRate | UnitPrice | FlatFee) and step.pool in spent:
            yield f"item {number}: a step before has shared all the cost; move this fee before that one"
        if isinstance(step, Distribution):
            if step.pool in spent:
                pool = "" if step.pool is None else f" of {step.pool!r}"
                yield f"item {number}: a step before has shared all the cost{pool}; give that a share or an amount"
            if step.share is None and step.amount is None:
                spent.add(step.pool)


@attrs.frozen
class CostClause:
    """The clause of an agreement that says who pays what, in steps taken one by one (kostnadsfördelning).

    >>> from familjen.model import Equal, Income, Population
    >>> from familjen.dates import ReferenceDate
    >>> population = Population(ReferenceDate(1, 1, years_before=0))
    >>> clause = CostClause.of(Income("grants"), 0.3 * Equal() + 0.7 * population, unit=Decimal(1))
    >>> print(clause.text())
    1. Income (grants) is drawn from the cost.
    2. The cost is shared 30 % in equal parts and 70 % by number of inhabitants on 1 January the same year.
    3. Amounts are whole multiples of 1 kr, given out by the method largest-remainder so that they sum to the total.
    """

    steps: tuple[Step, ...] = attrs.field(validator=_is_in_order)
    """The steps, in order: what there is to share, how it is shared, what limits the amounts, and the result."""
    unit: Decimal = attrs.field(default=Decimal("0.01"), kw_only=True, validator=is_positive_amount)
    """The amount that bills are a multiple of: 0.01 for öre, 1 for kronor, 1000 for thousands of kronor."""
    method: str = attrs.field(
        default="largest-remainder",
        kw_only=True,
        validator=matches("|".join(CLAUSE_METHODS), f"a method here; use one of {', '.join(CLAUSE_METHODS)}"),
    )
    """How the units left over by rounding are given out: a method of `familjen.apportion` without a first divisor."""
    membership: MembershipTerms | None = attrs.field(
        default=None, kw_only=True, validator=optional(one_of(MembershipTerms))
    )
    """What a party pays that joins or leaves; ``None`` when the agreement does not say."""
    invoicing: Invoicing | None = attrs.field(default=None, kw_only=True, validator=optional(one_of(Invoicing)))
    """When it is invoiced; ``None`` when the agreement does not say."""
    vat: Vat | None = attrs.field(default=None, kw_only=True, validator=optional(one_of(Vat)))
    """Whether amounts include value-added tax; ``None`` when the agreement does not say."""
    conditions: tuple[Condition, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Condition))
    """What it depends on and no calculation can decide."""
    words: str | None = attrs.field(default=None, kw_only=True, validator=optional(is_text))
    """The clause as the agreement words it."""
    sources: tuple[Source, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Source))
    """Where it is said."""

    @classmethod
    def of(cls, *steps: Step | Key, **terms: Any) -> "CostClause":
        """Make a clause of steps, and of keys, by which the cost is then shared.

        Raises:
            InvalidValueError: It is neither a step nor a key, or the order makes no sense.
        """
        made = tuple(Distribution(step) if isinstance(step, Key) else step for step in steps)
        return cls(made, **terms)

    def text(self, lang: str = "en", currency: str = "SEK") -> str:
        """Word the clause as an agreement would put it, numbered.

        Args:
            lang: English (``"en"``) or Swedish (``"sv"``).
            currency: Currency of its amounts (ISO 4217); kronor are written kr.
        """
        lines = [step.text(lang) for step in self.steps]
        unit = say(self.unit, lang)
        lines.append(
            worded(
                lang,
                f"Amounts are whole multiples of {unit} kr, given out by the method {self.method} so that they sum to "
                "the total.",
                f"Belopp är hela multiplar av {unit} kr och fördelas med metoden {self.method} så att summan stämmer.",
            )
        )
        if self.membership is not None:
            lines.append(self.membership.text(lang))
        if self.invoicing is not None:
            lines.append(self.invoicing.text(lang))
        if self.vat is not None:
            lines.append(
                worded(
                    lang,
                    f"Amounts are {self.vat.value} of VAT.",
                    f"Belopp anges {'in' if self.vat is Vat.INCLUSIVE else 'ex'}klusive moms.",
                )
            )
        lines = [in_currency(line, currency) for line in lines]
        lines += [condition.text(lang) for condition in self.conditions]
        return "\n".join(f"{number}. {line}" for number, line in enumerate(lines, 1))

    def all_keys(self) -> Iterator[tuple[str, Key]]:
        """Give each key with its place in the clause, also those inside of others.

        >>> from familjen.model import Equal, Population
        >>> [place for place, _ in CostClause.of(0.5 * Equal() + 0.5 * Population()).all_keys()]
        ['steps[0].key', 'steps[0].key.parts[0].key', 'steps[0].key.parts[1].key']
        """
        for number, step in enumerate(self.steps):
            yield from _keys(step, f"steps[{number}]")

    def all_parties(self) -> Iterator[tuple[str, str]]:
        """Give the id of each party that steps and keys name, with its place in the clause.

        >>> from familjen.model import Equal, FlatFee, Subset
        >>> clause = CostClause.of(FlatFee(Decimal(5), parties=("1260",)), Subset(("1283",), Equal()))
        >>> list(clause.all_parties())
        [('steps[0].parties[0]', '1260'), ('steps[1].key.parties[0]', '1283')]
        """
        for number, step in enumerate(self.steps):
            for place, name, value in _fields(step, f"steps[{number}]"):
                if name in _PARTY_FIELDS and isinstance(value, str) and value not in _NOBODY:
                    yield place, value


def _fields(noun: object, place: str) -> Iterator[tuple[str, str, Any]]:
    """Give each field of a noun and of those inside of it: its place, its name, its value, tuples item by item."""
    kind = type(noun)
    if not attrs.has(kind):
        return
    for field in attrs.fields(kind):
        value: Any = getattr(noun, field.name)
        several = type(value) is tuple
        items: tuple[Any, ...] = cast("tuple[Any, ...]", value) if several else (value,)
        for number, item in enumerate(items):
            path = f"{place}.{field.name}[{number}]" if several else f"{place}.{field.name}"
            yield path, field.name, item
            yield from _fields(item, path)


def _keys(noun: object, place: str) -> Iterator[tuple[str, Key]]:
    if isinstance(noun, Key):
        yield place, noun
    kind = type(noun)
    if attrs.has(kind):
        for field in attrs.fields(kind):
            value: Any = getattr(noun, field.name)
            if type(value) is tuple:
                items = cast("tuple[object, ...]", value)
                for number, item in enumerate(items):
                    yield from _keys(item, f"{place}.{field.name}[{number}]")
            else:
                yield from _keys(value, f"{place}.{field.name}")
