"""Ids and codes that are almost right (family 1xx)."""

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from familjen.findings import Finding, Severity
from familjen.model import Cooperation, Municipality
from familjen.rules.index import index_of
from familjen.rules.names import municipality_name
from familjen.rules.rule import rule

if TYPE_CHECKING:
    from familjen.rules.entries import Entry

__all__ = ["county_differs", "id_differs_in_case", "name_differs_from_register", "unknown_municipality_code"]


@rule(
    "FAM120",
    "id-differs-in-case",
    Severity.WARNING,
    message="{noun} has the same id as {other} but for capital letters.",
    hint="Give one of them an id of its own, or take one away if they are the same.",
    since="2026.11.0",
)
def id_differs_in_case(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """Two nouns of one kind have ids that differ in capital letters only.

    Checks:
        That the ids of nouns of one kind are different when capitals and small letters count as the same.

    Why:
        People, file systems and spreadsheets take them for one; then a fee, a plan or a network is found in the wrong
        place.

    Example:
        >>> coop = Cooperation("par", "A pair", networks=(Network("kultur", "Culture"), Network("Kultur", "Museums")))
        >>> print(*check(coop))
        Network 'Kultur' has the same id as network 'kultur' but for capital letters. Give one of them an id of its own,
        or take one away if they are the same. [FAM120]

    Remedy:
        >>> coop = Cooperation("par", "A pair", networks=(Network("kultur", "Culture"), Network("museer", "Museums")))
        >>> len(check(coop))
        0

    References:
        The ids of the nouns in `familjen.model`.
    """
    index = index_of(coop)
    for kind, ids in index.ids.items():
        if len({identifier.casefold() for identifier in ids}) == len(ids):
            continue
        first: dict[str, Entry] = {}
        for entry in index.entries:
            if entry.kind is not kind:
                continue
            other = first.setdefault(entry.id.casefold(), entry)
            if other.id != entry.id:
                yield id_differs_in_case.found(f"{entry.path}.id", noun=entry, other=other)


@rule(
    "FAM121",
    "name-differs-from-register",
    Severity.WARNING,
    message="The municipality with the code {code} is called '{name}' here, but {register} in the register.",
    hint="Correct the code or the name.",
    since="2026.11.0",
)
def name_differs_from_register(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """A municipality's code is that of another municipality.

    Checks:
        That the name of a Swedish municipality begins with the name that the bundled register has for its code.

    Why:
        Inhabitants, tax bases and bills go by the code: with another municipality's code, the wrong one pays.

    Example:
        >>> members = (Member(Municipality("1283", "Höganäs", "12")),)
        >>> coop = Cooperation("par", "A pair", members=members)
        >>> print(*check(coop))
        The municipality with the code 1283 is called 'Höganäs' here, but Helsingborg in the register. Correct the code
        or the name. [FAM121]

    Remedy:
        >>> coop = Cooperation("par", "A pair", members=(Member(Municipality("1284", "Höganäs", "12")),))
        >>> len(check(coop))
        0

    References:
        `familjen.places.municipalities`.
    """
    for path, municipality in _municipalities(coop):
        register = municipality_name(municipality.code)
        if register is not None and not municipality.name.casefold().startswith(register.casefold()):
            yield name_differs_from_register.found(
                f"{path}.name", code=municipality.code, name=municipality.name, register=register
            )


@rule(
    "FAM122",
    "unknown-municipality-code",
    Severity.WARNING,
    message="No Swedish municipality has the code {code} today, which {name} has here.",
    hint="Correct the code; a municipality that no longer exists has no figures in the bundled statistics.",
    since="2026.11.0",
)
def unknown_municipality_code(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """A municipality has a code that no municipality has.

    Checks:
        That the code of a Swedish municipality is in the bundled register of today's 290.

    Why:
        Its inhabitants are found nowhere, so that no key or rate can be counted for it.

    Example:
        >>> coop = Cooperation("par", "A pair", members=(Member(Municipality("1238", "Helsingborg", "12")),))
        >>> print(*check(coop))
        No Swedish municipality has the code 1238 today, which Helsingborg has here. Correct the code; a municipality
        that no longer exists has no figures in the bundled statistics. [FAM122]

    Remedy:
        >>> coop = Cooperation("par", "A pair", members=(Member(Municipality("1283", "Helsingborg", "12")),))
        >>> len(check(coop))
        0

    References:
        `familjen.places.municipalities`.
    """
    for path, municipality in _municipalities(coop):
        if municipality_name(municipality.code) is None:
            yield unknown_municipality_code.found(f"{path}.code", code=municipality.code, name=municipality.name)


@rule(
    "FAM123",
    "county-differs",
    Severity.WARNING,
    message="{party} is placed in the county {county}, but its code begins with {expected}.",
    hint="Give it the county {expected}.",
    since="2026.11.0",
)
def county_differs(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """A municipality is placed in another county than its code says.

    Checks:
        That the county of a Swedish municipality in the register is the first two digits of its code.

    Why:
        What counts by county, such as a region's part, would count it in the wrong one.

    Example:
        >>> coop = Cooperation("par", "A pair", members=(Member(Municipality("1283", "Helsingborg", "13")),))
        >>> print(*check(coop))
        Helsingborg (1283) is placed in the county 13, but its code begins with 12. Give it the county 12. [FAM123]

    Remedy:
        >>> coop = Cooperation("par", "A pair", members=(Member(Municipality("1283", "Helsingborg", "12")),))
        >>> len(check(coop))
        0

    References:
        `Municipality.county`.
    """
    index = index_of(coop)
    for path, municipality in _municipalities(coop):
        expected = municipality.code[:2]
        if municipality.county != expected and municipality_name(municipality.code) is not None:
            party = index.party(municipality.id)
            yield county_differs.found(f"{path}.county", party=party, county=municipality.county, expected=expected)


def _municipalities(coop: Cooperation) -> Iterator[tuple[str, Municipality]]:
    for i, member in enumerate(coop.members):
        if isinstance(member.party, Municipality):
            yield f"$.members[{i}].party", member.party
    for i, party in enumerate(coop.other_parties):
        if isinstance(party, Municipality):
            yield f"$.other_parties[{i}]", party
