"""Erlang's formulas, against their recursion in exact numbers and against the chain that they describe."""

import math
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.errors import InvalidValueError
from familjen.scale.pooling import erlang_b, erlang_c, mean_wait, share_within

LOADS = st.floats(1e-6, 300) | st.integers(1, 300)
SERVERS = st.integers(0, 300)


def exact_b(load: float, servers: int) -> Fraction:
    """Compute Erlang's loss formula in exact numbers, by its recursion."""
    found, exact = Fraction(1), Fraction(load)
    for number in range(1, servers + 1):
        found = exact * found / (number + exact * found)
    return found


def states(load: float, servers: int, most: int) -> np.ndarray:
    """Give how likely each number of calls in a queueing system is, of up to the most."""
    ratios = [load / min(number, servers) for number in range(1, most + 1)]
    chances = np.concatenate([[1.0], np.cumprod(ratios)])
    return chances / chances.sum()


@given(st.integers(1, 400), st.integers(1, 20), st.integers(0, 60))
@settings(max_examples=30, deadline=None)
def test_loss_is_that_of_the_exact_recursion(over: int, under: int, servers: int) -> None:
    """Erlang B comes to what its recursion in exact numbers does, to twelve digits, however small."""
    load = over / under
    assert erlang_b(load, servers) == pytest.approx(float(exact_b(load, servers)), rel=1e-12)


@pytest.mark.parametrize(("load", "servers"), [(10_000, 9_000), (10_000, 10_000), (10_000, 10_400), (99.5, 200)])
def test_many_servers_are_as_exact_as_few(load: float, servers: int) -> None:
    """With thousands of servers Erlang B is what its recursion in floats gives, to eleven digits."""
    found = 1.0
    for number in range(1, servers + 1):
        found = load * found / (number + load * found)
    assert erlang_b(load, servers) == pytest.approx(found, rel=1e-11)


def test_a_million_servers_do_not_overflow() -> None:
    """At a million servers and as much load the loss is about √(2/(π·s)), and beyond it falls to nothing."""
    million = 1_000_000
    assert erlang_b(million, million) == pytest.approx(math.sqrt(2 / (math.pi * million)), rel=2e-3)
    assert erlang_b(million, 10 * million) == 0
    assert erlang_b(10 * million, million) == pytest.approx(0.9, rel=1e-6)
    assert erlang_b(10**9, 10**12) == 0


@pytest.mark.parametrize(("load", "servers"), [(0.5, 1), (1.5, 4), (9, 10), (40, 45), (0.001, 3)])
def test_waiting_is_that_of_the_chain(load: float, servers: int) -> None:
    """Erlang C, the mean wait and the service level are those of the birth-and-death chain, summed."""
    chances = states(load, servers, servers + 3_000)
    waiting = chances[servers:].sum()
    assert erlang_c(load, servers) == pytest.approx(waiting, rel=1e-10)
    queue = (np.arange(len(chances) - servers) * chances[servers:]).sum()
    assert mean_wait(load, servers, service_time=1) == pytest.approx(queue / load, rel=1e-10)
    # who finds j waiting waits for j + 1 departures at the rate of all servers: longer than t by a Poisson sum
    ahead = np.arange(200)
    at_most = np.cumsum([math.exp(-servers * 0.3) * (servers * 0.3) ** j / math.factorial(j) for j in range(150)])
    longer = sum(chances[servers + j] * at_most[min(j, 149)] for j in ahead)
    assert share_within(load, servers, within=0.3, service_time=1) == pytest.approx(1 - longer, rel=1e-6)


@given(LOADS, SERVERS)
@settings(max_examples=30, deadline=None)
def test_more_servers_and_less_load_are_better(load: float, servers: int) -> None:
    """Both formulas fall with each server and rise with the load, and lie between 0 and 1; who waits is not lost."""
    for formula in (erlang_b, erlang_c):
        here, more, busier = formula(load, servers), formula(load, servers + 1), formula(load * 1.5, servers)
        assert 0 <= more <= here * (1 + 1e-12) <= busier * (1 + 1e-11) <= 1 + 1e-10
    assert erlang_c(load, servers) >= erlang_b(load, servers) * (1 - 1e-12)


@given(st.floats(0.1, 50), st.floats(0.1, 50), st.integers(1, 60), st.integers(1, 60))
@settings(max_examples=30, deadline=None)
def test_a_joint_group_loses_no_more(one: float, other: float, ones: int, others: int) -> None:
    """Two groups of servers together lose no more calls than apart, as Smith and Whitt proved."""
    apart = one * erlang_b(one, ones) + other * erlang_b(other, others)
    assert (one + other) * erlang_b(one + other, ones + others) <= apart * (1 + 1e-11) + 1e-300


