"""The tornado has a row for each assumption, the one that matters most on top."""

import math
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.patches import Rectangle
from tests.report.plots.seen import FIVE, beyond, overlaps, service, title, words

from familjen.errors import InvalidValueError
from familjen.report.plots import alt_text, plot_tornado
from familjen.report.plots.tornado_rows import swings_of
from familjen.scale import FixedVariable, ServiceCost
from familjen.scale.outcomes import outcomes
from familjen.scale.uncertainty import tornado

ROWS = [
    ("cooperating.per_further_member", 2.8e6, 1.8e6, 2.6e6),
    ("curve.fixed", 1.4e6, 3.4e6, 2.6e6),
    ("discounting.rate", 2.7e6, 2.5e6, 2.6e6),
    ("distance.per_km", 3.0e6, -4e5, 2.6e6),
]
ends = st.integers(-(10**7), 10**7)


@given(st.lists(st.tuples(ends, ends), min_size=1, max_size=8), ends)
@settings(max_examples=50, deadline=None)
def test_rows_are_sorted_by_how_far_they_move(pairs: list[tuple[int, int]], base: int) -> None:
    """Whatever the order of rows, the widest swing is first, and no row is lost."""
    rows = [(str(place), low, high, base) for place, (low, high) in enumerate(pairs)]
    found = swings_of(rows)
    widths = [swing.width for swing in found]
    assert widths == sorted(widths, reverse=True)
    assert sorted((swing.name, swing.at_low, swing.at_high, swing.base) for swing in found) == sorted(rows)
    assert [swing.turns for swing in found] == [
        {np.sign(swing.at_low), np.sign(swing.at_high)} != {np.sign(base)} for swing in found
    ]


def test_bars_go_from_the_base_to_the_ends() -> None:
    """Each row has a hatched bar to its low end and a filled one to its high end."""
    figure = plot_tornado(ROWS)
    bars = [bar for bar in figure.axes[0].patches if isinstance(bar, Rectangle) and bar.get_width()]
    reached = {
        (round(bar.get_y() + bar.get_height() / 2), bool(bar.get_hatch())): bar.get_x() + bar.get_width()
        for bar in bars
    }
    for place, swing in enumerate(swings_of(ROWS)):
        assert reached[place, True] == pytest.approx(swing.at_low)
        assert reached[place, False] == pytest.approx(swing.at_high)


def test_the_title_names_what_matters_most() -> None:
    """The title says what the saving, or the loss, hinges on; the line below who turns its sign."""
    figure = plot_tornado(ROWS)
    assert title(figure) == "The saving of 2.6 million kr hinges most on distance.per_km"
    assert "Alone and within its range, the sign is turned by distance.per_km." in words(figure)
    loss = plot_tornado([("curve.fixed", -3e6, -1e6, -2e6)], lang="sv")
    assert title(loss).replace("\N{NO-BREAK SPACE}", " ") == "Förlusten på 2,0 miljoner kr hänger mest på curve.fixed"
    assert "Inget antagande vänder ensamt tecknet inom sitt spann." in words(loss)


@pytest.mark.parametrize("lang", ["en", "sv"])
@pytest.mark.parametrize("count", [1, 4, 30])
def test_every_row_is_read(count: int, lang: str) -> None:
    """Every assumption has its name, no text stands on another, and none leaves the picture."""
    rows = [
        (f"cooperating.meetings[{place}].travel_of_the_furthest_member", 1e5 * place, -3e5, 2e6)
        for place in range(count)
    ]
    figure = plot_tornado(rows, lang=lang)
    assert {name for name, *_ in rows} <= {"".join(text.split()) for text in words(figure)}
    assert not overlaps(figure)
    assert not beyond(figure)


def test_ends_on_one_side_are_both_seen() -> None:
    """Where both ends lie on the same side of the base, the shorter bar is in front."""
    bars = [bar for bar in plot_tornado([("rate", 9.0, 5.0, 2.0)]).axes[0].patches if bar.get_width()]
    assert [bar.get_width() for bar in bars] == [7, 3]


def test_it_takes_what_outcomes_say() -> None:
    """Rows made with the model itself are drawn as they are."""
    cost = service(FIVE)
    rows = []
    for name, each in cost.assumptions.items():
        if not each.is_certain:
            at = outcomes(cost, {name: np.array([float(each.least), float(each.most), float(each.base)])}).net.tolist()
            rows.append((name, *at))
    figure = plot_tornado(rows)
    assert {name for name, *_ in rows} <= set(words(figure))
    assert alt_text(figure).count("at its low end") == len(rows) == 3


def test_a_tornado_is_drawn_by_its_net() -> None:
    """A tornado that was reckoned is drawn by its net, and says what is made up and what research says."""
    found = tornado(service(FIVE))
    figure = plot_tornado(found)
    drawn = swings_of([(each.name, *each.net, found.net) for each in found.swings])
    assert [swing.turns for swing in drawn] == [each.turns for each in found.swings]
    assert title(figure).endswith(f"hinges most on {drawn[0].name}")
    assert {each.name for each in found.swings} <= set(words(figure))
    assert "ILLUSTRATIVE: 3 of 3 assumptions are made up" in alt_text(figure)
    assert "less what starting costs.\nResearch: " in alt_text(figure)
    with pytest.raises(InvalidValueError, match=r"nothing is uncertain; give an assumption a range"):
        plot_tornado(tornado(ServiceCost.of(FIVE, FixedVariable(9, 1))))


def test_numbers_of_every_kind_are_read() -> None:
    """Decimals and fractions are numbers, too."""
    (swing,) = swings_of([["rate", Decimal("1.5"), Fraction(1, 2), 1]])
    assert (swing.at_low, swing.at_high, swing.base, swing.width) == (1.5, 0.5, 1, 1)


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([], r"there are no rows, so nothing is uncertain; give an assumption a range"),
        ("rows", r"'rows' are no rows"),
        (5, r"5 are no rows"),
        ([("a", 1, 2)], r"is no row of \(name, at low, at high, base\)"),
        ([(1, 1, 2, 3)], r"is no row of"),
        (["abcd"], r"'abcd' is no row of"),
        ([("a", math.nan, 2, 3)], r"'a' has nan; give a finite number"),
        ([("a", 1, math.inf, 3)], r"'a' has inf; give a finite number"),
        ([("a", 1, 2, True)], r"'a' has True; give a finite number"),
        ([("a", 1, "2", 3)], r"'a' has '2'; give a finite number"),
        ([("a", 1, 2, 3), ("a", 1, 2, 3)], r"'a' has two rows; give one for each assumption"),
        ([("a", 1, 2, 3), ("b", 1, 2, 4)], r"the base of 'b' is 4 and of 'a' 3; give one"),
    ],
    ids=str,
)
def test_wrong_rows_are_refused(rows: Any, reason: str) -> None:
    """What is no row, or no number, is refused with what to give."""
    with pytest.raises(InvalidValueError, match=reason):
        plot_tornado(rows)


def test_another_language_is_refused() -> None:
    """A language that is not ours is refused."""
    with pytest.raises(InvalidValueError, match=r"is not a language of ours"):
        plot_tornado(ROWS, lang="")
