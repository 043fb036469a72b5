"""What the site is made of beside its pages: ``python -m docs_build.site`` writes it anew.

The pictures of the front pages, and ``llms.txt``: the contents of the site for programs that read text, a line a page.
``python -m docs_build.site FOLDER`` writes ``llms-full.txt``, the text of the pages one after the other, into a site
that has been built.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from matplotlib.figure import Figure

__all__ = ["PICTURES", "contents", "full", "heading", "nav", "page_text", "picture", "write"]

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PICTURES = {"fee-2016.svg": "en", "avgift-2016.svg": "sv"}
"""The pictures of the front pages, by language."""


def nav() -> Iterator[tuple[tuple[str, ...], str, str]]:
    """Give every page of the navigation: the sections that it is in, its title there, and its file."""
    yield from _pages(yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))["nav"], ())


def _pages(entries: list[Any], within: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str, str]]:
    for entry in entries:
        if isinstance(entry, str):
            yield within, within[-1], entry
            continue
        ((title, inside),) = entry.items()
        if isinstance(inside, list):
            yield from _pages(inside, (*within, title))
        else:
            yield within, title, inside


def heading(text: str) -> tuple[str, str]:
    """Give a page's heading and its first paragraph, as plain text on one line."""
    whole = re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL)
    title = re.search(r"^# (.+)$", whole, re.MULTILINE)
    after = whole[title.end() :] if title else whole
    plain = (part for part in re.split(r"\n\s*\n", after) if re.match(r"(?!```)[\w\"*\[`“”]", part))
    first = " ".join(next(plain, "").split())
    words = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", first).replace("**", "")
    return (title[1] if title else ""), words


def contents() -> str:
    """Make ``llms.txt``: the site's pages by section, each with what it says first."""
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    sections: dict[str, list[str]] = {}
    for within, title, file in nav():
        _, first = heading(page_text(file))
        line = f"- [{title}]({_address(file)})" + (f": {first}" if first else "")
        sections.setdefault(within[0] if within else "Start", []).append(line)
    told = [f"## {name}\n\n" + "\n".join(lines) for name, lines in sections.items()]
    return "\n\n".join([f"# {config['site_name']}", f"> {config['site_description']}", *told]) + "\n"


def page_text(file: str) -> str:
    """Read a page of the navigation, with the files that it takes in and without what only the theme reads."""
    page = re.sub(r"\A---\n.*?\n---\n+", "", (DOCS / file).read_text("utf-8"), flags=re.DOTALL)
    return re.sub(r'^--8<-- "(.+)"$', lambda taken: (ROOT / taken[1]).read_text("utf-8"), page, flags=re.MULTILINE)


def _address(file: str) -> str:
    """Give the address of a page from the site's root."""
    name = file.removesuffix("index.md") if file.endswith("index.md") else f"{file.removesuffix('.md')}/"
    return name or "."


def full() -> str:
    """Make ``llms-full.txt``: what each page of the navigation says, as Markdown, one after the other."""
    parts = (f"<!-- {_address(file)} -->\n\n{page_text(file).strip()}\n" for _, _, file in nav())
    return "\n".join(parts)


def picture(lang: str) -> "Figure":
    """Draw the fee of the real cooperation for 2016, as the front page bills it."""
    from familjen import ReferenceDate, allocate
    from familjen.datasets import familjen_helsingborg_2016
    from familjen.report.plots.charges import plot_charges

    agreement = familjen_helsingborg_2016().agreements[0]
    return plot_charges(allocate(agreement, year=2016, reference=ReferenceDate(12, 31, years_before=1)), lang=lang)


def write() -> None:
    """Write the pictures and the contents."""
    from familjen.report.plots import save

    (DOCS / "llms.txt").write_text(contents(), "utf-8")
    for name, lang in PICTURES.items():
        save(picture(lang), DOCS / "assets" / name)


if __name__ == "__main__":
    if sys.argv[1:]:
        Path(sys.argv[1], "llms-full.txt").write_text(full(), "utf-8")
    else:
        write()
