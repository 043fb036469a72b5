"""The picture of what carries whom splits each balance by activity."""

from collections import defaultdict

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.container import BarContainer
from matplotlib.figure import Figure
from tests.report.plots.balances import ELEVEN, ENGLISH, MANY, SMALL, SWEDISH, drawn, of
from tests.report.plots.seen import beyond, boxes, overlaps, title, words

from familjen.balance import Balance
from familjen.errors import InvalidValueError, UnknownIdError
from familjen.report.plots import alt_text
from familjen.report.plots.balance_carried import plot_carried
from familjen.report.plots.balance_shares import shares_of

nets = st.lists(
    st.tuples(st.sampled_from("ABC"), st.integers(2020, 2024), st.sampled_from("xyz"), st.integers(-9, 9).filter(bool)),
    min_size=1,
)


def _bars(figure: Figure) -> list[BarContainer]:
    return [each for each in figure.axes[0].containers if isinstance(each, BarContainer)]


@given(nets, st.sampled_from([0, 0.05]), st.integers(2, 4))
@settings(max_examples=10, deadline=None)
def test_shares_add_up_to_the_balance(rows: list[tuple[str, int, str, int]], rate: float, most: int) -> None:
    """Whatever the rate, each activity has what it alone comes to, and all add up to each party's balance."""
    found = of(*rows, rate=rate)
    shares = shares_of(found, found.parties, most)
    assert len(shares) == min(most, len(found.ledger.activities))
    sums = np.array([share.sums for share in shares]).sum(axis=0)
    assert sums.tolist() == pytest.approx([float(found.cumulative(party)) for party in found.parties])
    alone: dict[tuple[str, str], float] = defaultdict(float)
    for who, year, what, net in rows:
        alone[what, who] += net / (1 + rate) ** (year - found.years[0])
    for share in shares:
        by_hand = [sum(alone[what, party] for what in share.activities) for party in found.parties]
        assert list(share.sums) == pytest.approx(by_hand)


@given(nets)
@settings(max_examples=15, deadline=None)
def test_bars_are_stacked_from_zero(rows: list[tuple[str, int, str, int]]) -> None:
    """On either side of zero bars touch without a gap, and their lengths add up to the diamond."""
    found = of(*rows)
    figure = plot_carried(found)
    order = [label.get_text() for label in figure.axes[0].get_yticklabels()]
    (marks,) = [line for line in figure.axes[0].get_lines() if line.get_marker() == "D"]
    assert np.asarray(marks.get_xdata()).tolist() == [float(found.cumulative(party)) for party in order]
    for place, party in enumerate(order):
        bars = [(bar.get_x(), bar.get_width()) for bar in (each[place] for each in _bars(figure))]
        for side in (1, -1):
            mine = [(left, wide) for left, wide in bars if wide * side > 0]
            assert [left for left, _ in mine] == np.cumsum([0.0, *(wide for _, wide in mine)])[: len(mine)].tolist()
        assert sum(wide for _, wide in bars) == float(found.cumulative(party))


@pytest.mark.parametrize("lang", ["en", "sv"])
@pytest.mark.parametrize(
    "found",
    [SMALL, drawn(ELEVEN, 6), drawn(MANY, 3, 12), drawn(("A" * 60, "Å"), 1), of(("A", 2020, "Fee", 1))],
    ids=["small", "eleven", "33 by 12", "long name", "one"],
)
def test_every_text_is_read(found: Balance, lang: str) -> None:
    """No text stands on another, and none leaves the picture."""
    figure = plot_carried(found, lang=lang)
    assert not overlaps(figure)
    assert not beyond(figure)


def test_activities_are_told_apart_without_colour() -> None:
    """Each of eight activities has a hatch of its own, and its number on bars that have room, within them."""
    figure = plot_carried(drawn(ELEVEN, 3, 12))
    bars = _bars(figure)
    hatches = [each[0].get_hatch() for each in bars]
    assert len(set(hatches)) == len(hatches) == 8
    legend = figure.axes[0].get_legend_handles_labels()[1]
    assert [label for label in legend if label.startswith("8 ")] == ["8  five more (illustrative)"]
    spans = [bar.get_window_extent() for each in bars for bar in each]
    on = [box for text, box in boxes(figure) if text.get_color() == "white"]
    assert len(on) > 11
    assert all(any(span.x0 <= box.x0 and box.x1 <= span.x1 and span.y0 <= box.y0 for span in spans) for box in on)


