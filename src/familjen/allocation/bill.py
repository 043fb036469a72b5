"""From a clause, a year and a cost to what each party pays."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any, TypeAlias, cast

from familjen.allocation import agreed, bounded, combined, costs, indexing, limiting, measured, results, sharing
from familjen.allocation.assumption import assumptions_of
from familjen.allocation.basis import Basis
from familjen.allocation.membership import presence_in
from familjen.allocation.occasion import Occasion
from familjen.allocation.rounding import Rounding, to_units
from familjen.allocation.run import Move, Run, take, together
from familjen.allocation.statement import Statement
from familjen.amounts.exact import multiple
from familjen.amounts.vector import Vector, plainly
from familjen.amounts.weights import is_mapping
from familjen.dates import ReferenceDate
from familjen.errors import InvalidValueError, MissingDataError, UnknownIdError
from familjen.model import (
    Agreement,
    BaseCost,
    CostClause,
    DeficitRule,
    Distribution,
    IndexStatus,
    Key,
    Phase,
    Step,
    SurplusRule,
)
from familjen.model.kinds import tag_of
from familjen.model.party import PARTY_CLASSES, Party
from familjen.places import Statistics, municipalities, regions
from familjen.validators import show

__all__ = ["Amount", "allocate"]

_TAUGHT = (agreed, bounded, combined, costs, indexing, limiting, measured, results, sharing)
"""The modules that say how each key is weighed and each step taken."""

Amount: TypeAlias = Decimal | int
"""An exact amount."""


def allocate(  # noqa: PLR0913 - what a bill depends on, each by its name
    under: Agreement | CostClause | Step | Key,
    *,
    year: int,
    cost: Amount | Mapping[str, Amount] | None = None,
    parties: Iterable[Party | str] | None = None,
    amounts: Mapping[str, Amount] | None = None,
    statistics: Statistics | None = None,
    reference: ReferenceDate | None = None,
    indices: Mapping[str, Mapping[int, Decimal]] | None = None,
    values: IndexStatus | None = None,
    last_year: "Statement | Mapping[str, Amount] | None" = None,
    currency: str | None = None,
) -> Statement:
    """Work out what each party pays for a year, exactly, with an explanation for each.

    Args:
        under: The agreement with its clause, a clause, or a key or a step that shares the cost alone.
        year: The year that is billed.
        cost: The cost to share, in the currency, or the cost of each pool. It is left out where the clause gives it, or
            charges at rates only.
        parties: Who pays: parties, or their ids. For an agreement its own parties unless given.
        amounts: The year's amounts that steps ask for by name: income by its own name, ``equity``, ``result``,
            ``actual_cost``, ``actual_overhead``.
        statistics: Where figures are looked up; the bundled statistics unless given.
        reference: The day on which figures are taken, where the clause does not say. It is then an assumption, and the
            statement says so.
        indices: Yearly changes of indices that the clause names and does not give, such as
            ``{"PKV": {2027: Decimal("0.03")}}``.
        values: Which values of indices count, preliminary or final, whatever the clause says: to reconcile.
        last_year: The statement of the year before, or what each party paid, for changes and their limits.
        currency: Currency of the cost; the agreement's own, or SEK.

    Raises:
        InvalidValueError: A figure is missing, too many, or one that cannot be; the sentence names the clause's step.
        MissingDataError: There is no figure for a party on the reference day.
        UnknownIdError: The clause names a series that the statistics have not.

    Complexity: a look-up for each party and key, n log n for limits, and one apportionment.

    >>> from familjen.model import Population
    >>> population = Population(ReferenceDate(12, 31, years_before=1))
    >>> print(allocate(population, year=2016, parties=["1283", "1260"], cost=100_000))
    Party        Inhabitants   Share         SEK
    --------------------------------------------
    Helsingborg      137,909  90.21%   90,212.66
    Bjuv              14,962   9.79%    9,787.34
    --------------------------------------------
    Total            152,871          100,000.00
    """
    _check(year, reference)
    _need_changes({} if indices is None else indices)
    _need_kinds(statistics, values, currency)
    clause = _clause(under)
    payers, presence = _payers(under, clause, year, parties)
    pools = _pools(clause, cost, amounts or {})
    figures = Statistics.bundled() if statistics is None else statistics
    money = currency or (under.currency if isinstance(under, Agreement) else "SEK")
    owners = under.owners if isinstance(under, Agreement) else ()
    run = Run(
        Occasion(tuple(payers), year, figures, reference, owners),
        presence,
        dict(pools),
        {name: _exact(amount, f"amounts[{name!r}]") for name, amount in (amounts or {}).items()},
        indices or {},
        values,
        _before(last_year, money),
        frozenset([step.pool for step in clause.steps if isinstance(step, Distribution) and step.pool is not None]),
        charges=Vector((0,) * len(payers)),
    )
    _follow(clause, run)
    _need_use_of_reference(reference, run)
    return _statement(under, clause, payers, run, together(pools.values()) if pools else None, money)


def _follow(clause: CostClause, run: Run) -> None:
    """Take the steps, one after the other."""
    run.moves += [Move("set", name or "cost", operand=amount, after=amount) for name, amount in run.pools.items()]
    for number, step in enumerate(clause.steps):
        try:
            if step.phase is Phase.SHARING and not run.sharing:
                _begin_sharing(clause, run)
            take(step, run)
        except InvalidValueError as error:
            reason = f"step {number + 1} ({tag_of(type(step))}): {error.reason}"
            raise InvalidValueError(reason, attribute=error.attribute) from None
        except MissingDataError as error:
            raise MissingDataError(
                f"step {number + 1} ({tag_of(type(step))}): {error}",
                variable=error.variable,
                code=error.code,
                day=error.day,
                nearest=error.nearest,
            ) from None
        except UnknownIdError as error:
            reason = f"step {number + 1} ({tag_of(type(step))}): {error}"
            raise UnknownIdError(reason, kind=error.kind, identifier=error.identifier, near=error.near) from None
    rules = SurplusRule | DeficitRule
    left = {name: amount for name, amount in run.pools.items() if amount}
    if left and not any(isinstance(step, rules) for step in clause.steps):
        said = ", ".join(
            f"{plainly(amount)} of {'the cost' if name is None else repr(name)}" for name, amount in left.items()
        )
        if min(left.values()) < 0:
            reason = f"the fees bring in more than the cost ({said}); add a SurplusRule, or lower them"
            raise InvalidValueError(reason, attribute="steps")
        reason = f"no step shares {said}; add a Distribution for it, or a DeficitRule"
        raise InvalidValueError(reason, attribute="steps")
    result = run.amounts.get("result")
    if "result" in run.used and result is not None and not _is_dealt_with(result, clause):
        reason = f"the result is a deficit, {plainly(result)}, and the clause has no rule for one; add a DeficitRule"
        raise InvalidValueError(reason, attribute="amounts")
    unknown = sorted(set(run.amounts) - run.used)
    if unknown:
        reason = f"no step of the clause asks for {', '.join(map(repr, unknown))}; leave it out"
        raise InvalidValueError(reason, attribute="amounts")


def _is_dealt_with(result: Fraction, clause: CostClause) -> bool:
    """Tell whether the clause has a rule for a result; a surplus may stay where it is."""
    return result >= 0 or any(isinstance(step, DeficitRule) for step in clause.steps)


def _need_use_of_reference(reference: ReferenceDate | None, run: Run) -> None:
    """Refuse a reference date that nothing uses, unless it is the one that the clause itself says."""
    if reference is None or assumptions_of(run.moves, reference):
        return
    days = [day for move in run.moves if move.basis is not None for day in _days(move.basis)]
    if not days:
        raise InvalidValueError("the clause needs no reference date; leave it out", attribute="reference")
    if reference.resolve(run.occasion.year) not in days:
        reason = f"the clause itself counts inhabitants on {days[0]}; leave reference= out or change the clause"
        raise InvalidValueError(reason, attribute="reference")


def _days(basis: Basis) -> list[dt.date]:
    own = [] if basis.day is None else [basis.day]
    return own + [day for part in basis.parts for day in _days(part)]


def _begin_sharing(clause: CostClause, run: Run) -> None:
    run.sharing, run.whole = True, dict(run.pools)
    for name, amount in run.pools.items():
        if amount < 0 and not any(isinstance(step, SurplusRule) for step in clause.steps):
            what = "the cost" if name is None else f"the cost of {name!r}"
            reason = (
                f"{what} is negative, {plainly(amount)}, and the clause has no rule for a surplus; add a SurplusRule"
            )
            raise InvalidValueError(reason, attribute="cost")


def _statement(
    under: object,
    clause: CostClause,
    payers: Mapping[str, str],
    run: Run,
    cost: Fraction | int | None,
    currency: str,
) -> Statement:
    whole = Rounding.of(run.charges, clause.unit)
    if not whole.is_whole and run.charges.total == cost:
        reason = f"{cost} is not a multiple of the clause's unit, {clause.unit}; round it first, or give a smaller unit"
        raise InvalidValueError(reason, attribute="cost")
    bases = [move.basis for move in run.moves if move.operation in {"share", "add-each"}]
    return Statement(
        run.occasion.parties,
        names=tuple(payers.values()),
        amounts=to_units(run.charges, run.occasion.parties, clause.unit, clause.method, held=run.held),
        exact=run.charges,
        total=multiple(whole.units, clause.unit),
        year=run.occasion.year,
        basis=bases[0] if len(bases) == 1 else None,
        clause=clause,
        agreement=under.id if isinstance(under, Agreement) else None,
        currency=currency,
        reference=run.occasion.reference,
        moves=tuple(run.moves),
        checks=tuple(run.checks),
        last_year=run.last_year,
        presence=run.presence,
        statistics=run.occasion.statistics,
    )


def _check(year: int, reference: ReferenceDate | None) -> None:
    if reference is not None and type(reference) is not ReferenceDate:
        raise InvalidValueError(f"{show(reference)} is not a ReferenceDate", attribute="reference")
    if type(year) is not int or not 1 <= year <= 9999:  # noqa: PLR2004 - the years that dates can hold
        raise InvalidValueError(f"{show(year)} is not a year", attribute="year")


def _need_kinds(statistics: Any, values: Any, currency: Any) -> None:
    """Refuse what would be passed over in silence, or fail later without a sentence."""
    if statistics is not None and not isinstance(statistics, Statistics):
        reason = f"{show(statistics)} is not a Statistics; use Statistics.bundled().with_series(...)"
        raise InvalidValueError(reason, attribute="statistics")
    if values is not None and type(values) is not IndexStatus:
        raise InvalidValueError(f"{show(values)} is not an IndexStatus; give IndexStatus.FINAL", attribute="values")
    if currency is not None and (type(currency) is not str or re.fullmatch("[A-Z]{3}", currency) is None):
        reason = f"{show(currency)} is not a currency code: three capital letters (ISO 4217), such as 'SEK'"
        raise InvalidValueError(reason, attribute="currency")


def _need_changes(indices: Any) -> None:
    """Refuse changes of indices that are not given by index and year."""
    if is_mapping(indices) and all(
        is_mapping(changes) and all(type(year) is int for year in changes) for changes in indices.values()
    ):
        return
    reason = (
        f"{show(indices)} is not a mapping from index to year, an int, and change; "
        "give {'PKV': {2027: Decimal('0.03')}}"
    )
    raise InvalidValueError(reason, attribute="indices")


def _clause(under: Agreement | CostClause | Step | Key) -> CostClause:
    if isinstance(under, CostClause):
        return under
    if isinstance(under, Key | Step):
        return CostClause.of(under)
    if not isinstance(under, Agreement):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise InvalidValueError(f"{show(under)} is neither an agreement, a clause nor a key", attribute="under")
    if under.cost_clause is None:
        raise InvalidValueError(f"agreement {under.id!r} has no cost clause", attribute="cost_clause")
    return under.cost_clause


def _payers(
    under: object, clause: CostClause, year: int, parties: Iterable[Party | str] | None
) -> tuple[dict[str, str], Vector]:
    """Give those who pay, id to name, in order, and how much of the year each is a party."""
    own = presence_in(under, clause.membership, year) if isinstance(under, Agreement) else None
    if isinstance(parties, str) or not isinstance(parties, Iterable | None):
        raise InvalidValueError(f"{show(parties)} is no list of parties; give a list", attribute="parties")
    payers: dict[str, str] = {}
    names = _names()
    for party in own or {} if parties is None else parties:
        if isinstance(party, str):
            code, name = party, names.get(party, party)
        elif isinstance(party, PARTY_CLASSES):
            code, name = party.id, party.name
        else:
            raise InvalidValueError(f"{show(party)} is neither a party nor its id", attribute="parties")
        if code in payers:
            raise InvalidValueError(f"{code!r} is billed twice", attribute="parties")
        if own is not None and code not in own:
            raise InvalidValueError(f"{code!r} is not a party to the agreement in {year}", attribute="parties")
        payers[code] = name
    if not payers:
        raise InvalidValueError("there is nobody to bill; give parties=", attribute="parties")
    return payers, Vector((1,) * len(payers)) if own is None else Vector.of([own[code] for code in payers])


@cache
def _names() -> dict[str, str]:
    return {known.code: known.name for known in regions()} | {known.code: known.name for known in municipalities()}


def _pools(
    clause: CostClause, cost: Amount | Mapping[str, Amount] | None, amounts: Mapping[str, Amount]
) -> dict[str | None, Fraction]:
    """Read the cost, by pools."""
    if not isinstance(amounts, Mapping):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise InvalidValueError(f"{show(amounts)} is not a mapping from name to amount", attribute="amounts")
    if cost is None:
        needs = any(isinstance(step, Distribution) for step in clause.steps)
        if needs and not any(isinstance(step, BaseCost) for step in clause.steps):
            raise InvalidValueError("there is no cost to share; give cost=", attribute="cost")
        return {}
    uses = (Distribution, SurplusRule, DeficitRule)
    if not any(isinstance(step, uses) for step in clause.steps) and _only_rates(clause):
        raise InvalidValueError("a rate or fee makes its own total; leave cost out", attribute="cost")
    if isinstance(cost, Mapping):
        if not cost:
            raise InvalidValueError("there is no cost pool; give cost={'name': ...}", attribute="cost")
        stranger = next((name for name in cost if type(name) is not str or not name), None)
        if stranger is not None or None in cost:
            raise InvalidValueError(f"{show(stranger)} is no name of a cost pool; give text", attribute="cost")
        return {name: _exact(amount, f"cost[{name!r}]") for name, amount in cost.items()}
    return {None: _exact(cost, "cost")}


def _only_rates(clause: CostClause) -> bool:
    return all(step.phase is not Phase.COST for step in clause.steps)


def _exact(amount: Any, what: str) -> Fraction:
    name = what.partition("[")[0]
    where = "" if what == name else f"{what}: "
    if type(amount) is not int and not isinstance(amount, Decimal):
        raise InvalidValueError(f"{where}{show(amount)} is not exact; give an int or a Decimal", attribute=name)
    if isinstance(amount, Decimal) and not amount.is_finite():
        raise InvalidValueError(f"{where}{amount} is not a finite amount", attribute=name)
    return Fraction(amount)


def _before(last_year: Any, currency: str) -> dict[str, Fraction] | None:
    if last_year is None:
        return None
    if isinstance(last_year, Statement):
        if last_year.currency != currency:
            reason = f"last year's statement is in {last_year.currency}, this one in {currency}; convert it first"
            raise InvalidValueError(reason, attribute="last_year")
        return {party: Fraction(amount) for party, amount in zip(last_year.parties, last_year.amounts, strict=True)}
    if not isinstance(last_year, Mapping):
        reason = f"{show(last_year)} is neither a statement nor a mapping from party to amount"
        raise InvalidValueError(reason, attribute="last_year")
    given = cast("Mapping[str, Any]", last_year)
    return {party: _exact(amount, f"last_year[{party!r}]") for party, amount in given.items()}
