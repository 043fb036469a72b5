"""The least number of servers for a promised service (bemanningsbehov)."""

from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from familjen.scale.pooling.numbers import numbers, plain
from familjen.scale.pooling.service_level import AnsweredWithin, DelayedAtMost, LostAtMost, ServiceLevel

__all__ = ["servers_for_delay", "servers_for_loss", "servers_for_wait"]


def servers_for_loss(load: ArrayLike, *, at_most: float) -> Any:
    """Give the least number of servers with which at most this share of calls is lost, by `erlang_b` (spärrsystem).

    A share that is met but for rounding, to twelve digits, counts as met.

    Args:
        load: Offered load in erlang, zero or more; with no load at all nobody is needed.
        at_most: The greatest share that is lost, above 0 and below 1.

    Returns:
        An int for a load, an array of int64 for an array or list.

    Raises:
        InvalidValueError: A load is negative, not finite or above 10^9, or the share not between 0 and 1.

    Complexity: O(√load·log load).

    >>> servers_for_loss(10, at_most=0.01), servers_for_loss([1, 100], at_most=0.01).tolist()
    (18, [5, 117])
    """
    return _servers(load, LostAtMost(at_most))


def servers_for_delay(load: ArrayLike, *, at_most: float) -> Any:
    """Give the least number of servers with which at most this share of calls waits, by `erlang_c` (väntesystem).

    Arguments, result, errors and complexity are those of `servers_for_loss`.

    >>> servers_for_delay(10, at_most=0.2), servers_for_delay(1000, at_most=0.2)
    (14, 1034)
    """
    return _servers(load, DelayedAtMost(at_most))


def servers_for_wait(load: ArrayLike, *, within: float, share: float, service_time: float) -> Any:
    """Give the least number of servers with which this share of calls is answered within a time (servicegrad).

    Args:
        load: Offered load in erlang, zero or more; with no load at all nobody is needed.
        within: The time, zero or more.
        share: The least share of calls that is answered within it, above 0 and below 1.
        service_time: How long a call takes on average, above zero, in the same unit.

    Returns:
        An int for a load, an array of int64 for an array or list.

    Raises:
        InvalidValueError: A load is negative, not finite or above 10^9, a time negative, the service time zero, or the
            share not between 0 and 1.

    Complexity: O(√load·log load).

    >>> servers_for_wait(10, within=20, share=0.8, service_time=180)
    14
    """
    return _servers(load, AnsweredWithin(within, share=share, service_time=service_time))


def _servers(load: ArrayLike, level: ServiceLevel) -> Any:
    loads = numbers(load, "the load", "load")
    return plain(level.servers(loads.ravel()).reshape(loads.shape).astype(np.int64))
