"""What is said of a benefit, in words and tables, in both languages."""

import re
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.scale.drawn import services

from familjen.errors import InvalidValueError
from familjen.model import Source
from familjen.scale import (
    Assumption,
    Cooperating,
    Discounting,
    Distance,
    FixedVariable,
    PowerCurve,
    ScaleBenefit,
    ServiceCost,
    SumOfCurves,
    scale_benefit,
)

COUNTING = Discounting(0.03)
ENGLISH = {"alone", "together", "saved", "less", "more", "pays", "years", "cost", "which", "assumed", "research"}
SWEDISH = {"ensam", "tillsammans", "sparas", "mindre", "mer", "betalar", "antaget", "starten", "och", "alla"}


def told(text: str) -> set[str]:
    """Give the words of a text, without the names of assumptions and parties."""
    return set(re.findall(r"[a-zåäö]+", re.sub(r"\S*[._]\S*", " ", text).lower()))


def of_two(fixed: Any = 600_000, own: Cooperating | None = None, **given: Any) -> ScaleBenefit:
    """Reckon two parties with a fixed cost."""
    service = ServiceCost.of({"Ale": 9_000, "Bjuv": 16_000}, FixedVariable(fixed, 100), cooperating=own)
    return scale_benefit(service, **given)


@given(services(), st.sampled_from(["by_size", {}]))
@settings(max_examples=40, deadline=None)
def test_no_language_mixes_with_the_other(service: ServiceCost, split: Any) -> None:
    """English holds no Swedish words, and Swedish no English ones, in sentences and in tables."""
    weights = dict.fromkeys(service.parties, 1) if split == {} else split
    found = scale_benefit(service, split=weights, discounting=COUNTING)
    assert not told(found.explain() + found.text()) & SWEDISH
    assert not told(found.explain("sv") + found.text("sv")) & ENGLISH


def test_a_method_is_called_by_its_name() -> None:
    """A method that splits is named in the note, in Swedish as it is called in code."""
    found = of_two(split="proportional_to_alone")
    assert "split by proportional to alone;" in found.text()
    assert "fördelat enligt metoden proportional_to_alone;" in found.text("sv")


@given(services())
@settings(max_examples=30, deadline=None)
def test_every_assumption_is_on_the_result(service: ServiceCost) -> None:
    """The explanation names every assumption, in both languages, those at zero too."""
    found = scale_benefit(service)
    for lang in ("en", "sv"):
        for name in found.assumptions:
            assert name in found.explain(lang)


@given(st.sets(st.sampled_from(["curve.fixed", "curve.variable", "cooperating.fixed", "discounting.rate"])))
@settings(max_examples=16, deadline=None)
def test_every_illustrative_number_is_named_on_the_screen(made_up: set[str]) -> None:
    """What is made up is named on table, page and in words, and nothing else is."""

    def of(name: str, number: float) -> Assumption:
        return Assumption(number, basis="illustrative" if name in made_up else "assumed")

    curve = FixedVariable(of("curve.fixed", 600_000), of("curve.variable", 100))
    own = Cooperating(fixed=of("cooperating.fixed", 0))
    service = ServiceCost.of({"Ale": 9, "Bjuv": 16}, curve, cooperating=own)
    found = scale_benefit(service, discounting=Discounting(of("discounting.rate", 0.03)))
    for text in (found.text(), found.text("sv"), found._repr_html_(), found.explain(), "\n".join(found.warnings())):
        lines = [line for line in re.split(r"\n|<p>", text) if line.startswith("ILLUSTRATIV")]
        assert len(lines) == bool(made_up)
        assert all((name in lines[0]) == (name in made_up) for name in found.assumptions if lines)


@given(
    st.lists(st.text("ABCDEÅÄÖ", min_size=1, max_size=14), min_size=2, max_size=6, unique=True),
    st.lists(st.integers(1, 16_000_000), min_size=6, max_size=6),
    st.integers(0, 90_000_000),
)
@settings(max_examples=40, deadline=None)
def test_the_table_fits_a_screen(names: list[str], costs: list[int], fee: int) -> None:
    """For names of 14 letters and sums below a hundred million the table is at most 80 wide."""
    paid = {name: Assumption(cost, low=0, high=cost) for name, cost in zip(names, costs, strict=False)}
    own = Cooperating(fixed=Assumption(0, low=0, high=max(0, fee - sum(costs))))
    sizes = dict.fromkeys(paid, 10_000)
    found = scale_benefit(ServiceCost.of(sizes, PowerCurve(1, -0.1), alone=paid, cooperating=own))
    for lang in ("en", "sv"):
        rows = found.text(lang).splitlines()[: len(paid) + 4]
        assert rows[-1].split()[0] in {"All", "Alla"}
        assert max(map(len, rows)) <= 80


