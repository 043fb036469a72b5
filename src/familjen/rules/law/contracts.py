"""Contract cooperation, avtalssamverkan (kommunallag 2017:725, 9 kap. 37–38 §§, in force since 1 July 2018)."""

import datetime as dt
from collections.abc import Iterator

from familjen.dates import Period
from familjen.findings import Finding, NotJudged, Severity
from familjen.model import Cooperation, LegalForm, Matter, PartnerKind
from familjen.rules.days import judged
from familjen.rules.index import index_of
from familjen.rules.law.bodies import domestic, yearly_missing
from familjen.rules.rule import rule
from familjen.rules.statute import section

__all__ = [
    "contract_before_the_act",
    "contract_report_missing",
    "contract_tasks_unspecified",
    "contract_with_others",
]

_IN_FORCE = Period(section("KL", 9, "37").known_from)


@rule(
    "FAM320",
    "contract-before-the-act",
    Severity.ADVICE,
    message="{noun} began on {first}, before the Act had a rule on contract cooperation, and names no special law.",
    hint="Name the special law that supported it, or renew it under the section, which is in force since {since}.",
    law=section("KL", 9, "37"),
    since="2026.11.0",
)
def contract_before_the_act(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """A contract is older than the general right to contract cooperation, and names no special law.

    Checks:
        That a contract which began before 1 July 2018 names the special law on which it rests. A later one may rest on
        the section; special law stands beside it. It is advice, never an error: which special laws there were is not
        judged.

    Why:
        Before that day a municipality could perform another's tasks where a special law allowed it. Whoever reviews the
        contract will ask which.

    Example:
        >>> law = Agreement("ratt", "Family law", LegalForm.CONTRACT, period=Period(dt.date(2016, 1, 1)))
        >>> coop = Cooperation("par", "A pair", agreements=(law,))
        >>> print(*check(coop))
        Agreement 'ratt' began on 2016-01-01, before the Act had a rule on contract cooperation, and names no special
        law. Name the special law that supported it, or renew it under the section, which is in force since 2018-07-01.
        (Local Government Act (2017:725), chapter 9, section 37) [FAM320]

    Remedy:
        >>> law = attrs.evolve(law, legal_basis=("The Act on ...",))
        >>> coop = Cooperation("par", "A pair", agreements=(law,))
        >>> len(check(coop))
        0

    References:
        Kommunallag (2017:725), 9 kap. 37 §.
    """
    index = index_of(coop)
    since = _IN_FORCE.first_day
    for i, agreement in index.by_form[LegalForm.CONTRACT]:
        if agreement.legal_basis or agreement.period is None or agreement.period.first_day >= since:
            continue
        path = f"$.agreements[{i}]"
        first = agreement.period.first_day
        yield contract_before_the_act.found(path, noun=index.entry_at[path], first=first, since=since)


@rule(
    "FAM321",
    "contract-with-others",
    Severity.ERROR,
    message="{noun} is contract cooperation, but has {number} Swedish municipalities or regions as parties.",
    hint="Add the other party, or correct the legal form: what is bought from others is procured.",
    law=section("KL", 9, "37"),
    in_force=_IN_FORCE,
    since="2026.11.0",
)
def contract_with_others(coop: Cooperation, on: dt.date | None) -> Iterator[Finding | NotJudged]:
    """Contract cooperation has fewer than two municipalities or regions.

    Checks:
        That a contract which lists its parties has at least two Swedish municipalities or regions among them. It is
        judged by the law of the contract's first day. A contract that names a special law is not asked, nor one that a
        municipality or region among the partners has signed.

    Why:
        The section lets another municipality or another region perform a task, nobody else.

    Example:
        >>> helsingborg = (Municipality("1283", "Helsingborg", "12"),)
        >>> law = Agreement("ratt", "Family law", LegalForm.CONTRACT, parties=participations(["1283"]))
        >>> coop = Cooperation("par", "A pair", other_parties=helsingborg, agreements=(law,))
        >>> print(check(coop).findings[0].message)
        Agreement 'ratt' is contract cooperation, but has 1 Swedish municipalities or regions as parties.

    Remedy:
        >>> both = (*helsingborg, Municipality("1277", "Åstorp", "12"))
        >>> law = attrs.evolve(law, parties=participations(["1283", "1277"]))
        >>> coop = Cooperation("par", "A pair", other_parties=both, agreements=(law,))
        >>> len(check(coop))
        0

    References:
        Kommunallag (2017:725), 9 kap. 37 §.
    """
    index = index_of(coop)
    public = {partner.id for partner in coop.partners if partner.kind in {PartnerKind.MUNICIPALITY, PartnerKind.REGION}}
    for path, agreement, unknown in judged(contract_with_others, index.by_form[LegalForm.CONTRACT], on, formed=True):
        if agreement.legal_basis or not agreement.parties or not public.isdisjoint(agreement.partners):
            continue
        parties = domestic(index, agreement)
        if parties is not None and len(parties) < 2:  # noqa: PLR2004 - a pair is the least
            noun = index.entry_at[path]
            yield unknown or contract_with_others.found(f"{path}.parties", noun=noun, number=len(parties))


@rule(
    "FAM322",
    "contract-report-missing",
    Severity.WARNING,
    message="No report on {noun} to the council of {party} for {years} is known.",
    hint="Let the executive report on contract cooperation to the council each year, and record it.",
    law=section("KL", 9, "38"),
    in_force=_IN_FORCE,
    since="2026.11.0",
)
def contract_report_missing(coop: Cooperation, on: dt.date | None) -> Iterator[Finding | NotJudged]:
    """The executive has not reported on contract cooperation for a year.

    Checks:
        Where reports are recorded with their years: that each party has one for each year from the first that anybody
        reported, up to the year before the day of the check or, without one, to the last that anybody reported; as far
        as the party is bound, and not for years before 2018.

    Why:
        A task that somebody else performs falls out of sight. The report is what keeps it before the council.

    Example:
        >>> parties = (Municipality("1283", "Helsingborg", "12"), Municipality("1277", "Åstorp", "12"))
        >>> signed = participations(["1283", "1277"])
        >>> start = Period(dt.date(2019, 1, 1))
        >>> made = tuple(Decision("1283", year=year, matter=Matter.REPORT) for year in (2019, 2020))
        >>> made = (*made, Decision("1277", year=2019, matter=Matter.REPORT))
        >>> law = Agreement("ratt", "Law", LegalForm.CONTRACT, period=start, parties=signed, decisions=made)
        >>> coop = Cooperation("par", "A pair", other_parties=parties, agreements=(law,))
        >>> print(check(coop).findings[0].message)
        No report on agreement 'ratt' to the council of Åstorp (1277) for 2020 is known.

    Remedy:
        >>> law = attrs.evolve(law, decisions=(*made, Decision("1277", year=2020, matter=Matter.REPORT)))
        >>> coop = Cooperation("par", "A pair", other_parties=parties, agreements=(law,))
        >>> len(check(coop))
        0

    References:
        Kommunallag (2017:725), 9 kap. 38 §.
    """
    first = _IN_FORCE.first_day.year
    yield from yearly_missing(contract_report_missing, coop, on, LegalForm.CONTRACT, Matter.REPORT, first)


@rule(
    "FAM323",
    "contract-tasks-unspecified",
    Severity.WARNING,
    message="{noun} is contract cooperation, and nothing that is recorded of it says which tasks are performed.",
    hint="Record the tasks, in whole or in part, that one performs for the other.",
    law=section("KL", 9, "37"),
    in_force=_IN_FORCE,
    since="2026.11.0",
)
def contract_tasks_unspecified(coop: Cooperation, on: dt.date | None) -> Iterator[Finding | NotJudged]:
    """A contract does not say which tasks are performed.

    Checks:
        That a contract of which provisions are recorded has tasks, or a provision on them.

    Why:
        The responsibility stays with whoever orders the task, who must know what it has ordered.

    Example:
        >>> where = (Provision("delegation", where="§ 4"),)
        >>> law = Agreement("ratt", "Family law", LegalForm.CONTRACT, provisions=where)
        >>> coop = Cooperation("par", "A pair", agreements=(law,))
        >>> print(check(coop).findings[0].message)
        Agreement 'ratt' is contract cooperation, and nothing that is recorded of it says which tasks are performed.

    Remedy:
        >>> law = attrs.evolve(law, tasks=("Family counselling",))
        >>> coop = Cooperation("par", "A pair", agreements=(law,))
        >>> len(check(coop))
        0

    References:
        Kommunallag (2017:725), 9 kap. 37 §.
    """
    index = index_of(coop)
    for path, agreement, unknown in judged(contract_tasks_unspecified, index.by_form[LegalForm.CONTRACT], on):
        if not agreement.provisions or agreement.tasks:
            continue
        if all(provision.point != "tasks" for provision in agreement.provisions):
            yield unknown or contract_tasks_unspecified.found(f"{path}.provisions", noun=index.entry_at[path])
