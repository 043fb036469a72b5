"""The map shows each municipality where it lies, with the number of its group."""

import math
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.figure import Figure
from tests.report.plots.seen import ELEVEN, ENGLISH_ONLY, FIVE, SWEDISH_ONLY, beyond, overlaps, service, title, words

from familjen.errors import InvalidValueError, UnknownIdError
from familjen.games import CostGame
from familjen.places import distance_km, municipalities, municipality, place
from familjen.report.plots import alt_text, plot_partition
from familjen.scale import Cooperating, FixedVariable, Partition, ServiceCost, best_partition

NAMES = [each.name for each in municipalities()]
SKANE = {each.name: 9_000 + 3_100 * number for number, each in enumerate(municipalities()) if each.county == "12"}


def _numbered(figure: Figure) -> dict[tuple[float, float], str]:
    """Give the number that stands at each spot of the map."""
    texts = [text for text in figure.axes[0].texts if text.get_text().isdigit() and text.get_fontweight() == "bold"]
    return {tuple(map(float, text.get_position())): text.get_text() for text in texts}


def _spot(party: str) -> tuple[float, float]:
    where = place(party)
    return where.longitude, where.latitude


@cache
def _bordering(names: tuple[str, ...]) -> Partition:
    """Give the best groups of up to three that share borders."""
    return best_partition(service({name: SKANE[name] for name in names}), most=3, neighbours=True)


def _partition(sizes: dict[str, int], most: int, **more: int) -> Partition:
    cost = ServiceCost.of(sizes, FixedVariable(900_000, 50), cooperating=Cooperating(**more))
    return best_partition(cost, most=most)


@given(st.lists(st.sampled_from(NAMES), min_size=1, max_size=9, unique=True), st.integers(1, 4))
@settings(max_examples=15, deadline=None)
def test_each_municipality_has_the_number_of_its_group(names: list[str], most: int) -> None:
    """Wherever in Sweden they lie, municipalities of a group have its number, and no others have."""
    found = _partition(dict.fromkeys(names, 10000), most)
    figure = plot_partition(found)
    expected = {_spot(str(party)): str(number) for number, group in enumerate(found.groups, 1) for party in group}
    assert _numbered(figure) == expected
    assert set(names) <= set(words(figure))


@pytest.mark.parametrize("lang", ["en", "sv"])
@pytest.mark.parametrize("sizes", [FIVE, ELEVEN, SKANE], ids=["five", "eleven", "Skåne"])
def test_every_name_is_read(sizes: dict[str, int], lang: str) -> None:
    """Every municipality has its name, no text stands on another, and none leaves the picture."""
    figure = plot_partition(_bordering(tuple(sizes)) if sizes is SKANE else best_partition(service(sizes)), lang=lang)
    assert set(sizes) <= set(words(figure))
    assert not overlaps(figure)
    assert not beyond(figure)


def test_codes_are_shown_as_names() -> None:
    """Municipalities that are given by code have their names on the map."""
    found = _partition({municipality(name).code: size for name, size in FIVE.items()}, 3)
    assert set(FIVE) <= set(words(plot_partition(found)))


def test_a_kilometre_is_as_long_in_each_direction() -> None:
    """On the map, distances to the north and to the east are drawn alike, to 1.5 per cent within a county."""
    figure = plot_partition(_partition(SKANE, 1))
    pixels = figure.axes[0].transData.transform(
        [_spot(name) for name in ("Båstad", "Trelleborg", "Malmö", "Simrishamn")]
    )
    upright = math.dist(pixels[0], pixels[1]) / distance_km("Båstad", "Trelleborg")
    level = math.dist(pixels[2], pixels[3]) / distance_km("Malmö", "Simrishamn")
    assert level == pytest.approx(upright, rel=0.015)


def test_the_bar_is_as_long_as_it_says() -> None:
    """The bar of kilometres is as long as that distance on the map."""
    figure = plot_partition(_partition(FIVE, 1))
    axes = figure.axes[0]
    (bar,) = [line for line in axes.get_lines() if line.get_transform() == axes.transAxes]
    ends = axes.transAxes.transform(np.asarray(bar.get_xydata()))
    (km,) = [int(text.removesuffix(" km")) for text in words(figure) if text.endswith(" km")]
    one, other = axes.transData.transform([_spot("Helsingborg"), _spot("Örkelljunga")])
    assert math.dist(*ends) / km == pytest.approx(
        math.dist(one, other) / distance_km("Helsingborg", "Örkelljunga"), rel=5e-3
    )


