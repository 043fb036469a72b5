"""Translog curves: the elasticity, the bottom of the average, and the scale that is efficient."""

import math
from decimal import Decimal
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from familjen.errors import InvalidValueError
from familjen.scale.curves import TranslogCurve, subadditivity

elasticities = st.decimals(-1, 1, places=2)
bends = st.decimals(Decimal("0.05"), 1, places=2)
references = st.integers(1, 100_000)


@given(elasticities, st.decimals(-1, 1, places=2), references, st.floats(1, 1e6))
@settings(max_examples=30, deadline=None)
def test_the_logarithm_is_a_polynomial(elasticity: Decimal, bend: Decimal, reference: int, size: float) -> None:
    """Three sizes in equal steps of logarithm differ by the curvature, and the reference costs the cost."""
    curve = TranslogCurve(5_000_000, elasticity, bend, reference=reference)
    assert curve.total(reference) == pytest.approx(5_000_000, rel=1e-12)
    below, at, above = np.log(curve.total([size / math.e, size, size * math.e]))
    assert below - 2 * at + above == pytest.approx(float(bend), abs=1e-8)
    log = math.log(size / reference)
    assert curve.cost_elasticity(size) == pytest.approx(1 + float(elasticity) + float(bend) * log, abs=1e-9)


@given(elasticities, bends, references)
@settings(max_examples=30, deadline=None)
def test_the_average_is_least_at_the_bottom(elasticity: Decimal, bend: Decimal, reference: int) -> None:
    """There the total cost grows in proportion to size, and any other size costs more each."""
    curve = TranslogCurve(5_000_000, elasticity, bend, reference=reference)
    bottom = curve.bottom
    assert bottom is not None
    assert curve.cost_elasticity(bottom) == pytest.approx(1, abs=1e-6)
    assert curve.average(bottom) <= curve.average(bottom * np.array([0.1, 0.9, 1.1, 10.0])).min()


@given(elasticities, bends, references, st.floats(0.01, 0.5))
@settings(max_examples=30, deadline=None)
def test_the_efficient_scale_is_where_the_parabola_crosses(
    elasticity: Decimal, bend: Decimal, reference: int, within: float
) -> None:
    """Within a share w of the least average it is bottom · exp(−√(2·ln(1+w)/curvature)), to a step of the grid."""
    curve = TranslogCurve(5_000_000, elasticity, bend, reference=reference)
    bottom = curve.bottom
    assert bottom is not None
    expected = bottom * math.exp(-math.sqrt(2 * math.log(1 + within) / float(bend)))
    assume(expected > 2 and bottom < 1e12)
    assert curve.minimum_efficient_scale(bottom * 10, within=within) == pytest.approx(expected, rel=0.02)


@pytest.mark.parametrize(
    ("bend", "elasticity", "reference"), [(0, -0.1, 9), (-0.1, -0.1, 9), ("1e-9", -0.5, 9)], ids=str
)
def test_there_is_not_always_a_bottom(bend: Any, elasticity: float, reference: int) -> None:
    """Without a curvature above zero, or with one next to nothing, the average has no least size in reach."""
    assert TranslogCurve(1, elasticity, Decimal(bend), reference=reference).bottom is None


def test_beyond_the_bottom_two_are_cheaper_than_one() -> None:
    """A U-shaped average is subadditive up to some size beyond its bottom, and not far above."""
    curve = TranslogCurve(70_000_000, -0.1, 0.1, reference=10_000)
    assert curve.bottom == pytest.approx(10_000 * math.e)
    assert bool(subadditivity(curve, 27_000))
    far = subadditivity(curve, 500_000)
    assert not far
    assert far.ranges[0][1] > 27_183
    assert not curve.proven_subadditive()
    assert TranslogCurve(1, -0.1, 0, reference=1).proven_subadditive()
    assert not TranslogCurve(1, 0.1, 0, reference=1).proven_subadditive()


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"cost": 0}, r"TranslogCurve\.cost: 0 is outside what it may be: above 0"),
        ({"cost": math.nan}, r"TranslogCurve\.cost: it is NaN"),
        ({"elasticity": 2}, r"elasticity: 2 is outside what it may be: at least -1 and at most 1"),
        ({"elasticity": False}, r"elasticity: it is False"),
        ({"curvature": -2.1}, r"curvature: -2\.1 is outside what it may be: at least -2 and at most 2"),
        ({"curvature": "bent"}, r"curvature: it is 'bent'"),
        ({"reference": -1}, r"reference: the reference size is -1"),
        ({"reference": None}, r"reference: the reference size is None, which is no number"),
    ],
    ids=lambda value: str(value) if isinstance(value, dict) else "",
)
def test_bad_fields_are_refused(fields: dict[str, Any], reason: str) -> None:
    """Each field says what is wrong with it."""
    with pytest.raises(InvalidValueError, match=reason):
        TranslogCurve(**{"cost": 1, "elasticity": 0, "curvature": 0, "reference": 1, **fields})
