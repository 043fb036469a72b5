"""Who sits in the assembly of a federation and in a joint committee (kommunallag 2017:725, 9 kap. 3, 4 and 24 §§)."""

import datetime as dt
from collections.abc import Iterator

from familjen.findings import Finding, NotJudged, Severity
from familjen.model import Cooperation, LegalForm
from familjen.rules.days import judged
from familjen.rules.index import index_of
from familjen.rules.law.bodies import seats_missing, substitutes_amiss
from familjen.rules.rule import rule
from familjen.rules.statute import section

__all__ = [
    "committee_member_missing",
    "committee_substitutes",
    "member_without_seat",
    "seats_for_outsiders",
    "substitutes_not_as_many",
    "term_too_long",
]

_MOST_YEARS = 4


@rule(
    "FAM303",
    "member-without-seat",
    Severity.ERROR,
    message="The deciding assembly of {noun} has no member from {parties}.",
    hint="Give each member of the federation at least one member and one substitute.",
    law=section("KL", 9, "3"),
    since="2026.11.0",
)
def member_without_seat(coop: Cooperation, on: dt.date | None) -> Iterator[Finding | NotJudged]:
    """A member of a federation has no seat in its deciding assembly.

    Checks:
        That each party bound on the day has at least one member in the assembly, where its representation is recorded.

    Why:
        The law gives each member of a federation at least one member and one substitute, however small it is.

    Example:
        >>> parties = (Municipality("1283", "Helsingborg", "12"), Municipality("1260", "Bjuv", "12"))
        >>> signed = participations(["1283", "1260"])
        >>> seats = (Representation("1283", members=2, substitutes=2),)
        >>> body = Assembly(AssemblyKind.DIRECTORATE, representation=seats)
        >>> rescue = Agreement("raddning", "Rescue", LegalForm.FEDERATION, parties=signed, assembly=body)
        >>> coop = Cooperation("par", "A pair", other_parties=parties, agreements=(rescue,))
        >>> print(check(coop).findings[0].message)
        The deciding assembly of agreement 'raddning' has no member from Bjuv (1260).

    Remedy:
        >>> body = attrs.evolve(body, representation=(*seats, Representation("1260", members=1, substitutes=1)))
        >>> rescue = attrs.evolve(rescue, assembly=body)
        >>> coop = Cooperation("par", "A pair", other_parties=parties, agreements=(rescue,))
        >>> len(check(coop))
        0

    References:
        Kommunallag (2017:725), 9 kap. 3 §.
    """
    yield from seats_missing(member_without_seat, coop, on, LegalForm.FEDERATION)


@rule(
    "FAM304",
    "term-too-long",
    Severity.ERROR,
    message="The deciding assembly of {noun} is chosen for {years} years.",
    hint="Choose it for four years, or state a shorter term in the charter.",
    law=section("KL", 9, "4"),
    since="2026.11.0",
)
def term_too_long(coop: Cooperation, on: dt.date | None) -> Iterator[Finding | NotJudged]:
    """A federation's deciding assembly is chosen for more than four years.

    Checks:
        That the term of office of a federation's assembly is four years at most.

    Why:
        The charter may make the term shorter than the law's four years, not longer; voters would lose their say.

    Example:
        >>> body = Assembly(AssemblyKind.COUNCIL, term_years=5)
        >>> rescue = Agreement("raddning", "Rescue", LegalForm.FEDERATION, assembly=body)
        >>> coop = Cooperation("par", "A pair", agreements=(rescue,))
        >>> print(check(coop).findings[0].message)
        The deciding assembly of agreement 'raddning' is chosen for 5 years.

    Remedy:
        >>> body = Assembly(AssemblyKind.COUNCIL, term_years=4)
        >>> rescue = Agreement("raddning", "Rescue", LegalForm.FEDERATION, assembly=body)
        >>> coop = Cooperation("par", "A pair", agreements=(rescue,))
        >>> len(check(coop))
        0

    References:
        Kommunallag (2017:725), 9 kap. 4 §.
    """
    index = index_of(coop)
    for path, agreement, unknown in judged(term_too_long, index.by_form[LegalForm.FEDERATION], on):
        years = agreement.assembly.term_years if agreement.assembly is not None else None
        if years is None or years <= _MOST_YEARS:
            continue
        yield unknown or term_too_long.found(f"{path}.assembly.term_years", noun=index.entry_at[path], years=years)


