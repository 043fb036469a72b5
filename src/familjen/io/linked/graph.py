"""The things that are told, each once, and the values that they are told with."""

import datetime as dt
from collections.abc import Iterable
from typing import TypeAlias

from familjen.dates import Period
from familjen.errors import InvalidValueError
from familjen.io.linked.addresses import Addresses
from familjen.language import LANGUAGES, Phrase

__all__ = ["Graph", "Node", "Value", "code", "day", "interval", "phrase", "ref"]

Value: TypeAlias = object
"""What a JSON-LD property holds: text, an object, or a list of them."""

Node: TypeAlias = dict[str, Value]
"""A thing with its properties, as JSON-LD has it."""


class Graph:
    """The things that are told, in order (graf).

    A thing has an address. What is told twice in the same words stands once; two different things may not have the same
    address.
    """

    def __init__(self, addresses: Addresses, texts: str | None) -> None:
        self.addresses = addresses
        self._texts = texts
        self._nodes: dict[str, Node] = {}

    def add(self, address: str, kinds: str | list[str], properties: Node) -> str:
        """Tell of a thing, and give its address. Properties without a value are left out.

        Raises:
            InvalidValueError: Something else has that address already.
        """
        node: Node = {"@id": address, "@type": kinds}
        node.update({name: value for name, value in properties.items() if value is not None and value != []})
        known = self._nodes.setdefault(address, node)
        if known != node:
            about = node.get("dcterms:identifier", address)
            reason = f"two different things have the id {about!r}, and would be told as one; give each its own"
            raise InvalidValueError(reason, attribute="coop")
        return address

    def words(self, text: str | None) -> Value:
        """Give text of the cooperation's own, in its language where that is said."""
        if text is None or self._texts is None:
            return text
        return {"@value": text, "@language": self._texts}

    def nodes(self) -> list[Node]:
        """Give all that is told, the cooperation first."""
        whole = self.addresses.whole()
        return sorted(self._nodes.values(), key=lambda node: node["@id"] != whole)


def ref(address: str) -> Node:
    """Give a reference to a thing."""
    return {"@id": address}


def phrase(words: Phrase) -> list[Node]:
    """Give words of ours in both languages."""
    return [{"@value": words.said(lang), "@language": lang} for lang in LANGUAGES]


def day(when: dt.date) -> Node:
    """Give a day."""
    return {"@value": when.isoformat(), "@type": "xsd:date"}


def interval(period: Period | None) -> Node | None:
    """Give a span of days, both ends included; without an end until further notice."""
    if period is None:
        return None
    span: Node = {"@type": ["time:Interval", "dcterms:PeriodOfTime"], "time:hasBeginning": _instant(period.first_day)}
    if period.last_day is not None:
        span["time:hasEnd"] = _instant(period.last_day)
    return span


def _instant(when: dt.date) -> Node:
    return {"@type": "time:Instant", "time:inXSDDate": day(when)}


def code(notation: str, agencies: Iterable[Node] = ()) -> Node:
    """Give an identifier, and who gave it out where that is known."""
    made: Node = {"@type": "adms:Identifier", "skos:notation": notation}
    named = list(agencies)
    if named:
        made["adms:schemaAgency"] = named
    return made
