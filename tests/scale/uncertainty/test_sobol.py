"""Sobol indices: right by closed forms, by another library, and with errors that are what they say."""

import math
from functools import partial
from typing import Any

import attrs
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from SALib.analyze import sobol as peer_analyse
from SALib.sample import sobol as peer_sample
from tests.scale.drawn import services

from familjen.errors import InvalidValueError, UnknownIdError
from familjen.scale import Assumption, Cooperating, Discounting, FixedVariable, Meetings, PowerCurve, ServiceCost
from familjen.scale.ends import uncertain_in
from familjen.scale.outcomes import outcomes
from familjen.scale.uncertainty import sobol
from familjen.scale.uncertainty.sobol import indices

Floats = NDArray[np.float64]
even = partial(Assumption, shape="uniform")

LINEAR = ServiceCost.of(
    {"Ale": 3, "Bjuv": 1},
    FixedVariable(even(500, low=200, high=800), 0),
    cooperating=Cooperating(fixed=even(50, low=0, high=100), per_member=even(20, low=0, high=40)),
)
"""Its saving is fixed − cooperating.fixed − 2·per_member."""
PRODUCT = ServiceCost.of(
    {"Ale": 3, "Bjuv": 1},
    FixedVariable(100, 0),
    cooperating=Cooperating(meetings=(Meetings(even(10, low=4, high=16), hours=even(3, low=1, high=5), rate=2),)),
)
"""Its saving is 100 − 4·times·hours."""


def ishigami(numbers: Floats) -> Floats:
    """Give sin x + 7 sin² y + 0.1 z⁴ sin x."""
    x, y, z = numbers
    found: Floats = np.sin(x) + 7 * np.sin(y) ** 2 + 0.1 * z**4 * np.sin(x)
    return found


def of_ishigami(samples: int, seed: int) -> tuple[Floats, Floats, list[Floats]]:
    """Give what comes of two samples, and of the first with each number in turn from the second."""
    one, other = np.random.default_rng(seed).uniform(-math.pi, math.pi, (2, 3, samples))
    mixed = [np.where(np.arange(3)[:, None] == place, other, one) for place in range(3)]
    return ishigami(one), ishigami(other), [ishigami(each) for each in mixed]


def test_indices_of_ishigami_are_those_by_integration() -> None:
    """Of Ishigami and Homma's function first and total indices are within five errors of the closed forms."""
    a, b = 7.0, 0.1
    first = (0.5 * (1 + b * math.pi**4 / 5) ** 2, a**2 / 8, 0.0)
    both = 8 * b**2 * math.pi**8 / 225
    variance = sum(first) + both
    one, other, mixed = of_ishigami(100_000, 1)
    for place, each in enumerate(mixed):
        found = indices(one, other, each)
        assert abs(found.first - first[place] / variance) < 5 * found.first_error
        total = first[place] + (0 if place == 1 else both)
        assert abs(found.total - total / variance) < 5 * found.total_error
        assert found.first_error < 0.02


def test_indices_are_those_of_another_library() -> None:
    """From the same results SALib has the same total indices, and the same first-order ones but for its mean."""
    one, other, mixed = of_ishigami(4_096, 2)
    problem = {"num_vars": 3, "names": ["x", "y", "z"], "bounds": [[-math.pi, math.pi]] * 3}
    rows = np.column_stack([one, *mixed, other]).ravel()
    theirs = peer_analyse.analyze(problem, rows, calc_second_order=False, seed=1)
    ours = [indices(one, other, each) for each in mixed]
    assert [each.total for each in ours] == pytest.approx(theirs["ST"].tolist(), rel=1e-9)
    assert [each.first for each in ours] == pytest.approx(theirs["S1"].tolist(), abs=2e-3)
    half = [each.total_error * 1.959964 for each in ours]
    assert half == pytest.approx(theirs["ST_conf"].tolist(), rel=0.5)


def test_a_service_is_as_another_library_finds_it() -> None:
    """Of a service with curve, cooperation and rate, SALib's indices from its own sample are within five errors."""
    service = ServiceCost.of(
        {"Ale": 30_000, "Bjuv": 15_000},
        PowerCurve(even(900, low=700, high=1_100), even(-0.05, low=-0.12, high=0.02)),
        cooperating=Cooperating(per_member=even(200_000, low=50_000, high=350_000), transition=1_000_000),
    )
    rate = Discounting(even(0.03, low=0, high=0.06))
    names = uncertain_in(service, rate)
    problem = {
        "num_vars": len(names),
        "names": list(names),
        "bounds": [[float(each.least), float(each.most)] for each in names.values()],
    }
    drawn = peer_sample.sample(problem, 8_192, calc_second_order=False, seed=3)
    given_ = {name: drawn[:, place] for place, name in enumerate(names)}
    theirs = peer_analyse.analyze(
        problem, outcomes(service, given_, discounting=rate).net, calc_second_order=False, seed=1
    )
    ours = sobol(service, samples=8_192, seed=1, discounting=rate)
    for place, name in enumerate(names):
        assert abs(ours[name].first - theirs["S1"][place]) < 5 * ours[name].first_error + theirs["S1_conf"][place]
        assert abs(ours[name].total - theirs["ST"][place]) < 5 * ours[name].total_error + theirs["ST_conf"][place]


