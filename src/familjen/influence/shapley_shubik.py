"""The Shapley–Shubik index (Shapley–Shubiks index)."""

from fractions import Fraction
from math import factorial
from operator import mul

from familjen.influence.counting import winning
from familjen.influence.whole import Whole

__all__ = ["orders", "shapley_shubik"]


def shapley_shubik(whole: Whole) -> list[Fraction]:
    """Give the share of all orders in which each member, when it joins, turns losing into winning, exactly.

    The shares sum to one.

    Complexity: as `winning`, by size.

    Source: Shapley and Shubik, "A method for evaluating the distribution of power in a committee system", American
    Political Science Review 48 (1954), pp. 787-792.

    Raises:
        IntractableError: The weights are too large to be counted, and the members too many to be gone through.

    >>> shapley_shubik(Whole(((2,), (1,), (1,)), (1,)))
    [Fraction(2, 3), Fraction(1, 6), Fraction(1, 6)]
    """
    found = winning(whole, question="the Shapley–Shubik index")
    each, total = _whole_orders(found.number), factorial(found.number)
    known: dict[tuple[int, ...], Fraction] = {}
    for place, inside in enumerate(found.with_each):
        if inside not in known:
            known[inside] = Fraction(sum(map(mul, each, found.swings(place))), total)
    return [known[inside] for inside in found.with_each]


def orders(number: int) -> list[Fraction]:
    """Give the chance that just some certain ones of all the others come before a member, by how many they are.

    >>> orders(3)
    [Fraction(1, 3), Fraction(1, 6), Fraction(1, 3)]
    """
    return [Fraction(each, factorial(number)) for each in _whole_orders(number)]


def _whole_orders(number: int) -> list[int]:
    return [factorial(size) * factorial(number - 1 - size) for size in range(number)]
