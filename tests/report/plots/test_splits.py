"""The picture of splits has each part beside the cost alone, and the span of the core."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.report.plots.drawn import FAMILY, markers, rows
from tests.report.plots.seen import title, words

from familjen.errors import InvalidValueError
from familjen.games import CostGame, CostShares, Game, compare, core_vertices, equal_division, shapley
from familjen.games.compact import AirportGame
from familjen.report.plots import alt_text, plot_shares
from familjen.report.plots.core_ends import core_ends

values = st.lists(st.integers(1, 30), min_size=7, max_size=7)


@given(values, st.sampled_from([CostGame, Game]))
@settings(max_examples=10, deadline=None)
def test_the_span_of_the_core_is_that_of_its_corners(numbers: list[int], kind: type[Game]) -> None:
    """The least and the most in the core are those of its corners; where it has none there is no span."""
    game = kind.from_vector(["A", "B", "C"], [0, *numbers])
    corners, found = core_vertices(game), core_ends(game)
    if not corners:
        assert found is None
        return
    points = np.array([[float(part) for part in corner.values()] for corner in corners])
    assert found is not None
    assert found == pytest.approx(np.column_stack([points.min(axis=0), points.max(axis=0)]), abs=1e-6)


@given(values)
@settings(max_examples=10, deadline=None)
def test_markers_are_parts_of_the_cost_alone(numbers: list[int]) -> None:
    """Each marker stands at the part in per cent of the cost alone, in its row; who saves most is on top."""
    game = CostGame.from_vector(["A", "B", "C"], [0, *numbers])
    assume(min(game.alone().values()) > 0)
    shares = shapley(game)
    figure = plot_shares(shares)
    percent = [100 * float(shares[player]) / game.alone()[player] for player in rows(figure)]
    assert [at for at, _ in markers(figure, "the Shapley value")] == pytest.approx(percent)
    assert percent == pytest.approx(sorted(percent))


def test_too_many_players_have_no_span() -> None:
    """With more than ten players, or an empty core, no span is drawn, which the picture says."""
    many = shapley(AirportGame.of({f"P{number}": number + 1 for number in range(11)}))
    empty = CostGame.of({"a": 3, "b": 3, "c": 3, "a+b": 3, "a+c": 3, "b+c": 3, "a+b+c": 5})
    for shares in (many, shapley(empty)):
        assert "No bars of the core: there is none, or there are more than ten players." in words(plot_shares(shares))
    assert "No bars of the core" not in alt_text(plot_shares(shapley(FAMILY)))


def test_who_pays_more_than_alone_is_named() -> None:
    """The title of one split names who does worse than alone; the line below says who could leave."""
    figure = plot_shares(CostShares.of(FAMILY, [2600, 1110, 1860], "use"), unit="kr")
    assert title(figure) == "Use: A pays more than alone"
    assert "Not in the core: use – A and C together pay 321 more than they cost by themselves." in alt_text(figure)


def test_gains_are_drawn_as_they_are() -> None:
    """Where somebody gains nothing alone, parts are drawn as they are, and words speak of gains."""
    figure = plot_shares(shapley(Game.of({"A": 0, "B": 0, "A+B": 10})), unit="kr")
    assert [at for at, _ in markers(figure, "the Shapley value")] == [5, 5]
    assert title(figure) == "The Shapley value: everybody gains 5.00 kr"


def test_methods_that_agree() -> None:
    """Where methods give the same split the title says so."""
    alike = CostGame.of({"A": 4, "B": 4, "A+B": 6})
    assert title(plot_shares(compare(alike, ["shapley", "equal_division"]))) == "All methods give the same split"


def test_too_many_methods_are_refused() -> None:
    """More than eight methods have no markers of their own."""
    named = [CostShares.of(FAMILY, equal_division(FAMILY).numbers, f"number {number}") for number in range(9)]
    with pytest.raises(InvalidValueError, match=r"there are 9 methods, and room for 8; compare fewer"):
        plot_shares(compare(FAMILY, named))
