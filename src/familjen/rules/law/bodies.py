"""What the law on federations and on joint committees shares: who is bound on a day, and who sits in the assembly."""

import datetime as dt
from collections.abc import Iterator

from familjen.findings import Finding, NotJudged
from familjen.language import Listing
from familjen.model import Agreement, Budget, Cooperation, LegalForm, Matter, Municipality, Region
from familjen.rules.days import day_of, formation_day, judged, unknown_law
from familjen.rules.index import Index, index_of
from familjen.rules.rule import Rule
from familjen.rules.spans import touches_year

__all__ = [
    "adopted_before",
    "bound_on",
    "domestic",
    "seats_missing",
    "substitutes_amiss",
    "without_decision",
    "yearly_missing",
]


def bound_on(agreement: Agreement, day: dt.date) -> tuple[str, ...]:
    """Give the ids of the parties that are bound on the day, each once."""
    held = [part.party for part in agreement.parties if part.period is None or day in part.period]
    return tuple(dict.fromkeys(held))


def adopted_before(asked: Rule, path: str, budget: Budget) -> NotJudged | None:
    """Say that a budget is not judged, if it was adopted on a day whose law is not known."""
    return None if budget.adopted is None else unknown_law(asked, path, budget.adopted, asked.law)


def domestic(index: Index, agreement: Agreement) -> list[str] | None:
    """Give the Swedish municipalities and regions among the parties; ``None`` where a party is not known."""
    parties = dict.fromkeys(part.party for part in agreement.parties)
    known = {party: index.parties.get(party) for party in parties}
    if None in known.values():
        return None
    return [party for party, noun in known.items() if isinstance(noun, Municipality | Region)]


def without_decision(
    asked: Rule, coop: Cooperation, on: dt.date | None, form: LegalForm, matter: Matter, *, formed: bool
) -> Iterator[Finding | NotJudged]:
    """Find agreements of a form that some party has decided in the matter, and another has not."""
    index = index_of(coop)
    for path, agreement, unknown in judged(asked, index.by_form[form], on, formed=formed):
        decided = {decision.by for decision in agreement.decisions if decision.matter is matter}
        if not decided:
            continue
        day = formation_day(agreement, on) if formed else day_of(agreement, on)
        parties = tuple(dict.fromkeys(part.party for part in agreement.parties)) if formed else bound_on(agreement, day)
        if decided.isdisjoint(parties) or decided.issuperset(parties):
            continue
        if unknown is not None:
            yield unknown
            continue
        missing = tuple(index.party(party) for party in parties if party not in decided)
        yield asked.found(f"{path}.decisions", noun=index.entry_at[path], parties=Listing(missing))


def seats_missing(asked: Rule, coop: Cooperation, on: dt.date | None, form: LegalForm) -> Iterator[Finding | NotJudged]:
    """Find bodies that say who is represented, and leave a party without a member."""
    index = index_of(coop)
    for path, agreement, unknown in judged(asked, index.by_form[form], on):
        if agreement.assembly is None or not agreement.assembly.representation:
            continue
        seated = {held.party for held in agreement.assembly.representation if held.members}
        missing = [party for party in bound_on(agreement, day_of(agreement, on)) if party not in seated]
        if missing and unknown is not None:
            yield unknown
        elif missing:
            parties = Listing(tuple(index.party(party) for party in missing))
            yield asked.found(f"{path}.assembly.representation", noun=index.entry_at[path], parties=parties)


def substitutes_amiss(
    asked: Rule, coop: Cooperation, on: dt.date | None, form: LegalForm
) -> Iterator[Finding | NotJudged]:
    """Find parties with another number of substitutes than of members."""
    index = index_of(coop)
    for path, agreement, unknown in judged(asked, index.by_form[form], on):
        held = agreement.assembly.representation if agreement.assembly is not None else ()
        amiss = [
            (j, each)
            for j, each in enumerate(held)
            if each.substitutes is not None and each.substitutes != each.members
        ]
        if amiss and unknown is not None:
            yield unknown
            continue
        for j, each in amiss:
            yield asked.found(
                f"{path}.assembly.representation[{j}].substitutes",
                noun=index.entry_at[path],
                party=index.party(each.party),
                members=each.members,
                substitutes=each.substitutes,
            )


def yearly_missing(
    asked: Rule, coop: Cooperation, on: dt.date | None, form: LegalForm, matter: Matter, earliest: int
) -> Iterator[Finding | NotJudged]:
    """Find parties without a yearly decision in the matter for a year for which there should be one."""
    index = index_of(coop)
    for path, agreement, unknown in judged(asked, index.by_form[form], on):
        made: dict[str, set[int]] = {}
        for decision in agreement.decisions:
            if decision.matter is matter and decision.year is not None:
                made.setdefault(decision.by, set()).add(decision.year)
        years = set[int]().union(*made.values())
        if not years:
            continue
        if unknown is not None:
            yield unknown
            continue
        last = max(years) if on is None else on.year - 1
        wanted = range(max(min(years), earliest), last + 1)
        for party, bound in _bound_years(agreement, wanted).items():
            missing = tuple(year for year in bound if year not in made.get(party, ()))
            if missing:
                yield asked.found(
                    f"{path}.decisions", noun=index.entry_at[path], party=index.party(party), years=Listing(missing)
                )


def _bound_years(agreement: Agreement, years: range) -> dict[str, tuple[int, ...]]:
    """Give the years in which each party is bound on some day."""
    found: dict[str, set[int]] = {}
    for part in agreement.parties:
        for year in years:
            if touches_year(part.period, year) and touches_year(agreement.period, year):
                found.setdefault(part.party, set()).add(year)
    return {party: tuple(sorted(bound)) for party, bound in found.items()}
