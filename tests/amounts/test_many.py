"""Many splits at once."""

from decimal import Decimal
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from familjen.amounts import apportion, apportion_many
from familjen.amounts.arrays import narrowed, read_integers
from familjen.amounts.columns import largest_remainder_columns
from familjen.errors import InvalidValueError

METHODS: list[Any] = ["largest-remainder", "webster"]
WIDE = 2**63
sizes = st.integers(0, 6) | st.integers(0, 10**7) | st.integers(0, 2**62) | st.integers(0, 2**70)
totals = (
    st.integers(-30, 30) | st.integers(-(10**8), 10**8) | st.integers(-(2**63), 2**63) | st.integers(-(2**70), 2**70)
)


def one_by_one(amounts: Any, rows: Any, method: Any) -> list[list[int]]:
    """Split each row by itself."""
    return [
        list(apportion(int(total), [int(weight) for weight in row], unit=1, method=method))
        for total, row in zip(amounts, rows, strict=True)
    ]


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[int], list[list[int]]]:
    """Draw totals and rows of weights, small ones with ties and some beyond 64 bits."""
    parties = draw(st.integers(1, 5))
    row = st.lists(draw(st.sampled_from([st.integers(0, 6), sizes])), min_size=parties, max_size=parties).filter(any)
    rows = draw(st.lists(row, min_size=1, max_size=5))
    return draw(st.lists(totals, min_size=len(rows), max_size=len(rows))), rows


@given(tables(), st.sampled_from(METHODS))
def test_same_as_one_by_one(table: tuple[list[int], list[list[int]]], method: Any) -> None:
    """Each row is what the split by itself gives, ties and rows beyond 64 bits included."""
    amounts, rows = table
    assert apportion_many(amounts, rows, method=method).tolist() == one_by_one(amounts, rows, method)


@given(st.lists(totals, min_size=1, max_size=5), st.lists(sizes, min_size=1, max_size=5).filter(any))
def test_one_row_of_weights_serves_all_totals(amounts: list[int], row: list[int]) -> None:
    """Weights of one row are the weights of every total."""
    for method in METHODS:
        assert apportion_many(amounts, row, method=method).tolist() == one_by_one(amounts, [row] * len(amounts), method)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("parties", [1, 2, 11, 32, 33, 60])
@pytest.mark.parametrize("heaviest", [3, 10**4, 10**11])
def test_blocks_of_many_rows(method: Any, parties: int, heaviest: int) -> None:
    """Blocks, few parties and many, and weights too large for one key all give the same as one by one."""
    random = np.random.default_rng(parties)
    rows = random.integers(0, heaviest, size=(150, parties))
    rows[:, 0] += 1
    amounts = random.integers(-300, 300, size=150)
    assert apportion_many(amounts, rows, method=method).tolist() == one_by_one(amounts, rows, method)


def test_more_rows_than_a_block() -> None:
    """Rows beyond the first block are split as those within, each summing to its total."""
    amounts = np.arange(-5000, 5000)
    units = apportion_many(amounts, [5, 3, 1])
    assert (units.sum(axis=1) == amounts).all()
    assert units[::1999].tolist() == one_by_one(amounts[::1999], [[5, 3, 1]] * 6, "largest-remainder")


@given(st.lists(st.integers(0, 50), min_size=1, max_size=6).filter(any), st.integers(0, 200))
def test_largest_remainder_columns_keep_quota(row: list[int], total: int) -> None:
    """The columns' arithmetic keeps within the quota."""
    units = largest_remainder_columns(np.array([total]), np.array(row)[:, np.newaxis])[:, 0]
    exact = [total * weight / sum(row) for weight in row]
    assert all(abs(int(part) - quota) < 1 for part, quota in zip(units, exact, strict=True))


@pytest.mark.parametrize("method", METHODS)
def test_dtype_is_int64_when_results_fit(method: Any) -> None:
    """Results are int64 also where the way there was wider, and Python ints only where a result does not fit."""
    wide = apportion_many([10, 2**62], [[2**70, 2**70], [1, 1]], method=method)
    assert (wide.dtype, wide.tolist()) == (np.dtype(np.int64), [[5, 5], [2**61, 2**61]])
    wider = apportion_many([10, -(2**70)], [[1, 0], [1, 0]], method=method)
    assert (wider.dtype, wider.tolist()) == (np.dtype(object), [[10, 0], [-(2**70), 0]])


def test_least_int64_is_no_trap() -> None:
    """The least 64-bit number, whose magnitude does not fit 64 bits, is split exactly."""
    assert apportion_many(np.array([-WIDE]), [1, 1]).tolist() == [[-(2**62), -(2**62)]]
    assert apportion_many([-WIDE], [1]).dtype == np.int64


@pytest.mark.parametrize("dtype", [np.int8, np.uint16, np.int32, np.int64, np.uint64, object])
def test_arrays_of_all_whole_types(dtype: Any) -> None:
    """Arrays of every type of whole numbers are read."""
    assert apportion_many(np.array([9, 4], dtype=dtype), np.array([5, 3, 1], dtype=dtype)).tolist() == [
        [5, 3, 1],
        [2, 1, 1],
    ]


