"""What the examples promise: each answers a question, quickly, and ends with what the answer means."""

import ast
from pathlib import Path

import pytest
from docs_build.gallery import EXAMPLES, FOLDER, has_picture, pages, ran

from familjen.report.plots import alt_text

CASES = pytest.mark.parametrize("path", EXAMPLES, ids=[path.stem for path in EXAMPLES])
WIDE = 80
PRINTED = {
    "01": "host 1283, which is not a party",
    "02": "7,268,499",
    "03": "5 fel, 1 varning",
    "04": "22,029,000",
    "05": "Vårgårda  20 367  21 215  22 029",
    "06": "12,465,800",
    "07": "The nucleolus is proven: True",
    "08": "Who loses by a split by inhabitants: Helsingborg",
    "09": "Svalöv + Örkelljunga + Perstorp + Klippan",
    "10": "Not everyone wins by 2021: Helsingborg is behind.",
    "11": "As one the eleven gain 3.4 points of power",
    "17": "[LUND001]",
    "18": "Helsingborg has 59.8% of the power",
    "19": "Round 1: two seats to Bjuv and Båstad.",
    "20": "Svalöv is behind as it is.",
    "21": "0.073 per cent less spending",
    "22": "All costs are ILLUSTRATIVE.",
    "23": "Together 21 are enough instead of 30.",
    "24": "is out on 2026-04-01",
    "25": "The whole rises by 6.0% in two years.",
    "26": "for nobody is it more than 1.73% of the whole",
    "27": "alingsas-vargarda-raddning: ",
    "28": "As an error: FAM101, FAM103.",
    "29": "from 38.2% to 41.0% in thirty years.",
    "30": "With one per cent more inhabitants Bjuv pays 3,051 kr more.",
    "31": "2016-06-01: 1 agreement, 1 service, 1 plan.",
}
"""What some of them print."""


@CASES
def test_it_prints_what_its_result_means(path: Path) -> None:
    """Its last paragraph is a sentence or two on what the result means; a result stands above it."""
    found = ran(path)
    assert found.answer.endswith(".")
    assert len(found.answer.split()) >= 8
    assert "\n\n" in found.printed.strip()
    assert PRINTED.get(path.stem[:2], found.answer) in " ".join(found.printed.split()) + found.printed


@CASES
def test_its_lines_fit(path: Path) -> None:
    """What it prints is no wider than 80 letters, so that it is read in any terminal."""
    assert not [line for line in ran(path).printed.splitlines() if len(line) > WIDE]


@CASES
def test_it_is_short(path: Path) -> None:
    """It has fewer than 60 lines of code, and says in its docstring what it is about."""
    text = path.read_text("utf-8")
    tree = ast.parse(text)
    assert ast.get_docstring(tree)
    assert tree.body[1].lineno < 14
    code = [line for line in text.splitlines()[tree.body[1].lineno - 1 :] if line.strip()]
    assert len(code) < 60


@CASES
def test_what_is_made_up_is_said(path: Path) -> None:
    """Where its docstring says that something is ILLUSTRATIVE, what it prints or draws says so too."""
    found = ran(path)
    if "ILLUSTRATIVE" in f"{found.question} {found.text}":
        figure = found.picture
        assert "ILLUSTRATIVE" in found.printed + ("" if figure is None else alt_text(figure))


@CASES
def test_its_page_is_fresh(path: Path) -> None:
    """Its committed page has its code and what it prints now."""
    name = f"{path.stem}.md"
    assert (FOLDER / name).read_text("utf-8") == pages()[name]


@CASES
def test_who_has_a_picture_is_known_before_it_is_run(path: Path) -> None:
    """Pictures are drawn of the examples that have one, and the others are not run for it."""
    assert has_picture(path) == (ran(path).picture is not None)


def test_the_gallery_is_whole() -> None:
    """The committed pages are those of the examples, and the list of them is fresh."""
    assert {path.name for path in FOLDER.glob("*.md")} == set(pages())
    assert (FOLDER / "index.md").read_text("utf-8") == pages()["index.md"]


def test_numbers_are_used_once() -> None:
    """No two examples have the same number."""
    numbers = [path.name[:2] for path in EXAMPLES]
    assert len(set(numbers)) == len(numbers)