def test_a_wide_table_leaves_the_column_that_rows_have() -> None:
    """Where it would not fit, the saving by size is left out of the text and of its note, not of the page."""
    narrow = of_two()
    wide = scale_benefit(
        ServiceCost.of({"Malung-Sälen X": 90, "Y": 90}, PowerCurve(5_500_000, Assumption(0, low=-0.5, high=1)))
    )
    assert "/unit" in narrow.text()
    assert "/unit" not in wide.text()
    assert "/unit" in wide._repr_html_()
    assert "saving_per_unit" in wide.to_rows()[0]


def test_the_table_in_full() -> None:
    """The table is as it is written here, in English and in Swedish."""
    found = of_two(own=Cooperating(transition=300_000))
    assert found.text().splitlines()[:7] == [
        "Party      Alone   Together   Saving      Low     High  /unit",
        "-------------------------------------------------------------",
        "Ale    1,500,000  1,116,000  384,000  384,000  384,000  42.67",
        "Bjuv   2,200,000  1,984,000  216,000  216,000  216,000  13.50",
        "-------------------------------------------------------------",
        "All    3,700,000  3,100,000  600,000  600,000  600,000  24.00",
        "Kronor a year, split by size; per unit of inhabitants.",
    ]
    assert found.text("sv").splitlines()[2] == ("Ale   1 500 000    1 116 000    384 000  384 000  384 000   42,67")
    assert "Starting costs 300,000 kr once, which is saved again in year 1." in found.text()
    assert str(found) == found.text()
    assert repr(found) == "<ScaleBenefit: 2 parties save 600,000 kr a year (600,000 to 600,000)>"


def test_the_explanation_in_full() -> None:
    """The sentences are as they are written here."""
    source = Source("Budget 2027")
    own = Cooperating(transition=9_000_000, per_member=Assumption(100_000, low=0, high=400_000, source=source))
    found = of_two(own=own, discounting=COUNTING)
    assert found.explain().splitlines() == [
        "Alone all pay 3,700,000 kr a year, together 3,300,000 kr: 400,000 kr less (10.8 %).",
        "With every assumption at its worst end it is 200,000 kr more, at its best 600,000 kr saved.",
        "Ale: pays no more a year than alone in any of the cases.",
        "Bjuv: pays no more a year than alone in the base case.",
        "With the start counted in, over 10 years, these lose: Ale and Bjuv.",
        "Starting costs 9,000,000 kr once, which is not saved again within 10 years.",
        "Over 10 years that is 5,587,919 kr lost in all. " + COUNTING.text(),
        "Assumed:",
        "  curve.fixed = 600,000 (assumed)",
        "  curve.variable = 100 (assumed)",
        "  cooperating.per_member = 100,000 (0 to 400,000) (assumed; Budget 2027)",
        "  cooperating.transition = 9,000,000 (assumed)",
        "  discounting.rate = 0.03 (assumed)",
        f"  Taken for zero: {', '.join(name for name, each in found.assumptions.items() if not each.most)}",
        "Research: cooperation rarely lowers costs (Statskontoret 2023). What is saved here rests on assumptions.",
    ]


@pytest.mark.parametrize(
    ("fee", "said"),
    [
        (Assumption(0, low=0, high=400_000), "Ale and Bjuv: pay no more a year than alone in the base case"),
        (Assumption(400_000, low=0, high=400_000), "Ale and Bjuv: pay more a year than alone, but not in all"),
        (Assumption(900_000), "Ale and Bjuv: pay more a year than alone in every case"),
        (Assumption(300_000), "Ale and Bjuv: pay no more a year than alone in any of the cases"),
    ],
    ids=["base", "some", "every", "none"],
)
def test_each_party_has_its_verdict(fee: Assumption, said: str) -> None:
    """How a party fares in the three cases is said in one of four ways."""
    service = ServiceCost.of({"Ale": 9, "Bjuv": 9}, FixedVariable(600_000, 0), cooperating=Cooperating(per_member=fee))
    assert said in scale_benefit(service).explain()


