"""What the pages with pictures promise: each picture is drawn by the code above it, and told to who does not see it."""

import re
from functools import cache
from pathlib import Path

import pytest
from docs_build import pictures
from docs_build.pictures import DOCS, FOLDER, IMAGE, PAGES, Drawn, described, pictures_of

from familjen.report import plots
from familjen.report.plots import alt_text, save

TEXTS = {name: (DOCS / name).read_text("utf-8") for name in PAGES}


@cache
def drawn(page: str) -> tuple[Drawn, ...]:
    """Draw the pictures of a page, once."""
    return tuple(pictures_of(TEXTS[page]))


@pytest.mark.parametrize("page", PAGES)
def test_texts_that_stand_in_are_fresh(page: str) -> None:
    """Each picture has the alternative text that its code gives now."""
    committed = [(image["name"], image["text"]) for image in IMAGE.finditer(TEXTS[page])]
    assert committed == [(each.name, described(each.figure)) for each in drawn(page)]


@pytest.mark.parametrize("page", PAGES)
def test_every_picture_is_found(page: str) -> None:
    """No image of a page is written so that it would not be drawn."""
    assert len(re.findall(r"!\[", TEXTS[page])) == len(IMAGE.findall(TEXTS[page])) == len(drawn(page))


def test_every_function_has_a_picture() -> None:
    """Each function that draws is called on one of the pages."""
    functions = {name for name in plots.__all__ if name.startswith("plot_")}
    called = {
        name for text in TEXTS.values() for name in re.findall(r"^>>> picture = (plot_\w+)\(", text, re.MULTILINE)
    }
    assert functions - called == {"plot_simulation"}  # its code gives the picture another name first
    assert "picture = drawn" in TEXTS["scale/pictures.md"]


def test_names_are_used_once() -> None:
    """No picture is drawn over another: names differ on all pages."""
    names = [each.name for page in PAGES for each in drawn(page)]
    assert len(set(names)) == len(names)


def test_the_same_code_gives_the_same_file(tmp_path: Path) -> None:
    """A picture that is drawn twice gives the same file, with no date and no letter of this machine in it."""
    source = TEXTS["balance/pictures.md"]
    for number in (1, 2):
        save(next(pictures_of(source)).figure, tmp_path / f"{number}.svg")
    assert (tmp_path / "1.svg").read_bytes() == (tmp_path / "2.svg").read_bytes()
    assert "<dc:date>" not in (tmp_path / "1.svg").read_text("utf-8")


def test_old_pictures_are_taken_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Drawing empties the folder first, so that nothing stale is shown."""
    monkeypatch.setattr(pictures, "FOLDER", tmp_path)
    monkeypatch.setattr(pictures, "PAGES", ("balance/pictures.md",))
    monkeypatch.setattr("docs_build.gallery.EXAMPLES", ())
    (tmp_path / "old.svg").write_text("<svg/>", "utf-8")
    assert pictures.draw() == ["balance", "balance-map", "carried"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["balance-map.svg", "balance.svg", "carried.svg"]


def test_pictures_are_not_committed() -> None:
    """The folder of pictures keeps nothing but the rule that nothing is kept."""
    assert (FOLDER / ".gitignore").read_text("utf-8").splitlines()[1:] == ["*", "!.gitignore"]


def test_described_is_one_line_of_markdown() -> None:
    """An alternative text has no line breaks, and no sign that Markdown would read."""
    figure = plots.plot_tornado([("curve.fixed_[a]*", 1.0, 3.0, 2.0)])
    assert "\n" in alt_text(figure)
    assert "\n" not in described(figure)
    assert r"curve.fixed\_\[a\]\*" in described(figure)
