"""What is in force without being decided (family 2xx): agreements, plans and networks' years."""

import datetime as dt
from collections.abc import Iterator

from familjen.findings import Finding, Severity
from familjen.language import Listing
from familjen.model import Agreement, Cooperation, LegalForm, Matter, Network, OperationalPlan
from familjen.rules.index import index_of
from familjen.rules.rule import rule
from familjen.rules.spans import touches_year

__all__ = [
    "decided_after_start",
    "in_force_without_decision",
    "network_not_renewed",
    "network_renewed_late",
    "plan_not_decided",
]

_BY_LAW = (LegalForm.FEDERATION, LegalForm.JOINT_COMMITTEE)


@rule(
    "FAM215",
    "in-force-without-decision",
    Severity.WARNING,
    message="{noun} is in force, but no approval by {parties} is known.",
    hint="Add the decision, or take the party away if it never joined.",
    since="2026.11.0",
)
def in_force_without_decision(coop: Cooperation, on: dt.date | None) -> Iterator[Finding]:
    """An agreement is in force for a party that has not approved it.

    Checks:
        That each party has approved the agreement, where the approval of any party is recorded, and the agreement has
        begun by the day of the check. Federations and joint committees, which the law asks more of, are for FAM302 and
        FAM318.

    Why:
        Whoever has not decided is not bound. Mostly the decision was made, and the record of it forgotten.

    Example:
        >>> parties = (Municipality("1283", "Helsingborg", "12"), Municipality("1260", "Bjuv", "12"))
        >>> signed = participations(["1283", "1260"])
        >>> decided = (Decision("1283", day=dt.date(2015, 11, 17)),)
        >>> fee = Agreement("avgift", "Fee", LegalForm.CIVIL_LAW, parties=signed, decisions=decided)
        >>> coop = Cooperation("par", "A pair", other_parties=parties, agreements=(fee,))
        >>> print(*check(coop))
        Agreement 'avgift' is in force, but no approval by Bjuv (1260) is known. Add the decision, or take the party
        away if it never joined. [FAM215]

    Remedy:
        >>> decided = (*decided, Decision("1260", day=dt.date(2015, 12, 1)))
        >>> fee = Agreement("avgift", "Fee", LegalForm.CIVIL_LAW, parties=signed, decisions=decided)
        >>> coop = Cooperation("par", "A pair", other_parties=parties, agreements=(fee,))
        >>> len(check(coop))
        0

    References:
        `Agreement.decisions`.
    """
    index = index_of(coop)
    for i, agreement in enumerate(coop.agreements):
        if not agreement.decisions or agreement.form in _BY_LAW or not _begun(agreement, on):
            continue
        approved = {decision.by for decision in agreement.decisions if decision.matter is Matter.APPROVAL}
        parties = dict.fromkeys([part.party for part in agreement.parties])
        if approved.isdisjoint(parties) or approved >= parties.keys():
            continue
        missing = tuple(index.party(party) for party in parties if party not in approved)
        noun = index.entry_at[f"$.agreements[{i}]"]
        yield in_force_without_decision.found(f"$.agreements[{i}].decisions", noun=noun, parties=Listing(missing))


