"""The picture of savings holds each party's saving, and says who pays more."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.figure import Figure
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
from familjen.report.plots import alt_text, plot_savings
from familjen.scale import Cooperating, FixedVariable, ServiceCost, scale_benefit

MANY = {f"Kommun nummer {number} i länet": 5_000 + 1_700 * number for number in range(33)}


def _marked(figure: Figure) -> dict[str, tuple[str, float]]:
    """Give each party's marker and where it stands, of the base case."""
    axes = figure.axes[0]
    names = [label.get_text() for label in axes.get_yticklabels()]
    return {
        names[int(place)]: (str(line.get_marker()), float(saved))
        for line in axes.get_lines()
        if line.get_marker() in ("o", "X")
        for saved, place in zip(line.get_xdata(), line.get_ydata(), strict=True)
    }


@given(
    st.dictionaries(st.sampled_from(sorted(ELEVEN)), st.integers(500, 10**6), min_size=1, max_size=6),
    st.integers(0, 400_000),
)
@settings(max_examples=15, deadline=None)
def test_each_party_stands_at_its_saving(sizes: dict[str, int], each: int) -> None:
    """Parties stand at what they save, and exactly those that pay more have a cross."""
    cost = ServiceCost.of(sizes, FixedVariable(400_000, 50), cooperating=Cooperating(per_member=each))
    found = scale_benefit(cost)
    marked = _marked(plot_savings(found))
    assert marked == {party: ("X" if found.of(party)[1] < 0 else "o", float(found.of(party)[1])) for party in sizes}


def test_rows_are_ordered_and_ranges_drawn() -> None:
    """The party that saves most is on top, and each range goes from low to high."""
    found = benefit(FIVE, split="shapley")
    axes = plot_savings(found).axes[0]
    order = [label.get_text() for label in axes.get_yticklabels()]
    assert order == sorted(FIVE, key=lambda party: -found.of(party)[1])
    assert axes.get_ylim()[0] > axes.get_ylim()[1]
    for marker, place in (("<", 0), (">", 2)):
        (line,) = [line for line in axes.get_lines() if line.get_marker() == marker]
        assert list(line.get_xdata()) == [float(found.of(party)[place]) for party in order]


def test_for_each_inhabitant() -> None:
    """In kronor for each unit of size, parties stand at their saving by their size."""
    found = benefit(FIVE)
    figure = plot_savings(found, per_unit=True, lang="sv")
    assert {party: at for party, (_, at) in _marked(figure).items()} == pytest.approx(
        {party: float(found.per_unit(party)) for party in FIVE}
    )
    assert "kr sparat per år och invånare" in words(figure)


@pytest.mark.parametrize("per_unit", [False, True])
@pytest.mark.parametrize("lang", ["en", "sv"])
@pytest.mark.parametrize("sizes", [FIVE, ELEVEN, MANY], ids=["five", "eleven", "33"])
def test_every_row_is_read(sizes: dict[str, int], lang: str, *, per_unit: bool) -> None:
    """Every party has its name, no text stands on another, and none leaves the picture."""
    figure = plot_savings(benefit(sizes), per_unit=per_unit, lang=lang)
    assert set(sizes) <= set(words(figure))
    assert not overlaps(figure)
    assert not beyond(figure)


def test_long_names_are_broken() -> None:
    """A name that is longer than a row has room for goes on in the next line."""
    long = "Kommunalförbundet för räddningstjänst, sotning och krisberedskap i nordvästra Skåne"
    figure = plot_savings(benefit({long: 5_000, "Bjuv": 16_214}))
    assert long in [" ".join(text.split()) for text in words(figure)]
    assert not overlaps(figure)
    assert not beyond(figure)


@pytest.mark.parametrize(
    ("each", "english", "swedish"),
    [
        (
            0,
            "Together the two save 400 thousand kr a year, most per inhabitant in Bjuv",
            "Tillsammans sparar de två 400 tusen kr per år, mest per invånare i Bjuv",
        ),
        (
            150_000,
            "Together the two save 100 thousand kr a year, but Malmö loses",
            "Tillsammans sparar de två 100 tusen kr per år, men Malmö förlorar",
        ),
        (
            200_000,
            "Together the two pay as much as alone, but Malmö loses",
            "Tillsammans betalar de två lika mycket som ensamma, men Malmö förlorar",
        ),
        (
            700_000,
            "Together the two pay 1.0 million kr a year more than alone",
            "Tillsammans betalar de två 1,0 miljoner kr mer per år än var för sig",
        ),
    ],
)
def test_the_title_is_the_answer(each: int, english: str, swedish: str) -> None:
    """The title says what all save or lose, and for whom."""
    cost = ServiceCost.of(
        {"Bjuv": 1_000, "Malmö": 9_000}, FixedVariable(400_000, 50), cooperating=Cooperating(per_member=each)
    )
    found = scale_benefit(cost)
    assert title(plot_savings(found)) == english
    assert title(plot_savings(found, lang="sv")).replace("\N{NO-BREAK SPACE}", " ") == swedish


