"""The square-root rule for staffing (kvadratrotsregeln)."""

import math
from statistics import NormalDist

from familjen.scale.pooling.numbers import chance, number

__all__ = ["safety_factor", "square_root_staffing"]

_MOST = 40.0
"""No probability that a float can hold needs a larger factor."""


def square_root_staffing(load: float, *, delay_probability: float) -> int:
    """Give about how many servers are needed for a load, a + k·√a rounded up (kvadratrotsregeln).

    The safety beyond the load grows with its root only, which is why pooling saves: n equal parties need √n times the
    safety of one together, and n times apart. It is an approximation, a server or two from `servers_for_delay`,
    which is exact; use it to see how things hang together.

    Args:
        load: Offered load in erlang, zero or more.
        delay_probability: The share of calls that may wait, above 0 and below 1.

    Raises:
        InvalidValueError: The load is negative, not finite or above 10^9, or the share not between 0 and 1.

    Complexity: O(1).

    Source: Halfin and Whitt, "Heavy-traffic limits for queues with many exponential servers", Operations Research 29
    (1981), pp. 567-588; Tijms, A First Course in Stochastic Models (2003), section 5.3.

    >>> square_root_staffing(100, delay_probability=0.2)
    111
    """
    read = number(load, "the load", "load")
    return math.ceil(read + safety_factor(delay_probability) * math.sqrt(read))


def safety_factor(delay_probability: float) -> float:
    """Give the k of the square-root rule: 1/(1 + k·Φ(k)/φ(k)) is the share of calls that may wait (säkerhetsfaktor).

    Raises:
        InvalidValueError: The share is not between 0 and 1.

    Complexity: O(1), by bisection.

    Source: as `square_root_staffing`.

    >>> round(safety_factor(0.5), 6), round(safety_factor(0.1), 6)
    (0.506054, 1.420187)
    """
    share = chance(delay_probability, "the share that may wait", "delay_probability")
    wanted = math.log1p(-share) - math.log(share)
    normal = NormalDist()
    low, high = 0.0, _MOST
    while low < (k := (low + high) / 2) < high:
        found = math.log(k) + math.log(normal.cdf(k)) + k * k / 2 + math.log(2 * math.pi) / 2
        low, high = (k, high) if found < wanted else (low, k)
    return high
