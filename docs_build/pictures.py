"""The pictures of the documentation: ``python -m docs_build.pictures`` draws them, before the site is built.

A page holds its code, and below it ``![…](…/pictures/name.svg)``. Its Python blocks are run in order, and where such a
line comes, what the code has called ``picture`` is drawn into ``docs/pictures``, which is emptied before. So what a
reader sees is what the code beside it draws. With ``--texts`` the alternative texts in the pages are made anew.
"""

import contextlib
import doctest
import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs

from familjen.report.plots import alt_text, save
from familjen.report.plots.heading import sentences

__all__ = ["FOLDER", "PAGES", "Drawn", "described", "draw", "pictures_of", "with_texts"]

DOCS = Path(__file__).parents[1] / "docs"
FOLDER = DOCS / "pictures"
PAGES = ("pictures.md", "scale/pictures.md", "balance/pictures.md")
IMAGE = re.compile(r"^!\[(?P<text>[^\n]*)\]\((?P<path>[./]*pictures/(?P<name>[\w-]+)\.svg)\)$", re.MULTILINE)
_MARKS = re.compile(r"([\\\[\]*_`<>])")


@attrs.frozen(eq=False)
class Drawn:
    """A picture of a page (bild)."""

    name: str
    """What its file is called, without suffix."""
    figure: Any
    """The picture."""


def described(figure: Any) -> str:
    """Give a picture's alternative text on one line, sentence by sentence, as Markdown takes it."""
    lines = sentences(alt_text(figure).replace("\N{NO-BREAK SPACE}", " ").splitlines())
    return _MARKS.sub(r"\\\1", " ".join(lines))


def pictures_of(page: str) -> Iterator[Drawn]:
    """Run a page's code, and give the picture that stands at each of its images."""
    names: dict[str, Any] = {}
    last = 0
    for image in IMAGE.finditer(page):
        for example in doctest.DocTestParser().get_examples(page[last : image.start()]):
            with contextlib.redirect_stdout(io.StringIO()):
                exec(compile(example.source, "page", "single"), names)  # noqa: S102 - our own pages, which are tested
        last = image.end()
        yield Drawn(image["name"], names["picture"])


def with_texts(page: str) -> str:
    """Give a page with the alternative texts that its pictures have now."""
    texts = {drawn.name: described(drawn.figure) for drawn in pictures_of(page)}
    return IMAGE.sub(lambda image: f"![{texts[image['name']]}]({image['path']})", page)


def draw() -> list[str]:
    """Draw the pictures of all pages and examples, and give their names."""
    from docs_build.gallery import EXAMPLES, has_picture, ran

    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.svg"):
        old.unlink()
    pages = (drawn for name in PAGES for drawn in pictures_of((DOCS / name).read_text("utf-8")))
    examples = (Drawn(path.stem, ran(path).picture) for path in EXAMPLES if has_picture(path))
    names: list[str] = []
    for drawn in (*pages, *examples):
        save(drawn.figure, FOLDER / f"{drawn.name}.svg")
        names.append(drawn.name)
    return names


def write_texts() -> None:
    """Write the alternative texts of the pictures into the pages."""
    for name in PAGES:
        path = DOCS / name
        path.write_text(with_texts(path.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    if sys.argv[1:] == ["--texts"]:
        write_texts()
    sys.stdout.write(f"{len(draw())} pictures in {FOLDER}\n")