def test_nothing_saved_has_nobody_who_saves_most() -> None:
    """Without a curve nothing is saved, and the picture says no more than that."""
    figure = plot_savings(scale_benefit(ServiceCost.of({"A": 1, "B": 2}, alone={"A": 5, "B": 10})))
    assert title(figure) == "Together the two pay as much as alone"
    assert words(figure).count("as alone") == 2
    assert "Research" not in alt_text(figure)


def test_one_party_is_alone() -> None:
    """One party alone saves nothing, and the picture says so."""
    figure = plot_savings(benefit({"Bjuv": 16_214}))
    assert title(figure) == "Bjuv is alone, so nothing is saved"
    assert not overlaps(figure)


def test_who_pays_more_is_said_in_words() -> None:
    """Whoever pays more is told from the others without colour: by a cross and by words."""
    cost = ServiceCost.of(
        {"Bjuv": 1_000, "Malmö": 9_000}, FixedVariable(400_000, 50), cooperating=Cooperating(per_member=150_000)
    )
    english, swedish = (words(plot_savings(scale_benefit(cost), lang=lang)) for lang in ("en", "sv"))
    assert {"pays 230 thousand kr more", "saves 330 thousand kr", "pays more than alone"} <= set(english)
    assert {"betalar 230 tusen kr mer", "sparar 330 tusen kr", "betalar mer än ensam"} <= set(swedish)


def test_more_than_three_losers_are_counted() -> None:
    """A title names three who pay more, and counts the rest."""
    paid = dict.fromkeys("ABCDE", 100_000) | {"F": 9_000_000}
    found = scale_benefit(ServiceCost.of(dict.fromkeys(paid, 10), alone=paid))
    assert title(plot_savings(found)) == "Together the six pay as much as alone, but A, B, C and two more lose"


def test_what_is_said_of_research_and_of_made_up_numbers() -> None:
    """A saving is never shown without what research says and how much is made up."""
    said = words(plot_savings(benefit(FIVE)))
    assert any(text.startswith("Research: cooperation rarely lowers costs") for text in said)
    assert any(text.startswith("ILLUSTRATIVE: 4 of 15 assumptions") for text in said)
    assert "Split by size." in said


def test_languages_are_not_mixed() -> None:
    """What is written and what is read aloud is in one language."""
    for lang, foreign in (("en", SWEDISH_ONLY), ("sv", ENGLISH_ONLY)):
        figure = plot_savings(benefit(FIVE), lang=lang)
        said = " ".join([*words(figure), alt_text(figure)]).lower()
        assert not [word for word in foreign if word in said]


def test_all_numbers_are_in_the_alternative_text() -> None:
    """Who does not see the picture is told each party's saving with its range."""
    said = alt_text(plot_savings(benefit(ELEVEN)))
    assert all(f"\n{party} saves " in said or f"\n{party} pays " in said for party in ELEVEN)


@pytest.mark.parametrize("wrong", [None, 1, service(FIVE)], ids=["None", "number", "service"])
def test_what_is_no_benefit_is_refused(wrong: object) -> None:
    """What is no scale benefit is refused with what makes one."""
    with pytest.raises(InvalidValueError, match=r"is no ScaleBenefit; make one with scale_benefit"):
        plot_savings(wrong)  # type: ignore[arg-type] - wrong on purpose


@pytest.mark.parametrize("wrong", [None, 1, "unit"], ids=repr)
def test_a_switch_is_true_or_false(wrong: object) -> None:
    """What is neither true nor false is refused."""
    with pytest.raises(InvalidValueError, match=r"is neither True nor False"):
        plot_savings(benefit(FIVE), per_unit=wrong)  # type: ignore[arg-type] - wrong on purpose


def test_another_language_is_refused() -> None:
    """A language that is not ours is refused."""
    with pytest.raises(InvalidValueError, match=r"is not a language of ours"):
        plot_savings(benefit(FIVE), lang="swedish")


def test_nobody_saves_most_where_all_save_alike() -> None:
    """Where all save the same for each unit of size, none is named as the one that saves most."""
    alike = ServiceCost.of({"Ale": 9_000, "Bjuv": 9_000}, FixedVariable(900_000, 130))
    assert (
        alt_text(plot_savings(scale_benefit(alike))).splitlines()[0] == "Together the two save 900 thousand kr a year"
    )
