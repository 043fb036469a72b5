"""Linked data as a value."""

import json
import os
from typing import cast

import attrs

from familjen.io.atomic import write_text
from familjen.io.linked.expressed import Unexpressed
from familjen.io.linked.graph import Node

__all__ = ["LinkedData"]


@attrs.frozen(repr=False)
class LinkedData:
    """A cooperation as JSON-LD, and what it does not tell (länkade data).

    >>> from familjen.datasets import familjen_helsingborg_2016
    >>> from familjen.io.linked import linked_data
    >>> linked_data(familjen_helsingborg_2016())
    <LinkedData familjen-helsingborg: 99 things>
    """

    cooperation: str
    """Id of the cooperation."""
    document: Node
    """The document: ``@context`` and ``@graph``."""
    left_out: tuple[Unexpressed, ...]
    """What is not told, attribute by attribute."""

    def to_json(self, *, indent: int | None = 2) -> str:
        """Give it as JSON text."""
        return json.dumps(self.document, ensure_ascii=False, indent=indent)

    def to_html(self) -> str:
        """Give it as a script element for a web page; no text in it can end the element."""
        text = self.to_json(indent=None)
        for character in "<>&":
            text = text.replace(character, f"\\u{ord(character):04x}")
        return f'<script type="application/ld+json">{text}</script>'

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write it to a file as JSON-LD, wholly or not at all.

        Raises:
            OSError: The folder does not exist or cannot be written to.
        """
        write_text(path, self.to_json() + "\n")

    def notes(self, lang: str = "en") -> list[str]:
        """Say what is not told, a line each."""
        return [each.said(lang) for each in self.left_out]

    def __repr__(self) -> str:
        told = cast("list[Node]", self.document["@graph"])
        return f"<LinkedData {self.cooperation}: {len(told):,} things>"
