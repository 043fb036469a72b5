"""Assumptions: a number, its range, its shape, and what it rests on."""

import math
import pickle
from decimal import Decimal, localcontext
from statistics import NormalDist
from typing import Any

import attrs
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.errors import InvalidValueError
from familjen.model import Source
from familjen.scale.assumption import Assumption, Basis, Shape, as_decimal, assumed, from_to, limits_of

numbers = st.decimals(-1_000_000, 1_000_000, allow_nan=False, places=3)
ranges = st.lists(numbers, min_size=3, max_size=3).map(sorted)


@attrs.frozen
class Holder:
    """A noun with one field for each sort of limit."""

    share: Assumption = attrs.field(default=Assumption(0), converter=assumed, validator=from_to(0, 1))
    positive: Assumption = attrs.field(default=Assumption(1), converter=assumed, validator=from_to(above=0))
    least: Assumption = attrs.field(default=Assumption(5), converter=assumed, validator=from_to(5))
    most: Assumption = attrs.field(default=Assumption(5), converter=assumed, validator=from_to(most=5))


@given(ranges)
@settings(max_examples=30, deadline=None)
def test_a_range_holds_its_base(three: list[Decimal]) -> None:
    """Low, base and high are kept as they are written, in order, and one number alone is certain."""
    low, base, high = three
    found = Assumption(base, low=low, high=high)
    assert (found.least, found.base, found.most) == (low, base, high)
    assert found.is_certain == (low == high)
    assert Assumption(base).is_certain
    assert (Assumption(base).least, Assumption(base).most) == (base, base)


@given(ranges)
@settings(max_examples=30, deadline=None)
def test_numbers_out_of_order_are_refused(three: list[Decimal]) -> None:
    """A base below its low end or above its high end is refused, with the three numbers."""
    low, base, high = three[0], three[1], three[2] + 1
    with pytest.raises(InvalidValueError, match=r"low, base and high are .*; give them in that order"):
        Assumption(high, low=low, high=base)
    with pytest.raises(InvalidValueError, match=r"Assumption\.low: low, base and high are"):
        Assumption(low - 1, low=low, high=high)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (3, "3"),
        (np.int64(3), "3"),
        (0.1, "0.1"),
        (np.float64(-0.07), "-0.07"),
        (1e22, "1E+22"),
        (Decimal("0.10"), "0.10"),
        (0, "0"),
    ],
    ids=["int", "numpy int", "float", "numpy float", "large", "decimal", "zero"],
)
def test_a_number_is_the_decimal_it_is_written_as(number: Any, expected: str) -> None:
    """Floats are read by their digits and not by their bits."""
    assert str(as_decimal(number, "it", "it")) == expected
    assert assumed(number) == Assumption(Decimal(expected))


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (True, "is True, which is no number"),
        ("12", "is '12', which is no number"),
        (None, "is None, which is no number"),
        ([1], r"is \[1\], which is no number"),
        (1j, "is 1j, which is no number"),
        (math.nan, "is NaN, which is not a finite number"),
        (-math.inf, "is -Infinity, which is not a finite number"),
        (Decimal("sNaN"), "is sNaN, which is not a finite number"),
        (10**61, "is .*, which goes beyond 60 digits"),
        (1e-61, "is .*, which goes beyond 60 digits"),
    ],
    ids=["bool", "text", "none", "list", "complex", "nan", "infinity", "signalling", "huge", "tiny"],
)
def test_what_is_no_finite_number_is_refused(number: Any, reason: str) -> None:
    """Each is refused with what it is, by whatever it is given to, and a field's name where it has one."""
    with pytest.raises(InvalidValueError, match=rf"base: the base {reason}"):
        Assumption(number)
    with pytest.raises(InvalidValueError, match=rf"Holder\.share: it {reason}"):
        Holder(share=assumed(number))
    if number is not None:
        with pytest.raises(InvalidValueError, match=rf"low: low {reason}"):
            Assumption(0, low=number)
        with pytest.raises(InvalidValueError, match=rf"high: high {reason}"):
            Assumption(0, high=number)


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("share", 1.5, r"1\.5 is outside what it may be: at least 0 and at most 1"),
        ("share", Assumption(0.5, low=-0.1, high=1), r"-0\.1 is outside what it may be: at least 0 and at most 1"),
        ("share", Assumption(0.5, high=1.1), r"1\.1 is outside what it may be: at least 0 and at most 1"),
        ("positive", 0, r"0 is outside what it may be: above 0"),
        ("positive", Assumption(1, low=0), r"0 is outside what it may be: above 0"),
        ("least", 4, r"4 is outside what it may be: at least 5"),
        ("most", Assumption(5, high=6), r"6 is outside what it may be: at most 5"),
    ],
    ids=["share", "low end", "high end", "zero", "zero at the low end", "least", "most"],
)
def test_the_whole_range_lies_within_the_limits(field: str, value: Any, reason: str) -> None:
    """The end that lies outside is named, with the limits."""
    with pytest.raises(InvalidValueError, match=rf"^Holder\.{field}: {reason}$"):
        Holder(**{field: value})


