"""Joint committees, gemensam nämnd (kommunallag 2017:725, 3 kap. 9 § and 9 kap. 19–35 §§)."""

import datetime as dt
from collections.abc import Iterator

from familjen.findings import Finding, NotJudged, Severity
from familjen.language import Listing
from familjen.model import Cooperation, LegalForm, Matter
from familjen.rules.days import judged
from familjen.rules.index import index_of
from familjen.rules.law.bodies import adopted_before, bound_on, domestic, without_decision
from familjen.rules.rule import rule
from familjen.rules.statute import section

__all__ = [
    "committee_budget_by_other",
    "committee_budget_without_consultation",
    "committee_not_decided",
    "committee_of_one",
    "committee_rules_not_adopted",
    "committee_tasks_unspecified",
    "committee_without_host",
]


@rule(
    "FAM311",
    "committee-without-host",
    Severity.ERROR,
    message="{noun} is a joint committee without a host.",
    hint="Name the municipality or region that appoints the committee and whose organisation it is part of.",
    law=section("KL", 9, "20"),
    since="2026.11.0",
)
def committee_without_host(coop: Cooperation, on: dt.date | None) -> Iterator[Finding | NotJudged]:
    """A joint committee is placed nowhere.

    Checks:
        That a joint committee has a host.

    Why:
        A joint committee is no legal person. It is part of one municipality's or region's organisation, which employs,
        keeps the accounts and draws up the budget; without it, nobody does.

    Example:
        >>> wages = Agreement("loner", "Wages", LegalForm.JOINT_COMMITTEE)
        >>> coop = Cooperation("par", "A pair", agreements=(wages,))
        >>> print(*check(coop))
        Agreement 'loner' is a joint committee without a host. Name the municipality or region that appoints the
        committee and whose organisation it is part of. (Local Government Act (2017:725), chapter 9, section 20)
        [FAM311]

    Remedy:
        >>> helsingborg = (Municipality("1283", "Helsingborg", "12"),)
        >>> wages = Agreement("loner", "Wages", LegalForm.JOINT_COMMITTEE, host="1283")
        >>> coop = Cooperation("par", "A pair", other_parties=helsingborg, agreements=(wages,))
        >>> len(check(coop))
        0

    References:
        Kommunallag (2017:725), 9 kap. 20 §.
    """
    index = index_of(coop)
    for path, agreement, unknown in judged(committee_without_host, index.by_form[LegalForm.JOINT_COMMITTEE], on):
        if agreement.host is None:
            yield unknown or committee_without_host.found(path, noun=index.entry_at[path])


@rule(
    "FAM312",
    "committee-tasks-unspecified",
    Severity.WARNING,
    message="{noun} is a joint committee, and nothing that is recorded of it specifies its tasks.",
    hint="Specify the tasks in the agreement between the parties, and record them.",
    law=section("KL", 9, "22"),
    since="2026.11.0",
)
def committee_tasks_unspecified(coop: Cooperation, on: dt.date | None) -> Iterator[Finding | NotJudged]:
    """The agreement on a joint committee does not specify its tasks.

    Checks:
        That a joint committee of which provisions are recorded has tasks, or a provision on them.

    Why:
        The committee may do what the parties have agreed, no more. What the agreement leaves open stays with each
        municipality's own committees.

    Example:
        >>> helsingborg = (Municipality("1283", "Helsingborg", "12"),)
        >>> where = (Provision("host", where="§ 1"),)
        >>> wages = Agreement("loner", "Wages", LegalForm.JOINT_COMMITTEE, host="1283", provisions=where)
        >>> coop = Cooperation("par", "A pair", other_parties=helsingborg, agreements=(wages,))
        >>> print(check(coop).findings[0].message)
        Agreement 'loner' is a joint committee, and nothing that is recorded of it specifies its tasks.

    Remedy:
        >>> wages = attrs.evolve(wages, tasks=("Payroll",))
        >>> coop = Cooperation("par", "A pair", other_parties=helsingborg, agreements=(wages,))
        >>> len(check(coop))
        0

    References:
        Kommunallag (2017:725), 9 kap. 22 §.
    """
    index = index_of(coop)
    for path, agreement, unknown in judged(committee_tasks_unspecified, index.by_form[LegalForm.JOINT_COMMITTEE], on):
        if not agreement.provisions or agreement.tasks:
            continue
        if all(provision.point != "tasks" for provision in agreement.provisions):
            yield unknown or committee_tasks_unspecified.found(f"{path}.provisions", noun=index.entry_at[path])


