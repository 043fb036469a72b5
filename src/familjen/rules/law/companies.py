"""Companies, associations and foundations (kommunallag 2017:725, 6 kap. 9 § and 10 kap. 1–6 §§)."""

import datetime as dt
from collections.abc import Iterator

from familjen.findings import Finding, NotJudged, Severity
from familjen.model import Agreement, Cooperation, LegalForm, Matter
from familjen.rules.days import judged
from familjen.rules.index import Index, index_of
from familjen.rules.law.bodies import without_decision, yearly_missing
from familjen.rules.requirements import Requirement, requirements
from familjen.rules.rule import rule
from familjen.rules.statute import section

__all__ = [
    "HANDED_OVER",
    "authority_without_law",
    "company_condition_missing",
    "company_not_reviewed",
    "foundation_condition_missing",
    "handover_not_decided",
    "part_owned_condition_missing",
]

HANDED_OVER = (LegalForm.COMPANY, LegalForm.ASSOCIATION, LegalForm.FOUNDATION)
"""The forms to which the care of a matter is handed over (10 kap. 1 §)."""


@rule(
    "FAM324",
    "company-condition-missing",
    Severity.ERROR,
    message="{noun} is wholly owned, and this condition is not recorded as met: {missing}.",
    hint="Let the council see to it; if it has, record where.",
    law=(section("KL", 10, "3"), section("KL", 10, "2")),
    since="2026.11.0",
)
def company_condition_missing(coop: Cooperation, on: dt.date | None) -> Iterator[Finding | NotJudged]:
    """A condition for handing over a matter to a wholly owned company is not met.

    Checks:
        That the provisions recorded of a company which one municipality or region owns alone cover the six points of
        the section; a decision on the purpose counts for the first. A company without recorded provisions, or without
        recorded owners, is not asked. One that several own is for FAM325: each of them decides together with others.

    Why:
        The council answers for what the company does. Without these conditions it cannot steer it, and the public
        cannot see it.

    Example:
        >>> points = [each.point for each in requirements(LegalForm.COMPANY)]
        >>> met = tuple(Provision(point) for point in points if point != "lay-auditor")
        >>> helsingborg = (Municipality("1283", "Helsingborg", "12"),)
        >>> whole = (Holding("1283", Fraction(1)),)
        >>> water = Agreement("vatten", "Water", LegalForm.COMPANY, provisions=met, owners=whole)
        >>> coop = Cooperation("par", "A pair", other_parties=helsingborg, agreements=(water,))
        >>> print(*check(coop))
        Agreement 'vatten' is wholly owned, and this condition is not recorded as met: at least one lay auditor
        appointed by the council. Let the council see to it; if it has, record where. (Local Government Act (2017:725),
        chapter 10, section 3, point 5) [FAM324]

    Remedy:
        >>> water = attrs.evolve(water, provisions=tuple(Provision(point) for point in points))
        >>> coop = Cooperation("par", "A pair", other_parties=helsingborg, agreements=(water,))
        >>> len(check(coop))
        0

    References:
        Kommunallag (2017:725), 10 kap. 2 and 3 §§.
    """
    index = index_of(coop)
    for path, agreement, unknown in judged(company_condition_missing, index.by_form[LegalForm.COMPANY], on):
        missing = _unmet(agreement)
        if not missing or not _owned_by_one(index, agreement):
            continue
        if unknown is not None:
            yield unknown
            continue
        for each in missing:
            yield company_condition_missing.found(
                f"{path}.provisions", point=each.number, noun=index.entry_at[path], missing=each
            )


