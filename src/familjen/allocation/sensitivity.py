"""How each party's bill moves when an input does."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeAlias

import attrs

from familjen.allocation.bill import allocate
from familjen.allocation.effects import Effect, InputKind, Sensitivity
from familjen.allocation.statement import Statement
from familjen.amounts.exact import product
from familjen.amounts.weights import is_mapping
from familjen.errors import FamiljenError, InvalidValueError
from familjen.model import Agreement, CostClause, Distribution, Key, Source, Step
from familjen.places import Series, Statistics
from familjen.places.series import Value
from familjen.progress import Progress, need_progress
from familjen.validators import show

__all__ = ["sensitivity"]

_ONE_PER_CENT = Decimal("0.01")

Change: TypeAlias = tuple[InputKind, str, str | None, dict[str, Any]]
"""An input, whose it is, and what is then given instead."""


class _Watched(Statistics):
    """Statistics that remember what was asked of them."""

    __slots__ = ("asked",)

    def __init__(self, own: tuple[Series, ...] = ()) -> None:
        super().__init__(own)
        self.asked: dict[tuple[str, str, dt.date], Value] = {}

    def value(self, variable: str, code: str, day: dt.date, *, interpolate: str | None = None) -> Value:
        """Look up a figure, and remember it."""
        found = super().value(variable, code, day, interpolate=interpolate)
        self.asked[variable, code, day] = found
        return found


def sensitivity(
    under: Agreement | CostClause | Step | Key,
    *,
    year: int,
    cost: Decimal | int | Mapping[str, Decimal | int] | None = None,
    amounts: Mapping[str, Decimal | int] | None = None,
    statistics: Statistics | None = None,
    keys: Mapping[str, Key] | None = None,
    step: Decimal = _ONE_PER_CENT,
    on_progress: Progress | None = None,
    **given: Any,
) -> Sensitivity:
    """Change one input after the other, and say how each party's bill moves, exactly.

    The cost, every pool and named amount, and every figure that the clause looks up are raised by the step; each party
    leaves once, which makes the others share what is left; and each other key takes the place of the clause's own.

    Args:
        under: The agreement, clause, step or key.
        year: The year that is billed.
        cost: The cost to share, or that of each pool.
        amounts: The year's amounts that steps ask for by name.
        statistics: Where figures are looked up; the bundled statistics unless given.
        keys: Other keys to try, by name, where one distribution shares the cost.
        step: How much inputs are raised by: ``Decimal("0.01")`` for 1 %.
        on_progress: Told after each change how many are done, and of how many.
        given: What else `familjen.allocate` takes.

    Raises:
        InvalidValueError: The bill cannot be made as it is, the step is no finite number, or the clause has several
            distributions, or none, for a key to take the place of.

    Complexity: a bill for each figure that is looked up, each party and each key.

    >>> from familjen.dates import ReferenceDate
    >>> from familjen.model import Equal, Population
    >>> population = Population(ReferenceDate(12, 31, years_before=1))
    >>> found = sensitivity(population, year=2016, cost=1_000_000, parties=["1283", "1260"], keys={"equal": Equal()})
    >>> print(found)
    Change                         That party   All others   Most: whom           by
    --------------------------------------------------------------------------------
    cost +1 %                                   +10,000.00  Helsingborg    +9,021.27
    Helsingborg: population +1 %      +875.05      -875.05         Bjuv      -875.05
    Bjuv: population +1 %             +882.08      -882.08  Helsingborg      -882.08
    Helsingborg leaves            -902,126.63  +902,126.63         Bjuv  +902,126.63
    Bjuv leaves                    -97,873.37   +97,873.37  Helsingborg   +97,873.37
    key: equal                                       +0.00  Helsingborg  -402,126.63
    """
    if type(step) is not Decimal or not step.is_finite() or not step:
        raise InvalidValueError(f"{show(step)} is no step; give Decimal('0.01') for 1 %", attribute="step")
    need_progress(on_progress, "changes are")
    own = Statistics.bundled() if statistics is None else statistics
    watched = _Watched(own.own_series)
    base = allocate(under, year=year, cost=cost, amounts=amounts, statistics=watched, **given)
    fine = _finer(under, step)

    def bill(**other: Any) -> Statement:
        known: dict[str, Any] = {"cost": cost, "amounts": amounts, "statistics": own, "parties": base.parties}
        return allocate(other.pop("under", fine), year=year, **{**known, **given, **other})

    named = _raised_costs(cost, step) + _raised_amounts(amounts or {}, step)
    named += _raised_figures(watched.asked, own, step) + _without_each(base.parties)
    named += [(InputKind.KEY, name, None, {"under": _with_key(fine, key)}) for name, key in (keys or {}).items()]
    effects: list[Effect] = []
    for kind, what, party, other in named:
        try:
            changes, refused = _differences(base, bill(**other)), None
        except FamiljenError as error:
            changes, refused = {}, str(error)
        effects.append(Effect(kind, what, party, changes, refused))
        if on_progress is not None:
            on_progress(len(effects), len(named))
    return Sensitivity(base, tuple(effects), step)


def _differences(base: Statement, made: Statement) -> dict[str, Fraction]:
    before = dict(zip(base.parties, base.exact, strict=True))
    after = dict(zip(made.parties, made.exact, strict=True))
    return {party: after.get(party, Fraction(0)) - amount for party, amount in before.items()}


def _raised_costs(cost: Any, step: Decimal) -> list[Change]:
    if cost is None:
        return []
    if not is_mapping(cost):
        return [(InputKind.COST, "cost", None, {"cost": _raised(cost, step)})]
    return [
        (InputKind.COST, name, None, {"cost": {**cost, name: _raised(amount, step)}}) for name, amount in cost.items()
    ]


def _raised_amounts(amounts: Mapping[str, Decimal | int], step: Decimal) -> list[Change]:
    return [
        (InputKind.AMOUNT, name, None, {"amounts": {**amounts, name: _raised(amount, step)}})
        for name, amount in amounts.items()
    ]


def _raised_figures(asked: Mapping[tuple[str, str, dt.date], Value], own: Statistics, step: Decimal) -> list[Change]:
    """Raise each figure that was looked up, by series and party on all its days; one that is zero does not rise."""
    found: dict[tuple[str, str], list[tuple[str, dt.date, Decimal]]] = {}
    for (variable, code, day), value in asked.items():
        if value:
            found.setdefault((variable, code), []).append((code, day, _raised(value, step)))
    made: list[Change] = []
    for (variable, code), rows in found.items():
        negative = any(value < 0 for _, _, value in rows)
        source = Source(f"raised by {step:%}")
        series = Series.from_rows(variable, own.unit(variable), source, rows, may_be_negative=negative)
        made.append((InputKind.FIGURE, variable, code, {"statistics": own.with_series(series)}))
    return made


def _without_each(parties: tuple[str, ...]) -> list[Change]:
    if len(parties) < 2:  # noqa: PLR2004 - somebody must be left
        return []
    return [
        (InputKind.PARTY, party, party, {"parties": tuple([code for code in parties if code != party])})
        for party in parties
    ]


def _raised(value: Decimal | int, step: Decimal) -> Decimal:
    """Raise a value by the step, without rounding."""
    return product(Decimal(value), 1 + step)


def _finer(under: Agreement | CostClause | Step | Key, step: Decimal) -> Agreement | CostClause:
    """Give the clause in so fine a unit that raised costs are multiples of it; exact amounts do not depend on it."""
    agreement = under if isinstance(under, Agreement) else None
    clause = agreement.cost_clause if agreement is not None else under
    if isinstance(clause, Key | Step):
        clause = CostClause.of(clause)
    assert isinstance(clause, CostClause)  # noqa: S101 - it has been billed
    fine = attrs.evolve(clause, unit=Decimal(1).scaleb(int(step.as_tuple().exponent) - 12))
    return fine if agreement is None else attrs.evolve(agreement, cost_clause=fine)


def _with_key(under: Agreement | CostClause, key: Key) -> Agreement | CostClause:
    """Put a key in the place of the clause's one."""
    clause = under.cost_clause if isinstance(under, Agreement) else under
    assert clause is not None  # noqa: S101 - it has been billed
    own = [step for step in clause.steps if isinstance(step, Distribution)]
    if len(own) != 1:
        reason = f"the clause has {len(own)} distributions, so nobody knows whose key changes; compare statements"
        raise InvalidValueError(reason, attribute="keys")
    other = attrs.evolve(
        clause, steps=tuple([attrs.evolve(own[0], key=key) if step is own[0] else step for step in clause.steps])
    )
    return other if not isinstance(under, Agreement) else attrs.evolve(under, cost_clause=other)
