"""The picture of paying back follows the money year by year."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from tests.report.plots.seen import (
    ELEVEN,
    ENGLISH_ONLY,
    FIVE,
    SWEDISH_ONLY,
    benefit,
    beyond,
    overlaps,
    service,
    title,
    words,
)

from familjen.errors import InvalidValueError
from familjen.report.plots import alt_text, plot_pay_back
from familjen.scale import Cooperating, Discounting, FixedVariable, ScaleBenefit, ServiceCost, scale_benefit


def _of(once: int, *, fixed: int = 800_000, member: int = 0, horizon: int = 10, rate: float = 0) -> ScaleBenefit:
    """Give what two parties save with a start that costs so much."""
    cooperating = Cooperating(transition=once, per_member=member)
    cost = ServiceCost.of({"Bjuv": 16_000, "Klippan": 20_000}, FixedVariable(fixed, 50), cooperating=cooperating)
    return scale_benefit(cost, horizon=horizon, discounting=Discounting(rate))


def _line(figure: Figure, label: str) -> Line2D:
    (line,) = [line for line in figure.axes[0].get_lines() if line.get_label() == label]
    return line


def _rings(figure: Figure) -> list[tuple[float, float]]:
    """Give where something is ringed."""
    rings = [line for line in figure.axes[0].get_lines() if line.get_markersize() > 10]
    return [(float(line.get_xdata()[0]), float(line.get_ydata()[0])) for line in rings]


@given(st.integers(0, 9_000_000), st.integers(0, 500_000), st.integers(1, 30), st.sampled_from([0, 0.03, 0.2]))
@settings(max_examples=10, deadline=None)
def test_money_is_followed_year_by_year(once: int, member: int, horizon: int, rate: float) -> None:
    """Each year adds its saving as it is worth before the first, and a ring marks the first year at zero or above."""
    found = _of(once, member=member, horizon=horizon, rate=rate)
    figure = plot_pay_back(found)
    sums, left = [-float(once)], -float(once)
    for year in range(1, horizon + 1):
        left += float(found.saving) / (1 + rate) ** year
        sums.append(left)
    assert np.asarray(_line(figure, "base case").get_ydata()) == pytest.approx(sums, abs=1e-3)
    back = [(year, sums[year]) for year in range(1, horizon + 1) if sums[year] >= -1e-3][:1] if once else []
    assert np.array(_rings(figure)) == pytest.approx(np.array(back), abs=1e-3)
    assert sums[-1] == pytest.approx(found.net, abs=1e-3)


@pytest.mark.parametrize("lang", ["en", "sv"])
@pytest.mark.parametrize("sizes", [FIVE, ELEVEN], ids=["five", "eleven"])
@pytest.mark.parametrize("horizon", [1, 10, 100])
def test_every_text_is_read(sizes: dict[str, int], lang: str, horizon: int) -> None:
    """No text stands on another, and none leaves the picture."""
    figure = plot_pay_back(benefit(sizes, horizon=horizon), lang=lang)
    assert not overlaps(figure)
    assert not beyond(figure)


def test_scenarios_are_told_apart_without_colour() -> None:
    """Low, base and high have markers and dashes of their own."""
    figure = plot_pay_back(benefit(FIVE))
    lines = [_line(figure, label) for label in ("at best", "base case", "at worst")]
    assert len({line.get_marker() for line in lines}) == len({line.get_linestyle() for line in lines}) == 3
    found = benefit(FIVE)
    ends = [float(np.asarray(line.get_ydata())[-1]) for line in lines]
    assert ends == pytest.approx([found.high.net, found.net, found.low.net])


def test_what_is_certain_has_one_line() -> None:
    """Without a range there is one line, and nothing is said of best and worst."""
    figure = plot_pay_back(_of(2_000_000))
    assert figure.axes[0].get_legend_handles_labels()[1] == ["base case"]
    assert "at worst" not in alt_text(figure)


@pytest.mark.parametrize(
    ("found", "english", "swedish"),
    [
        (
            _of(2_000_000),
            "What starting costs, 2.0 million kr, is saved again in year 3",
            "Vad starten kostar, 2,0 miljoner kr, är insparat år 3",
        ),
        (
            _of(9_000_000),
            "What starting costs, 9.0 million kr, is not saved again within 10 years",
            "Vad starten kostar, 9,0 miljoner kr, sparas inte in inom 10 år",
        ),
        (
            _of(0),
            "Starting costs nothing, and 8.0 million kr is saved over 10 years",
            "Starten kostar inget, och 8,0 miljoner kr sparas på 10 år",
        ),
        (
            _of(0, member=500_000),
            "Starting costs nothing, but 2.0 million kr is lost over 10 years",
            "Starten kostar inget, men 2,0 miljoner kr förloras på 10 år",
        ),
    ],
    ids=["back", "never", "no start", "loss"],
)
def test_the_title_is_the_answer(found: ScaleBenefit, english: str, swedish: str) -> None:
    """The title says when it pays back, or that it does not."""
    assert title(plot_pay_back(found)) == english
    assert title(plot_pay_back(found, lang="sv")).replace("\N{NO-BREAK SPACE}", " ") == swedish


def test_years_of_the_calendar() -> None:
    """Where the first year is known, years are named by the calendar."""
    figure = plot_pay_back(benefit(FIVE))
    assert {"start", "2027", "2036"} <= set(words(figure))
    assert title(figure).endswith("is saved again in 2027")
    assert {"1", "10"} <= set(words(plot_pay_back(_of(5))))


def test_no_start_and_a_saving_pays_from_the_start() -> None:
    """Where nothing is paid once, there is nothing to ring."""
    assert not _rings(plot_pay_back(_of(0)))
    assert "nothing to pay back" in alt_text(plot_pay_back(_of(0)))
    assert "not paid back within 10 years" in alt_text(plot_pay_back(_of(9_000_000)))


def test_languages_are_not_mixed() -> None:
    """What is written and what is read aloud is in one language."""
    for lang, foreign in (("en", SWEDISH_ONLY), ("sv", ENGLISH_ONLY)):
        figure = plot_pay_back(benefit(FIVE), lang=lang)
        said = " ".join([*words(figure), alt_text(figure)]).lower()
        assert not [word for word in foreign if word in said]


def test_a_saving_is_shown_with_what_research_says() -> None:
    """A saving has the caution with it, and a loss needs none."""
    assert "Research:" in alt_text(plot_pay_back(_of(1)))
    assert "Research:" not in alt_text(plot_pay_back(_of(9_000_000)))
    assert "ILLUSTRATIVE: 4 of 15" in alt_text(plot_pay_back(benefit(FIVE)))


@pytest.mark.parametrize("wrong", [None, 1, service(FIVE)], ids=["None", "number", "service"])
def test_what_is_no_benefit_is_refused(wrong: object) -> None:
    """What is no scale benefit is refused with what makes one."""
    with pytest.raises(InvalidValueError, match=r"is no ScaleBenefit; make one with scale_benefit"):
        plot_pay_back(wrong)  # type: ignore[arg-type] - wrong on purpose


def test_another_language_is_refused() -> None:
    """A language that is not ours is refused."""
    with pytest.raises(InvalidValueError, match=r"is not a language of ours"):
        plot_pay_back(benefit(FIVE), lang="da")
