"""The picture of power has each member's power beside its share of the votes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.report.plots.drawn import NAMES, markers, rows, votes
from tests.report.plots.seen import title, words

from familjen.influence import WeightedVotes, voting_power
from familjen.report.plots import alt_text, plot_power
from familjen.report.plots.amounts import in_percent


@given(st.lists(st.integers(1, 60), min_size=2, max_size=6))
@settings(max_examples=12, deadline=None)
def test_markers_are_votes_and_power(weights: list[int]) -> None:
    """Squares are shares of votes, discs power, the most powerful member on top."""
    members = [f"M{number}" for number in range(len(weights))]
    power = voting_power(WeightedVotes.of(dict(zip(members, weights, strict=True)), majority="more than half"))
    figure = plot_power(power)
    discs = [at for at, _ in markers(figure, "power")]
    assert discs == pytest.approx([100 * float(power[name]) for name in rows(figure)])
    assert discs == sorted(discs, reverse=True)
    shares = [100 * weights[members.index(name)] / sum(weights) for name in rows(figure)]
    assert [at for at, _ in markers(figure, "share of votes")] == pytest.approx(shares)


def test_a_bloc_stands_on_top() -> None:
    """A bloc has a row of its own with its power as one and apart, and the title is what it gains."""
    power = voting_power(votes(), bloc=NAMES[:4])
    bloc, figure = power.bloc, plot_power(power)
    assert bloc is not None
    assert rows(figure)[0] == "The bloc of four"
    assert markers(figure, "power as one") == [(100 * float(bloc.together), 0)]
    assert markers(figure, "power apart") == [(100 * float(bloc.apart), 0)]
    assert title(figure).startswith(f"As one the four have {in_percent(float(bloc.together), 'en')} of the power, ")
    assert title(figure).endswith(f" than {in_percent(float(bloc.apart), 'en')} apart")


@pytest.mark.parametrize(
    ("weights", "said"),
    [
        ({"A": 1}, "A is the only member"),
        ({"A": 1, "B": 1}, "Each has the same power, 50.0 %"),
        ({"A": 2, "B": 1, "C": 1}, "A has 66.7 % of the power with 50.0 % of the votes"),
        ({"A": 49, "B": 49, "C": 2}, "C has 33.3 % of the power with 2.0 % of the votes"),
    ],
    ids=["alone", "alike", "large", "small"],
)
def test_the_title_is_who_stands_out(weights: dict[str, int], said: str) -> None:
    """The title names whose power is farthest from its share of the votes."""
    figure = plot_power(voting_power(WeightedVotes.of(weights, majority="more than half")))
    assert title(figure).replace("\N{NO-BREAK SPACE}", " ") == said


def test_other_indices_are_named() -> None:
    """Another index than Shapley and Shubik's is named below the title; how votes pass is always."""
    figure = plot_power(voting_power(votes(), "banzhaf"))
    assert "Eleven members, 170 of 330 seats needed; the Banzhaf index" in alt_text(figure)
    assert title(figure).startswith("Örkelljunga has a power of ")  # not a part of a whole
    assert alt_text(plot_power(voting_power(votes()))).splitlines()[1] == "Eleven members, 170 of 330 seats needed."
    assert "Power counts the arithmetic of votes, and not who persuades whom." in words(figure)
