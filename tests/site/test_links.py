"""Every link of the built site leads somewhere, and nothing is fetched from elsewhere."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.site.pages import Page

_ELSEWHERE = re.compile(r"(?:https?:)?//", re.IGNORECASE)


def _target(site: Path, path: Path, link: str) -> tuple[Path, str]:
    """Give the file and the anchor that a link of a page means."""
    parts = urlsplit(link)
    way = unquote(parts.path)
    found = path if not way else (site / way.lstrip("/") if way.startswith("/") else (path.parent / way))
    found = found.resolve()
    return (found / "index.html" if found.is_dir() else found), unquote(parts.fragment)


def _broken(site: Path, pages: dict[Path, Page]) -> Iterator[str]:
    for path, page in pages.items():
        for link in page.leads | page.loads:
            if urlsplit(link).scheme in {"http", "https", "mailto", "javascript", "data"} or link.startswith("//"):
                continue
            file, anchor = _target(site, path, link)
            known = pages.get(file)
            missing = not file.is_file() or (anchor and known is not None and anchor not in known.anchors)
            if missing:
                yield f"{path.relative_to(site)} -> {link}"


def test_every_link_leads_somewhere(site: Path, pages: dict[Path, Page]) -> None:
    """A link within the site leads to a file that exists and, where it names one, to an anchor on it."""
    assert len(pages) > 300
    assert sum(len(page.leads) for page in pages.values()) > 5_000
    assert sorted(_broken(site, pages)) == []


def test_nothing_is_fetched_from_elsewhere(pages: dict[Path, Page]) -> None:
    """No page takes a script, a style, a font or a picture from another host."""
    assert sum(len(page.loads) for page in pages.values()) > 1_000
    foreign = {
        (path.parent.name, each) for path, page in pages.items() for each in page.loads if _ELSEWHERE.match(each)
    }
    assert foreign == set()


def test_no_style_fetches_from_elsewhere(site: Path) -> None:
    """No style sheet takes a font, a picture or another style sheet from another host."""
    sheets = list(site.rglob("*.css"))
    assert sheets
    calls = re.compile(r"""(?:url\(|@import)\s*['"]?\s*((?:https?:)?//[^)'"\s]+)""", re.IGNORECASE)
    assert [(sheet.name, call) for sheet in sheets for call in calls.findall(sheet.read_text("utf-8"))] == []


def test_ids_are_unique(site: Path, pages: dict[Path, Page]) -> None:
    """No id stands twice on a page: a link would lead to the first only."""
    assert {str(path.relative_to(site)): page.doubled for path, page in pages.items() if page.doubled} == {}


def test_swedish_pages_say_that_they_are(site: Path, pages: dict[Path, Page]) -> None:
    """A page in a folder called sv says that it is in Swedish, and every other that it is in English."""
    said = {path.relative_to(site): page.lang for path, page in pages.items()}
    assert said == {path: "sv" if "sv" in path.parts else "en" for path in said}
    assert list(said.values()).count("sv") > 100


def test_every_page_has_one_heading(site: Path, pages: dict[Path, Page]) -> None:
    """A page has one heading of the first rank, and every picture a text that stands in for it."""
    assert [str(path.relative_to(site)) for path, page in pages.items() if page.headings != 1] == []
    assert [str(path.relative_to(site)) for path, page in pages.items() if page.pictures_without_text] == []
