"""The curve's picture holds what the service says of each party and of all together."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.figure import Figure
from tests.report.plots.seen import ELEVEN, ENGLISH_ONLY, FIVE, SWEDISH_ONLY, beyond, overlaps, service, title, words

from familjen.errors import InvalidValueError
from familjen.places import municipalities
from familjen.report.plots import alt_text, plot_curve
from familjen.scale import FixedVariable, ServiceCost

SKANE = {each.name: 9_000 + 3_100 * place for place, each in enumerate(municipalities()) if each.county == "12"}


def _line(figure: Figure, label: str) -> np.ndarray:
    """Give the points of what the legend calls so."""
    (line,) = [line for line in figure.axes[0].get_lines() if line.get_label() == label]
    return np.asarray(line.get_xydata())


@given(
    st.dictionaries(st.sampled_from(sorted(ELEVEN)), st.integers(500, 10**6), min_size=2, max_size=6),
    st.integers(1, 10**7),
)
@settings(max_examples=15, deadline=None)
def test_points_stand_at_the_average_costs(sizes: dict[str, int], fixed: int) -> None:
    """Each party stands at its size and its average cost, and so do all together."""
    cost = ServiceCost.of(sizes, FixedVariable(fixed, 50))
    figure = plot_curve(cost)
    alone = [(size, cost.cost([party]) / size) for party, size in sizes.items()]
    whole = sum(sizes.values())
    assert _line(figure, "each alone") == pytest.approx(np.array(alone))
    assert _line(figure, "all together") == pytest.approx(np.array([(whole, cost.cost(sizes) / whole)]))
    assert {*sizes, "All together"} <= set(words(figure))


@pytest.mark.parametrize("lang", ["en", "sv"])
@pytest.mark.parametrize("sizes", [FIVE, ELEVEN, SKANE], ids=["five", "eleven", "Skåne"])
def test_every_name_is_read(sizes: dict[str, int], lang: str) -> None:
    """Every party has its name, no text stands on another, and none leaves the picture."""
    figure = plot_curve(service(sizes, observed=(10_000, 200_000)), lang=lang)
    assert set(sizes) <= set(words(figure))
    assert not overlaps(figure)
    assert not beyond(figure)


def test_the_title_says_what_it_costs() -> None:
    """The title has the average costs of all together, of the cheapest and of the dearest party."""
    cost = service(FIVE)
    together, first, last = (
        cost.cost(group) / sum(FIVE[party] for party in group) for group in (FIVE, ["Helsingborg"], ["Örkelljunga"])
    )
    assert title(plot_curve(cost)) == (
        f"Together it costs {together:.0f} kr a year per inhabitant; alone {first:.0f} kr (Helsingborg) "
        f"to {last:.0f} kr (Örkelljunga)"
    )


def test_equal_parties_are_said_once() -> None:
    """Where all cost the same alone, the title says so once."""
    said = title(plot_curve(ServiceCost.of({"A": 10, "B": 10}, FixedVariable(1_000, 0)), lang="sv"))
    assert said == "Tillsammans kostar det 50,00 kr per år och invånare; var för sig 100 kr (A)"


def test_one_party_has_nobody_to_be_together_with() -> None:
    """A service of one party is drawn without words of all together."""
    figure = plot_curve(ServiceCost.of({"Bjuv": 100}, FixedVariable(1_000, 5, unit="pupils")))
    assert title(figure) == "It costs 15.00 kr a year per pupil"
    assert "All together" not in words(figure)
    assert not overlaps(figure)


def test_languages_are_not_mixed() -> None:
    """What is written and what is read aloud is in one language."""
    for lang, foreign in (("en", SWEDISH_ONLY), ("sv", ENGLISH_ONLY)):
        figure = plot_curve(service(FIVE, observed=(9_000, 50_000)), lang=lang)
        said = " ".join([*words(figure), alt_text(figure)]).lower()
        assert not [word for word in foreign if word in said]


def test_a_range_is_drawn_where_the_curve_is_uncertain() -> None:
    """The band is there with uncertain assumptions, and not without."""
    costs = (service(FIVE), ServiceCost.of(FIVE, FixedVariable(9_000, 1)))
    bands = [plot_curve(cost).axes[0].get_legend_handles_labels()[1] for cost in costs]
    assert ["the curve's range" in labels for labels in bands] == [True, False]


def test_beyond_the_observed_the_line_is_dashed() -> None:
    """The full line ends with what was observed, and the picture says why."""
    figure = plot_curve(service(FIVE, observed=(12_000, 100_000)))
    full = _line(figure, "the curve")
    drawn = full[np.isfinite(full[:, 1])]
    assert drawn[:, 0].min() >= 12_000
    assert drawn[:, 0].max() <= 100_000
    assert "Dashed: beyond the sizes that the curve was made from." in alt_text(figure)
    assert "Dashed" not in alt_text(plot_curve(service(FIVE)))


def test_made_up_numbers_are_called_so() -> None:
    """A picture of made-up numbers says so in capitals, and one of others does not."""
    assert any(text.startswith("ILLUSTRATIVT: 4 av 14") for text in words(plot_curve(service(FIVE), lang="sv")))
    assert "ILLUSTRATIVE" not in alt_text(plot_curve(ServiceCost.of(FIVE, FixedVariable(9_000, 1))))


def test_what_is_paid_today_has_its_range() -> None:
    """Where each party's own cost is known, the points stand at it and not on the line."""
    figure = plot_curve(ServiceCost.of({"A": 100, "B": 300}, alone={"A": 1_000, "B": 9_000}))
    assert _line(figure, "each alone").tolist() == [[100, 10], [300, 30]]
    assert _line(figure, "all together").tolist() == [[400, 25]]


def test_very_many_parties_have_no_names() -> None:
    """With more than forty parties the names are left out, and the picture says so; the alternative text has them."""
    sizes = {f"Party {number}": 1_000 + 517 * number for number in range(41)}
    figure = plot_curve(ServiceCost.of(sizes, FixedVariable(9_000, 1)))
    assert not set(sizes) & set(words(figure))
    assert "With more than 40 parties their names are left out of the picture." in words(figure)
    assert all(f"{name}:" in alt_text(figure) for name in sizes)


def test_a_name_of_dollars_is_no_formula() -> None:
    """Names are written as they are, whatever signs they have."""
    assert {"$x^2$", "a_b"} <= set(words(plot_curve(ServiceCost.of({"$x^2$": 9, "a_b": 30}, FixedVariable(9, 1)))))


@pytest.mark.parametrize("wrong", [None, FIVE, FixedVariable(1, 1), "service"], ids=repr)
def test_what_is_no_service_is_refused(wrong: object) -> None:
    """What is no service cost is refused with what makes one."""
    with pytest.raises(InvalidValueError, match=r"is no ServiceCost; make one with ServiceCost\.of"):
        plot_curve(wrong)  # type: ignore[arg-type] - wrong on purpose


def test_another_language_is_refused() -> None:
    """A language that is not ours is refused before anything is drawn."""
    with pytest.raises(InvalidValueError, match=r"'fi' is not a language of ours"):
        plot_curve(service(FIVE), lang="fi")