def test_who_is_alone_has_no_line() -> None:
    """A municipality alone is a white square, one in a group a disc with a line to the middle."""
    axes = plot_partition(_partition({"Bjuv": 5, "Klippan": 6, "Gotland": 7}, 2)).axes[0]
    kinds = [
        (line.get_marker(), len(np.asarray(line.get_xdata()))) for line in axes.get_lines() if line.get_marker() in "so"
    ]
    assert sorted(kinds) == [("o", 2), ("s", 1)]


@pytest.mark.parametrize(
    ("member", "english", "swedish"),
    [
        (
            0,
            "In one group it costs 1.0 million kr a year, 900 thousand kr less than each alone",
            "I en grupp kostar det 1,0 miljoner kr per år, 900 tusen kr mindre än var för sig",
        ),
        (
            1_000_000,
            "In two groups it costs 1.9 million kr a year, as much as each alone",
            "I två grupper kostar det 1,9 miljoner kr per år, lika mycket som var för sig",
        ),
    ],
)
def test_the_title_is_the_answer(member: int, english: str, swedish: str) -> None:
    """The title says what the groups cost, and what that is less than alone."""
    found = _partition({"Bjuv": 1_000, "Klippan": 1_000}, 2, per_member=member)
    assert title(plot_partition(found)) == english
    assert title(plot_partition(found, lang="sv")).replace("\N{NO-BREAK SPACE}", " ") == swedish


def test_groups_that_must_form_may_cost_more() -> None:
    """Where few groups may form and cost more than alone, the title says so."""
    cost = ServiceCost.of({"Bjuv": 9, "Klippan": 9}, FixedVariable(1, 0), cooperating=Cooperating(per_member=500))
    assert title(plot_partition(best_partition(cost, at_least=2))).endswith("999 kr more than each alone")


def test_a_game_has_no_unit() -> None:
    """Costs of a game are in a unit that nobody knows, and have none on the map."""
    found = best_partition(CostGame.of({"Bjuv": 11, "Klippan": 7, "Bjuv+Klippan": 15}))
    figure = plot_partition(found)
    assert title(figure) == "In one group it costs 15.00, 3.00 less than each alone"
    assert " kr" not in alt_text(figure)
    assert "ILLUSTRATIVE" not in alt_text(figure)


def test_it_says_how_surely_nothing_costs_less() -> None:
    """The line below the title says what is proven; the groups and what research says stand below the map."""
    found = best_partition(service(FIVE), most=3)
    said = " ".join(words(plot_partition(found)))
    assert found.proof.text(found.cost) in said
    assert "ILLUSTRATIVE: 4 of 14" in said
    assert "Research: cooperation rarely lowers costs" in said
    assert all(f"{number}: " in said for number in range(1, len(found.groups) + 1))


def test_very_many_municipalities_have_no_names() -> None:
    """Of more than forty the groups are numbered and the names left out, which the picture says; the text has them."""
    figure = plot_partition(_partition(dict.fromkeys(NAMES[:41], 10000), 1))
    assert not set(NAMES) & set(words(figure))
    assert {str(number) for number in range(1, 42)} <= set(words(figure))
    assert "With more than 40 parties their names are left out of the picture." in words(figure)
    assert f"41: {NAMES[40]} – " in alt_text(figure)


def test_languages_are_not_mixed() -> None:
    """What is written and what is read aloud is in one language."""
    for lang, foreign in (("en", SWEDISH_ONLY), ("sv", ENGLISH_ONLY)):
        figure = plot_partition(best_partition(service(FIVE), most=3), lang=lang)
        said = " ".join([*words(figure), alt_text(figure)]).lower()
        assert not [word for word in foreign if word in said]


def test_who_is_no_municipality_is_refused() -> None:
    """A party that lies nowhere cannot be drawn on a map, and near names are told."""
    with pytest.raises(UnknownIdError, match=r"there is no municipality 'Helsinborg'; did you mean 'Helsingborg'"):
        plot_partition(_partition({"Bjuv": 9, "Helsinborg": 9}, 2))


@pytest.mark.parametrize("wrong", [None, (("Bjuv",),), service(FIVE)], ids=["None", "groups", "service"])
def test_what_is_no_partition_is_refused(wrong: object) -> None:
    """What is no partition is refused with what makes one."""
    with pytest.raises(InvalidValueError, match=r"is no Partition; make one with best_partition"):
        plot_partition(wrong)  # type: ignore[arg-type] - wrong on purpose


def test_another_language_is_refused() -> None:
    """A language that is not ours is refused."""
    with pytest.raises(InvalidValueError, match=r"is not a language of ours"):
        plot_partition(_partition(FIVE, 2), lang="nb")
