"""What is read from a simulation: chances, quantiles, means, rows and words."""

from decimal import Decimal
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.errors import InvalidValueError, UnknownIdError
from familjen.scale import Assumption, Cooperating, Discounting, FixedVariable, ServiceCost
from familjen.scale.uncertainty import Simulation, simulate
from familjen.scale.uncertainty.simulation_told import say_percent

RANGE = Assumption(900_000, low=400_000, high=1_200_000)
SERVICE = ServiceCost.of(
    {"Ale": 30_000, "Bjuv": 10_000},
    FixedVariable(RANGE, 100),
    cooperating=Cooperating(per_member=Assumption(350_000, low=300_000, high=600_000), transition=500_000),
)
FOUND = simulate(SERVICE, samples=20_000, seed=1, discounting=Discounting(Decimal("0.03")))


@st.composite
def simulations(draw: st.DrawFn) -> Simulation:
    """Draw a simulation of two parties with any numbers, kept to small ones so that many are alike."""
    samples = draw(st.integers(2, 12))
    numbers = st.lists(st.integers(-3, 3), min_size=2 * samples, max_size=2 * samples)
    savings, nets = (np.array(draw(numbers), dtype=np.float64).reshape(-1, 2) for _ in range(2))
    totals = (savings.sum(axis=1), nets.sum(axis=1))
    return Simulation(SERVICE, 1, 10, Discounting(), (0.75, 0.25), *totals, savings, nets, anew=0)


@given(simulations(), st.booleans())
@settings(max_examples=30, deadline=None)
def test_chances_count_draws(simulation: Simulation, yearly: bool) -> None:  # noqa: FBT001 - drawn
    """Each chance is a count of draws that lose nothing, and everyone's is at most anyone's and that of all."""
    each = simulation.savings if yearly else simulation.nets
    rows = each.tolist()
    everyone = simulation.yearly_chance_of_everyone if yearly else simulation.chance_of_everyone
    assert everyone == sum(min(row) >= 0 for row in rows) / len(rows)
    assert simulation.chance("Bjuv", yearly=yearly) == sum(row[1] >= 0 for row in rows) / len(rows)
    assert simulation.chance(yearly=yearly) == sum(sum(row) >= 0 for row in rows) / len(rows)
    assert everyone <= min(simulation.chance(party, yearly=yearly) for party in (None, "Ale", "Bjuv"))


@given(simulations(), st.lists(st.floats(0, 1), max_size=6).map(sorted))
@settings(max_examples=30, deadline=None)
def test_quantiles_rise_within_the_draws(simulation: Simulation, levels: list[float]) -> None:
    """Quantiles of rising levels do not fall, 0 and 1 are the least and the most draw, and the middle is the median."""
    found = simulation.quantiles(levels, party="Ale")
    assert found == sorted(found)
    ends = simulation.quantiles([0, 0.5, 1], party="Ale")
    own = simulation.nets[:, 0]
    assert ends == [own.min(), np.median(own), own.max()]
    assert simulation.quantiles(np.array(levels), party="Ale") == found


@given(simulations())
@settings(max_examples=30, deadline=None)
def test_means_and_errors_are_those_of_the_draws(simulation: Simulation) -> None:
    """Means are of the draws, and so are their errors, by the textbook."""
    own = simulation.savings[:, 1].tolist()
    mean = sum(own) / len(own)
    error = (sum((one - mean) ** 2 for one in own) / (len(own) - 1) / len(own)) ** 0.5
    assert simulation.mean("Bjuv", yearly=True) == pytest.approx((mean, error))


def test_errors_tell_how_chances_and_means_scatter() -> None:
    """Over 200 seeds chances and means scatter as the errors of one simulation say, within a quarter."""
    found = [simulate(SERVICE, samples=400, seed=seed) for seed in range(200)]
    chances, means = np.array([each.chance() for each in found]), np.array([each.mean()[0] for each in found])
    assert chances.std() == pytest.approx(found[0].standard_error(float(chances.mean())), rel=0.25)
    assert means.std() == pytest.approx(found[0].mean()[1], rel=0.25)


def test_rows_hold_all_and_each() -> None:
    """The first row is that of all, then one for each party, with chances, means, errors and quantiles."""
    rows = FOUND.to_rows()
    assert [row["party"] for row in rows] == [None, "Ale", "Bjuv"]
    assert list(rows[0]) == [
        "party", "net_chance", "net_mean", "net_error", "net_5", "net_50", "net_95",
        "saving_chance", "saving_mean", "saving_error", "saving_5", "saving_50", "saving_95",
    ]  # fmt: skip
    assert rows[2]["net_50"] == FOUND.quantiles([0.5], party="Bjuv")[0]
    assert rows[1]["saving_chance"] == FOUND.chance("Ale", yearly=True)
    assert (rows[0]["net_mean"], rows[0]["net_error"]) == FOUND.mean()


