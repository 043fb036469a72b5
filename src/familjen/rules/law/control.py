"""Who controls the counterpart of an in-house procurement (lag 2016:1145 om offentlig upphandling, 3 kap. 11–13 §§)."""

import datetime as dt
from collections.abc import Iterator

from familjen.findings import Finding, NotJudged, Severity
from familjen.language import Listing
from familjen.model import Agreement, Cooperation, LegalForm, PartnerKind, Procurement, ProcurementGround
from familjen.rules.days import formation_day, unknown_law
from familjen.rules.index import index_of
from familjen.rules.law.bodies import bound_on
from familjen.rules.rule import Rule, rule
from familjen.rules.statute import Section, section

__all__ = [
    "IN_HOUSE",
    "in_house_counterpart",
    "in_house_private_owner",
    "joint_control_without_seats",
    "relying",
]

IN_HOUSE = (ProcurementGround.IN_HOUSE, ProcurementGround.JOINT_IN_HOUSE)
"""The grounds of in-house procurement."""
_NO_PERSON = (LegalForm.CONTRACT, LegalForm.CIVIL_LAW)


@rule(
    "FAM336",
    "in-house-private-owner",
    Severity.ERROR,
    message="{noun} relies on the in-house exemption, but there is a private interest in the counterpart.",
    hint="Call for tenders, or let the private owner leave first.",
    law=(section("LOU", 3, "12"), section("LOU", 3, "13")),
    since="2026.11.0",
)
def in_house_private_owner(coop: Cooperation, on: dt.date | None) -> Iterator[Finding | NotJudged]:
    """A private owner has a share in an in-house counterpart.

    Checks:
        That an in-house counterpart is not recorded to have a private owner, and that no company from outside is among
        its owners.

    Why:
        A private owner would get public contracts without competing for them.

    Example:
        >>> ground = Procurement(ProcurementGround.IN_HOUSE, awarded=dt.date(2025, 10, 1), private_owner=True)
        >>> water = Agreement("vatten", "Water", LegalForm.COMPANY, procurement=ground)
        >>> coop = Cooperation("par", "A pair", agreements=(water,))
        >>> print(check(coop).findings[0].message)
        Agreement 'vatten' relies on the in-house exemption, but there is a private interest in the counterpart.

    Remedy:
        >>> water = attrs.evolve(water, procurement=attrs.evolve(ground, private_owner=False))
        >>> coop = Cooperation("par", "A pair", agreements=(water,))
        >>> len(check(coop))
        0

    References:
        Lag (2016:1145) om offentlig upphandling, 3 kap. 12 and 13 §§.
    """
    index = index_of(coop)
    companies = {partner.id for partner in coop.partners if partner.kind is PartnerKind.COMPANY}
    for path, agreement, ground, unknown in relying(in_house_private_owner, coop, on, *IN_HOUSE):
        if ground.private_owner or any(held.owner in companies for held in agreement.owners):
            yield unknown or in_house_private_owner.found(f"{path}.procurement", noun=index.entry_at[path])


@rule(
    "FAM337",
    "in-house-counterpart",
    Severity.ERROR,
    message="{noun} relies on the in-house exemption, but its counterpart is neither a legal person nor a joint"
    " committee.",
    hint="Correct the legal form, or rely on the exemption for cooperation between authorities.",
    law=section("LOU", 3, "11"),
    since="2026.11.0",
)
def in_house_counterpart(coop: Cooperation, on: dt.date | None) -> Iterator[Finding | NotJudged]:
    """The in-house exemption is relied on towards somebody whom it does not cover.

    Checks:
        That the exemption is relied on for a federation, a company, an association, a foundation or a joint committee,
        not for a contract or an agreement in civil law between the parties alone; a partner that has signed it may be
        the legal person.

    Why:
        The exemption is for a counterpart that the authority controls. Two municipalities with a contract do not
        control each other.

    Example:
        >>> ground = Procurement(ProcurementGround.IN_HOUSE, awarded=dt.date(2025, 10, 1))
        >>> law = Agreement("ratt", "Family law", LegalForm.CONTRACT, procurement=ground)
        >>> coop = Cooperation("par", "A pair", agreements=(law,))
        >>> print(check(coop).findings[0].message)
        Agreement 'ratt' relies on the in-house exemption, but its counterpart is neither a legal person nor a joint
        committee.

    Remedy:
        >>> ground = Procurement(ProcurementGround.COOPERATION, awarded=dt.date(2025, 10, 1))
        >>> law = attrs.evolve(law, procurement=ground)
        >>> coop = Cooperation("par", "A pair", agreements=(law,))
        >>> len(check(coop))
        0

    References:
        Lag (2016:1145) om offentlig upphandling, 3 kap. 11 §.
    """
    index = index_of(coop)
    for path, agreement, _, unknown in relying(in_house_counterpart, coop, on, *IN_HOUSE):
        if agreement.form in _NO_PERSON and not agreement.partners:
            yield unknown or in_house_counterpart.found(f"{path}.procurement.ground", noun=index.entry_at[path])


