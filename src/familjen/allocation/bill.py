"""From a clause, a year and a cost to what each party pays."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from familjen.allocation.basis import Basis, weigh
from familjen.allocation.statement import Charge, Statement
from familjen.amounts import apportion
from familjen.amounts.exact import multiple
from familjen.dates import Period, ReferenceDate
from familjen.errors import InvalidValueError
from familjen.model.agreement import Agreement
from familjen.model.clause import SPLIT_CLASSES, CostClause, Rate, Split
from familjen.model.party import PARTY_CLASSES, Party
from familjen.places import Statistics, municipalities
from familjen.validators import show

__all__ = ["allocate"]


def allocate(
    under: Agreement | CostClause | Split,
    *,
    year: int,
    parties: Iterable[Party | str] | None = None,
    cost: Decimal | int | None = None,
    statistics: Statistics | None = None,
    reference: ReferenceDate | None = None,
    currency: str | None = None,
) -> Statement:
    """Work out what each party pays for a year, exactly, with an explanation for each.

    Args:
        under: The agreement with its clause, a clause, or a key alone.
        year: The year that is billed.
        parties: Who pays: parties, or their ids. For an agreement its own parties unless given.
        cost: The cost to share, in the currency; for a rate per inhabitant it must be left out.
        statistics: Where inhabitants are looked up; the bundled statistics unless given.
        reference: The day on which inhabitants are counted, where the clause does not say. It is then an assumption,
            and the statement says so.
        currency: Currency of the cost; the agreement's own, or SEK.

    Raises:
        InvalidValueError: A figure is missing, too many, or one that cannot be.
        MissingDataError: There is no figure for a party on the reference day.

    Complexity: a look-up for each party and one apportionment.

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
    clause = _clause(under)
    payers = _payers(under, year, parties)
    figures = Statistics.bundled() if statistics is None else statistics
    basis = weigh(clause.split, tuple(payers), year=year, statistics=figures, reference=reference)
    exact = _exact_total(clause.split, basis, cost)
    total = _in_units(clause.split, exact, clause.unit)
    amounts = apportion(total, dict(zip(payers, basis.weights, strict=True)), unit=clause.unit, method=clause.method)
    whole = sum(basis.weights)
    return Statement(
        tuple(
            Charge(party, name, weight, weight / whole, amounts[party])
            for (party, name), weight in zip(payers.items(), basis.weights, strict=True)
        ),
        total=total,
        exact_total=exact,
        year=year,
        basis=basis,
        clause=clause,
        agreement=under.id if isinstance(under, Agreement) else None,
        currency=currency or (under.currency if isinstance(under, Agreement) else "SEK"),
        assumptions=_assumptions(basis, reference),
    )


def _check(year: int, reference: ReferenceDate | None) -> None:
    if reference is not None and type(reference) is not ReferenceDate:
        raise InvalidValueError(f"{show(reference)} is not a ReferenceDate", attribute="reference")
    if type(year) is not int or not 1 <= year <= 9999:  # noqa: PLR2004 - the years that dates can hold
        raise InvalidValueError(f"{show(year)} is not a year", attribute="year")


def _clause(under: Agreement | CostClause | Split) -> CostClause:
    if isinstance(under, CostClause):
        return under
    if isinstance(under, SPLIT_CLASSES):
        return CostClause(under)
    if not isinstance(under, Agreement):
        raise InvalidValueError(f"{show(under)} is neither an agreement, a clause nor a key", attribute="under")
    if under.cost_clause is None:
        raise InvalidValueError(f"agreement {under.id!r} has no cost clause", attribute="cost_clause")
    return under.cost_clause


def _payers(under: object, year: int, parties: Iterable[Party | str] | None) -> dict[str, str]:
    """Give those who pay, id to name, in order."""
    own = _parties_in(under, year) if isinstance(under, Agreement) else None
    if isinstance(parties, str):
        raise InvalidValueError(f"{parties!r} is one text; give a list of parties", attribute="parties")
    payers: dict[str, str] = {}
    for party in own or [] if parties is None else parties:
        if not isinstance(party, (str, *PARTY_CLASSES)):
            raise InvalidValueError(f"{show(party)} is neither a party nor its id", attribute="parties")
        code = party if isinstance(party, str) else party.id
        if code in payers:
            raise InvalidValueError(f"{code!r} is billed twice", attribute="parties")
        if own is not None and code not in own:
            raise InvalidValueError(f"{code!r} is not a party to the agreement in {year}", attribute="parties")
        payers[code] = _known_name(code) if isinstance(party, str) else party.name
    if not payers:
        raise InvalidValueError("there is nobody to bill; give parties=", attribute="parties")
    return payers


def _parties_in(agreement: Agreement, year: int) -> list[str]:
    """Give the parties that are bound for the whole year; one that is bound for a part of it is refused."""
    whole = Period.year(year)
    bound: list[str] = []
    for part in agreement.parties:
        periods = [period for period in (part.period, agreement.period) if period is not None]
        if any(not period.overlaps(whole) for period in periods):
            continue
        if any(whole not in period for period in periods):
            reason = (
                f"{part.party!r} is a party for only a part of {year}, and the clause does not say what it then pays"
            )
            raise InvalidValueError(reason, attribute="parties")
        bound.append(part.party)
    return bound


def _known_name(code: str) -> str:
    return next((known.name for known in municipalities() if known.code == code), code)


def _exact_total(split: Split, basis: Basis, cost: Decimal | int | None) -> Fraction:
    if isinstance(split, Rate):
        if cost is not None:
            raise InvalidValueError("a rate per inhabitant makes its own total; leave cost out", attribute="cost")
        return Fraction(split.per_inhabitant) * sum(basis.weights)
    if cost is None:
        raise InvalidValueError("there is no cost to share; give cost=", attribute="cost")
    if type(cost) is not int and not isinstance(cost, Decimal):
        raise InvalidValueError(f"{show(cost)} is not exact; give an int or a Decimal", attribute="cost")
    if isinstance(cost, Decimal) and not cost.is_finite():
        raise InvalidValueError(f"{cost} is not a finite amount", attribute="cost")
    if cost < 0:
        reason = f"{cost} is negative, and the clause has no rule for a surplus; familjen.apportion can pay it out"
        raise InvalidValueError(reason, attribute="cost")
    return Fraction(cost)


def _in_units(split: Split, exact: Fraction, unit: Decimal) -> Decimal:
    """Give the total in whole units: that of a rate rounded half up, which the statement says; a cost as it is."""
    units = exact / Fraction(unit)
    if units.denominator != 1 and not isinstance(split, Rate):
        reason = f"it is not a multiple of the clause's unit, {unit}; round it first, or give the clause a smaller unit"
        raise InvalidValueError(reason, attribute="cost")
    rounded: Decimal = multiple((2 * units.numerator + units.denominator) // (2 * units.denominator), unit)
    return rounded


def _assumptions(basis: Basis, reference: ReferenceDate | None) -> tuple[str, ...]:
    if basis.stated or basis.day is None:
        return ()
    return (f"inhabitants are counted on {basis.day} ({reference}); the agreement does not say which day",)
