"""A cooperation as linked open data: JSON-LD in the vocabularies of W3C and the European Union."""

from familjen.io.linked.build import linked_data, to_jsonld
from familjen.io.linked.data import LinkedData
from familjen.io.linked.expressed import Unexpressed

__all__ = ["LinkedData", "Unexpressed", "linked_data", "to_jsonld"]