@rule(
    "FAM216",
    "decided-after-start",
    Severity.WARNING,
    message="{by} approved {noun} on {day}, after it came into force on {first}.",
    hint="Correct the day, or let the agreement, or the party's part in it, begin after the decision.",
    since="2026.11.0",
)
def decided_after_start(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """An agreement was in force before it was approved.

    Checks:
        That no approval of an agreement is later than its first day, or than the first day of the party's own part in
        it.

    Why:
        Until it was approved nobody was bound; and a council does not decide for time that has passed.

    Example:
        >>> parties = (Municipality("1283", "Helsingborg", "12"),)
        >>> late = (Decision("1283", day=dt.date(2016, 2, 1)),)
        >>> signed = participations(["1283"])
        >>> year = Period.year(2016)
        >>> fee = Agreement("avgift", "Fee", LegalForm.CIVIL_LAW, period=year, parties=signed, decisions=late)
        >>> coop = Cooperation("par", "A pair", other_parties=parties, agreements=(fee,))
        >>> print(*check(coop))
        Helsingborg (1283) approved agreement 'avgift' on 2016-02-01, after it came into force on 2016-01-01. Correct
        the day, or let the agreement, or the party's part in it, begin after the decision. [FAM216]

    Remedy:
        >>> good = (Decision("1283", day=dt.date(2015, 11, 17)),)
        >>> fee = Agreement("avgift", "Fee", LegalForm.CIVIL_LAW, period=year, parties=signed, decisions=good)
        >>> coop = Cooperation("par", "A pair", other_parties=parties, agreements=(fee,))
        >>> len(check(coop))
        0

    References:
        `Decision.day` and `Agreement.period`.
    """
    index = index_of(coop)
    for i, agreement in enumerate(coop.agreements):
        period = agreement.period
        if period is None:
            continue
        for j, decision in enumerate(agreement.decisions):
            if decision.day is None or decision.day <= period.first_day or decision.matter is not Matter.APPROVAL:
                continue
            joined = [part.period.first_day for part in agreement.parties if part.party == decision.by and part.period]
            first = min(joined, default=period.first_day)
            if decision.day > first:
                yield decided_after_start.found(
                    f"$.agreements[{i}].decisions[{j}].day",
                    by=index.party(decision.by),
                    noun=index.entry_at[f"$.agreements[{i}]"],
                    day=decision.day,
                    first=first,
                )


@rule(
    "FAM217",
    "plan-not-decided",
    Severity.WARNING,
    message="{noun} is to be decided each year, but no decision for {years} is known.",
    hint="Add the decision, with its year.",
    since="2026.11.0",
)
def plan_not_decided(coop: Cooperation, on: dt.date | None) -> Iterator[Finding]:
    """A plan that is to be decided each year was not decided for one of its years.

    Checks:
        That a plan with yearly decisions has one for each year of its period, up to the year of the check; without a
        day of the check, up to the last year that was decided.

    Why:
        A year without a decision is a year in which nobody has to follow the plan, or knows that it was changed.

    Example:
        >>> decided = (Decision("board", year=2016), Decision("board", year=2018))
        >>> years = Period.from_year_to_year(2016, 2019)
        >>> plan = OperationalPlan("vp", "Plan", years, decided_yearly=True, decisions=decided)
        >>> coop = Cooperation("par", "A pair", plans=(plan,))
        >>> print(*check(coop))
        Operational plan 'vp' is to be decided each year, but no decision for 2017 is known. Add the decision, with its
        year. [FAM217]

    Remedy:
        >>> decided = tuple(Decision("board", year=year) for year in (2016, 2017, 2018))
        >>> plan = OperationalPlan("vp", "Plan", years, decided_yearly=True, decisions=decided)
        >>> coop = Cooperation("par", "A pair", plans=(plan,))
        >>> len(check(coop))
        0

    References:
        `OperationalPlan.decided_yearly`.
    """
    index = index_of(coop)
    for i, plan in enumerate(coop.plans):
        missing = _undecided(plan, on) if plan.decided_yearly else ()
        if missing:
            noun = index.entry_at[f"$.plans[{i}]"]
            yield plan_not_decided.found(f"$.plans[{i}].decisions", noun=noun, years=Listing(missing))


def _undecided(plan: OperationalPlan, on: dt.date | None) -> tuple[int, ...]:
    decided = {decision.year for decision in plan.decisions if decision.year is not None}
    last = max(decided, default=0) if on is None else on.year
    if plan.period.last_day is not None:
        last = min(last, plan.period.last_day.year)
    return tuple(year for year in range(plan.period.first_day.year, last + 1) if year not in decided)


@rule(
    "FAM218",
    "network-not-renewed",
    Severity.WARNING,
    message="{noun} has no purpose, goals and meetings for {years}.",
    hint="Let it renew them before each calendar year, as the cooperation's rules say.",
    reference="Familjen Helsingborgs checklista för nätverk (intranat.familjenhelsingborg.se/kunskapsnatverk)",
    since="2026.11.0",
)
def network_not_renewed(coop: Cooperation, on: dt.date | None) -> Iterator[Finding]:
    """A network has not renewed its purpose, goals and meetings for a year.

    Checks:
        Where the cooperation's rules say that networks renew their plans yearly: that a network has one for each year
        from its first plan to its last, and for the year of the check.

    Why:
        A network that nobody asks what it is for goes on by habit; one that has no interest left should end.

    Example:
        >>> plans = (NetworkPlan(2016), NetworkPlan(2018))
        >>> rules = NetworkRules(renewed_yearly=True)
        >>> libraries = Network("bibliotek", "Libraries", plans=plans)
        >>> coop = Cooperation("par", "A pair", network_rules=rules, networks=(libraries,))
        >>> print(check(coop).findings[0].message)
        Network 'bibliotek' has no purpose, goals and meetings for 2017.

    Remedy:
        >>> libraries = Network("bibliotek", "Libraries", plans=(*plans, NetworkPlan(2017)))
        >>> coop = Cooperation("par", "A pair", network_rules=rules, networks=(libraries,))
        >>> len(check(coop))
        0

    References:
        `NetworkRules.renewed_yearly`.
    """
    if coop.network_rules is None or not coop.network_rules.renewed_yearly:
        return
    index = index_of(coop)
    for i, network in enumerate(coop.networks):
        missing = _years_without_plan(network, on)
        if missing:
            noun = index.entry_at[f"$.networks[{i}]"]
            yield network_not_renewed.found(f"$.networks[{i}].plans", noun=noun, years=Listing(missing))


def _years_without_plan(network: Network, on: dt.date | None) -> tuple[int, ...]:
    planned = {plan.year for plan in network.plans}
    wanted = set(range(min(planned), max(planned) + 1)) if planned else set[int]()
    if on is not None and (network.period is None or on in network.period):
        wanted.add(on.year)
    if on is not None:
        wanted = {year for year in wanted if year <= on.year}
    return tuple(sorted(year for year in wanted - planned if touches_year(network.period, year)))


@rule(
    "FAM219",
    "network-renewed-late",
    Severity.ADVICE,
    message="{noun} agreed its plan for {year} on {day}, when the year had begun.",
    hint="Agree it before the calendar year begins.",
    reference="Familjen Helsingborgs checklista för nätverk (intranat.familjenhelsingborg.se/kunskapsnatverk)",
    since="2026.11.0",
)
def network_renewed_late(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """A network agreed what it is to do in a year when the year had begun.

    Checks:
        Where the cooperation's rules say that networks renew their plans yearly: that the day of a network's plan lies
        before its year. The plan for the year in which the network began is not asked.

    Why:
        Management in each municipality sets time aside before the year; a plan that comes later has to do without.

    Example:
        >>> rules = NetworkRules(renewed_yearly=True)
        >>> plans = (NetworkPlan(2016, day=dt.date(2016, 3, 1)),)
        >>> start = Period(dt.date(2014, 1, 1))
        >>> network = Network("a", "A", period=start, plans=plans)
        >>> coop = Cooperation("par", "A pair", network_rules=rules, networks=(network,))
        >>> print(check(coop).findings[0].message)
        Network 'a' agreed its plan for 2016 on 2016-03-01, when the year had begun.

    Remedy:
        >>> plans = (NetworkPlan(2016, day=dt.date(2015, 12, 1)),)
        >>> network = Network("a", "A", period=start, plans=plans)
        >>> coop = Cooperation("par", "A pair", network_rules=rules, networks=(network,))
        >>> len(check(coop))
        0

    References:
        `NetworkPlan.day`.
    """
    if coop.network_rules is None or not coop.network_rules.renewed_yearly:
        return
    index = index_of(coop)
    for i, network in enumerate(coop.networks):
        began = network.period.first_day.year if network.period is not None else None
        for j, plan in enumerate(network.plans):
            if plan.day is None or plan.day.year < plan.year or plan.year == began:
                continue
            yield network_renewed_late.found(
                f"$.networks[{i}].plans[{j}].day",
                noun=index.entry_at[f"$.networks[{i}]"],
                year=plan.year,
                day=plan.day,
            )


def _begun(agreement: Agreement, on: dt.date | None) -> bool:
    return on is None or agreement.period is None or agreement.period.first_day <= on
