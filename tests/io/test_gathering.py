"""How problems are counted while a document is read."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.errors import DocumentError
from familjen.io.gathering import MOST_PROBLEMS, count_problem, gathering
from familjen.io.problems import structured


def test_nobody_counts_outside() -> None:
    """Where nothing is gathered, nothing is counted, and nothing ever stops."""
    assert not any(count_problem() for _ in range(MOST_PROBLEMS + 1))


@given(st.integers(0, 2 * MOST_PROBLEMS))
@settings(max_examples=15, deadline=None)
def test_it_stops_when_there_are_enough(number: int) -> None:
    """It stops exactly from the last problem that there is room for."""
    with gathering() as gathered:
        told = [count_problem() for _ in range(number)]
    assert told.count(True) == max(0, number - MOST_PROBLEMS + 1)
    assert gathered.counted == number
    assert gathered.stopped == (number >= MOST_PROBLEMS)


def test_each_document_has_its_own_count() -> None:
    """What is gathered within another document, or in another thread, leaves the count of the first alone."""
    with gathering() as outer:
        count_problem()
        with gathering() as inner:
            count_problem()
        with ThreadPoolExecutor(1) as pool:
            assert pool.submit(count_problem).result() is False
        count_problem()
    assert (outer.counted, inner.counted) == (2, 1)


def test_what_is_raised_becomes_a_problem() -> None:
    """What a converter raises is told as a problem of the document, and what it makes is given."""

    def fail() -> None:
        raise ValueError("is wrong")

    assert structured(lambda: 7) == 7
    with pytest.raises(DocumentError, match=r"^x.json: 1 problem\n  \$: is wrong$") as caught:
        structured(fail, "x.json")
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None
