"""Where facts come from."""

import uuid
from collections.abc import Iterable

from familjen.io.linked.addresses import as_address
from familjen.io.linked.graph import Graph, Node, ref
from familjen.model import Source

__all__ = ["cited"]


def cited(graph: Graph, sources: Iterable[Source]) -> list[Node]:
    """Tell of sources, and give references: to the sentence that is quoted, or else to the document.

    A document on the web has its own address; titles differ between those who cite it, so each stands by itself.
    """
    return [ref(address) for address in dict.fromkeys(_source(graph, source) for source in sources)]


def _source(graph: Graph, source: Source) -> str:
    page = None if source.url is None else {"schema:url": ref(as_address(source.url))}
    key = str(uuid.uuid5(uuid.NAMESPACE_URL, "\n".join((source.title, source.url or ""))))
    document = graph.addresses.shared("document", key)
    graph.add(document, "dcterms:BibliographicResource", {"dcterms:title": source.title, **(page or {})})
    if source.quote is None:
        return document
    quoted = graph.addresses.shared("quotation", key, str(uuid.uuid5(uuid.NAMESPACE_URL, source.quote)))
    told: Node = {"schema:text": source.quote, "dcterms:isPartOf": ref(document)}
    return graph.add(quoted, "schema:Quotation", told)