@given(
    st.lists(
        st.floats(0, 1e4, allow_subnormal=False).filter(lambda load: not 0 < load < 1e-300), min_size=1, max_size=8
    ),
    st.lists(st.integers(0, 10_200), min_size=1, max_size=4),
)
@settings(max_examples=30, deadline=None)
def test_an_array_gives_what_its_numbers_give(loads: list[float], servers: list[int]) -> None:
    """Arrays broadcast, and each result is that of its own load and servers."""
    for formula in (erlang_b, erlang_c):
        table = formula(np.array(loads)[:, None], np.array(servers))
        each = [[formula(load, number) for number in servers] for load in loads]
        assert table.shape == (len(loads), len(servers))
        assert np.allclose(table, each, rtol=1e-12, atol=0)


def test_the_ends_are_as_they_must_be() -> None:
    """Without servers all is lost or waits, without load nothing is, and as much load as servers waits without end."""
    assert (erlang_b(3, 0), erlang_c(3, 0), erlang_b(0, 2), erlang_c(0, 2)) == (1, 1, 0, 0)
    assert erlang_b(1e-300, 1) == pytest.approx(1e-300)
    assert (erlang_c(2, 2), erlang_c(2.5, 2), mean_wait(2, 2, service_time=9)) == (1, 1, math.inf)
    assert (mean_wait(0, 0, service_time=9), share_within(2, 2, within=5, service_time=9)) == (0, 0)
    assert share_within(2, 3, within=0, service_time=9) == pytest.approx(1 - erlang_c(2, 3))
    assert erlang_b(np.array([]), 3).shape == (0,)
    assert isinstance(erlang_b(np.float64(2), np.int64(3)), float)
    assert erlang_b(np.array(2), np.array(3)) == pytest.approx(4 / 19)


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda: erlang_b(-1, 2), r"load: the load is -1; give 0 to 1,000,000,000"),
        (lambda: erlang_b(math.nan, 2), r"the load is nan, which is not a finite number"),
        (lambda: erlang_b(math.inf, 2), r"the load is inf, which is not a finite number"),
        (lambda: erlang_b(1e10, 2), r"the load is 1e\+10; give 0 to"),
        (lambda: erlang_b(True, 2), r"the load is True, which is not a number"),  # noqa: FBT003 - what is refused
        (lambda: erlang_b("ten", 2), r"the load is 'ten', which is not a number"),
        (lambda: erlang_b([1, True], 2), r"load: the load is True, which is not a number"),
        (lambda: erlang_b([[1], [2]], 2), r"the load is \[1\], which is not a number"),
        (lambda: erlang_b(np.array([1, np.nan]), 2), r"load: the load is nan, which is not a finite number"),
        (lambda: erlang_b(np.array([1, -2.0]), 2), r"the load is -2; give 0 to"),
        (lambda: erlang_b(np.array([1e-305]), 2), r"numbers other than zero go down to 10\^-300"),
        (lambda: erlang_b(np.array(["a"]), 2), r"the load is in an array of <U1; give an array of numbers"),
        (lambda: erlang_b(np.array([True]), 2), r"the load is in an array of bool"),
        (lambda: erlang_c(1, 2.5), r"servers: the number of servers is 2\.5; give whole numbers"),
        (lambda: erlang_c(1, np.array([2.0])), r"the number of servers is array\(\[2\.\]\); give whole numbers"),
        (lambda: erlang_c(1, [2, 3.0]), r"the number of servers is \[2, 3\.0\]; give whole numbers"),
        (lambda: erlang_c(1, -1), r"the number of servers is -1; give 0 to"),
        (lambda: erlang_c([1, 2], [1, 2, 3]), r"loads of shape \(2,\) and servers of shape \(3,\) do not fit"),
        (lambda: mean_wait(1, 2, service_time=0), r"service_time: the service time is 0; give how long a call takes"),
        (lambda: mean_wait(1, 2, service_time=-1), r"the service time is -1; give 0 to"),
        (lambda: share_within(1, 2, within=-1, service_time=1), r"within: the time to answer within is -1"),
        (lambda: share_within(1, 2, within=1, service_time=1e-200), r"give both in the same unit"),
    ],
)
def test_what_is_no_load_is_refused(ask: Callable[[], Any], message: str) -> None:
    """What is no load, no number of servers or no time is refused with what to give instead."""
    with pytest.raises(InvalidValueError, match=message):
        ask()