@rule(
    "FAM338",
    "joint-control-without-seats",
    Severity.ERROR,
    message="{noun} relies on joint control, but {parties} is not represented in the deciding body.",
    hint="Give each of the authorities a representative in it; one may represent several.",
    law=section("LOU", 3, "13"),
    since="2026.11.0",
)
def joint_control_without_seats(coop: Cooperation, on: dt.date | None) -> Iterator[Finding | NotJudged]:
    """An authority relies on joint control over a body in which it is not represented.

    Checks:
        Where joint control is relied on and the representation is recorded: that each party has a member in the
        deciding body.

    Why:
        Control is joint only if the deciding body consists of representatives of all the authorities.

    Example:
        >>> parties = (Municipality("1283", "Helsingborg", "12"), Municipality("1260", "Bjuv", "12"))
        >>> signed = participations(["1283", "1260"])
        >>> ground = Procurement(ProcurementGround.JOINT_IN_HOUSE, awarded=dt.date(2025, 10, 1))
        >>> body = Assembly(AssemblyKind.BOARD, representation=(Representation("1283", members=3),))
        >>> waste = Agreement("avfall", "Waste", LegalForm.COMPANY, parties=signed, assembly=body, procurement=ground)
        >>> coop = Cooperation("par", "A pair", other_parties=parties, agreements=(waste,))
        >>> print(check(coop).findings[0].message)
        Agreement 'avfall' relies on joint control, but Bjuv (1260) is not represented in the deciding body.

    Remedy:
        >>> seats = (Representation("1283", members=3), Representation("1260", members=1))
        >>> waste = attrs.evolve(waste, assembly=Assembly(AssemblyKind.BOARD, representation=seats))
        >>> coop = Cooperation("par", "A pair", other_parties=parties, agreements=(waste,))
        >>> len(check(coop))
        0

    References:
        Lag (2016:1145) om offentlig upphandling, 3 kap. 13 §.
    """
    index = index_of(coop)
    listed = relying(joint_control_without_seats, coop, on, ProcurementGround.JOINT_IN_HOUSE)
    for path, agreement, ground, unknown in listed:
        # federations and joint committees must seat every party in any case: FAM303 and FAM313
        if agreement.assembly is None or agreement.form in {LegalForm.FEDERATION, LegalForm.JOINT_COMMITTEE}:
            continue
        seated = {held.party for held in agreement.assembly.representation if held.members}
        day = ground.awarded or formation_day(agreement, on)
        missing = tuple(index.party(party) for party in bound_on(agreement, day) if party not in seated)
        if seated and missing:
            yield unknown or joint_control_without_seats.found(
                f"{path}.assembly.representation", noun=index.entry_at[path], parties=Listing(missing)
            )


def relying(
    asked: Rule, coop: Cooperation, on: dt.date | None, *grounds: ProcurementGround
) -> Iterator[tuple[str, Agreement, Procurement, NotJudged | None]]:
    """Give the agreements that rely on one of the grounds, and what is said where the law of the award is not known."""
    for i, agreement in enumerate(coop.agreements):
        ground = agreement.procurement
        if ground is not None and ground.ground in grounds:
            path = f"$.agreements[{i}]"
            day = ground.awarded or formation_day(agreement, on)
            yield path, agreement, ground, unknown_law(asked, path, day, _law_of(asked, ground.ground))


def _law_of(asked: Rule, ground: ProcurementGround) -> tuple[Section, ...]:
    """Give the sections that a ground is judged by: of a rule on both in-house grounds, that of the ground."""
    if {section.key for section in asked.law} == {"LOU 3:12", "LOU 3:13"}:
        return asked.law[:1] if ground is ProcurementGround.IN_HOUSE else asked.law[1:]
    return asked.law
