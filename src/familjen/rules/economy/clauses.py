"""Costs without a clause, keys without figures, charges above cost (family 4xx)."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from familjen.amounts.exact import total_of
from familjen.dates import ReferenceDate
from familjen.errors import FamiljenError, InvalidValueError
from familjen.findings import Finding, Severity
from familjen.language import Listing
from familjen.model import Agreement, Cooperation, Frozen, LegalForm, Population, Rate
from familjen.rules.economy.exact import gap
from familjen.rules.index import index_of
from familjen.rules.law.self_cost import LEAST_YEARS
from familjen.rules.rule import rule
from familjen.rules.spans import touches_year

if TYPE_CHECKING:
    from familjen.model import Account, Budget

__all__ = ["charged_above_cost", "cost_without_clause", "reference_data_missing", "repeated_year"]


@rule(
    "FAM406",
    "cost-without-clause",
    Severity.WARNING,
    message="{noun} has costs, but no clause that says who carries them.",
    hint="Add the cost clause, or the shares that were agreed.",
    since="2026.11.0",
)
def cost_without_clause(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """An agreement has costs, and nothing says who carries them.

    Checks:
        That an agreement of which accounts, budgets with an amount or published tables are recorded has a cost clause,
        in a document in which some agreement has one. Not where its charter settles how costs are shared (the provision
        "shares-and-costs").

    Why:
        A cost that is shared by habit is the one that is argued about when somebody leaves.

    Example:
        >>> fee = Agreement("avgift", "Fee", LegalForm.CIVIL_LAW, cost_clause=CostClause.of(Equal()))
        >>> spent = (Account(2016, cost=Decimal(100), charged=Decimal(100)),)
        >>> law = Agreement("ratt", "Law", LegalForm.CIVIL_LAW, accounts=spent)
        >>> coop = Cooperation("par", "A pair", agreements=(fee, law))
        >>> print(*check(coop))
        Agreement 'ratt' has costs, but no clause that says who carries them. Add the cost clause, or the shares that
        were agreed. [FAM406]

    Remedy:
        >>> law = attrs.evolve(law, cost_clause=CostClause.of(Equal()))
        >>> coop = Cooperation("par", "A pair", agreements=(fee, law))
        >>> len(check(coop))
        0

    References:
        `Agreement.cost_clause`.
    """
    if all(agreement.cost_clause is None for agreement in coop.agreements):
        return
    index = index_of(coop)
    for i, agreement in enumerate(coop.agreements):
        if agreement.cost_clause is not None:
            continue
        if any(provision.point == "shares-and-costs" for provision in agreement.provisions):
            continue
        if agreement.accounts or agreement.tables or any(budget.amount for budget in agreement.budgets):
            path = f"$.agreements[{i}]"
            yield cost_without_clause.found(path, noun=index.entry_at[path])


@rule(
    "FAM407",
    "reference-data-missing",
    Severity.WARNING,
    message="{noun} counts inhabitants on {day}, for which there is no figure for {parties} in the bundled statistics.",
    hint="Give allocate a series of your own for that day, or correct the reference date.",
    since="2026.11.0",
)
def reference_data_missing(coop: Cooperation, on: dt.date | None) -> Iterator[Finding]:
    """A key counts inhabitants on a day for which there is no figure.

    Checks:
        For a key or a rate by inhabitants with a reference date, in an agreement in force in the year of the check:
        that the bundled statistics have a figure for each party of that year on that day. It is not asked without a
        day of the check, nor where the day that counts has not come on it. A foreign municipality is not asked.

    Why:
        The bill cannot be made, which is better known before the year than after.

    Example:
        >>> key = CostClause.of(Population(ReferenceDate(11, 1, years_before=1)))
        >>> bjuv = (Municipality("1260", "Bjuv", "12"),)
        >>> signed = participations(["1260"])
        >>> fee = Agreement("avgift", "Fee", LegalForm.CIVIL_LAW, parties=signed, cost_clause=key)
        >>> coop = Cooperation("par", "A pair", other_parties=bjuv, agreements=(fee,))
        >>> on = dt.date(2016, 6, 1)
        >>> print(check(coop, on=on).findings[0].message)
        Agreement 'avgift' counts inhabitants on 2015-11-01, for which there is no figure for Bjuv (1260) in the bundled
        statistics.

    Remedy:
        >>> fee = attrs.evolve(fee, cost_clause=CostClause.of(Population(ReferenceDate(12, 31, years_before=1))))
        >>> coop = Cooperation("par", "A pair", other_parties=bjuv, agreements=(fee,))
        >>> len(check(coop, on=on))
        0

    References:
        `familjen.places.Statistics`.
    """
    if on is None:
        return
    index = index_of(coop)
    known: dict[str, frozenset[dt.date]] = {}
    for i, agreement in enumerate(coop.agreements):
        if agreement.period is not None and on not in agreement.period:
            continue
        for place, reference in _references(agreement):
            day = _resolved(reference, on.year)
            if day is None or day > on:
                continue
            billed = dict.fromkeys(part.party for part in agreement.parties if touches_year(part.period, on.year))
            missing = [
                index.party(party)
                for party in billed
                if party in index.parties and "-" not in party and day not in _days(party, known)
            ]
            if missing:
                yield reference_data_missing.found(
                    f"$.agreements[{i}].cost_clause.{place}.reference",
                    noun=index.entry_at[f"$.agreements[{i}]"],
                    day=day,
                    parties=Listing(tuple(missing)),
                )


@rule(
    "FAM410",
    "charged-above-cost",
    Severity.WARNING,
    message="{noun} is billed at self-cost, and {charged} {currency} was charged in {first}–{last} for {cost}.",
    hint="Pay {excess} back, or lower the next charges by it.",
    since="2026.11.0",
)
def charged_above_cost(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """More was charged than the self-cost that the parties have agreed.

    Checks:
        That what was charged over the recorded years, two at least, is not more than what it cost, where the agreement
        is billed at self-cost. Three years or more without a ground for business terms are for FAM331, and years that
        stand twice for FAM416.

    Why:
        Whoever hosts at self-cost neither earns nor loses. What is left over belongs to those who paid it.

    Example:
        >>> years = tuple(Account(year, cost=Decimal(100), charged=Decimal(104)) for year in (2023, 2024))
        >>> office = Agreement("kansli", "Office", LegalForm.CIVIL_LAW, at_self_cost=True, accounts=years)
        >>> coop = Cooperation("par", "A pair", agreements=(office,))
        >>> print(*check(coop))
        Agreement 'kansli' is billed at self-cost, and 208 SEK was charged in 2023–2024 for 200. Pay 8 back, or lower
        the next charges by it. [FAM410]

    Remedy:
        >>> years = (years[0], Account(2024, cost=Decimal(100), charged=Decimal(96)))
        >>> office = attrs.evolve(office, accounts=years)
        >>> coop = Cooperation("par", "A pair", agreements=(office,))
        >>> len(check(coop))
        0

    References:
        `Agreement.at_self_cost`.
    """
    index = index_of(coop)
    for i, agreement in enumerate(coop.agreements):
        years = {account.year for account in agreement.accounts}
        if not agreement.at_self_cost or len(years) < 2 or _by_law(agreement, len(years)):  # noqa: PLR2004 - over time
            continue
        cost = total_of(account.cost for account in agreement.accounts)
        charged = total_of(account.charged for account in agreement.accounts)
        if charged > cost and len(years) == len(agreement.accounts):
            yield charged_above_cost.found(
                f"$.agreements[{i}].accounts",
                noun=index.entry_at[f"$.agreements[{i}]"],
                charged=charged,
                cost=cost,
                excess=gap(charged, cost),
                currency=agreement.currency,
                first=min(years),
                last=max(years),
            )


@rule(
    "FAM416",
    "repeated-year",
    Severity.WARNING,
    message="{noun} has the year {year} twice, first at {first}.",
    hint="Keep one of them, or correct the year.",
    since="2026.11.0",
)
def repeated_year(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """An agreement has two budgets, or two accounts, for one year.

    Checks:
        That no year stands twice among an agreement's budgets, nor among its accounts.

    Why:
        Whatever adds the years up counts it twice.

    Example:
        >>> spent = Account(2016, cost=Decimal(100), charged=Decimal(100))
        >>> fee = Agreement("avgift", "Fee", LegalForm.CIVIL_LAW, accounts=(spent, spent))
        >>> coop = Cooperation("par", "A pair", agreements=(fee,))
        >>> print(check(coop).findings[0].message)
        Agreement 'avgift' has the year 2016 twice, first at $.agreements[0].accounts[0].

    Remedy:
        >>> fee = attrs.evolve(fee, accounts=(spent,))
        >>> coop = Cooperation("par", "A pair", agreements=(fee,))
        >>> len(check(coop))
        0

    References:
        `Agreement.budgets` and `Agreement.accounts`.
    """
    index = index_of(coop)
    for i, agreement in enumerate(coop.agreements):
        listed: tuple[tuple[str, tuple[Budget | Account, ...]], ...] = (
            ("budgets", agreement.budgets),
            ("accounts", agreement.accounts),
        )
        for name, items in listed:
            if len(items) > 1 and max(Counter(item.year for item in items).values()) > 1:
                first: dict[int, int] = {}
                for j, item in enumerate(items):
                    if first.setdefault(item.year, j) != j:
                        yield repeated_year.found(
                            f"$.agreements[{i}].{name}[{j}].year",
                            noun=index.entry_at[f"$.agreements[{i}]"],
                            year=item.year,
                            first=f"$.agreements[{i}].{name}[{first[item.year]}]",
                        )


def _by_law(agreement: Agreement, years: int) -> bool:
    """Whether FAM331 asks the agreement."""
    return years >= LEAST_YEARS and agreement.commercial_ground is None and agreement.form is not LegalForm.COMPANY


def _references(agreement: Agreement) -> Iterator[tuple[str, ReferenceDate]]:
    """Give the days on which a clause counts all inhabitants, with their places."""
    clause = agreement.cost_clause
    if clause is None:
        return
    keys = dict(clause.all_keys())
    for place, key in keys.items():
        frozen = any(isinstance(other, Frozen) and place.startswith(f"{at}.") for at, other in keys.items())
        if isinstance(key, Population) and key.series == "population" and key.reference is not None and not frozen:
            yield place, key.reference
    for number, step in enumerate(clause.steps):
        if isinstance(step, Rate) and step.reference is not None:
            yield f"steps[{number}]", step.reference


def _resolved(reference: ReferenceDate, year: int) -> dt.date | None:
    """Give the day that is meant for the year; ``None`` where it lies outside the calendar."""
    try:
        return reference.resolve(year)
    except InvalidValueError:
        return None


def _days(party: str, known: dict[str, frozenset[dt.date]]) -> frozenset[dt.date]:
    """Give the days for which the bundled statistics have the party's inhabitants."""
    from familjen.places import Statistics

    if party not in known:
        try:
            known[party] = frozenset(Statistics.bundled().days("population", party))
        except FamiljenError:
            known[party] = frozenset()
    return known[party]
