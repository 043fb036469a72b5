"""Levels that move to the highest."""

from decimal import Decimal
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.errors import InvalidValueError
from familjen.scale import Harmonisation, PowerCurve, ServiceCost

levels = st.lists(st.integers(1, 10**6), min_size=2, max_size=6)


@given(levels, st.decimals(0, 1, places=3).map(float), st.data())
@settings(max_examples=30, deadline=None)
def test_the_share_follows_the_highest_level(numbers: list[int], share: float, data: st.DataObject) -> None:
    """The factor is 1 + share · (highest / mean by size − 1), never below one, and one for whoever is alone."""
    sizes = data.draw(st.lists(st.integers(1, 10**6), min_size=len(numbers), max_size=len(numbers)))
    found = Harmonisation(share, levels=tuple(map(Decimal, numbers)))
    rows = np.vstack([np.ones(len(numbers)), np.eye(len(numbers))])
    factors = found.factor(rows, np.array(sizes, dtype=np.float64), np.array(share))
    mean = sum(level * size for level, size in zip(numbers, sizes, strict=True)) / sum(sizes)
    assert factors[0] == pytest.approx(1 + share * (max(numbers) / mean - 1))
    assert factors[1:].tolist() == pytest.approx([1.0] * len(numbers))
    assert factors[0] >= 1 - 1e-12


@given(levels)
@settings(max_examples=30, deadline=None)
def test_it_saves_nobody_anything(numbers: list[int]) -> None:
    """Where size saves nothing, a group with unlike levels costs no less than its members alone."""
    sizes = {f"P{place}": 100 + place for place in range(len(numbers))}
    found = Harmonisation(1, levels=tuple(map(Decimal, numbers)))
    service = ServiceCost.of(sizes, PowerCurve(10), harmonisation=found)
    assert service.cost(sizes) >= sum(service.cost([name]) for name in sizes) - 1e-6


@pytest.mark.parametrize(
    ("share", "level", "reason"),
    [
        (-0.1, Decimal(1), r"share: -0\.1 is outside what it may be"),
        (1.1, Decimal(1), r"share: 1\.1 is outside what it may be"),
        (float("nan"), Decimal(1), r"share: it is NaN"),
        (True, Decimal(1), r"share: it is True"),
        ("1", Decimal(1), r"share: it is '1'"),
        (0.5, Decimal(0), r"a level is 0; give a number above zero"),
        (0.5, Decimal(-1), r"a level is -1"),
        (0.5, Decimal("NaN"), r"a level is NaN"),
        (0.5, Decimal("Infinity"), r"a level is Infinity"),
        (0.5, 5, r"item 0: 5 is not a Decimal"),
    ],
    ids=["below", "above", "nan share", "bool", "text", "zero", "negative", "nan", "infinite", "int"],
)
def test_what_is_none_is_refused(share: Any, level: Any, reason: str) -> None:
    """The share is from 0 to 1, and levels are above zero."""
    with pytest.raises(InvalidValueError, match=reason):
        Harmonisation(share, levels=(level,))


def test_there_is_a_level_for_each_party() -> None:
    """Levels of some parties only are refused."""
    found = Harmonisation(1, levels=(Decimal(1),))
    with pytest.raises(InvalidValueError, match=r"harmonisation has 1 numbers for 2 parties"):
        ServiceCost.of({"Ale": 1, "Bjuv": 1}, PowerCurve(1), harmonisation=found)