def test_a_party_whose_cases_are_out_of_order_is_told_by_all_three() -> None:
    """A party that saves at both ends' low but not at the base is not said to save in all cases."""
    paid = {"Ale": Assumption(100, low=80, high=120), "Bjuv": 100}
    found = scale_benefit(ServiceCost.of({"Ale": 10, "Bjuv": 10}, PowerCurve(1, Decimal(0)), alone=paid))
    assert found.of("Bjuv") == (10, 0, -10)
    assert "Ale and Bjuv: pay no more a year than alone in the base case" in found.explain()


def test_the_research_is_cited_wherever_something_is_saved() -> None:
    """Where any case saves, the caution stands; where none does, nothing needs it."""
    caution = "Research: cooperation rarely lowers costs (Statskontoret 2023)."
    assert caution in of_two().text()
    assert caution in of_two(Assumption(0, low=0, high=9)).explain()
    assert "rarely" not in of_two(0).text()


def test_sizes_beyond_the_observed_are_said() -> None:
    """All together, or somebody alone, beyond what the curve was made from, is said with the sizes."""
    curve = FixedVariable(600_000, 100, observed=(Decimal(10_000), Decimal(20_000)))
    found = scale_benefit(ServiceCost.of({"Ale": 9_000, "Bjuv": 16_000}, curve))
    assert found.warnings()[1:] == (
        "All together are 25,000, beyond the 10,000 to 20,000 that the curve was made from.",
        "Alone, beyond the 10,000 to 20,000 that the curve was made from: Ale.",
    )
    assert found.warnings("sv")[2] == "Var för sig utanför de 10 000 till 20 000 som kurvan bygger på: Ale."


def test_distances_say_where_they_come_from() -> None:
    """The source of distances is said, and ours in the language."""
    way = Distance.between(["Bjuv", "Klippan"], 1)
    found = scale_benefit(ServiceCost.of({"Bjuv": 9, "Klippan": 8}, PowerCurve(1), distance=way))
    assert "Distances: great-circle distances between centroids." in found.text()
    assert "Avstånd: fågelvägen mellan tyngdpunkter." in found.text("sv")


def test_a_page_escapes_what_parties_are_called() -> None:
    """A party called as a piece of HTML is shown and not run, in cells and notes."""
    paid = {"<script>": Assumption(1, basis="illustrative"), "Bjuv & c": 2}
    page = scale_benefit(ServiceCost.of({"<script>": 1, "Bjuv & c": 2}, alone=paid))._repr_html_()
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
    assert "Bjuv &amp; c" in page


@pytest.mark.parametrize("lang", ["de", "", "EN", None, 5], ids=str)
def test_another_language_is_refused(lang: Any) -> None:
    """Only English and Swedish are spoken."""
    found = of_two()
    for call in (found.explain, found.text, found.warnings):
        with pytest.raises(InvalidValueError, match=r"is not a language of ours"):
            call(lang)


def test_where_nothing_changes_nobody_is_said_to_pay_less() -> None:
    """Where all pay together what they pay alone, that is said, and no share of less."""
    found = scale_benefit(ServiceCost.of({"Ale": 9, "Bjuv": 9}, alone={"Ale": 500, "Bjuv": 400}))
    assert found.explain().startswith("Alone all pay 900 kr a year, together 900 kr: as much.")
    assert found.explain("sv").startswith("Var för sig betalar alla 900 kr per år, tillsammans 900 kr: lika mycket.")


def test_the_year_that_pays_back_is_told_by_the_calendar() -> None:
    """Where the first year is known, the year in which the start is saved again is one of the calendar too."""
    own = Cooperating(transition=1_300_000)
    found = of_two(own=own, discounting=Discounting(0, first_year=2027))
    assert "once, which is saved again in year 3 (2029)." in found.explain()
    assert "vilket är insparat år 3 (2029)." in found.explain("sv")
    assert "once, which is saved again in year 3." in of_two(own=own).explain()


@pytest.mark.parametrize(("lang", "said"), [("en", "a part of the curve was"), ("sv", "en del av kurvan bygger på")])
def test_parts_that_were_observed_nowhere_together_are_warned_of(lang: str, said: str) -> None:
    """Where no size lies within what all parts were made from, every size is beyond, and that is told."""
    small, large = FixedVariable(9, 1, observed=(1, 10)), FixedVariable(9, 1, observed=(100, 200))
    service = ServiceCost.of({"Ale": 5, "Bjuv": 6}, SumOfCurves({"a": small, "b": large}))
    told_ = [each for each in scale_benefit(service).warnings(lang) if said in each]
    assert len(told_) == 2
    assert "11" in told_[0]
    assert "Ale" in told_[1]
