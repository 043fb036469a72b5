"""Names stand beside their points, none on another."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.text import Annotation
from tests.report.plots.seen import beyond, overlaps

from familjen.report.plots.heading import Heading
from familjen.report.plots.labels import name_points
from familjen.report.plots.page import page, settle
from familjen.report.plots.style import drawing

NAMES = ("Bjuv", "Upplands Väsby", "Örkelljunga", "Åre")
spots = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), min_size=1, max_size=25, unique=True)


def _named(points: list[tuple[int, int]]) -> tuple[list[str], list[Annotation], list[tuple[str, str]], list[str]]:
    """Name points, and give what was written, what overlaps, and what leaves the picture."""
    with drawing():
        figure, axes = page(Heading("Names"), 4.5)
        axes.set(xlim=(-2, 42), ylim=(-2, 42))
        settle(figure)
        names = [NAMES[place % 4] for place in range(len(points))]
        where = np.array(points, dtype=np.float64)
        name_points(axes, where, names, where)
    written = [text for text in axes.texts if isinstance(text, Annotation)]
    return names, written, overlaps(figure), beyond(figure)


@given(spots)
@settings(max_examples=10, deadline=None)
def test_names_stand_apart(points: list[tuple[int, int]]) -> None:
    """Wherever points lie, each has its name once, none on another and all on the picture."""
    names, written, covered, outside = _named(points)
    assert sorted(text.get_text() for text in written) == sorted(names)
    assert not covered
    assert not outside


def test_a_point_by_itself_has_its_name_close_and_no_line() -> None:
    """A name beside its point needs no line to it."""
    _, (text,), _, _ = _named([(20, 20)])
    assert text.arrow_patch is None
    assert np.hypot(*text.xyann) < 40


def test_a_crowd_has_lines_to_its_names() -> None:
    """Where points are close, names move away and a line leads back."""
    _, written, covered, _ = _named([(20 + place % 4, 20 + place // 4) for place in range(16)])
    assert sum(text.arrow_patch is not None for text in written) >= 4
    assert not covered
    assert {text.xy for text in written} == {(20.0 + place % 4, 20.0 + place // 4) for place in range(16)}


def test_a_name_wider_than_the_drawing_is_still_written() -> None:
    """A name that fits nowhere is written all the same."""
    with drawing():
        figure, axes = page(Heading("Names"), 2)
        settle(figure)
        name_points(axes, np.array([[0.5, 0.5]]), ["Wide " * 60], np.zeros((0, 2)))
    assert [text.get_text() for text in axes.texts] == ["Wide " * 60]
