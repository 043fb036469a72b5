"""Drawing assumptions: by their shapes, within what they may be, and independently."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import kstest, truncnorm

from familjen.errors import InvalidValueError
from familjen.scale import Assumption
from familjen.scale.uncertainty.drawing import drawn, read_samples, read_seed

WIDE = Assumption(0, low=-1, high=1, shape="normal")
ANY = (-np.inf, np.inf)


@given(st.floats(-3, 0), st.floats(0.1, 3), st.integers(0, 2**32))
@settings(max_examples=30, deadline=None)
def test_nothing_lies_outside_what_it_may_be(low: float, high: float, seed: int) -> None:
    """Of a bell curve all numbers lie within the limits, and as many were drawn anew as fell outside."""
    rng, again = (np.random.default_rng(seed) for _ in range(2))
    numbers, anew = drawn({"x": WIDE}, {"x": (low, high)}, rng, 400)
    first = WIDE.drawn(again, 400)
    assert ((numbers["x"] >= low) & (numbers["x"] <= high)).all()
    within = (first >= low) & (first <= high)
    assert anew >= (~within).sum()
    assert (numbers["x"][within] == first[within]).all()


def test_cut_bell_curves_are_truncated_normal() -> None:
    """What is drawn within limits has the truncated normal distribution, by the test of Kolmogorov and Smirnov."""
    numbers, _ = drawn({"x": WIDE}, {"x": (-0.5, 2.0)}, np.random.default_rng(1), 20_000)
    spread = 1 / 1.6448536269514722
    assert kstest(numbers["x"], truncnorm(-0.5 / spread, 2 / spread, 0, spread).cdf).pvalue > 1e-3


@given(st.integers(0, 50), st.sampled_from(["triangular", "uniform", "normal"]), st.integers(0, 2**32))
@settings(max_examples=30, deadline=None)
def test_without_limits_nothing_is_drawn_anew(number: int, shape: str, seed: int) -> None:
    """Each assumption has as many numbers as asked for, drawn in turn from one generator."""
    uncertain = {name: Assumption(0, low=-1, high=1, shape=shape) for name in "xy"}
    numbers, anew = drawn(uncertain, dict.fromkeys("xy", ANY), np.random.default_rng(seed), number)
    rng = np.random.default_rng(seed)
    assert anew == 0
    assert all((numbers[name] == uncertain[name].drawn(rng, number)).all() for name in "xy")


def test_assumptions_are_independent() -> None:
    """Numbers of two assumptions do not go together: the correlation is within five of its errors from zero."""
    numbers, _ = drawn({"x": WIDE, "y": WIDE}, {"x": (0.0, 9.0), "y": ANY}, np.random.default_rng(2), 40_000)
    assert abs(np.corrcoef(numbers["x"], numbers["y"])[0, 1]) < 5 / 200


def test_limits_that_let_nothing_through_are_told() -> None:
    """Where nearly all falls outside it ends with an error, and not never."""
    with pytest.raises(InvalidValueError, match=r"x is drawn outside 50 to 60 nearly always; give it a narrower"):
        drawn({"x": WIDE}, {"x": (50.0, 60.0)}, np.random.default_rng(1), 5)


def test_nothing_uncertain_is_nothing_drawn() -> None:
    """Without assumptions there are no numbers."""
    assert drawn({}, {}, np.random.default_rng(1), 5) == ({}, 0)


@pytest.mark.parametrize("seed", [0, 7, 2**200, np.int64(7), np.uint8(3)], ids=repr)
def test_whole_numbers_are_seeds(seed: Any) -> None:
    """Whole numbers of any kind and size are seeds, and are told as they were given."""
    assert read_seed(seed).entropy == int(seed)


def test_no_seed_is_a_new_one() -> None:
    """Each time that no seed is given another one is drawn."""
    assert read_seed(None).entropy != read_seed(None).entropy


@pytest.mark.parametrize("seed", [-1, 1.0, True, "1", [1], float("inf"), np.bool_(1)], ids=repr)
def test_what_is_no_seed_is_refused(seed: Any) -> None:
    """Anything else is refused."""
    with pytest.raises(InvalidValueError, match="is no seed; give a whole number of zero or more"):
        read_seed(seed)


@pytest.mark.parametrize(
    ("samples", "numbers", "most"), [(2**30, 1, 2**30), (np.int32(99), 8, 99), (2, 10**6, 2)], ids=str
)
def test_samples_up_to_eight_gibibytes(samples: Any, numbers: int, most: int) -> None:
    """As many draws as fit in 8 GiB are taken; one more than that is refused with how many fit."""
    assert read_samples(samples, numbers, least=2) == most
    fit = 2**33 // (8 * numbers)
    with pytest.raises(InvalidValueError, match=f"fill more than 8 GiB; give at most {fit:,}"):
        read_samples(fit + 1, numbers, least=2)