@pytest.mark.parametrize("yearly", [False, True], ids=["net", "saving"])
def test_of_a_sum_each_causes_its_own_variance(yearly: bool) -> None:  # noqa: FBT001 - both are tried
    """Where the saving is a sum, first and total are each term's share of the variance, and nothing is left."""
    found = sobol(LINEAR, samples=50_000, seed=1, yearly=yearly, horizon=7)
    variances = {"curve.fixed": 600**2, "cooperating.fixed": 100**2, "cooperating.per_member": (2 * 40) ** 2}
    for name, one in variances.items():
        share = one / sum(variances.values())
        assert abs(found[name].first - share) < 5 * found[name].first_error
        assert abs(found[name].total - share) < 5 * found[name].total_error
    years = 1 if yearly else 7
    assert found.variance == pytest.approx(years**2 * sum(variances.values()) / 12, rel=0.02)
    assert abs(found.together) < 0.05
    assert list(found) == list(variances)


def test_of_a_product_some_is_caused_together() -> None:
    """Where the saving is a product of two, each has the closed form's first and total, and the rest is together."""
    (mean, var), (other, beside) = (10, 12**2 / 12), (3, 4**2 / 12)
    whole = other**2 * var + mean**2 * beside + var * beside
    found = sobol(PRODUCT, samples=50_000, seed=2)
    names = ("cooperating.meetings[0].times", "cooperating.meetings[0].hours")
    for name, alone in zip(names, (other**2 * var, mean**2 * beside), strict=True):
        assert abs(found[name].first - alone / whole) < 5 * found[name].first_error
        assert abs(found[name].total - (alone + var * beside) / whole) < 5 * found[name].total_error
    assert found.together == pytest.approx(var * beside / whole, abs=0.03)


@pytest.mark.parametrize("place", [0, 1, 2])
def test_errors_tell_how_indices_scatter(place: int) -> None:
    """Over 300 seeds indices scatter as the errors say, within a quarter, and their mean is right."""
    found = []
    for seed in range(300):
        one, other, mixed = of_ishigami(500, seed)
        found.append(indices(one, other, mixed[place]))
    first, total = np.array([each.first for each in found]), np.array([each.total for each in found])
    assert first.std() / np.mean([each.first_error for each in found]) == pytest.approx(1, abs=0.25)
    assert total.std() / np.mean([each.total_error for each in found]) == pytest.approx(1, abs=0.25)


@given(services(least=2, most=4), st.integers(0, 2**32))
@settings(max_examples=30, deadline=None)
def test_every_uncertain_assumption_has_a_total(service: ServiceCost, seed: int) -> None:
    """Of any service each uncertain assumption has its indices, totals are zero or more, and the greatest is first."""
    wide = Discounting(even(0.03, low=0, high=0.1))
    fixed = even(300_000, low=0, high=900_000)
    service = attrs.evolve(service, cooperating=attrs.evolve(service.cooperating, fixed=fixed))
    found = sobol(service, samples=64, seed=seed, discounting=wide)
    totals = [each.total for each in found.values()]
    assert totals == sorted(totals, reverse=True)
    assert totals[-1] >= 0
    assert set(found) == set(uncertain_in(service, wide))


@given(st.integers(0, 2**32), st.floats(-1e6, 1e6), st.floats(1e-3, 1e6))
@settings(max_examples=30, deadline=None)
def test_indices_have_no_unit_and_no_origin(seed: int, origin: float, unit: float) -> None:
    """Other units of money and another zero change nothing."""
    one, other, mixed = of_ishigami(200, seed)
    plain = indices(one, other, mixed[0])
    moved = indices(*(origin * unit + unit * each for each in (one, other, mixed[0])))
    assert (moved.first, moved.total) == pytest.approx((plain.first, plain.total), rel=1e-5, abs=1e-5)


@given(st.integers(64, 300), st.integers(0, 2**64))
@settings(max_examples=30, deadline=None)
def test_a_seed_gives_the_same_again(samples: int, seed: int) -> None:
    """The seed on the result gives the same indices, and another one gives others."""
    first = sobol(LINEAR, samples=samples, seed=seed)
    assert sobol(LINEAR, samples=samples, seed=first.seed) == first
    assert sobol(LINEAR, samples=samples, seed=seed + 1).each != first.each


