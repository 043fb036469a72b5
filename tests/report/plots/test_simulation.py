"""The picture of a simulation shows every draw, and how many of them lose."""

import attrs
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from tests.report.plots.seen import ELEVEN, ENGLISH_ONLY, FIVE, SWEDISH_ONLY, beyond, overlaps, service, title, words

from familjen.errors import InvalidValueError
from familjen.report.plots import alt_text, plot_simulation
from familjen.report.plots.simulation_told import percent
from familjen.scale import Assumption, FixedVariable, ServiceCost
from familjen.scale.uncertainty import Simulation, simulate


def _of(nets: list[float], each: float = 0.5) -> Simulation:
    """Give draws of two parties that come to these nets, of which the first has a share."""
    cost = ServiceCost.of({"Bjuv": 100, "Klippan": 300}, FixedVariable(Assumption(5, low=4, high=9), 1))
    parts = np.outer(np.array(nets), [each, 1 - each])
    drawn = simulate(cost, samples=2, seed=7)
    return attrs.evolve(drawn, saving=parts.sum(axis=1) / 10, net=parts.sum(axis=1), savings=parts / 10, nets=parts)


def _bars(figure: Figure) -> list[Rectangle]:
    return [bar for bar in figure.axes[0].patches if isinstance(bar, Rectangle)]


@given(st.lists(st.integers(-(10**9), 10**9), min_size=1, max_size=60))
@settings(max_examples=10, deadline=None)
def test_every_draw_is_in_a_bar(nets: list[int]) -> None:
    """Bars hold all draws, and exactly those that lose are hatched and end left of zero."""
    bars = _bars(plot_simulation(_of([float(net) for net in nets])))
    assert sum(bar.get_height() for bar in bars) == len(nets)
    assert sum(bar.get_height() for bar in bars if bar.get_hatch()) == sum(net < 0 for net in nets)
    assert all(bar.get_x() + bar.get_width() <= 1e-6 for bar in bars if bar.get_hatch())


@pytest.mark.parametrize("lang", ["en", "sv"])
@pytest.mark.parametrize("sizes", [FIVE, ELEVEN], ids=["five", "eleven"])
def test_every_text_is_read(sizes: dict[str, int], lang: str) -> None:
    """No text stands on another, none leaves the picture, and each party is in the alternative text."""
    figure = plot_simulation(simulate(service(sizes), samples=2_000, seed=3), lang=lang)
    assert not overlaps(figure)
    assert not beyond(figure)
    assert all(f"\n{party} " in alt_text(figure) for party in sizes)
    foreign = SWEDISH_ONLY if lang == "en" else ENGLISH_ONLY
    said = " ".join([*words(figure), alt_text(figure)]).lower()
    assert not [word for word in foreign if word in said]


def test_the_title_is_the_answer() -> None:
    """The title says in how many draws all together lose nothing, and in how many nobody loses."""
    found = _of([-4e6, 2e6, 6e6, 8e6], each=1.5)
    assert title(plot_simulation(found)) == (
        "In 75 % of the draws all together lose nothing over 10 years; in 0 % nobody loses"
    )
    assert title(plot_simulation(found, lang="sv")) == (
        "I 75 % av dragningarna förlorar alla tillsammans inget på 10 år; i 0 % förlorar ingen"
    )
    assert {"loss in 25 %", "no loss in 75 %"} <= set(words(plot_simulation(found)))


def test_draws_that_are_all_alike_are_one_bar() -> None:
    """Where nothing is uncertain, all draws stand in one bar, at zero, too."""
    for net in (0.0, -5.0, 3e6):
        (bar,) = _bars(plot_simulation(_of([net] * 9)))
        assert bar.get_height() == 9
        assert bool(bar.get_hatch()) is (net < 0)


def test_lines_mark_the_middle_and_nine_of_ten() -> None:
    """The lines stand at the quantiles of the simulation."""
    found = _of([float(net) for net in range(-50, 151)])
    lines = plot_simulation(found).axes[0].get_lines()
    marked = {float(np.asarray(line.get_xdata())[0]) for line in lines}
    assert marked == {*found.quantiles(), 0.0}


def test_it_says_what_chances_are() -> None:
    """Nobody is to take a share of draws for a chance in the world; and the draws can be made again."""
    said = alt_text(plot_simulation(_of([1.0, 2.0])))
    assert "Chances are those of the assumptions, not of the world. The draws began from the seed 7." in said
    assert "Research: cooperation rarely lowers costs" in said


@given(st.integers(1, 10**6), st.data())
@settings(max_examples=50, deadline=None)
def test_a_share_is_whole_only_if_it_is(draws: int, data: st.DataObject) -> None:
    """A share is written as 0 or 100 per cent only where it is none or all, and is right to half a per cent."""
    count = data.draw(st.integers(0, draws))
    text = percent(count / draws, "en")
    value = float(text.removesuffix(" %"))
    assert (value == 0) is (count == 0)
    assert (value == 100) is (count == draws)
    assert value == pytest.approx(100 * count / draws, abs=0.5001)


@pytest.mark.parametrize("wrong", [None, [1.0, 2.0], service(FIVE)], ids=["None", "numbers", "service"])
def test_what_is_no_simulation_is_refused(wrong: object) -> None:
    """What is no simulation is refused with what makes one."""
    with pytest.raises(InvalidValueError, match=r"is no Simulation; make one with simulate"):
        plot_simulation(wrong)  # type: ignore[arg-type] - wrong on purpose


def test_another_language_is_refused() -> None:
    """A language that is not ours is refused."""
    with pytest.raises(InvalidValueError, match=r"is not a language of ours"):
        plot_simulation(_of([1.0]), lang="se")
