"""What programs with whole numbers promise."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.errors import FamiljenError
from familjen.optimise.mixed import mixed_minimum

NUMBERS = st.integers(-4, 4)


@given(st.lists(NUMBERS, min_size=3, max_size=3), st.lists(st.tuples(*[NUMBERS] * 4), max_size=3))
@settings(max_examples=60, deadline=None)
def test_it_is_the_least_of_all(costs: list[int], rows: list[tuple[int, int, int, int]]) -> None:
    """The value is that of trying every whole number from 0 to 3, and nothing where none fits."""
    able = [
        sum(map(int.__mul__, costs, at))
        for at in product(range(4), repeat=3)
        if all(sum(map(int.__mul__, row[:3], at)) <= row[3] for row in rows)
    ]
    found = mixed_minimum(
        costs, [row[:3] for row in rows], [-np.inf] * len(rows), [row[3] for row in rows], whole=[True] * 3, most=3
    )
    assert found.is_done
    if not able:
        assert found.at is None
        assert found.lower == np.inf
    else:
        assert found.at is not None
        assert round(float(np.dot(costs, found.at))) == min(able)
        assert found.lower <= min(able) + 1e-6


def test_only_what_is_to_be_whole_is() -> None:
    """A variable that need not be whole is not."""
    found = mixed_minimum([1, 0], [[2, 2]], [3], [3], whole=[False, True])
    assert found.at is not None
    assert found.at.tolist() == [0.5, 1.0]


def test_without_an_end_it_is_told() -> None:
    """A program without a least value is no answer."""
    with pytest.raises(FamiljenError, match="no solution that is least"):
        mixed_minimum([-1.0], [[0.0]], [0], [0], whole=[False])


def test_out_of_time_it_says_so() -> None:
    """A search that is stopped is not done, and claims no more than it has proven."""
    numbers = np.random.default_rng(1).integers(1000, 10**6, 60)
    found = mixed_minimum(
        [*[0.0] * 60, 1.0],
        [[*numbers, -1.0], [*numbers, 1.0]],
        [-np.inf, numbers.sum() / 2],
        [numbers.sum() / 2, np.inf],
        whole=[*[True] * 60, False],
        most=[*[1.0] * 60, np.inf],
        seconds=1e-6,
    )
    assert not found.is_done
    assert found.lower <= 0.5
