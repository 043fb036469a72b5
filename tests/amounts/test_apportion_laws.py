"""The laws of apportionment, the literature's cases, and what is refused."""

import itertools
import json
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from familjen.amounts import apportion, apportion_many, apportionment
from familjen.amounts.divisors import first_to_all, priority_of
from familjen.errors import InvalidValueError

CASES = sorted((Path(__file__).parents[1] / "cases").glob("apportion_*.json"))
NAMES: dict[str, dict[str, Any]] = {
    "largest_remainder_hare": {"method": "largest-remainder"},
    "dhondt_jefferson": {"method": "jefferson"},
    "sainte_lague_webster": {"method": "webster"},
    "modified_sainte_lague_1.4": {"method": "modified-webster", "first_divisor": Decimal("1.4")},
    "modified_sainte_lague_1.2": {"method": "modified-webster", "first_divisor": Decimal("1.2")},
    "huntington_hill": {"method": "huntington-hill"},
    "adams": {"method": "adams"},
    "dean": {"method": "dean"},
}
DIVISORS = ("webster", "jefferson", "huntington-hill", "adams", "dean")

weights = st.lists(st.integers(0, 60), min_size=1, max_size=6).filter(any)
large = st.lists(st.integers(0, 2**63), min_size=1, max_size=5).filter(any)
methods = st.sampled_from(
    [("largest-remainder", None), *((name, None) for name in DIVISORS), ("modified-webster", "1.2")]
)


def split(total: int, given_weights: Any, name: str, first: str | None = None, **more: Any) -> Any:
    """Split in whole units by the method."""
    divisor = Decimal(first) if first else None
    return apportion(total, given_weights, unit=1, method=name, first_divisor=divisor, **more)


def one_at_a_time(
    total: int, given_weights: Sequence[int], name: str, first: str | None, least: Sequence[int]
) -> list[int]:
    """Serve the highest claim first, a unit at a time: the methods as the books define them."""
    priority = priority_of(name, Fraction(first) if first else None)  # type: ignore[arg-type, unused-ignore]
    units = list(least)
    order = sorted(range(len(given_weights)), key=lambda place: (-given_weights[place], place))
    for _ in range(total - sum(units)):
        claims = [
            (Fraction(*priority(given_weights[place], units[place])), place) for place in order if given_weights[place]
        ]
        best = max(claim for claim, _ in claims)
        units[next(place for claim, place in claims if claim == best)] += 1
    return units


@pytest.mark.parametrize(
    ("path", "name"), [(path, name) for path in CASES for name in json.loads(path.read_text("utf-8"))["expected"]]
)
def test_cases_of_the_literature(path: Path, name: str) -> None:
    """A published apportionment comes out as published."""
    case = json.loads(path.read_text("utf-8"))
    got = apportion(case["inputs"]["seats"], case["inputs"]["weights"], unit=1, **NAMES[name])
    assert got == case["expected"][name]


@given(methods, weights, st.integers(0, 300))
@settings(max_examples=60, deadline=None)
def test_divisor_methods_serve_the_highest_claim(method: tuple[str, str | None], some: list[int], total: int) -> None:
    """A divisor method gives what serving one unit at a time gives."""
    name, first = method
    assume(name != "largest-remainder")
    least = [int(weight > 0) if first_to_all(name) else 0 for weight in some]  # type: ignore[arg-type, unused-ignore]
    assume(sum(least) <= total)
    assert list(split(total, some, name, first)) == one_at_a_time(total, some, name, first, least)


@given(methods, weights, st.integers(0, 120), st.lists(st.integers(0, 15), min_size=6, max_size=6))
@settings(max_examples=60, deadline=None)
def test_minima_are_kept(method: tuple[str, str | None], some: list[int], total: int, minima: list[int]) -> None:
    """Everyone gets the minimum, the parts still sum, and a divisor method serves the rest as ever."""
    name, first = method
    least = minima[: len(some)]
    floors = [max(low, int(weight > 0) if first_to_all(name) else 0) for low, weight in zip(least, some, strict=True)]  # type: ignore[arg-type, unused-ignore]
    assume(sum(floors) <= total)
    got = split(total, some, name, first, minimum=least)
    assert sum(got) == total
    assert all(part >= low for part, low in zip(got, least, strict=True))
    if name != "largest-remainder":
        assert list(got) == one_at_a_time(total, some, name, first, floors)


@given(methods, large, st.integers(-(10**22), 10**22))
@settings(max_examples=60, deadline=None)
def test_parts_sum_exactly(method: tuple[str, str | None], some: list[int], total: int) -> None:
    """The parts sum to the total, a negative total is the mirror image, and scaling the weights changes nothing."""
    assume(abs(total) >= len(some))
    got = split(total, some, *method)
    assert sum(got) == total
    assert split(-total, some, *method) == tuple(-part for part in got)
    assert split(total, [Fraction(weight, 7) for weight in some], *method) == got


@given(large, st.integers(0, 10**12))
@settings(max_examples=60, deadline=None)
def test_largest_remainder_keeps_the_quota(some: list[int], total: int) -> None:
    """Under largest remainder everyone gets the quota rounded down or up."""
    result = apportionment(total, some, unit=1)
    assert all(abs(part - quota) < 1 for part, quota in zip(result.parts, result.quotas, strict=True))


@given(st.sampled_from([*DIVISORS, "modified-webster"]), weights, st.integers(6, 80))
@settings(max_examples=80, deadline=None)
def test_divisor_methods_are_house_monotone(name: str, some: list[int], total: int) -> None:
    """With one unit more, nobody gets less under a divisor method."""
    first = "1.4" if name == "modified-webster" else None
    smaller, larger = (split(units, some, name, first) for units in (total, total + 1))
    assert all(one <= other for one, other in zip(smaller, larger, strict=True))