def test_limits_are_told() -> None:
    """Whoever draws numbers can ask from what to what a field lets them range."""
    fields = attrs.fields(Holder)
    expected = [(0, 1), (0, math.inf), (5, math.inf), (-math.inf, 5)]
    assert [limits_of(field.validator) for field in fields] == expected
    assert limits_of(None) == limits_of(lambda *_: None) == (-math.inf, math.inf)


def test_a_plain_number_without_a_converter_is_told_what_to_do() -> None:
    """A field that converts nothing says how the number is given."""
    check, attribute = from_to(0), attrs.fields(Holder).share
    with pytest.raises(InvalidValueError, match=r"5 is a plain number; give assumed\(5\)"):
        check(Holder(), attribute, 5)


def test_an_assumption_stays_as_it_is() -> None:
    """What is one already is not made anew."""
    found = Assumption(1, low=0, high=2, source=Source("Årsredovisning"))
    assert assumed(found) is found
    assert found.source == Source("Årsredovisning")


@pytest.mark.parametrize("kind", list(Shape), ids=str)
@given(st.decimals(-1000, 1000, places=2), st.decimals(Decimal("0.01"), 100, places=2), st.integers(0, 2**32))
@settings(max_examples=10, deadline=None)
def test_draws_have_the_mean_and_spread_of_their_shape(kind: Shape, base: Decimal, half: Decimal, seed: int) -> None:
    """The mean of 4,000 draws is within six standard errors of its formula, and so is the spread."""
    high = base + (half if kind is Shape.NORMAL else 3 * half)
    found = Assumption(base, low=base - half, high=high, shape=kind)
    draws = found.drawn(np.random.default_rng(seed), 4_000)
    low, middle, top = float(base - half), float(base), float(high)
    if kind is Shape.TRIANGULAR:
        mean = (low + middle + top) / 3
        spread = math.sqrt((low**2 + middle**2 + top**2 - low * middle - low * top - middle * top) / 18)
    elif kind is Shape.UNIFORM:
        mean, spread = (low + top) / 2, (top - low) / math.sqrt(12)
    else:
        mean, spread = middle, float(half) / NormalDist().inv_cdf(0.95)
    assert draws.mean() == pytest.approx(mean, abs=6 * spread / math.sqrt(4_000))
    kurtosis = {Shape.TRIANGULAR: 2.4, Shape.UNIFORM: 1.8, Shape.NORMAL: 3.0}[kind]
    assert draws.std() == pytest.approx(spread, abs=6 * spread * math.sqrt((kurtosis - 1) / 4 / 4_000))
    if kind is not Shape.NORMAL:
        assert low <= draws.min()
        assert draws.max() <= top


def test_a_normal_shape_holds_nine_of_ten_between_its_ends() -> None:
    """One in twenty draws lies below the low end and one in twenty above the high end."""
    found = Assumption(10, low=8, high=12, shape=Shape.NORMAL)
    draws = found.drawn(np.random.default_rng(7), 100_000)
    assert (draws < 8).mean() == pytest.approx(0.05, abs=0.004)
    assert (draws > 12).mean() == pytest.approx(0.05, abs=0.004)


def test_draws_follow_the_seed_alone() -> None:
    """The same seed gives the same draws, and another seed others."""
    found = Assumption(2, low=1, high=3)
    one, same, other = (found.drawn(np.random.default_rng(seed), 5).tolist() for seed in (3, 3, 4))
    assert one == same != other


@pytest.mark.parametrize("kind", list(Shape), ids=str)
def test_what_is_certain_is_drawn_as_it_is(kind: Shape) -> None:
    """A range that is one number, or one float, draws that number whatever its shape."""
    rng = np.random.default_rng(0)
    assert Assumption(2, shape=kind).drawn(rng, 3).tolist() == [2.0, 2.0, 2.0]
    tiny = Decimal("1e-30")
    assert Assumption(2, low=2 - tiny, high=2 + tiny, shape=kind).drawn(rng, 2).tolist() == [2.0, 2.0]
    assert Assumption(2, low=1, high=3, shape=kind).drawn(rng, 0).tolist() == []


