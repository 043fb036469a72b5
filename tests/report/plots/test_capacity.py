"""The picture of pooled capacity has what is needed apart and together."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.report.plots.drawn import bars, rows
from tests.report.plots.seen import title

from familjen.report.plots import alt_text, plot_pooled
from familjen.scale.pooling import AnsweredWithin, DelayedAtMost, pool_demand, pool_servers

LEVEL = AnsweredWithin(20, share=0.8, service_time=180)


@given(st.lists(st.integers(1, 240).map(lambda eighths: eighths / 8), min_size=2, max_size=5))
@settings(max_examples=12, deadline=None)
def test_bars_are_what_is_needed(loads: list[float]) -> None:
    """Each bar ends at what is needed, and its filled part at the demand; apart and together stand last."""
    found = pool_servers({f"P{number}": load for number, load in enumerate(loads)}, LEVEL)
    figure = plot_pooled(found)
    assert rows(figure)[-2:] == ["Apart", "Together"]
    ends = sorted({(round(start, 9), round(end, 9)) for start, end in bars(figure)})
    needed = [*found.alone, sum(found.alone), found.together]
    demands = [*loads, sum(loads), sum(loads)]
    expected = {(0.0, round(demand, 9)) for demand in demands}
    expected |= {(round(demand, 9), float(need)) for demand, need in zip(demands, needed, strict=True)}
    assert np.array(ends) == pytest.approx(np.array(sorted(expected)))


@pytest.mark.parametrize(
    ("added", "said"),
    [
        (0.0, "Together 21 servers are enough, 9 fewer than apart"),
        (1.0, "Together it takes 40 servers, 10 more than apart"),
        (0.45, "Together it takes 30 servers, as many as apart"),
    ],
    ids=["fewer", "more", "as many"],
)
def test_the_title_is_the_answer(added: float, said: str) -> None:
    """The title says how many are enough together, whether that is fewer or not."""
    loads = {"A": 12.0, "B": 1.6, "C": 1.2, "D": 1.5, "E": 0.9}
    assert title(plot_pooled(pool_servers(loads, LEVEL, added=added))) == said


def test_what_it_rests_on_is_told() -> None:
    """Promise and assumptions stand on the picture."""
    said = alt_text(plot_pooled(pool_servers({"A": 3.0, "B": 2.0}, DelayedAtMost(0.2))))
    assert "Working together adds 0 % to the load." in said
    places = alt_text(plot_pooled(pool_demand({"A": 3.0, "B": 2.0}, at_least=0.9), lang="sv"))
    assert "platser" in places