@given(
    methods,
    st.dictionaries(st.text(max_size=3), st.integers(1, 9), min_size=1, max_size=6),
    st.integers(6, 60),
    st.randoms(),
)
@settings(max_examples=80, deadline=None)
def test_the_order_of_a_mapping_does_not_matter(
    method: tuple[str, str | None], named: dict[str, int], total: int, rng: Any
) -> None:
    """Ties are settled by weight and label, never by the order in which a mapping was filled."""
    mixed = dict(rng.sample(sorted(named.items()), len(named)))
    assert split(total, mixed, *method) == split(total, named, *method)


@given(
    st.sampled_from(["largest-remainder", "webster"]),
    st.integers(1, 5).flatmap(
        lambda n: st.lists(
            st.tuples(
                st.one_of(st.integers(-50, 50), st.integers(-(2**70), 2**70)),
                st.lists(st.one_of(st.integers(0, 9), st.integers(0, 2**66)), min_size=n, max_size=n).filter(any),
            ),
            min_size=1,
            max_size=4,
        )
    ),
)
@settings(max_examples=60, deadline=None)
def test_many_at_once_equal_one_at_a_time(name: str, rows: list[tuple[int, list[int]]]) -> None:
    """Each row of many splits is what `apportion` gives, also where 64 bits are too few, and in ties."""
    totals, many = [total for total, _ in rows], [some for _, some in rows]
    got = apportion_many(totals, many, method=name)
    assert [tuple(map(int, row)) for row in got] == [split(total, some, name) for total, some in rows]


def test_many_at_once_in_blocks() -> None:
    """Many rows, of the same weights for all, come out as one at a time, in 64-bit integers."""
    rng = np.random.default_rng(1)
    totals = rng.integers(-1_000, 1_000, 20_000)
    some = np.array([137_909, 14_962, 14_962, 7_211, 0])
    for name in ("largest-remainder", "webster"):
        got = apportion_many(totals, some, method=name)
        assert got.dtype == np.int64
        assert (got.sum(axis=1) == totals).all()
        for row in range(0, 20_000, 997):
            assert tuple(got[row].tolist()) == split(int(totals[row]), some.tolist(), name)
    assert apportion_many([], [1, 2]).shape == (0, 2)


@pytest.mark.parametrize(
    ("totals", "some"),
    [
        ([1.5], [1]),
        ([1], [float("nan")]),
        ([True], [1]),
        ([1], [-1, 2]),
        ([1, 2], [[1, 2], [0, 0]]),
        ([1, 2], [[1, 2]]),
        ([1], [[1, 2], [3]]),
        ([[1]], [1]),
        ([1], []),
        ([2**70, None], [1]),
    ],
    ids=itertools.count(),
)
def test_many_refuses_what_is_not_whole(totals: Any, some: Any) -> None:
    """Floats, NaN, booleans, negative or empty weights and shapes that do not fit are refused."""
    with pytest.raises(InvalidValueError):
        apportion_many(totals, some)
    with pytest.raises(InvalidValueError):
        apportion_many([1], [1], method="adams")


@pytest.mark.parametrize(
    ("arguments"),
    [
        {"total": Decimal("0.005")},
        {"total": 1.0},
        {"total": True},
        {"total": "1"},
        {"total": Decimal("NaN")},
        {"total": Decimal("1E+9999999")},
        {"weights": {"a": 0.5}},
        {"weights": {"a": float("nan")}},
        {"weights": {"a": float("inf")}},
        {"weights": {"a": Decimal("Infinity")}},
        {"weights": {"a": None}},
        {"weights": {"a": -1}},
        {"weights": {"a": 0}},
        {"weights": {}},
        {"weights": []},
        {"weights": "ab"},
        {"weights": {"a": 1, 2: 1}, "total": Decimal("0.01")},
        {"unit": 0},
        {"unit": Decimal("-0.01")},
        {"unit": Fraction(1, 3)},
        {"method": "sainte-lague"},
        {"method": "adam"},
        {"method": 7},
        {"method": "modified-webster"},
        {"method": "webster", "first_divisor": 1},
        {"method": "modified-webster", "first_divisor": 3},
        {"method": "modified-webster", "first_divisor": 0},
        {"method": "adams", "weights": [1, 1, 1], "unit": 1, "total": 2},
        {"minimum": 3},
        {"minimum": -1},
        {"minimum": Decimal("0.001")},
        {"minimum": {"b": 0}},
        {"minimum": [0, 0]},
    ],
    ids=itertools.count(),
)
def test_what_cannot_be_split_is_refused(arguments: dict[str, Any]) -> None:
    """What is not exact, not positive or not enough is refused, and never by another error."""
    call: dict[str, Any] = {"total": 1, "weights": {"a": 1}, **arguments}
    for function in (apportion, apportionment):
        with pytest.raises(InvalidValueError):
            function(**call)


def test_money_keeps_the_units_look() -> None:
    """Parts in Decimal carry the unit's decimals, however large the total; parts in int are ints."""
    assert [str(part) for part in apportion(Decimal(10) ** 40, [1], unit=Decimal("0.01"))] == ["1" + "0" * 40 + ".00"]
    assert apportion(21, {"a": 1}) == {"a": Decimal("21.00")}
    assert type(apportion(3, [1], unit=1)[0]) is int


def test_minima_by_label() -> None:
    """Minima can be given for some labels; whoever's quota lies below gets it, the others share the rest."""
    got = apportion(100, {"a": 90, "b": 9, "c": 1}, unit=1, minimum={"c": 20})
    assert got == {"a": 73, "b": 7, "c": 20}