@pytest.mark.parametrize("number", [-1, 2.5, True, "3", None], ids=str)
def test_a_number_of_draws_is_whole(number: Any) -> None:
    """Anything but a whole number of zero or more is refused."""
    with pytest.raises(InvalidValueError, match=r"is no number of draws; give a whole number of zero or more"):
        Assumption(2, low=1, high=3).drawn(np.random.default_rng(0), number)


def test_a_normal_shape_needs_its_base_in_the_middle() -> None:
    """The middle is reckoned exactly, whatever the digits that the caller works with."""
    with pytest.raises(InvalidValueError, match=r"the base 2 does not lie in the middle of 1 and 4"):
        Assumption(2, low=1, high=4, shape=Shape.NORMAL)
    base = Decimal("2.000000000000000000000000000000001")
    with localcontext(prec=5):
        assert Assumption(base, low=base - base, high=base * 2, shape=Shape.TRIANGULAR).base == base
        with pytest.raises(InvalidValueError, match=r"does not lie in the middle"):
            Assumption(base, low=1, high=3, shape=Shape.NORMAL)


@pytest.mark.parametrize(
    ("given_", "reason"),
    [
        ({"shape": "triangle"}, r"Assumption\.shape: 'triangle' is no shape; did you mean 'triangular'\?"),
        ({"shape": "flat"}, r"'flat' is no shape; give one of triangular, uniform, normal"),
        ({"shape": None}, r"None is no shape"),
        ({"basis": "guessed"}, r"'guessed' is no basis; give one of measured, estimated, assumed, illustrative"),
        ({"basis": True}, r"True is no basis"),
        ({"source": "SCB"}, r"'SCB' is not a Source"),
    ],
    ids=["near", "unknown", "no shape", "no basis", "bool", "no source"],
)
def test_unknown_kinds_are_refused(given_: dict[str, Any], reason: str) -> None:
    """A shape, basis or source that is none is refused, with what there is."""
    with pytest.raises(InvalidValueError, match=reason):
        Assumption(1, **given_)


def test_kinds_are_read_by_name() -> None:
    """Shape and basis can be given as text, and default to triangular and assumed."""
    found = Assumption(1, shape="uniform", basis="measured")
    assert (found.shape, found.basis) == (Shape.UNIFORM, Basis.MEASURED)
    assert (Assumption(1).shape, Assumption(1).basis) == (Shape.TRIANGULAR, Basis.ASSUMED)


@pytest.mark.parametrize(
    ("found", "shown", "en", "sv"),
    [
        (Assumption(1200), "Assumption(1200, assumed)", "1,200", "1\N{NO-BREAK SPACE}200"),
        (
            Assumption(-0.07, low=-0.16, high=0, basis=Basis.ESTIMATED),
            "Assumption(-0.07, low=-0.16, high=0, estimated)",
            "-0.07 (-0.16 to 0)",
            "-0,07 (-0,16 till 0)",
        ),
        (
            Assumption(2, low=1, high=3, shape=Shape.NORMAL, basis=Basis.ILLUSTRATIVE),
            "Assumption(2, low=1, high=3, normal, illustrative)",
            "2 (1 to 3)",
            "2 (1 till 3)",
        ),
    ],
    ids=["certain", "range", "normal"],
)
def test_it_is_said_in_both_languages(found: Assumption, shown: str, en: str, sv: str) -> None:
    """The repr is short, and text has the range where there is one."""
    assert repr(found) == shown
    assert str(found) == found.said("en") == en
    assert found.said("sv") == sv


def test_it_says_no_other_language() -> None:
    """A range in a language of nobody's is refused."""
    with pytest.raises(InvalidValueError, match=r"'no' is not a language of ours"):
        Assumption(2, low=1).said("no")


def test_it_is_a_value() -> None:
    """Equal numbers are equal, hash alike, and survive pickling."""
    found = Assumption(2, low=1, high=3, shape=Shape.UNIFORM, basis=Basis.MEASURED, source=Source("SCB"))
    again = pickle.loads(pickle.dumps(found))
    assert again == found
    assert hash(again) == hash(found)
    assert found != attrs.evolve(found, basis=Basis.ASSUMED)