@rule(
    "FAM315",
    "committee-budget-by-other",
    Severity.ERROR,
    message="The budget for {year} of {noun} was drawn up by {party}, but the host is {host}.",
    hint="Let the host, which has appointed the committee, draw up the budget.",
    law=section("KL", 9, "26"),
    since="2026.11.0",
)
def committee_budget_by_other(coop: Cooperation, on: dt.date | None) -> Iterator[Finding | NotJudged]:
    """A joint committee's budget was drawn up by somebody else than its host.

    Checks:
        That whoever is recorded to have drawn up a joint committee's budget is its host. A budget is judged by the law
        of the day on which it was adopted, where that is recorded.

    Why:
        The committee is part of the host's organisation, and so is its budget.

    Example:
        >>> parties = (Municipality("1283", "Helsingborg", "12"), Municipality("1260", "Bjuv", "12"))
        >>> signed = participations(["1283", "1260"])
        >>> made = (Budget(2027, prepared_by="1260"),)
        >>> wages = Agreement("loner", "Wages", LegalForm.JOINT_COMMITTEE, host="1283", parties=signed, budgets=made)
        >>> coop = Cooperation("par", "A pair", other_parties=parties, agreements=(wages,))
        >>> print(check(coop).findings[0].message)
        The budget for 2027 of agreement 'loner' was drawn up by Bjuv (1260), but the host is Helsingborg (1283).

    Remedy:
        >>> wages = attrs.evolve(wages, budgets=(Budget(2027, prepared_by="1283"),))
        >>> coop = Cooperation("par", "A pair", other_parties=parties, agreements=(wages,))
        >>> len(check(coop))
        0

    References:
        Kommunallag (2017:725), 9 kap. 26 §.
    """
    index = index_of(coop)
    for path, agreement, unknown in judged(committee_budget_by_other, index.by_form[LegalForm.JOINT_COMMITTEE], on):
        for j, budget in enumerate(agreement.budgets):
            if budget.prepared_by is None or agreement.host is None or budget.prepared_by == agreement.host:
                continue
            place = f"{path}.budgets[{j}]"
            unjudged = unknown or adopted_before(committee_budget_by_other, place, budget)
            yield unjudged or committee_budget_by_other.found(
                f"{place}.prepared_by",
                noun=index.entry_at[path],
                year=budget.year,
                party=index.party(budget.prepared_by),
                host=index.party(agreement.host),
            )


@rule(
    "FAM316",
    "committee-budget-without-consultation",
    Severity.ERROR,
    message="The budget for {year} of {noun} was drawn up without consulting {parties}.",
    hint="Consult each of the other parties before the budget is drawn up, and record it.",
    law=section("KL", 9, "26"),
    since="2026.11.0",
)
def committee_budget_without_consultation(coop: Cooperation, on: dt.date | None) -> Iterator[Finding | NotJudged]:
    """A joint committee's budget was drawn up without consulting a party.

    Checks:
        That each party but the host was consulted, where it is recorded who was. Asked are the parties that were bound
        on the day of adoption, whose law it is judged by; where that is not recorded, on the first day of the year.

    Why:
        The host decides the budget that the others pay for; the consultation is their say in it.

    Example:
        >>> parties = (Municipality("1283", "Helsingborg", "12"), Municipality("1260", "Bjuv", "12"))
        >>> signed = participations(["1283", "1260"])
        >>> made = (Budget(2027, prepared_by="1283", consulted=()),)
        >>> wages = Agreement("loner", "Wages", LegalForm.JOINT_COMMITTEE, host="1283", parties=signed, budgets=made)
        >>> coop = Cooperation("par", "A pair", other_parties=parties, agreements=(wages,))
        >>> print(check(coop).findings[0].message)
        The budget for 2027 of agreement 'loner' was drawn up without consulting Bjuv (1260).

    Remedy:
        >>> wages = attrs.evolve(wages, budgets=(Budget(2027, prepared_by="1283", consulted=("1260",)),))
        >>> coop = Cooperation("par", "A pair", other_parties=parties, agreements=(wages,))
        >>> len(check(coop))
        0

    References:
        Kommunallag (2017:725), 9 kap. 26 §.
    """
    index = index_of(coop)
    listed = index.by_form[LegalForm.JOINT_COMMITTEE]
    for path, agreement, unknown in judged(committee_budget_without_consultation, listed, on):
        for j, budget in enumerate(agreement.budgets):
            if budget.consulted is None or agreement.host is None:
                continue
            heard = {*budget.consulted, agreement.host}
            day = budget.adopted or dt.date(budget.year, 1, 1)
            missing = [party for party in bound_on(agreement, day) if party not in heard]
            if missing:
                place = f"{path}.budgets[{j}]"
                unjudged = unknown or adopted_before(committee_budget_without_consultation, place, budget)
                yield unjudged or committee_budget_without_consultation.found(
                    f"{place}.consulted",
                    noun=index.entry_at[path],
                    year=budget.year,
                    parties=Listing(tuple(index.party(party) for party in missing)),
                )