@pytest.mark.parametrize(
    ("found", "english", "swedish"),
    [
        (SMALL, "Without Event, Bjuv would be behind", "Utan Event skulle Bjuv ligga efter"),
        (
            of(("A", 2020, "Fee", -2), ("A", 2020, "Event", 1)),
            "Without Fee, A would not be behind",
            "Utan Fee skulle A inte ligga efter",
        ),
        (
            of(("A", 2020, "x", 2), ("A", 2020, "y", 1)),
            "No activity alone decides who is behind",
            "Ingen verksamhet avgör ensam vem som ligger efter",
        ),
    ],
    ids=["carried", "burdened", "neither"],
)
def test_the_title_says_what_decides(found: Balance, english: str, swedish: str) -> None:
    """The title names the activity that carries most, or else the one that burdens most."""
    assert title(plot_carried(found)) == english
    assert title(plot_carried(found, lang="sv")) == swedish


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (SMALL, "Bjuv is 200 thousand kr ahead; Åstorp is 20.0 thousand kr behind."),
        (of(("A", 2020, "x", 5_000), ("B", 2020, "x", 5_000)), "A and B are together 10.0 thousand kr ahead."),
        (of(*((party, 2020, "x", 1_000) for party in ELEVEN)), "Eleven parties are together 11.0 thousand kr ahead."),
        (of(("A", 2020, "x", 1), ("A", 2020, "x", -1)), "All are even."),
    ],
    ids=["one each", "two", "eleven", "even"],
)
def test_who_has_put_in_more_than_came_back(found: Balance, said: str) -> None:
    """How far those ahead and those behind are so together is said below the title."""
    assert alt_text(plot_carried(found)).splitlines()[1] == said


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        (
            "en",
            [
                "Bjuv: Fee −300; Event 500 thousand kr; in all 200 thousand kr ahead.",
                "Åstorp: Fee −300; Course 280 thousand kr; in all 20.0 thousand kr behind.",
                "Without Event, Bjuv would be behind.",
                "Without Fee, Åstorp would not be behind.",
                "Without an activity nothing else is thought to change.",
            ],
        ),
        (
            "sv",
            [
                "Bjuv: Fee −300; Event 500 tusen kr; i allt 200 tusen kr före.",
                "Åstorp: Fee −300; Course 280 tusen kr; i allt 20,0 tusen kr efter.",
                "Utan Event skulle Bjuv ligga efter.",
                "Utan Fee skulle Åstorp inte ligga efter.",
                "Utan en verksamhet antas inget annat ändras.",
            ],
        ),
    ],
    ids=["en", "sv"],
)
def test_what_would_be_without_an_activity_is_told(lang: str, told: list[str]) -> None:
    """Who does not see the picture is told every share, and who would be behind without which activity."""
    said = alt_text(plot_carried(SMALL, lang=lang)).replace("\N{NO-BREAK SPACE}", " ").splitlines()
    assert said[2:7] == told


def test_every_party_is_told() -> None:
    """Of many parties each has a line of its own, in the order of the picture."""
    found = drawn(ELEVEN, 4)
    order = sorted(ELEVEN, key=lambda party: -found.cumulative(party))
    assert [line.split(": ")[0] for line in alt_text(plot_carried(found)).splitlines()[3:14]] == order


def test_languages_are_not_mixed() -> None:
    """What is written and what is read aloud is in one language."""
    for lang, foreign in (("en", SWEDISH), ("sv", ENGLISH)):
        figure = plot_carried(drawn(ELEVEN, 5, 12), lang=lang)
        said = " ".join([*words(figure), alt_text(figure)]).lower()
        assert not [word for word in foreign if word in said]


def test_wrong_input_is_refused() -> None:
    """What is no balance, no party or no language of ours is refused."""
    with pytest.raises(InvalidValueError, match=r"None is no Balance; make one with balance"):
        plot_carried(None)  # type: ignore[arg-type] - wrong on purpose
    with pytest.raises(UnknownIdError, match=r"there is no party of the balance 'Bjuf'"):
        plot_carried(SMALL, parties=["Bjuf"])
    with pytest.raises(InvalidValueError, match=r"'Bjuv' is there twice"):
        plot_carried(SMALL, parties=["Bjuv", "Bjuv"])
    with pytest.raises(InvalidValueError, match=r"is not a language of ours"):
        plot_carried(SMALL, lang="da")