@rule(
    "FAM325",
    "part-owned-condition-missing",
    Severity.WARNING,
    message="{noun} is owned together with others, and this condition is not recorded as met: {missing}.",
    hint="Bind the company by it as far as is reasonable, or record why it is not.",
    law=(section("KL", 10, "4"), section("KL", 10, "2")),
    since="2026.11.0",
)
def part_owned_condition_missing(coop: Cooperation, on: dt.date | None) -> Iterator[Finding | NotJudged]:
    """A condition for handing over a matter to a partly owned company is not met.

    Checks:
        That the provisions recorded of a company which several own, municipalities or others, cover the six points that
        a wholly owned company must meet.

    Why:
        The law asks for the same conditions to an extent that is reasonable with regard to the shares, the activity and
        other circumstances; so somebody should have considered each of them.

    Example:
        >>> points = [each.point for each in requirements(LegalForm.COMPANY)]
        >>> builder = (Partner("bygg", "Bygg AB", PartnerKind.COMPANY),)
        >>> bjuv = (Municipality("1260", "Bjuv", "12"),)
        >>> held = (Holding("bygg", Fraction(1, 2)), Holding("1260", Fraction(1, 2)))
        >>> met = tuple(Provision(point) for point in points if point != "lay-auditor")
        >>> homes = Agreement("bostad", "Homes", LegalForm.COMPANY, provisions=met, owners=held)
        >>> coop = Cooperation("par", "A pair", other_parties=bjuv, partners=builder, agreements=(homes,))
        >>> print(check(coop).findings[0].message)
        Agreement 'bostad' is owned together with others, and this condition is not recorded as met: at least one lay
        auditor appointed by the council.

    Remedy:
        >>> homes = attrs.evolve(homes, provisions=tuple(Provision(point) for point in points))
        >>> coop = Cooperation("par", "A pair", other_parties=bjuv, partners=builder, agreements=(homes,))
        >>> len(check(coop))
        0

    References:
        Kommunallag (2017:725), 10 kap. 2 and 4 §§.
    """
    index = index_of(coop)
    for path, agreement, unknown in judged(part_owned_condition_missing, index.by_form[LegalForm.COMPANY], on):
        missing = _unmet(agreement)
        if not missing or not agreement.owners or _owned_by_one(index, agreement):
            continue
        if unknown is not None:
            yield unknown
            continue
        for each in missing:
            yield part_owned_condition_missing.found(f"{path}.provisions", noun=index.entry_at[path], missing=each)


@rule(
    "FAM326",
    "foundation-condition-missing",
    Severity.WARNING,
    message="For {noun}, this condition is not recorded as met: {missing}.",
    hint="Let the council see to it, as far as is reasonable where others take part; if it has, record where.",
    law=section("KL", 10, "6"),
    since="2026.11.0",
)
def foundation_condition_missing(coop: Cooperation, on: dt.date | None) -> Iterator[Finding | NotJudged]:
    """A condition for handing over a matter to an association or a foundation is not met.

    Checks:
        That the provisions recorded of an association or a foundation cover the points that the section takes over from
        those for companies.

    Why:
        What holds for a company holds for an association and a foundation too: the council has to set the purpose and
        keep its hand on it.

    Example:
        >>> points = [each.point for each in requirements(LegalForm.FOUNDATION)]
        >>> met = tuple(Provision(point) for point in points if point != "auditor")
        >>> museum = Agreement("museum", "Museum", LegalForm.FOUNDATION, provisions=met)
        >>> coop = Cooperation("par", "A pair", agreements=(museum,))
        >>> print(check(coop).findings[0].message)
        For agreement 'museum', this condition is not recorded as met: at least one auditor appointed by the council.

    Remedy:
        >>> museum = attrs.evolve(museum, provisions=tuple(Provision(point) for point in points))
        >>> coop = Cooperation("par", "A pair", agreements=(museum,))
        >>> len(check(coop))
        0

    References:
        Kommunallag (2017:725), 10 kap. 6 §.
    """
    index = index_of(coop)
    listed = sorted((*index.by_form[LegalForm.ASSOCIATION], *index.by_form[LegalForm.FOUNDATION]), key=_place)
    for path, agreement, unknown in judged(foundation_condition_missing, listed, on):
        missing = _unmet(agreement)
        if missing and unknown is not None:
            yield unknown
            continue
        for each in missing:
            yield foundation_condition_missing.found(f"{path}.provisions", noun=index.entry_at[path], missing=each)


@rule(
    "FAM327",
    "handover-not-decided",
    Severity.WARNING,
    message="Some councils have decided to hand over to {noun}, but no such decision by that of {parties} is known.",
    hint="Add the council's decision; a committee or the executive cannot make it.",
    law=(section("KL", 10, "1"), section("KL", 5, "1")),
    since="2026.11.0",
)
def handover_not_decided(coop: Cooperation, on: dt.date | None) -> Iterator[Finding | NotJudged]:
    """A matter was handed over without the council's decision.

    Checks:
        That the council of each party to a company, an association or a foundation has decided to hand over the care of
        the matter, where the decision of any of them is recorded. It is judged by the law of the first day.

    Why:
        Only the council may hand over the care of a municipal matter.

    Example:
        >>> parties = (Municipality("1283", "Helsingborg", "12"), Municipality("1260", "Bjuv", "12"))
        >>> signed = participations(["1283", "1260"])
        >>> made = tuple(Decision(code) for code in ("1283", "1260"))
        >>> given = (*made, Decision("1283", matter=Matter.HANDOVER))
        >>> water = Agreement("vatten", "Water", LegalForm.COMPANY, parties=signed, decisions=given)
        >>> coop = Cooperation("par", "A pair", other_parties=parties, agreements=(water,))
        >>> print(check(coop).findings[0].message)
        Some councils have decided to hand over to agreement 'vatten', but no such decision by that of Bjuv (1260) is
        known.

    Remedy:
        >>> water = attrs.evolve(water, decisions=(*given, Decision("1260", matter=Matter.HANDOVER)))
        >>> coop = Cooperation("par", "A pair", other_parties=parties, agreements=(water,))
        >>> len(check(coop))
        0

    References:
        Kommunallag (2017:725), 10 kap. 1 § and 5 kap. 1 §.
    """
    for form in HANDED_OVER:
        yield from without_decision(handover_not_decided, coop, on, form, Matter.HANDOVER, formed=True)


