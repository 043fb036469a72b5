"""Erlang's formulas: how often all servers are busy (Erlangs formler)."""

from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from familjen.errors import InvalidValueError
from familjen.scale.pooling.numbers import Floats, numbers, plain, wholes
from familjen.scale.pooling.poisson import poisson_above, poisson_chance, sum_below

__all__ = ["delayed", "erlang_b", "erlang_c", "lost", "paired"]


def erlang_b(load: ArrayLike, servers: ArrayLike) -> Any:
    """Give the share of calls that find all servers busy and go away: Erlang's loss formula (Erlang B, spärrsystem).

    It assumes calls that arrive at random, at a rate that does not change, and are lost if nobody is free. How long a
    call takes may vary in any way. Numbers and arrays broadcast; a float comes of two numbers, else an array.

    Args:
        load: Offered load in erlang, zero or more: calls per hour times hours per call, or how many would be busy on
            average if there were always somebody free.
        servers: How many can serve at the same time, whole numbers from zero. With none, all is lost.

    Raises:
        InvalidValueError: A load is negative, not finite or above 10^9, or servers are no whole number from 0 to 10^12;
            or the shapes do not fit each other.

    Complexity: O(√load) near as many servers as load, less elsewhere, whatever the number of servers.

    Source: Erlang, "Løsning af nogle Problemer fra Sandsynlighedsregningen af Betydning for de automatiske
    Telefoncentraler", Elektroteknikeren 13 (1917).

    >>> round(erlang_b(10, 15), 6), erlang_b(10, 0)
    (0.036497, 1.0)
    >>> erlang_b([1, 1_000_000], [1, 1_000_000]).round(6).tolist()
    [0.5, 0.000797]
    """
    loads, numbers_of = paired(load, servers)
    return plain(lost(loads.ravel(), numbers_of.ravel()).reshape(loads.shape))


def erlang_c(load: ArrayLike, servers: ArrayLike) -> Any:
    """Give the share of calls that find all servers busy and wait: Erlang's delay formula (Erlang C, väntesystem).

    It assumes calls that arrive at random, take times that are exponentially distributed, and wait however long it
    takes. With a load of as much as the servers or more, the queue grows without end and everyone waits: 1.

    Args:
        load: Offered load in erlang, zero or more.
        servers: How many can serve at the same time, whole numbers from zero. With none, everyone waits.

    Raises:
        InvalidValueError: A load is negative, not finite or above 10^9, or servers are no whole number from 0 to 10^12;
            or the shapes do not fit each other.

    Complexity: as `erlang_b`.

    Source: as `erlang_b`.

    >>> round(erlang_c(10, 15), 6), erlang_c(10, 10), erlang_c(0, 1)
    (0.102042, 1.0, 0.0)
    """
    loads, numbers_of = paired(load, servers)
    return plain(delayed(loads.ravel(), numbers_of.ravel()).reshape(loads.shape))


def paired(load: ArrayLike, servers: ArrayLike) -> tuple[Floats, Floats]:
    """Read loads and servers, and broadcast them; errors are those of `erlang_b`.

    >>> [each.tolist() for each in paired([1, 2], 3)]
    [[1.0, 2.0], [3.0, 3.0]]
    """
    loads = numbers(load, "the load", "load")
    found = wholes(servers, "the number of servers", "servers")
    try:
        first, second = np.broadcast_arrays(loads, found)
    except ValueError:
        reason = f"loads of shape {loads.shape} and servers of shape {found.shape} do not fit; give one for each"
        raise InvalidValueError(reason, attribute="servers") from None
    return first, second


def lost(loads: Floats, servers: Floats) -> Floats:
    """Give Erlang B for arrays of one dimension: the chance of s over that of at most s, of a Poisson distribution.

    >>> lost(np.array([1.0]), np.array([2.0])).round(6).tolist()
    [0.2]
    """
    found = np.where(servers > 0, 0.0, 1.0)
    few = (servers <= loads) & (loads > 0)
    found[few] = 1 / sum_below(servers[few], loads[few])
    many = (servers > loads) & (loads > 0)
    found[many] = poisson_chance(servers[many], loads[many]) / (1 - poisson_above(servers[many], loads[many]))
    return found


def delayed(loads: Floats, servers: Floats) -> Floats:
    """Give Erlang C for arrays of one dimension.

    >>> delayed(np.array([1.0]), np.array([2.0])).round(6).tolist()
    [0.333333]
    """
    found = np.ones(loads.shape)
    stable = servers > loads
    load, number = loads[stable], servers[stable]
    blocked = lost(load, number)
    found[stable] = number * blocked / (number - load + load * blocked)
    return found
