"""Capacity for demand that varies, against sums of exact chances and another library."""

import math
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.errors import InvalidValueError
from familjen.scale.pooling import capacity_for
from familjen.scale.pooling.demand import exceeding

CHANCES = st.floats(0.01, 0.9999)


def counted(chances: Callable[[int], float], at_least: float) -> int:
    """Count up until the chances so far come to the probability."""
    number, total = 0, chances(0)
    while total < at_least:
        number += 1
        total += chances(number)
    return number


def covered(capacity: int, mean: float, dispersion: float) -> float:
    """Give the probability that a capacity covers."""
    numbers = (np.array([float(each)]) for each in (capacity, mean, dispersion))
    return 1 - float(exceeding(*numbers)[0])


@given(st.floats(0.001, 60), CHANCES)
@settings(max_examples=30, deadline=None)
def test_a_poisson_demand_is_covered_as_counted(mean: float, at_least: float) -> None:
    """The capacity is where the sum of Poisson chances passes the probability."""
    found = capacity_for(mean, at_least=at_least)

    def chance(number: int) -> float:
        return math.exp(number * math.log(mean) - mean - math.lgamma(number + 1))

    assert counted(chance, at_least - 1e-11) <= found <= counted(chance, min(at_least + 1e-11, 1 - 1e-9))


@given(st.floats(0.001, 60), st.floats(1.001, 20), st.floats(0.01, 0.999))
@settings(max_examples=30, deadline=None)
def test_a_demand_in_waves_is_covered_as_counted(mean: float, dispersion: float, at_least: float) -> None:
    """The capacity is where the sum of negative binomial chances passes the probability."""
    found = capacity_for(mean, dispersion=dispersion, at_least=at_least)
    size = mean / (dispersion - 1)

    def chance(number: int) -> float:
        choices = math.lgamma(number + size) - math.lgamma(size) - math.lgamma(number + 1)
        return math.exp(choices - size * math.log(dispersion) + number * math.log1p(-1 / dispersion))

    assert counted(chance, at_least - 1e-9) <= found <= counted(chance, at_least + 1e-9)


@given(st.integers(1, 30), CHANCES)
@settings(max_examples=30, deadline=None)
def test_it_is_the_exact_quantile(mean: int, at_least: float) -> None:
    """With a dispersion of 2 chances are binary fractions: exact numbers give the same capacity."""
    total, chance, number = Fraction(0), Fraction(1, 2**mean), 0
    while (total := total + chance) < Fraction(at_least):
        chance = chance * Fraction(number + mean, 2 * (number + 1))
        number += 1
    assert capacity_for(mean, dispersion=2, at_least=at_least) == number


@pytest.mark.parametrize("mean", range(1, 60))
def test_a_probability_that_is_just_met_is_met(mean: int) -> None:
    """With a dispersion of 2 a whole mean is exceeded as often as not reached: half is covered by one less."""
    assert capacity_for(mean, dispersion=2, at_least=0.5) == mean - 1


@pytest.mark.parametrize("dispersion", [1, 1.5, 4, 100])
@pytest.mark.parametrize("mean", [0.01, 3, 250, 1e5, 1e7])
def test_another_library_has_the_same_quantiles(mean: float, dispersion: float) -> None:
    """Quantiles are those of SciPy, for means from a hundredth to ten million."""
    stats = pytest.importorskip("scipy.stats")
    theirs = stats.poisson(mean) if dispersion == 1 else stats.nbinom(mean / (dispersion - 1), 1 / dispersion)
    for at_least in (0.05, 0.5, 0.9, 0.99):
        assert capacity_for(mean, dispersion=dispersion, at_least=at_least) == theirs.ppf(at_least)


@given(st.floats(0.5, 1e6), st.floats(1, 50), st.floats(0.5, 0.999))
@settings(max_examples=30, deadline=None)
def test_more_is_needed_for_more(mean: float, dispersion: float, at_least: float) -> None:
    """A surer promise, a larger mean, and no less: one place fewer does not keep the promise."""
    found = capacity_for(mean, dispersion=dispersion, at_least=at_least)
    assert capacity_for(mean, dispersion=dispersion, at_least=(at_least + 1) / 2) >= found
    assert capacity_for(mean * 1.5, dispersion=dispersion, at_least=at_least) >= found
    assert covered(found, mean, dispersion) >= at_least - 1e-12
    assert found == 0 or covered(found - 1, mean, dispersion) < at_least + 1e-12


@given(st.floats(0.01, 1e4))
@settings(max_examples=30, deadline=None)
def test_a_dispersion_near_one_is_poisson(mean: float) -> None:
    """The chances of a dispersion that is one but for the last digits are those of a Poisson distribution."""
    count = math.ceil(mean + 2 * math.sqrt(mean))
    assert 1 - covered(count, mean, 1 + 1e-14) == pytest.approx(1 - covered(count, mean, 1), rel=1e-9)


def test_extremes_have_answers() -> None:
    """No demand needs nothing, an unlikely or near certain promise is kept, and shapes are those that were given."""
    assert capacity_for(0, at_least=0.99) == 0
    assert capacity_for(1e-9, at_least=0.5) == 0
    assert capacity_for(5, at_least=1e-300) == 0
    assert capacity_for(5, at_least=1 - 2**-53) == 32
    assert capacity_for(1e9, at_least=0.5) == 10**9
    assert capacity_for(3, dispersion=10_000, at_least=0.5) == 0
    assert capacity_for(np.array([[0.0, 10.0]]), at_least=0.95).tolist() == [[0, 15]]
    assert type(capacity_for(10, at_least=0.95)) is int


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda: capacity_for(-1, at_least=0.9), r"mean: the mean is -1; give 0 to"),
        (lambda: capacity_for(math.inf, at_least=0.9), r"the mean is inf, which is not a finite number"),
        (lambda: capacity_for("x", at_least=0.9), r"the mean is 'x', which is not a number"),
        (lambda: capacity_for(1, at_least=1), r"at_least: the probability is 1; give a share above 0 and below 1"),
        (lambda: capacity_for(1, at_least=95), r"the probability is 95; .* such as 0\.05 for 5 %"),
        (lambda: capacity_for(1, at_least=0.9, dispersion=0.5), r"the dispersion is 0\.5; .* 1 is on the safe side"),
        (lambda: capacity_for(1, at_least=0.9, dispersion=1e5), r"the dispersion is 100000; .* to 10,000"),
        (lambda: capacity_for(1, at_least=0.9, dispersion=math.nan), r"the dispersion is nan"),
        (lambda: capacity_for(1, at_least=0.9, dispersion=False), r"the dispersion is False, which is not a number"),
    ],
)
def test_what_is_no_demand_is_refused(ask: Callable[[], Any], message: str) -> None:
    """Means, dispersions and probabilities outside their range are refused with what to give instead."""
    with pytest.raises(InvalidValueError, match=message):
        ask()
