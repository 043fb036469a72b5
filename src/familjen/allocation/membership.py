"""Who is a party when, and what that costs: part of a year, entry capital, what a leaver takes out."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from familjen.allocation.basis import weigh
from familjen.allocation.occasion import Occasion
from familjen.allocation.rounding import in_units
from familjen.amounts.exact import ratio
from familjen.dates import Period, ReferenceDate
from familjen.errors import InvalidValueError
from familjen.model import Agreement, CostClause, ExitSettlement, MembershipTerms, PartOfYear, Population
from familjen.places import Statistics

__all__ = ["entry_capital", "exit_settlement", "presence_in"]


def presence_in(agreement: Agreement, terms: MembershipTerms | None, year: int) -> dict[str, Fraction]:
    """Give each party of the year, and the part of it for which it pays.

    Raises:
        InvalidValueError: One is a party for a part of the year only, and the clause does not say what it then pays.

    >>> from familjen.model import LegalForm, Participation
    >>> import datetime as dt
    >>> parts = (Participation("1283"), Participation("1260", period=Period(dt.date(2027, 7, 1), None)))
    >>> fee = Agreement("fee", "Fee", LegalForm.CIVIL_LAW, parties=parts)
    >>> {party: str(part) for party, part in presence_in(fee, MembershipTerms(), 2027).items()}
    {'1283': '1', '1260': '184/365'}
    """
    whole = Period.year(year)
    present: dict[str, Fraction] = {}
    for part in agreement.parties:
        own: Period | None = whole
        for period in (part.period, agreement.period):
            own = own if period is None or own is None else own.intersection(period)
        if own is not None:
            share = Fraction(1) if own == whole else _part_of(own, whole, part.party, terms)
            present[part.party] = present.get(part.party, Fraction(0)) + share
    return {party: min(share, Fraction(1)) for party, share in present.items() if share}


def _part_of(own: Period, whole: Period, party: str, terms: MembershipTerms | None) -> Fraction:
    if terms is None:
        reason = (
            f"{party!r} is a party for only a part of {whole.first_day.year}, and the clause does not say what it then "
            "pays; give the clause its MembershipTerms"
        )
        raise InvalidValueError(reason, attribute="parties")
    rules = [terms.joining] if own.first_day > whole.first_day else []
    if own.last_day != whole.last_day:
        rules.append(terms.leaving)
    if PartOfYear.NOTHING in rules:
        return Fraction(0)
    if PartOfYear.BY_DAY in rules:
        return Fraction(own.days or 0, whole.days or 1)
    if PartOfYear.BY_MONTH in rules:
        return Fraction(len(own.months), 12)
    return Fraction(1)


def entry_capital(
    clause: CostClause,
    parties: Iterable[str],
    *,
    year: int,
    statistics: Statistics | None = None,
    reference: ReferenceDate | None = None,
) -> dict[str, Decimal]:
    """Give the capital that each party pays in on entry, in the clause's unit (insatskapital).

    Raises:
        InvalidValueError: The clause asks for no entry capital, or nobody says on which day inhabitants are counted.
        MissingDataError: There is no figure for a party on that day.

    >>> from familjen.model import Population
    >>> terms = MembershipTerms(entry_capital=Decimal(1), counted=ReferenceDate(12, 31, years_before=1))
    >>> entry_capital(CostClause.of(Population(), membership=terms), ["1489"], year=2026)
    {'1489': Decimal('42861.00')}
    """
    terms = clause.membership
    if terms is None or terms.entry_capital is None:
        raise InvalidValueError("the clause asks for no entry capital", attribute="membership")
    figures = Statistics.bundled() if statistics is None else statistics
    codes = tuple(parties)
    basis = weigh(Population(terms.counted), Occasion(codes, year, figures, reference))
    return {
        code: in_units(Fraction(terms.entry_capital) * weight, clause.unit)
        for code, weight in zip(codes, basis.weights, strict=True)
    }


def exit_settlement(clause: CostClause, party: str, *, equity: Decimal | int, capital: dict[str, Decimal]) -> Decimal:
    """Give what a party takes out that leaves, by its share of the capital paid in (utträdesuppgörelse).

    Raises:
        InvalidValueError: The clause does not say it, leaves it to what all agree on, or the party paid no capital in.

    >>> from familjen.model import Population
    >>> clause = CostClause.of(Population(), membership=MembershipTerms(exit=ExitSettlement.CAPITAL_SHARE))
    >>> exit_settlement(clause, "1489", equity=1_000, capital={"1489": Decimal(1), "1442": Decimal(3)})
    Decimal('250.00')
    """
    rule = None if clause.membership is None else clause.membership.exit
    if rule is None:
        raise InvalidValueError("the clause does not say what a party that leaves takes out", attribute="membership")
    if rule is ExitSettlement.AGREED_BY_ALL:
        raise InvalidValueError("what it takes out is for all parties to agree on; no rule gives it", attribute="exit")
    if party not in capital:
        raise InvalidValueError(f"{party!r} has paid no capital in", attribute="party")
    for name, amount in {"equity": equity, **{f"capital[{code!r}]": paid for code, paid in capital.items()}}.items():
        ratio(amount, name.partition("[")[0], name)
    if min(capital.values()) < 0 or not any(capital.values()):
        raise InvalidValueError("the capital paid in is negative or nothing; give what each paid", attribute="capital")
    share = Fraction(0)
    if rule is ExitSettlement.CAPITAL_SHARE:
        share = Fraction(capital[party]) / sum(map(Fraction, capital.values()))
    return in_units(Fraction(equity) * share, clause.unit)