@rule(
    "FAM305",
    "substitutes-not-as-many",
    Severity.ERROR,
    message="{party} has {members} members but {substitutes} substitutes in the deciding assembly of {noun}.",
    hint="Let it have as many substitutes as members.",
    law=section("KL", 9, "3"),
    since="2026.11.0",
)
def substitutes_not_as_many(coop: Cooperation, on: dt.date | None) -> Iterator[Finding | NotJudged]:
    """A member of a federation has more or fewer substitutes than members in the assembly.

    Checks:
        That the numbers are the same, where both are recorded.

    Why:
        The law asks for as many substitutes as members, so that a member who is absent can always be replaced by
        somebody from the same municipality.

    Example:
        >>> seats = (Representation("1283", members=2, substitutes=1),)
        >>> body = Assembly(AssemblyKind.DIRECTORATE, representation=seats)
        >>> rescue = Agreement("raddning", "Rescue", LegalForm.FEDERATION, assembly=body)
        >>> coop = Cooperation("par", "A pair", agreements=(rescue,))
        >>> print(check(coop).findings[0].message)
        Helsingborg (1283) has 2 members but 1 substitutes in the deciding assembly of agreement 'raddning'.

    Remedy:
        >>> seats = (Representation("1283", members=2, substitutes=2),)
        >>> body = Assembly(AssemblyKind.DIRECTORATE, representation=seats)
        >>> rescue = Agreement("raddning", "Rescue", LegalForm.FEDERATION, assembly=body)
        >>> coop = Cooperation("par", "A pair", agreements=(rescue,))
        >>> len(check(coop))
        0

    References:
        Kommunallag (2017:725), 9 kap. 3 §.
    """
    yield from substitutes_amiss(substitutes_not_as_many, coop, on, LegalForm.FEDERATION)


@rule(
    "FAM310",
    "seats-for-outsiders",
    Severity.ERROR,
    message="{party} has a seat in the deciding assembly of {noun}, but is not a member of the federation.",
    hint="Add it to the parties, or take its seat away.",
    law=section("KL", 9, "3"),
    since="2026.11.0",
)
def seats_for_outsiders(coop: Cooperation, on: dt.date | None) -> Iterator[Finding | NotJudged]:
    """Somebody who is not a member of a federation has a seat in its deciding assembly.

    Checks:
        That all who are represented in a federation's assembly are parties to it, where its parties are listed.

    Why:
        The assembly is chosen by the members' councils. An outsider's vote makes its decisions open to appeal.

    Example:
        >>> parties = (Municipality("1283", "Helsingborg", "12"), Municipality("1260", "Bjuv", "12"))
        >>> signed = participations(["1283", "1260"])
        >>> seats = tuple(Representation(code, members=1) for code in ("1283", "1260", "1278"))
        >>> body = Assembly(AssemblyKind.COUNCIL, representation=seats)
        >>> rescue = Agreement("raddning", "Rescue", LegalForm.FEDERATION, parties=signed, assembly=body)
        >>> coop = Cooperation("par", "A pair", other_parties=parties, agreements=(rescue,))
        >>> print(check(coop).findings[0].message)
        Båstad (1278) has a seat in the deciding assembly of agreement 'raddning', but is not a member of the
        federation.

    Remedy:
        >>> rescue = attrs.evolve(rescue, assembly=Assembly(AssemblyKind.COUNCIL, representation=seats[:2]))
        >>> coop = Cooperation("par", "A pair", other_parties=parties, agreements=(rescue,))
        >>> len(check(coop))
        0

    References:
        Kommunallag (2017:725), 9 kap. 3 §.
    """
    index = index_of(coop)
    for path, agreement, unknown in judged(seats_for_outsiders, index.by_form[LegalForm.FEDERATION], on):
        if agreement.assembly is None or not agreement.parties:
            continue
        parties = {part.party for part in agreement.parties}
        for j, held in enumerate(agreement.assembly.representation):
            if held.party not in parties:
                yield unknown or seats_for_outsiders.found(
                    f"{path}.assembly.representation[{j}].party",
                    noun=index.entry_at[path],
                    party=index.party(held.party),
                )


