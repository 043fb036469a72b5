"""The least number of servers, against the published table and against counting up."""

import json
import math
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.errors import InvalidValueError
from familjen.scale.pooling import (
    erlang_b,
    erlang_c,
    safety_factor,
    servers_for_delay,
    servers_for_loss,
    servers_for_wait,
    share_within,
    square_root_staffing,
)

CASE = json.loads((Path(__file__).parents[2] / "cases" / "erlangc_tijms_table_5_3_2.json").read_text("utf-8"))
SHARES = st.floats(1e-6, 0.999)


@pytest.mark.parametrize("share", ["0.5", "0.2", "0.1"])
def test_the_table_of_tijms_comes_out(share: str) -> None:
    """Exact numbers of servers are those of the published table, one by one and as an array."""
    table = CASE["expected"]["servers_exact"][share]
    found = {load: servers_for_delay(int(load), at_most=float(share)) for load in table}
    assert found == table
    assert servers_for_delay([int(load) for load in table], at_most=float(share)).tolist() == list(table.values())


@pytest.mark.parametrize("share", ["0.5", "0.2", "0.1"])
def test_the_square_root_rule_of_tijms_comes_out(share: str) -> None:
    """Numbers by the square-root rule are those of the published table."""
    table = CASE["expected"]["servers_sqrt_rule_rounded_up"][share]
    assert {load: square_root_staffing(int(load), delay_probability=float(share)) for load in table} == table


@given(st.floats(1e-6, 500), SHARES)
@settings(max_examples=30, deadline=None)
def test_one_server_fewer_is_too_few(load: float, share: float) -> None:
    """The least number keeps the promise, and one fewer does not, for loss and for delay."""
    for least, formula in ((servers_for_loss, erlang_b), (servers_for_delay, erlang_c)):
        number = least(load, at_most=share)
        assert formula(load, number) <= share * (1 + 2e-12)
        assert formula(load, number - 1) > share


@given(st.floats(0.01, 200), st.integers(0, 500).map(lambda each: each / 100), SHARES)
@settings(max_examples=30, deadline=None)
def test_one_server_fewer_answers_too_late(load: float, within: float, share: float) -> None:
    """The least number answers the share within the time, and one fewer does not."""
    number = servers_for_wait(load, within=within, share=share, service_time=1)
    assert number > load
    assert share_within(load, number, within=within, service_time=1) >= share - 1e-12
    assert share_within(load, number - 1, within=within, service_time=1) < share + 1e-12


@given(st.floats(0.1, 2_000), st.floats(0.01, 0.9))
@settings(max_examples=30, deadline=None)
def test_the_square_root_rule_is_near(load: float, share: float) -> None:
    """The square-root rule lies within two servers of the exact number."""
    assert abs(square_root_staffing(load, delay_probability=share) - servers_for_delay(load, at_most=share)) <= 2


@given(st.floats(1e-9, 1 - 1e-9))
@settings(max_examples=30, deadline=None)
def test_the_safety_factor_solves_its_equation(share: float) -> None:
    """Put into the formula of Halfin and Whitt, the factor gives back the share that waits."""
    k = safety_factor(share)
    cumulative = math.erfc(-k / math.sqrt(2)) / 2
    density = math.exp(-k * k / 2) / math.sqrt(2 * math.pi)
    assert 1 / (1 + k * cumulative / density) == pytest.approx(share, rel=1e-9)


def test_large_and_small_loads_have_answers() -> None:
    """A load of a thousand million has its servers, a tiny one has one, none has none, and extremes are no trouble."""
    large = servers_for_delay(10**9, at_most=0.1)
    assert abs(large - square_root_staffing(10**9, delay_probability=0.1)) <= 1
    assert servers_for_loss(10**6, at_most=0.01) < 10**6 < servers_for_delay(10**6, at_most=0.5)
    assert (servers_for_loss(1e-9, at_most=0.5), servers_for_delay(1e-9, at_most=0.5)) == (1, 1)
    assert (servers_for_loss(0, at_most=0.5), servers_for_delay(0, at_most=0.5)) == (0, 0)
    assert servers_for_wait(0, within=1, share=0.9, service_time=1) == 0
    assert square_root_staffing(0, delay_probability=0.5) == 0
    assert servers_for_delay(5, at_most=1e-300) > servers_for_delay(5, at_most=1e-200)
    assert safety_factor(1e-300) == pytest.approx(37.04, abs=0.01)


@pytest.mark.parametrize("servers", range(1, 40))
@pytest.mark.parametrize("load", [0.5, 1, 2, 10])
def test_a_share_that_is_just_met_is_met(load: float, servers: int) -> None:
    """Promising just the share that so many servers lose or delay takes so many, whatever its last digits."""
    share = Fraction(1)
    for number in range(1, servers + 1):
        share = Fraction(load) * share / (number + Fraction(load) * share)
    assert servers_for_loss(load, at_most=float(share)) == servers
    if servers > load:
        waiting = servers * share / (servers - Fraction(load) * (1 - share))
        assert servers_for_delay(load, at_most=float(waiting)) == servers


def test_shapes_are_kept() -> None:
    """A number gives an int, an array an array of its shape, an empty one an empty one."""
    assert type(servers_for_loss(3, at_most=0.1)) is int
    found = servers_for_loss(np.array([[1.0, 2.0], [0.0, 4.0]]), at_most=0.1)
    assert (found.shape, found.dtype, found[1, 0]) == ((2, 2), np.int64, 0)
    assert servers_for_loss([], at_most=0.1).shape == (0,)


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda: servers_for_loss(1, at_most=0), r"the share is 0; give a share above 0 and below 1"),
        (lambda: servers_for_loss(1, at_most=1), r"the share is 1; give a share above 0 and below 1"),
        (lambda: servers_for_loss(1, at_most=20), r"the share is 20; .* such as 0\.05 for 5 %"),
        (lambda: servers_for_delay(1, at_most=math.nan), r"the share is nan, which is not a finite number"),
        (lambda: servers_for_delay(1, at_most="0.2"), r"the share is '0\.2', which is not a number"),
        (lambda: servers_for_delay(-1, at_most=0.2), r"the load is -1; give 0"),
        (lambda: servers_for_wait(1, within=1, share=True, service_time=1), r"the share is True"),
        (lambda: servers_for_wait(1, within=-1, share=0.8, service_time=1), r"the time to answer within is -1"),
        (lambda: servers_for_wait(1, within=1, share=0.8, service_time=0), r"the service time is 0"),
        (lambda: servers_for_wait(1, within=1e9, share=0.8, service_time=1e-3), r"give both in the same unit"),
        (lambda: square_root_staffing(-1, delay_probability=0.2), r"the load is -1"),
        (lambda: square_root_staffing(1, delay_probability=0), r"delay_probability: the share that may wait is 0"),
    ],
)
def test_what_promises_nothing_is_refused(ask: Callable[[], Any], message: str) -> None:
    """Shares outside 0 to 1, and loads and times that are none, are refused with what to give instead."""
    with pytest.raises(InvalidValueError, match=message):
        ask()