def test_words_say_what_numbers_do() -> None:
    """In both languages the text has the seed, the chances of all, everyone and each, the span and what was drawn."""
    said, sagt = FOUND.explain("en").splitlines(), FOUND.explain("sv").splitlines()
    assert len(said) == len(sagt) == 6
    chances = [f"{100 * chance:.1f} %" for chance in (FOUND.chance(), FOUND.chance_of_everyone)]
    assert said[0] == (
        f"In 20,000 draws of the assumptions (seed 1) all together lose nothing over 10 years in {chances[0]}, and "
        f"nobody loses in {chances[1]}."
    )
    assert chances[0].replace(".", ",") in sagt[0]
    assert f"Ale {100 * FOUND.chance('Ale'):.1f} % and Bjuv {100 * FOUND.chance('Bjuv'):.1f} %" in said[1]
    assert said[4] == (
        "Drawn independently of each other: curve.fixed 900,000 (400,000 to 1,200,000) and cooperating.per_member "
        "350,000 (300,000 to 600,000). Each party's share of what all pay is held fixed."
    )
    assert "curve.fixed 900 000 (400 000 till 1 200 000) och cooperating.per_member" in sagt[4]
    assert "rarely lowers costs (Statskontoret 2023)" in said[5]
    assert "sänker sällan kostnader (Statskontoret 2023)" in sagt[5]


def test_made_up_numbers_and_gains_of_nothing_are_told() -> None:
    """What was drawn from illustrative ranges is named, and how often nothing is gained either."""
    paid = {name: Assumption(9, low=5, high=20, basis="illustrative") for name in ("Ale", "Bjuv")}
    found = simulate(ServiceCost.of({"Ale": 1, "Bjuv": 1}, alone=paid), samples=50, seed=1)
    assert "In 100.0 % all together gain nothing either." in found.explain()
    assert "ILLUSTRATIVE, made up to show the calculation: alone.Ale and alone.Bjuv." in found.explain()
    assert "ILLUSTRATIVT, påhittat: alone.Ale och alone.Bjuv." in found.explain("sv")


def test_tables_have_a_row_for_each_and_for_all() -> None:
    """The text is a table with a line for each party and a last one for all, in both languages."""
    lines = FOUND.text("sv").splitlines()
    assert lines[0].split("  ")[0] == "Part"
    assert [line.split()[0] for line in lines if line[0].isalpha()] == ["Part", "Ale", "Bjuv", "Alla"]
    assert str(FOUND) == FOUND.text("en")
    assert "<td>Bjuv</td>" in FOUND._repr_html_()
    assert repr(FOUND).startswith("<Simulation: 20,000 draws, all lose nothing in ")


@pytest.mark.parametrize(
    ("share", "said"),
    [(0, "0.0 %"), (1, "100.0 %"), (1 - 1e-9, "more than 99.9 %"), (1e-9, "less than 0.1 %"), (0.9994, "99.9 %")],
    ids=str,
)
def test_what_is_not_sure_is_not_said_to_be(share: float, said: str) -> None:
    """Only what happens in every draw is 100 per cent, and only what happens in none is zero."""
    assert say_percent(share, "en") == said


@pytest.mark.parametrize(
    ("levels", "reason"),
    [
        ([1.1], r"1\.1 is no share; give a number from 0 to 1"),
        ([-0.1], r"-0\.1 is no share"),
        ([float("nan")], r"nan is no share"),
        ([True], r"True is no share"),
        (["0.5"], r"'0\.5' is no share"),
        (0.5, r"0\.5 holds no levels; give a list"),
        ("05", r"'05' holds no levels"),
        (np.array(0.5), r"holds no levels"),
    ],
    ids=str,
)
def test_levels_that_are_none_are_refused(levels: Any, reason: str) -> None:
    """A level is a number from 0 to 1, in a list."""
    with pytest.raises(InvalidValueError, match=reason):
        FOUND.quantiles(levels)


def test_no_levels_are_no_quantiles() -> None:
    """Of no levels there are no quantiles."""
    assert FOUND.quantiles([]) == []


@pytest.mark.parametrize("ask", ["chance", "mean"])
def test_who_is_no_party_is_unknown(ask: str) -> None:
    """Somebody who is no party has no chance and no mean, and the nearest is named."""
    with pytest.raises(UnknownIdError, match="Bjuv"):
        getattr(FOUND, ask)("Bjuf")


@pytest.mark.parametrize("chance", [-0.1, 1.5, float("nan"), "0.5", True], ids=str)
def test_errors_of_no_chance_are_refused(chance: Any) -> None:
    """A chance lies from 0 to 1."""
    with pytest.raises(InvalidValueError, match="is no share; give a number from 0 to 1"):
        FOUND.standard_error(chance)


def test_other_languages_are_refused() -> None:
    """There is English and Swedish."""
    with pytest.raises(InvalidValueError, match="'de' is not a language of ours"):
        FOUND.explain("de")
