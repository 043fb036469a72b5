"""Each party's fixed share of what all pay."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.errors import InvalidValueError
from familjen.scale import PowerCurve, ServiceCost, scale_benefit
from familjen.scale.uncertainty.shares import read_shares

THREE = ServiceCost.of({"Ale": 3, "Bjuv": 1, "Höör": 2}, PowerCurve(9_999, -0.1))


@given(st.lists(st.integers(-9, 99), min_size=3, max_size=3).filter(sum), st.permutations(["Ale", "Bjuv", "Höör"]))
@settings(max_examples=30, deadline=None)
def test_fractions_of_a_whole_are_shares_in_the_order_of_the_parties(parts: list[int], order: list[str]) -> None:
    """Any fractions that sum to one are taken, and stand in the parties' order however they were given."""
    whole = sum(parts)
    given_ = {name: Fraction(part, whole) for name, part in zip(order, parts, strict=True)}
    assert read_shares(given_, THREE).tolist() == [float(given_[name]) for name in THREE.parties]


@given(st.lists(st.integers(1, 10**9), min_size=1, max_size=9))
@settings(max_examples=30, deadline=None)
def test_sizes_give_shares_that_sum_to_one(sizes: list[int]) -> None:
    """Without shares each has what its size is of all sizes."""
    service = ServiceCost.of({f"p{place}": size for place, size in enumerate(sizes)}, PowerCurve(1))
    found = read_shares(None, service)
    assert found.tolist() == [size / sum(sizes) for size in sizes]
    assert found.sum() == pytest.approx(1, abs=1e-15)


def test_a_benefit_gives_shares() -> None:
    """What each pays of a rounded whole, in decimals that go on, is a share."""
    found = scale_benefit(THREE, split="shapley")
    parts = dict(zip(found.parties, found.base.parts, strict=True))
    shares = read_shares({party: part / found.together for party, part in parts.items()}, THREE)
    assert shares.tolist() == pytest.approx([float(part / found.together) for part in parts.values()])


@pytest.mark.parametrize("off", ["0.00000001", "-0.00000001", "1", "-1"])
def test_shares_of_something_else_than_the_whole_are_refused(off: str) -> None:
    """A sum off by more than a thousand-millionth is refused, and told."""
    with pytest.raises(InvalidValueError, match=r"the shares sum to .*; give shares that sum to 1"):
        read_shares({"Ale": Decimal("0.5"), "Bjuv": Decimal("0.25"), "Höör": Decimal("0.25") + Decimal(off)}, THREE)
