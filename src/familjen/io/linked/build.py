"""Linked data from a cooperation."""

import re

from familjen.errors import InvalidValueError
from familjen.io.linked.addresses import Addresses, checked_base
from familjen.io.linked.bodies import bodies
from familjen.io.linked.context import CONTEXT
from familjen.io.linked.data import LinkedData
from familjen.io.linked.expressed import unexpressed
from familjen.io.linked.graph import Graph
from familjen.io.linked.parties import parties
from familjen.io.linked.work import work
from familjen.model import Cooperation
from familjen.validators import show

__all__ = ["linked_data", "to_jsonld"]


def linked_data(coop: Cooperation, *, base: str | None = None, texts: str | None = None) -> LinkedData:
    """Tell of a cooperation as linked open data (länkade öppna data).

    The cooperation is an ``org:OrganizationalCollaboration``, its members are ``m8g:PublicOrganisation`` with an
    ``org:Membership`` each, in which ``org:memberDuring`` says when; networks and the board are
    ``org:OrganizationalUnit``. Both ends of an interval belong to it.

    Args:
        coop: The cooperation.
        base: The publisher's address, below which all has its own: ``"https://example.org/id/"``. Without one, things
            have UUIDs, which stay the same but cannot be looked up.
        texts: The language that the cooperation's own words are in, such as ``"sv"``; without it they bear no language.
            Names of Swedish municipalities are Swedish in any case, and our own words are in both languages.

    Raises:
        InvalidValueError: The base or the language is none, or two different nouns of a kind have the same id.

    >>> from familjen.model import Member, Municipality
    >>> pair = Cooperation("par", "A pair", members=(Member(Municipality("1283", "Helsingborg", "12")),))
    >>> told = linked_data(pair, base="https://example.org/id/").document["@graph"]
    >>> [each["@id"] for each in told if each["@type"] == "m8g:PublicOrganisation"]
    ['https://example.org/id/party/1283']
    """
    if not isinstance(coop, Cooperation):
        raise InvalidValueError(f"{show(coop)} is no Cooperation", attribute="coop")
    if texts is not None and not (isinstance(texts, str) and re.fullmatch("[a-z]{2,3}", texts)):
        raise InvalidValueError(f"{show(texts)} is no code of a language; give one such as 'sv'", attribute="texts")
    graph = Graph(Addresses(coop.id, None if base is None else checked_base(base)), texts)
    bodies(graph, coop)
    parties(graph, coop)
    work(graph, coop)
    return LinkedData(coop.id, {"@context": dict(CONTEXT), "@graph": graph.nodes()}, unexpressed(coop))


def to_jsonld(coop: Cooperation, *, base: str | None = None, texts: str | None = None) -> dict[str, object]:
    """Give a cooperation as a JSON-LD document; see `linked_data`, which says what is not told.

    >>> sorted(to_jsonld(Cooperation("par", "A pair")))
    ['@context', '@graph']
    """
    return linked_data(coop, base=base, texts=texts).document
