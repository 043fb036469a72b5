"""The vocabularies that are used, written into each document so that nobody has to fetch them."""

from collections.abc import Mapping

__all__ = ["CONTEXT"]

CONTEXT: Mapping[str, str] = {
    "adms": "http://www.w3.org/ns/adms#",
    "cpsv": "http://purl.org/vocab/cpsv#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "m8g": "http://data.europa.eu/m8g/",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "time": "http://www.w3.org/2006/time#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""Prefixes with the vocabularies that they stand for.

``org`` is W3C's organisation ontology; ``m8g`` the EU's core vocabularies, CPOV on public organisations and CPSV-AP on
public services among them; ``adms`` gives identifiers, ``time`` intervals, ``prov`` and ``dcat`` who has which part.
"""