@rule(
    "FAM313",
    "committee-member-missing",
    Severity.ERROR,
    message="The joint committee of {noun} has no member from {parties}.",
    hint="Let each cooperating municipality and region choose at least one member and one substitute.",
    law=section("KL", 9, "24"),
    since="2026.11.0",
)
def committee_member_missing(coop: Cooperation, on: dt.date | None) -> Iterator[Finding | NotJudged]:
    """A party has no member in the joint committee.

    Checks:
        That each party bound on the day has at least one member, where the committee's representation is recorded.

    Why:
        The committee decides for each of the parties, so each of them is represented in it.

    Example:
        >>> parties = (Municipality("1283", "Helsingborg", "12"), Municipality("1260", "Bjuv", "12"))
        >>> signed = participations(["1283", "1260"])
        >>> body = Assembly(AssemblyKind.COMMITTEE, representation=(Representation("1283", members=2),))
        >>> wages = Agreement("loner", "Wages", LegalForm.JOINT_COMMITTEE, host="1283", parties=signed, assembly=body)
        >>> coop = Cooperation("par", "A pair", other_parties=parties, agreements=(wages,))
        >>> print(check(coop).findings[0].message)
        The joint committee of agreement 'loner' has no member from Bjuv (1260).

    Remedy:
        >>> seats = (Representation("1283", members=2), Representation("1260", members=2))
        >>> wages = attrs.evolve(wages, assembly=Assembly(AssemblyKind.COMMITTEE, representation=seats))
        >>> coop = Cooperation("par", "A pair", other_parties=parties, agreements=(wages,))
        >>> len(check(coop))
        0

    References:
        Kommunallag (2017:725), 9 kap. 24 §.
    """
    yield from seats_missing(committee_member_missing, coop, on, LegalForm.JOINT_COMMITTEE)


@rule(
    "FAM314",
    "committee-substitutes",
    Severity.ERROR,
    message="{party} has {members} members but {substitutes} substitutes in the joint committee of {noun}.",
    hint="Let it choose as many substitutes as members.",
    law=section("KL", 9, "24"),
    since="2026.11.0",
)
def committee_substitutes(coop: Cooperation, on: dt.date | None) -> Iterator[Finding | NotJudged]:
    """A party has more or fewer substitutes than members in a joint committee.

    Checks:
        That the numbers are the same, where both are recorded.

    Why:
        The law asks for as many substitutes as members.

    Example:
        >>> body = Assembly(AssemblyKind.COMMITTEE, representation=(Representation("1283", members=2, substitutes=1),))
        >>> helsingborg = (Municipality("1283", "Helsingborg", "12"),)
        >>> wages = Agreement("loner", "Wages", LegalForm.JOINT_COMMITTEE, host="1283", assembly=body)
        >>> coop = Cooperation("par", "A pair", other_parties=helsingborg, agreements=(wages,))
        >>> print(check(coop).findings[0].message)
        Helsingborg (1283) has 2 members but 1 substitutes in the joint committee of agreement 'loner'.

    Remedy:
        >>> body = Assembly(AssemblyKind.COMMITTEE, representation=(Representation("1283", members=2, substitutes=2),))
        >>> wages = attrs.evolve(wages, assembly=body)
        >>> coop = Cooperation("par", "A pair", other_parties=helsingborg, agreements=(wages,))
        >>> len(check(coop))
        0

    References:
        Kommunallag (2017:725), 9 kap. 24 §.
    """
    yield from substitutes_amiss(committee_substitutes, coop, on, LegalForm.JOINT_COMMITTEE)
