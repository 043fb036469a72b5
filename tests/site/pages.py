"""What a page of the built site says of itself: its anchors, where it leads, and what it loads."""

import html
from html.parser import HTMLParser
from pathlib import Path

import attrs

__all__ = ["Page", "read"]

_LOADED = {"img": ("src",), "script": ("src",), "source": ("src", "srcset"), "iframe": ("src",), "object": ("data",)}
_LOADING = {"stylesheet", "icon", "preload", "modulepreload", "preconnect", "dns-prefetch", "manifest"}


@attrs.define
class Page:
    """A page, as far as links and assets go."""

    lang: str = ""
    """The language that it says it is in."""
    anchors: set[str] = attrs.field(factory=set)
    """The ids on it."""
    doubled: set[str] = attrs.field(factory=set)
    """Ids that stand on it twice."""
    leads: set[str] = attrs.field(factory=set)
    """Where its links lead."""
    loads: set[str] = attrs.field(factory=set)
    """What a browser fetches for it."""
    headings: int = 0
    """How many headings of the first rank it has."""
    pictures_without_text: int = 0
    """How many pictures have no alternative text."""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        said = {name: html.unescape(value or "") for name, value in attributes}
        anchor = said.get("id")
        if anchor:
            (self.page.doubled if anchor in self.page.anchors else self.page.anchors).add(anchor)
        if tag == "html":
            self.page.lang = said.get("lang", "")
        elif tag == "a" and "href" in said:
            self.page.leads.add(said["href"])
        elif tag == "link" and _LOADING & set(said.get("rel", "").split()):
            self.page.loads.add(said["href"])
        self.page.headings += tag == "h1"
        self.page.pictures_without_text += tag == "img" and not said.get("alt")
        self.page.loads.update(said[name] for name in _LOADED.get(tag, ()) if name in said)


def read(path: Path) -> Page:
    """Read a page.

    Args:
        path: Its file.
    """
    reader = _Reader()
    reader.feed(path.read_text("utf-8"))
    return reader.page
