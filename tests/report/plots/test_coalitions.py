"""The picture of groups has those that are nearest to leaving."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.report.plots.drawn import FAMILY, bars, rows
from tests.report.plots.seen import title, words

from familjen.errors import IntractableError, InvalidValueError
from familjen.games import CostGame, CostShares, equal_division, shapley
from familjen.games.compact import AirportGame
from familjen.report.plots import alt_text, plot_coalitions


@given(st.lists(st.integers(0, 40), min_size=3, max_size=3), st.integers(1, 10))
@settings(max_examples=15, deadline=None)
def test_bars_are_the_excesses(parts: list[int], most: int) -> None:
    """Bars are what groups would gain by leaving, the most first, and as many as asked for."""
    shares = CostShares.of(FAMILY, [100 * part for part in parts], "some")
    figure = plot_coalitions(shares, most=most)
    expected = sorted(shares.excesses()[1:-1].tolist(), reverse=True)[:most]
    assert [end for _, end in bars(figure)] == expected
    assert len(rows(figure)) == min(most, 6)


def test_the_title_names_who_could_leave() -> None:
    """The title names the group that does better by itself, or the one that is nearest to it."""
    leaving = plot_coalitions(CostShares.of(FAMILY, [2560, 1150, 1860], "use"), unit="kr")
    assert title(leaving) == "By use A and C would do 281 kr better by themselves"
    staying = title(plot_coalitions(equal_division(FAMILY), unit="kr"))
    assert staying.startswith(
        "By equal division no group does better by itself; nearest to it: B and C, who would lose"
    )


def test_few_outside_are_named_instead() -> None:
    """A group that leaves out one or two of many is named by these."""
    game = CostGame.from_function(["A", "B", "C", "D", "E"], lambda members: 10 + len(members))
    figure = plot_coalitions(shapley(game), most=30)
    assert {"All but A", "All but D and E", "A and B"} <= set(rows(figure))
    assert "Alla utom A" in rows(plot_coalitions(shapley(game), most=30, lang="sv"))
    assert "Of 30 groups the 30 nearest to leaving." in alt_text(figure)


def test_nobody_loses_by_leaving() -> None:
    """Where a group just pays what it costs, the title says that it would lose nothing."""
    game = CostGame.of({"A": 4, "B": 4, "A+B": 8})
    assert title(plot_coalitions(equal_division(game))).endswith("who would lose nothing")
    assert "would gain by leaving" not in words(plot_coalitions(equal_division(game)))


@pytest.mark.parametrize("most", [0, 41, True, 2.0, None], ids=repr)
def test_a_wrong_number_of_groups_is_refused(most: object) -> None:
    """How many groups are drawn is a whole number within bounds."""
    with pytest.raises(InvalidValueError, match=r"is no number of groups; give a whole number from 1 to 40"):
        plot_coalitions(equal_division(FAMILY), most=most)  # type: ignore[arg-type] - wrong on purpose


def test_too_few_and_too_many_players_are_refused() -> None:
    """One player forms no group, and of very many the groups cannot be gone through."""
    with pytest.raises(InvalidValueError, match=r"A is the only player, and there is no group"):
        plot_coalitions(equal_division(CostGame.of({"A": 4})))
    many = AirportGame.of({f"P{number}": 1 for number in range(60)})
    with pytest.raises(IntractableError):
        plot_coalitions(CostShares.of(many, [0] * 60, "nothing"))
