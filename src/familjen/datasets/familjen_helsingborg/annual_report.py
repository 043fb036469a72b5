"""The text of the annual report 2016, sentence by sentence."""

import functools
import importlib.resources
import re

from familjen.errors import UnknownIdError
from familjen.model import Source

__all__ = ["NO_FACTS", "TITLE", "URL", "said", "sentences", "text"]

TITLE = "Helsingborgs stads årsredovisning 2016, sidan Familjen Helsingborg"
"""Title of the page: the city of Helsingborg's annual report 2016, page "Familjen Helsingborg"."""

URL = "https://arsredovisning.helsingborg.se/forvaltningsberattelse/verksamhetsoversikter/familjen-helsingborg/"
"""Where the page is published."""

NO_FACTS = {"nv_karta": "The file name of a picture, a map; it says nothing in words."}
"""Lines of the text that state no fact, each with the reason."""

_SENTENCE_END = re.compile(r"(?<=\.) (?=[A-ZÅÄÖ])")


@functools.cache
def text() -> str:
    """Give the text of the page, as published; only runs of white space are made into one space."""
    files = importlib.resources.files("familjen.datasets")
    return (files / "data" / "familjen_helsingborg_2016.txt").read_text(encoding="utf-8")


@functools.cache
def sentences() -> tuple[str, ...]:
    """Give the text's sentences, headings and list items in their order, without bullets.

    >>> sentences()[0]
    'Familjen Helsingborg'
    """
    lines = (line.removeprefix("• ") for line in text().splitlines() if line)
    return tuple(sentence for line in lines for sentence in _SENTENCE_END.split(line))


def said(*beginnings: str) -> tuple[Source, ...]:
    """Quote the sentences that begin with these words, verbatim.

    Raises:
        UnknownIdError: No sentence begins so, or more than one does.

    >>> said("Syftet med Familjen")[0].quote
    'Syftet med Familjen Helsingborg är att driva gemensamma frågor som gynnar regionen.'
    """
    return tuple(Source(TITLE, url=URL, quote=_sentence(beginning)) for beginning in beginnings)


def _sentence(beginning: str) -> str:
    found = [sentence for sentence in sentences() if sentence.startswith(beginning)]
    if beginning in found:
        return beginning
    if len(found) != 1:
        raise UnknownIdError.of("single sentence", beginning, found or sentences())
    return found[0]
