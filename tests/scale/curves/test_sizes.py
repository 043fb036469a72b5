"""What is taken for a size, a range of sizes, and pairs."""

import math
from decimal import Decimal
from typing import Any

import numpy as np
import pytest

from familjen.errors import InvalidValueError
from familjen.scale.curves.sizes import plain, read_pairs, read_positive, read_range, read_sizes


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        (3, 3.0),
        (2.5, 2.5),
        (Decimal("0.1"), 0.1),
        ([1, 2.5], [1.0, 2.5]),
        ([[1, Decimal(2)]], [[1.0, 2.0]]),
        (np.array([1, 2], dtype=np.uint8), [1.0, 2.0]),
        ([], []),
    ],
    ids=["int", "float", "decimal", "list", "decimals", "unsigned", "empty"],
)
def test_sizes_are_read_in_their_shape(size: Any, expected: Any) -> None:
    """Whole numbers, floats and Decimals become floats, and the shape stays."""
    assert read_sizes(size, "cases").tolist() == expected


@pytest.mark.parametrize(
    "size",
    [True, [True], "12", ["12"], None, 1j, [[1], [1, 2]], [1, None], {"a": 1}, {1}],
    ids=["bool", "bools", "text", "texts", "none", "complex", "ragged", "gap", "mapping", "set"],
)
def test_what_is_no_number_is_no_size(size: Any) -> None:
    """What only looks like a number is not read as one."""
    with pytest.raises(InvalidValueError, match=r"size: .* is no size; give a number above zero"):
        read_sizes(size, "cases")


@pytest.mark.parametrize("size", [0, -1, math.nan, math.inf, Decimal("NaN"), Decimal("1e400")], ids=str)
def test_a_size_lies_above_zero(size: Any) -> None:
    """Zero, below, and what is not finite are refused, alone or among others, in their unit."""
    for each in (size, [1, size]):
        with pytest.raises(InvalidValueError, match=r"a size is .*; sizes are finite numbers above zero, in cases"):
            read_sizes(each, "cases")


@pytest.mark.parametrize(
    ("pair", "reason"),
    [
        ((1,), r"\(1,\) is no pair; give \(least, largest\)"),
        ((1, 2, 3), r"is no pair"),
        ("12", r"'12' is no pair"),
        (5, r"5 is no pair"),
        ((0, 2), r"an observed size is 0; give a number above zero"),
        ((2, math.inf), r"an observed size is Infinity, which is not a finite number"),
        ((True, 2), r"an observed size is True, which is no number"),
        ((3, 2), r"the observed sizes are 3 to 2; give the least first"),
    ],
    ids=["one", "three", "text", "number", "zero", "infinite", "bool", "order"],
)
def test_a_range_that_is_none_is_refused(pair: Any, reason: str) -> None:
    """Anything but two sizes above zero, the least first, is refused."""
    with pytest.raises(InvalidValueError, match=rf"observed: .*{reason}|{reason}"):
        read_range(pair)


def test_ranges_and_positive_numbers_are_exact() -> None:
    """They are the decimals that they are written as; no range stays none."""
    assert read_range([0.1, 2]) == (Decimal("0.1"), Decimal(2))
    assert read_range((3, 3)) == (Decimal(3), Decimal(3))
    assert read_range(None) is None
    assert read_positive(0.05, "it", "it") == Decimal("0.05")


@pytest.mark.parametrize("given", [[], {}, (), None, 5, "ab", np.array([[1, 2]])], ids=repr)
def test_no_pairs_are_refused(given: Any) -> None:
    """Where there are none, an example says what to give."""
    with pytest.raises(InvalidValueError, match=r"points: .* holds no pairs; give \[\(size, cost\), …\]"):
        read_pairs(given, "points", "(size, cost)")


@pytest.mark.parametrize("row", [1, "ab", (1,), (1, 2, 3), None], ids=repr)
def test_what_is_no_pair_is_refused(row: Any) -> None:
    """A text of two letters is no pair either."""
    with pytest.raises(InvalidValueError, match=r"is no pair; give \(size, cost\)"):
        read_pairs([(1, 2), row], "points", "(size, cost)")


def test_pairs_come_from_mappings_and_sequences() -> None:
    """Both are read in their order."""
    assert read_pairs({"b": 1, "a": 2}, "parts", "") == read_pairs((["b", 1], ("a", 2)), "parts", "")


def test_arrays_without_dimensions_become_numbers_of_python() -> None:
    """A user who asks of one size gets a float or a bool."""
    assert type(plain(np.float64(2))) is float
    assert type(plain(np.isfinite(np.float64(2)))) is bool
    assert plain(np.array([1.0])).tolist() == [1.0]
