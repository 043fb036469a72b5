"""Self-cost and business terms (kommunallag 2017:725, 2 kap. 6 §; lag 2009:47 om vissa kommunala befogenheter)."""

import datetime as dt
from collections.abc import Iterator
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal, localcontext

from familjen.findings import Finding, NotJudged, Severity
from familjen.model import CommercialGround, Cooperation, LegalForm
from familjen.rules.days import judged
from familjen.rules.index import index_of
from familjen.rules.rule import rule
from familjen.rules.statute import section

__all__ = [
    "LEAST_YEARS",
    "fees_above_cost",
    "ground_needs_a_company",
    "separate_accounts_missing",
]

_UNROUNDED = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN)

LEAST_YEARS = 3
"""So many recorded years are taken to be "over time"."""


@rule(
    "FAM331",
    "fees-above-cost",
    Severity.WARNING,
    message="Under {noun}, {charged} {currency} was charged in {first}–{last} for a cost of {cost}: {excess} too much.",
    hint="Lower the charge or pay back, or name the ground in law for running it on business terms.",
    law=section("KL", 2, "6"),
    since="2026.11.0",
)
def fees_above_cost(coop: Cooperation, on: dt.date | None) -> Iterator[Finding | NotJudged]:
    """More is charged than a service costs, over time.

    Checks:
        That what was charged over all recorded years, three at least, is not more than what it cost, unless a ground
        for business terms is named. A company is not asked: it is bound by its own articles.

    Why:
        A municipality may not charge more than its cost for what it provides. Single years may differ; over time they
        may not. Whether a payment between municipalities is a fee in the section's sense depends on the service, hence
        a warning.

    Example:
        >>> years = tuple(Account(year, cost=Decimal(100), charged=Decimal(104)) for year in (2022, 2023, 2024))
        >>> water = Agreement("vatten", "Water", LegalForm.CIVIL_LAW, accounts=years)
        >>> coop = Cooperation("par", "A pair", agreements=(water,))
        >>> print(*check(coop))
        Under agreement 'vatten', 312 SEK was charged in 2022–2024 for a cost of 300: 12 too much. Lower the charge or
        pay back, or name the ground in law for running it on business terms. (Local Government Act (2017:725), chapter
        2, section 6) [FAM331]

    Remedy:
        >>> years = (*years, Account(2025, cost=Decimal(100), charged=Decimal(88)))
        >>> water = Agreement("vatten", "Water", LegalForm.CIVIL_LAW, accounts=years)
        >>> coop = Cooperation("par", "A pair", agreements=(water,))
        >>> len(check(coop))
        0

    References:
        Kommunallag (2017:725), 2 kap. 6 §; lag (2009:47) om vissa kommunala befogenheter, 1 kap. 3 §.
    """
    index = index_of(coop)
    listed = [(i, agreement) for i, agreement in enumerate(coop.agreements) if len(agreement.accounts) >= LEAST_YEARS]
    for path, agreement, unknown in judged(fees_above_cost, listed, on):
        years = {account.year for account in agreement.accounts}
        if agreement.commercial_ground is not None or agreement.form is LegalForm.COMPANY or len(years) < LEAST_YEARS:
            continue
        with localcontext(_UNROUNDED):
            cost = sum((account.cost for account in agreement.accounts), Decimal(0))
            charged = sum((account.charged for account in agreement.accounts), Decimal(0))
            excess = charged - cost
        if charged > cost:
            yield unknown or fees_above_cost.found(
                f"{path}.accounts",
                noun=index.entry_at[path],
                charged=charged,
                cost=cost,
                excess=excess,
                currency=agreement.currency,
                first=min(years),
                last=max(years),
            )


@rule(
    "FAM332",
    "ground-needs-a-company",
    Severity.ERROR,
    message="{noun} is run on business terms as public transport, but is no municipal company.",
    hint="Let a municipal company do it, or take the ground away.",
    law=section("LKB", 3, "3"),
    since="2026.11.0",
)
def ground_needs_a_company(coop: Cooperation, on: dt.date | None) -> Iterator[Finding | NotJudged]:
    """Public transport is run on business terms by somebody who may not.

    Checks:
        That an agreement which names public transport as its ground for business terms is about a company.

    Why:
        The right to run public transport for another authority is given to municipal companies, and so is the duty to
        do it on business terms.

    Example:
        >>> bus = CommercialGround.PUBLIC_TRANSPORT
        >>> buses = Agreement("buss", "Buses", LegalForm.CIVIL_LAW, commercial_ground=bus)
        >>> coop = Cooperation("par", "A pair", agreements=(buses,))
        >>> print(check(coop).findings[0].message)
        Agreement 'buss' is run on business terms as public transport, but is no municipal company.

    Remedy:
        >>> buses = Agreement("buss", "Buses", LegalForm.COMPANY, commercial_ground=bus)
        >>> coop = Cooperation("par", "A pair", agreements=(buses,))
        >>> len(check(coop))
        0

    References:
        Lag (2009:47) om vissa kommunala befogenheter, 3 kap. 3 §.
    """
    index = index_of(coop)
    listed = [(i, agreement) for i, agreement in enumerate(coop.agreements) if agreement.commercial_ground is not None]
    for path, agreement, unknown in judged(ground_needs_a_company, listed, on):
        if agreement.commercial_ground is CommercialGround.PUBLIC_TRANSPORT and agreement.form is not LegalForm.COMPANY:
            yield unknown or ground_needs_a_company.found(f"{path}.commercial_ground", noun=index.entry_at[path])


@rule(
    "FAM333",
    "separate-accounts-missing",
    Severity.ADVICE,
    message="{noun} runs public transport on business terms, and no separate accounts are recorded.",
    hint="Account for the activity separately in the company's annual report, and record the point"
    " 'separate-accounts'.",
    law=section("LKB", 3, "5"),
    since="2026.11.0",
)
def separate_accounts_missing(coop: Cooperation, on: dt.date | None) -> Iterator[Finding | NotJudged]:
    """Public transport on business terms has no separate accounts.

    Checks:
        That a company with public transport as its ground for business terms, of which provisions are recorded, has one
        on separate accounts.

    Why:
        Others must be able to see that the activity is not paid for with tax money.

    Example:
        >>> bus = CommercialGround.PUBLIC_TRANSPORT
        >>> met = tuple(Provision(each.point) for each in requirements(LegalForm.COMPANY))
        >>> buses = Agreement("buss", "Buses", LegalForm.COMPANY, commercial_ground=bus, provisions=met)
        >>> coop = Cooperation("par", "A pair", agreements=(buses,))
        >>> print(check(coop).findings[0].message)
        Agreement 'buss' runs public transport on business terms, and no separate accounts are recorded.

    Remedy:
        >>> buses = attrs.evolve(buses, provisions=(*met, Provision("separate-accounts")))
        >>> coop = Cooperation("par", "A pair", agreements=(buses,))
        >>> len(check(coop))
        0

    References:
        Lag (2009:47) om vissa kommunala befogenheter, 3 kap. 5 §.
    """
    index = index_of(coop)
    for path, agreement, unknown in judged(separate_accounts_missing, index.by_form[LegalForm.COMPANY], on):
        if agreement.commercial_ground is not CommercialGround.PUBLIC_TRANSPORT or not agreement.provisions:
            continue
        if all(provision.point != "separate-accounts" for provision in agreement.provisions):
            yield unknown or separate_accounts_missing.found(f"{path}.provisions", noun=index.entry_at[path])
