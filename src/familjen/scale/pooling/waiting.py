"""How long those wait who find nobody free (väntetid)."""

from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from familjen.errors import InvalidValueError
from familjen.scale.pooling.erlang import delayed, paired
from familjen.scale.pooling.numbers import LARGEST, Floats, number, plain

__all__ = ["mean_wait", "need_time", "relative", "share_within", "waiting_longer"]


def mean_wait(load: ArrayLike, servers: ArrayLike, *, service_time: float) -> Any:
    """Give how long a call waits on average, those that need not wait included (medelväntetid).

    It is C·T/(s − a), C being `erlang_c`, and infinite where the load a is as much as the servers s or more, but for no
    load at all, which waits no time. Assumptions are those of `erlang_c`. Of those that wait, the mean is T/(s − a).

    Args:
        load: Offered load in erlang, zero or more.
        servers: How many can serve at the same time.
        service_time: How long a call takes on average, above zero, in the unit in which the wait is wanted.

    Raises:
        InvalidValueError: As of `erlang_c`, or the service time is not above zero.

    Complexity: as `erlang_b`.

    >>> round(mean_wait(10, 12, service_time=180), 1), mean_wait(10, 10, service_time=180)
    (40.4, inf)
    """
    time = need_time(service_time)
    loads, found = paired(load, servers)
    a, s = loads.ravel(), found.ravel()
    waits = np.where(a > 0, np.inf, 0.0)
    stable = s > a
    waits[stable] = delayed(a[stable], s[stable]) * time / (s[stable] - a[stable])
    return plain(waits.reshape(loads.shape))


def share_within(load: ArrayLike, servers: ArrayLike, *, within: float, service_time: float) -> Any:
    """Give the share of calls that are answered within a time: the service level (servicegrad).

    It is 1 − C·exp(−(s − a)·t/T), C being `erlang_c`, and 0 where the load a is as much as the servers s or more.
    Assumptions are those of `erlang_c`, and calls are answered in the order in which they come.

    Args:
        load: Offered load in erlang, zero or more.
        servers: How many can serve at the same time.
        within: The time t, zero or more.
        service_time: How long a call takes on average, T, in the same unit.

    Raises:
        InvalidValueError: As of `erlang_c`, or a time is negative, or the service time zero.

    Complexity: as `erlang_b`.

    >>> round(share_within(10, 14, within=20, service_time=180), 4)
    0.8884
    """
    times = relative(number(within, "the time to answer within", "within"), need_time(service_time))
    loads, found = paired(load, servers)
    return plain(1 - waiting_longer(loads.ravel(), found.ravel(), times).reshape(loads.shape))


def waiting_longer(loads: Floats, servers: Floats, times: float) -> Floats:
    """Give the share of calls that wait longer than so many times a service time, for arrays of one dimension.

    >>> waiting_longer(np.array([1.0]), np.array([2.0]), 0.0).round(6).tolist()
    [0.333333]
    """
    found: Floats = delayed(loads, servers) * np.exp(-np.maximum(servers - loads, 0) * times)
    return found


def relative(within: float, service_time: float) -> float:
    """Give how many times a service time another time is.

    Raises:
        InvalidValueError: That is more than a float holds.

    >>> relative(90, 180)
    0.5
    """
    if within / service_time > LARGEST:
        reason = f"{within:g} is over 10^9 times the service time of {service_time:g}; give both in the same unit"
        raise InvalidValueError(reason, attribute="within")
    return within / service_time


def need_time(service_time: Any) -> float:
    """Read a service time above zero.

    Raises:
        InvalidValueError: It is none.

    >>> need_time(180)
    180.0
    """
    time = number(service_time, "the service time", "service_time")
    if not time:
        reason = "the service time is 0; give how long a call takes on average, in the unit of the other times"
        raise InvalidValueError(reason, attribute="service_time")
    return time