@rule(
    "FAM317",
    "committee-rules-not-adopted",
    Severity.WARNING,
    message="The rules of procedure of {noun} were adopted by some councils, but no decision by that of {parties} is"
    " known.",
    hint="Add the council's decision.",
    law=section("KL", 9, "33"),
    since="2026.11.0",
)
def committee_rules_not_adopted(coop: Cooperation, on: dt.date | None) -> Iterator[Finding | NotJudged]:
    """A joint committee's rules of procedure were not adopted by each council.

    Checks:
        That the council of each party bound on the day has adopted the rules, where the adoption by any of them is
        recorded.

    Why:
        The committee belongs to all of them; rules that one has not adopted do not bind it.

    Example:
        >>> parties = (Municipality("1283", "Helsingborg", "12"), Municipality("1260", "Bjuv", "12"))
        >>> signed = participations(["1283", "1260"])
        >>> made = (Decision("1283", matter=Matter.COMMITTEE_RULES),)
        >>> wages = Agreement("loner", "Wages", LegalForm.JOINT_COMMITTEE, host="1283", parties=signed, decisions=made)
        >>> coop = Cooperation("par", "A pair", other_parties=parties, agreements=(wages,))
        >>> print(check(coop).findings[0].message)
        The rules of procedure of agreement 'loner' were adopted by some councils, but no decision by that of Bjuv
        (1260) is known.

    Remedy:
        >>> wages = attrs.evolve(wages, decisions=(*made, Decision("1260", matter=Matter.COMMITTEE_RULES)))
        >>> coop = Cooperation("par", "A pair", other_parties=parties, agreements=(wages,))
        >>> len(check(coop))
        0

    References:
        Kommunallag (2017:725), 9 kap. 33 §.
    """
    yield from without_decision(
        committee_rules_not_adopted, coop, on, LegalForm.JOINT_COMMITTEE, Matter.COMMITTEE_RULES, formed=False
    )


@rule(
    "FAM318",
    "committee-not-decided",
    Severity.WARNING,
    message="{noun} was decided by some councils, but no decision by that of {parties} is known.",
    hint="Add the council's decision that the committee is joint.",
    law=section("KL", 9, "19"),
    since="2026.11.0",
)
def committee_not_decided(coop: Cooperation, on: dt.date | None) -> Iterator[Finding | NotJudged]:
    """A joint committee was not decided by the council of each party.

    Checks:
        That each party's council has decided that the committee is joint, where the decision of any of them is
        recorded. It is judged by the law of the day on which the committee began.

    Why:
        Only the council may decide that a committee is joint with another municipality or region.

    Example:
        >>> parties = (Municipality("1283", "Helsingborg", "12"), Municipality("1260", "Bjuv", "12"))
        >>> signed = participations(["1283", "1260"])
        >>> made = (Decision("1283"),)
        >>> wages = Agreement("loner", "Wages", LegalForm.JOINT_COMMITTEE, host="1283", parties=signed, decisions=made)
        >>> coop = Cooperation("par", "A pair", other_parties=parties, agreements=(wages,))
        >>> print(check(coop).findings[0].message)
        Agreement 'loner' was decided by some councils, but no decision by that of Bjuv (1260) is known.

    Remedy:
        >>> wages = attrs.evolve(wages, decisions=(Decision("1283"), Decision("1260")))
        >>> coop = Cooperation("par", "A pair", other_parties=parties, agreements=(wages,))
        >>> len(check(coop))
        0

    References:
        Kommunallag (2017:725), 9 kap. 19 §.
    """
    yield from without_decision(
        committee_not_decided, coop, on, LegalForm.JOINT_COMMITTEE, Matter.APPROVAL, formed=True
    )


@rule(
    "FAM319",
    "committee-of-one",
    Severity.ERROR,
    message="{noun} is a joint committee, but has {number} Swedish municipalities or regions as parties.",
    hint="Add the other parties, or correct the legal form; others may take part by agreement.",
    law=section("KL", 9, "19"),
    since="2026.11.0",
)
def committee_of_one(coop: Cooperation, on: dt.date | None) -> Iterator[Finding | NotJudged]:
    """A joint committee has fewer than two municipalities or regions.

    Checks:
        That a joint committee which lists its parties has at least two Swedish municipalities or regions among them.

    Why:
        A committee can be joint with another municipality or another region, not with a company, an association or a
        foreign municipality.

    Example:
        >>> parties = (Municipality("1283", "Helsingborg", "12"), ForeignMunicipality("DK", "217", "Helsingør"))
        >>> signed = participations(["1283", "DK-217"])
        >>> sound = Agreement("sund", "The Sound", LegalForm.JOINT_COMMITTEE, host="1283", parties=signed)
        >>> coop = Cooperation("par", "A pair", other_parties=parties, agreements=(sound,))
        >>> print(check(coop).findings[0].message)
        Agreement 'sund' is a joint committee, but has 1 Swedish municipalities or regions as parties.

    Remedy:
        >>> sound = Agreement("sund", "The Sound", LegalForm.CIVIL_LAW, host="1283", parties=signed)
        >>> coop = Cooperation("par", "A pair", other_parties=parties, agreements=(sound,))
        >>> len(check(coop))
        0

    References:
        Kommunallag (2017:725), 9 kap. 19 §.
    """
    index = index_of(coop)
    for path, agreement, unknown in judged(committee_of_one, index.by_form[LegalForm.JOINT_COMMITTEE], on):
        parties = domestic(index, agreement) if agreement.parties else None
        if parties is not None and len(parties) < 2:  # noqa: PLR2004 - a pair is the least
            noun = index.entry_at[path]
            yield unknown or committee_of_one.found(f"{path}.parties", noun=noun, number=len(parties))
