"""Fixed and variable costs: what joining saves."""

import math
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.errors import InvalidValueError
from familjen.scale.assumption import Assumption
from familjen.scale.curves import FixedVariable


@given(st.lists(st.integers(1, 100_000), min_size=1, max_size=8), st.integers(0, 10**7), st.integers(0, 10**4))
@settings(max_examples=30, deadline=None)
def test_joining_saves_all_fixed_parts_but_one(sizes: list[int], fixed: int, variable: int) -> None:
    """Of k providers that join, k − 1 fixed parts are saved, to the krona, whatever their sizes."""
    curve = FixedVariable(fixed, variable)
    assert curve.total(sizes).sum() - curve.total(sum(sizes)) == (len(sizes) - 1) * fixed
    assert curve.marginal(sizes).tolist() == [variable] * len(sizes)


@given(st.integers(0, 10**7), st.integers(1, 10**4), st.floats(1, 1e6))
@settings(max_examples=30, deadline=None)
def test_the_elasticity_is_the_variable_share(fixed: int, variable: int, size: float) -> None:
    """It lies from zero to one, and is one without a fixed part."""
    found = FixedVariable(fixed, variable).cost_elasticity(size)
    assert found == pytest.approx(1 / (1 + fixed / (variable * size)))
    assert FixedVariable(0, variable).cost_elasticity(size) == 1
    assert FixedVariable(1, 0).cost_elasticity(size) == 0


@pytest.mark.parametrize(
    ("fixed", "variable", "reason"),
    [
        (-1, 0, r"FixedVariable\.fixed: -1 is outside what it may be: at least 0"),
        (Assumption(0, low=-1), 0, r"fixed: -1 is outside"),
        (math.nan, 0, r"FixedVariable\.fixed: it is NaN, which is not a finite number"),
        ("much", 0, r"fixed: it is 'much', which is no number"),
        (0, -1, r"FixedVariable\.variable: -1 is outside"),
        (0, True, r"variable: it is True, which is no number"),
        (0, math.inf, r"variable: it is Infinity"),
        (0, None, r"variable: it is None"),
    ],
    ids=["negative", "low end", "nan", "text", "negative variable", "bool", "infinite", "none"],
)
def test_bad_parts_are_refused(fixed: Any, variable: Any, reason: str) -> None:
    """Each part is a finite number of zero or more."""
    with pytest.raises(InvalidValueError, match=reason):
        FixedVariable(fixed, variable)


def test_subadditivity_is_proven() -> None:
    """One provider never costs more than two, even where nothing is fixed."""
    assert FixedVariable(0, 3).proven_subadditive()


def test_text_says_both_parts() -> None:
    """A sentence gives the two numbers, in both languages."""
    curve = FixedVariable(900_000, 150, unit="cases")
    assert curve.text() == "900,000 kr a year once, and 150 kr a year for each unit of size (cases)."
    swedish = "900 000 kr per år en gång, och 150 kr per år för varje enhet (ärenden)."
    assert curve.text("sv").replace("\N{NO-BREAK SPACE}", " ") == swedish