def test_an_assumption_without_effect_has_none() -> None:
    """What changes nothing has a first and a total of exactly zero, and stands last."""
    curve = FixedVariable(even(500, low=200, high=800), even(7, low=1, high=9))
    found = sobol(ServiceCost.of({"Ale": 4, "Bjuv": 4}, curve), samples=500, seed=1)
    last = found["curve.variable"]
    assert list(found)[-1] == "curve.variable"
    assert (last.total, last.first) == pytest.approx((0, 0), abs=1e-12)
    alone = found["curve.fixed"]
    assert (alone.first, alone.total) == pytest.approx((1, 1), abs=0.2)


@pytest.mark.parametrize("yearly", [False, True], ids=["net", "saving"])
def test_the_rounding_of_floats_is_no_variance(yearly: bool) -> None:  # noqa: FBT001 - both are tried
    """Where no assumption changes what all save it is said so, however floats round."""
    same = ServiceCost.of(
        {"Ale": 31_007, "Bjuv": 15_013}, PowerCurve(even(901, low=700, high=999)), cooperating=Cooperating(fixed=5)
    )
    what = "yearly saving" if yearly else "net over the horizon"
    with pytest.raises(InvalidValueError, match=f"no assumption that has a range changes the {what} of all"):
        sobol(same, samples=100, seed=1, yearly=yearly)


def test_the_rate_changes_the_net_and_not_the_saving() -> None:
    """With the rate alone uncertain all variance of the net is its own, and the yearly saving has none."""
    service, rate = ServiceCost.of({"Ale": 1, "Bjuv": 1}, FixedVariable(100, 0)), Discounting(even(0, low=0, high=0.1))
    found = sobol(service, samples=2_000, seed=1, discounting=rate)
    assert found["discounting.rate"].total == pytest.approx(1, abs=0.15)
    with pytest.raises(InvalidValueError, match="no assumption that has a range changes the yearly saving"):
        sobol(service, samples=100, seed=1, discounting=rate, yearly=True)


@pytest.mark.parametrize(
    ("given_", "reason", "attribute"),
    [
        ({"samples": 63}, r"63 is no number of draws; give a whole number of at least 64", "samples"),
        ({"samples": 64.0}, r"64\.0 is no number of draws", "samples"),
        ({"samples": True}, r"True is no number of draws", "samples"),
        ({"samples": 10**12}, r"1,000,000,000,000 draws fill more than 8 GiB", "samples"),
        ({"seed": -1}, r"-1 is no seed", "seed"),
        ({"discounting": "3 %"}, r"'3 %' is no Discounting", "discounting"),
        ({"horizon": -1}, r"-1 is no number of years", "years"),
    ],
    ids=str,
)
def test_what_cannot_be_is_refused(given_: dict[str, Any], reason: str, attribute: str) -> None:
    """Each argument that cannot be is named, with what to give instead."""
    with pytest.raises(InvalidValueError, match=reason) as error:
        sobol(LINEAR, **given_)
    assert error.value.attribute == attribute


def test_nothing_uncertain_has_no_variance() -> None:
    """Without a range, and of what is no service, there are no indices."""
    with pytest.raises(InvalidValueError, match="no assumption has a range; give one"):
        sobol(ServiceCost.of({"Ale": 1, "Bjuv": 1}, FixedVariable(100, 0)))
    broken: Any = None
    with pytest.raises(InvalidValueError, match="None is no ServiceCost"):
        sobol(broken)


def test_indices_are_told() -> None:
    """Rows, table, words and short form name each assumption, in both languages."""
    found = sobol(LINEAR, samples=1_000, seed=1)
    rows = found.to_rows()
    assert list(rows[0]) == ["assumption", "first", "first_error", "total", "total_error"]
    assert [row["assumption"] for row in rows] == list(found)
    assert found.text("sv").splitlines()[0].split() == ["Antagande", "Ensamt", "±", "Med", "andra", "±"]
    assert str(found) == found.text()
    assert len(found) == len(found.text().splitlines()) - 2 == 3
    assert "<td>curve.fixed</td>" in found._repr_html_()
    assert repr(found) == "<Sensitivities: 3 assumptions, most by curve.fixed>"
    said, sagt = found.explain("en").splitlines(), found.explain("sv").splitlines()
    spread = f"{round(found.variance**0.5):,}"
    assert (
        said[0] == f"The net over 10 years of all has a standard deviation of {spread} kr (1,000 draws twice, seed 1)."
    )
    assert len(said) == len(sagt) == 4
    assert said[1].startswith(
        f"  curve.fixed causes about {100 * found['curve.fixed'].first:.0f} % of its variance alone"
    )
    assert "årliga besparingen" in sobol(LINEAR, samples=64, seed=1, yearly=True).explain("sv")


def test_unknown_assumptions_are_named() -> None:
    """An assumption without a range, or none at all, has no index, and the nearest is named."""
    with pytest.raises(UnknownIdError, match=r"curve\.fixed"):
        sobol(LINEAR, samples=64)["curve.fixd"]
