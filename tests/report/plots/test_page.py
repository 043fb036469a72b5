"""A page holds its words and its drawing, and none on the other."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.figure import Figure
from tests.report.plots.seen import beyond, overlaps

from familjen.errors import InvalidValueError, MissingExtraError
from familjen.report.plots import alt_text, plot_tornado, save
from familjen.report.plots.heading import Heading, caution, made_up, nameless
from familjen.report.plots.page import page
from familjen.report.plots.style import BETTER, COLOURS, WORSE, drawing
from familjen.scale import Assumption, Basis

sentences = st.lists(st.sampled_from(["Örkelljunga", "kr", "sparar", "a", "tillsammans", "2,6"]), max_size=40).map(
    " ".join
)
ROWS = [("curve.fixed", 1.0, 3.0, 2.0)]


@given(sentences.filter(bool), sentences, sentences, st.lists(sentences, max_size=3))
@settings(max_examples=10, deadline=None)
def test_words_are_broken_and_kept(title: str, subtitle: str, illustrative: str, notes: list[str]) -> None:
    """However long they are, all words stand on the page in their order, within it, none on another."""
    with drawing():
        figure, _ = page(Heading(title, subtitle, illustrative, tuple(notes)), 3)
    said = " ".join(text.get_text() for text in figure.texts)
    written = sorted(figure.texts, key=lambda text: -text.get_position()[1])
    assert said.split() == " ".join([title, subtitle, illustrative, *notes]).split()
    assert written == figure.texts
    assert not overlaps(figure)
    assert not beyond(figure)


def test_the_drawing_has_the_height_that_was_asked_for() -> None:
    """More words make the page higher and leave the drawing as it is."""
    with drawing():
        heights = [page(Heading("A", notes=("word " * count,)), 3)[0].get_size_inches()[1] for count in (1, 200)]
    assert heights[0] > 3
    assert heights[1] > heights[0] + 0.5


def test_a_picture_higher_than_any_is_refused() -> None:
    """A picture that no screen shows is refused with what to do."""
    rows = [(f"assumption {number}", 1.0, 3.0, 2.0) for number in range(500)]
    with pytest.raises(InvalidValueError, match=r"would be 15\d inches high; draw fewer rows at a time"):
        plot_tornado(rows)


def test_alternative_text_begins_with_the_title() -> None:
    """What stands in for the picture says the answer first, then the numbers; other pictures have none."""
    assert alt_text(plot_tornado(ROWS)).splitlines()[0] == "The saving of 2.00 kr hinges most on curve.fixed"
    assert alt_text(Figure()) == ""


@pytest.mark.parametrize("lang", ["en", "sv"])
def test_what_is_made_up_is_said_in_capitals(lang: str) -> None:
    """Illustrative assumptions are counted, and others say nothing."""
    illustrative = Assumption(2, basis=Basis.ILLUSTRATIVE)
    assert made_up([], lang) == made_up([Assumption(1)], lang) == ""
    said = made_up([illustrative, Assumption(1), illustrative], lang)
    assert said.startswith("ILLUSTRATIV")
    assert " 2 " in said
    assert " 3 " in said


def test_words_differ_by_language() -> None:
    """What is said of research and of names is said in both languages, and in no other."""
    for told in (caution, nameless, lambda lang: made_up([Assumption(1, basis=Basis.ILLUSTRATIVE)], lang)):
        assert told("en") != told("sv")
        with pytest.raises(InvalidValueError, match=r"'no' is not a language of ours"):
            told("no")


def test_without_matplotlib_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever has not installed the extra is told how to."""
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(MissingExtraError, match=r"a picture needs the extra 'plot': pip install 'familjen\[plot\]'"):
        plot_tornado(ROWS)


def test_matplotlib_is_loaded_when_something_is_drawn() -> None:
    """Importing the functions loads no matplotlib, and drawing opens no window."""
    script = (
        "import sys, familjen.report.plots as plots\n"
        "assert 'matplotlib' not in sys.modules\n"
        f"plots.plot_tornado({ROWS!r})\n"
        "assert 'matplotlib' in sys.modules and 'matplotlib.pyplot' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)  # noqa: S603 - our own words


def test_the_callers_style_is_left_alone() -> None:
    """A style that the caller has set changes no picture, and is as it was afterwards."""
    import matplotlib as mpl

    usual = plot_tornado(ROWS)
    with mpl.rc_context({"font.size": 30, "axes.facecolor": "black", "axes.labelsize": 30}):
        figure = plot_tornado(ROWS)
        assert mpl.rcParams["font.size"] == 30
    assert figure.axes[0].get_facecolor() == usual.axes[0].get_facecolor()
    assert figure.axes[0].xaxis.label.get_fontsize() == usual.axes[0].xaxis.label.get_fontsize()


def _light(colour: str) -> float:
    """Give a colour's relative luminance, as WCAG 2 defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("colour", sorted({*COLOURS, BETTER, WORSE}))
def test_white_figures_are_read_on_every_colour(colour: str) -> None:
    """Each colour has the contrast to white that accessible text needs: 4.5 to 1."""
    assert 1.05 / (_light(colour) + 0.05) >= 4.5


@pytest.mark.parametrize("sign", ["\x00", "\x01", "\n", "\t", "\ufffe", "\u202e"], ids=ascii)
def test_a_sign_that_cannot_be_shown_is_refused(sign: str) -> None:
    """A name with a control character, which no picture and no XML holds, is refused with what is wrong."""
    with pytest.raises(InvalidValueError, match=r"which no picture can show; write the name without it"):
        plot_tornado([(f"curve{sign}fixed", 1.0, 3.0, 2.0)])


@pytest.mark.parametrize("wrong", [None, 5, "x"], ids=["none", "number", "text"])
def test_what_is_no_picture_is_refused(wrong: Any, tmp_path: Path) -> None:
    """What is no picture has no text that stands in for it, and is not written."""
    with pytest.raises(InvalidValueError, match=r"figure: .* is no picture"):
        alt_text(wrong)
    with pytest.raises(InvalidValueError, match=r"figure: .* is no picture"):
        save(wrong, tmp_path / "it.svg")