def test_unsigned_beyond_int64() -> None:
    """Unsigned numbers beyond the signed range keep their value."""
    assert apportion_many(np.array([WIDE], dtype=np.uint64), [1, 1]).tolist() == [[2**62, 2**62]]


def test_rows_may_be_arrays_in_a_list() -> None:
    """A list of arrays, and numpy integers in a list, are rows and numbers like others."""
    assert apportion_many([np.int64(3), 3], [np.array([2, 1]), np.array([1, 2])]).tolist() == [[2, 1], [1, 2]]


def test_no_totals_give_no_rows() -> None:
    """No totals give an empty table with a column for each party."""
    assert apportion_many([], [1, 2, 3]).shape == (0, 3)
    assert apportion_many(np.array([], dtype=object), np.empty((0, 3), dtype=np.int64)).shape == (0, 3)


def test_arguments_are_left_alone() -> None:
    """The arrays that were given are not written to."""
    amounts, rows = np.array([-5, 7]), np.array([[1, 2], [3, 4]])
    apportion_many(amounts, rows, method="webster")
    assert (amounts.tolist(), rows.tolist()) == ([-5, 7], [[1, 2], [3, 4]])


@given(st.lists(st.integers(-(2**70), 2**70)))
def test_narrowed_tells_what_fits(numbers: list[int]) -> None:
    """Numbers that fit 64 bits are kept, and the others are marked."""
    values, fits = narrowed(np.array(numbers, dtype=object))
    assert fits.tolist() == [-WIDE <= number < WIDE for number in numbers]
    assert [number for number, fit in zip(numbers, fits, strict=True) if fit] == values[fits].tolist()


REFUSED: list[Any] = [
    ([1.0], [1, 2], "totals", r"holds 1\.0 at \[0\], which is not a whole number"),
    (np.array([1.0]), [1, 2], "totals", "has dtype float64"),
    ([float("nan")], [1, 2], "totals", "holds nan"),
    ([1, True], [1, 2], "totals", r"holds True at \[1\]"),
    (np.array([True]), [1, 2], "totals", "has dtype bool"),
    ([Decimal(1)], [1, 2], "totals", "holds Decimal"),
    (["1"], [1, 2], "totals", "has 2 dimensions|holds '1'"),
    ([np.timedelta64(1, "D")], [1, 2], "totals", "not a whole number"),
    (np.array([1, None], dtype=object), [1, 2], "totals", r"holds None at \[1\]"),
    (np.ma.masked_array([1, 2], mask=[0, 1]), [1, 2], "totals", "masked"),
    (5, [1, 2], "totals", "5 is neither an array nor a list"),
    (np.array(5), [1, 2], "totals", "has 0 dimensions; give 1"),
    ([[1]], [1, 2], "totals", "has 2 dimensions; give 1"),
    ([1], [[[1]]], "weights", "holds"),
    ([1], np.ones((1, 1, 1), dtype=int), "weights", "has 3 dimensions; give 1 or 2"),
    ([1], [], "weights", "there are no weights"),
    ([1], [[]], "weights", "there are no weights"),
    ([1, 1], [[1, 2], [1]], "weights", "rows of different lengths"),
    ([1, 1], [[1, 2], 3], "weights", "rows of different lengths"),
    ([1, 1], [[1, 2]], "weights", "there are 1 rows for 2 totals"),
    ([1, 1], [[1, 2], [1, -2]], "weights", "the weight at row 1, position 1 is -2"),
    ([1, 1], [1, -2], "weights", "the weight at position 1 is -2"),
    ([1, 1], [[1, 2], [0, 0]], "weights", "every weight in row 1 is zero"),
    ([1, 1], [0, 0], "weights", "every weight is zero"),
    ([1], [1.5, 2], "weights", r"holds 1\.5 at \[0\]"),
    ([1], [[1, 2.5]], "weights", r"holds 2\.5 at \[0, 1\]"),
]


@pytest.mark.parametrize(("amounts", "weights", "attribute", "sentence"), REFUSED)
def test_what_is_refused(amounts: Any, weights: Any, attribute: str, sentence: str) -> None:
    """What is not whole, not of a fitting shape or no proportion is refused by argument and place."""
    with pytest.raises(InvalidValueError, match=sentence) as caught:
        apportion_many(amounts, weights)
    assert caught.value.attribute == attribute


@pytest.mark.parametrize(
    ("method", "sentence"), [("adams", "call apportion for each"), ("hamilton", "largest-remainder")]
)
def test_other_methods_are_refused(method: Any, sentence: str) -> None:
    """Only largest remainder and Webster are done many at once; the error says what to do for the others."""
    with pytest.raises(InvalidValueError, match=sentence):
        apportion_many([1], [1], method=method)


def test_reading_keeps_int64_arrays_as_they_are() -> None:
    """An int64 array is read without a copy."""
    array = np.array([1, 2])
    assert read_integers(array, "totals", (1,)) is array