@rule(
    "FAM328",
    "authority-without-law",
    Severity.ERROR,
    message="Authority over individuals is exercised under {noun}, which names no law that supports it.",
    hint="Name the law that allows it, or keep that part in a committee.",
    law=section("KL", 10, "1"),
    since="2026.11.0",
)
def authority_without_law(coop: Cooperation, on: dt.date | None) -> Iterator[Finding | NotJudged]:
    """The exercise of authority was handed over without support in law.

    Checks:
        That a company, an association or a foundation which exercises authority over individuals names the law on which
        that rests.

    Why:
        Where a matter includes the exercise of authority, it may be handed over only with support in law. Decisions
        without it do not stand.

    Example:
        >>> permits = Agreement("bygglov", "Permits", LegalForm.COMPANY, exercises_authority=True)
        >>> coop = Cooperation("par", "A pair", agreements=(permits,))
        >>> print(check(coop).findings[0].message)
        Authority over individuals is exercised under agreement 'bygglov', which names no law that supports it.

    Remedy:
        >>> permits = attrs.evolve(permits, exercises_authority=False)
        >>> coop = Cooperation("par", "A pair", agreements=(permits,))
        >>> len(check(coop))
        0

    References:
        Kommunallag (2017:725), 10 kap. 1 §.
    """
    index = index_of(coop)
    listed = sorted((pair for form in HANDED_OVER for pair in index.by_form[form]), key=_place)
    for path, agreement, unknown in judged(authority_without_law, listed, on):
        if agreement.exercises_authority and not agreement.legal_basis:
            yield unknown or authority_without_law.found(f"{path}.exercises_authority", noun=index.entry_at[path])


@rule(
    "FAM330",
    "company-not-reviewed",
    Severity.WARNING,
    message="No review of {noun} by the executive of {party} for {years} is known.",
    hint="Let the executive decide each year whether the company has kept to its purpose and the municipal powers.",
    law=section("KL", 6, "9"),
    since="2026.11.0",
)
def company_not_reviewed(coop: Cooperation, on: dt.date | None) -> Iterator[Finding | NotJudged]:
    """The executive has not reviewed a company for a year.

    Checks:
        Where reviews are recorded with their years: that each party has one for each year from the first that anybody
        reviewed, up to the year before the day of the check or, without one, to the last that anybody reviewed.

    Why:
        The review is how a municipality notices that a company has drifted from its purpose.

    Example:
        >>> parties = (Municipality("1283", "Helsingborg", "12"), Municipality("1260", "Bjuv", "12"))
        >>> signed = participations(["1283", "1260"])
        >>> made = (Decision("1283", year=2024, matter=Matter.COMPANY_REVIEW),)
        >>> water = Agreement("vatten", "Water", LegalForm.COMPANY, parties=signed, decisions=made)
        >>> coop = Cooperation("par", "A pair", other_parties=parties, agreements=(water,))
        >>> print(check(coop).findings[0].message)
        No review of agreement 'vatten' by the executive of Bjuv (1260) for 2024 is known.

    Remedy:
        >>> water = attrs.evolve(water, decisions=(*made, Decision("1260", year=2024, matter=Matter.COMPANY_REVIEW)))
        >>> coop = Cooperation("par", "A pair", other_parties=parties, agreements=(water,))
        >>> len(check(coop))
        0

    References:
        Kommunallag (2017:725), 6 kap. 9 §.
    """
    first = section("KL", 6, "9").known_from.year
    yield from yearly_missing(company_not_reviewed, coop, on, LegalForm.COMPANY, Matter.COMPANY_REVIEW, first)


def _unmet(agreement: Agreement) -> list[Requirement]:
    if not agreement.provisions:
        return []
    settled = {provision.point for provision in agreement.provisions}
    if any(decision.matter is Matter.PURPOSE for decision in agreement.decisions):
        settled.add("purpose")
    return [each for each in requirements(agreement.form) if each.point not in settled]


def _owned_by_one(index: Index, agreement: Agreement) -> bool:
    """Whether one party holds all that is recorded; "the municipality" of 10 kap. 2 § is a single one."""
    owners = {held.owner for held in agreement.owners if held.share}
    return len(owners) == 1 and owners <= index.parties.keys()


def _place(pair: tuple[int, Agreement]) -> int:
    return pair[0]
