"""Splitting a whole exactly in proportion to weights (proportionell fördelning)."""

from collections.abc import Hashable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeVar, overload

from familjen.amounts.apportionment import Apportionment
from familjen.amounts.exact import Exact
from familjen.amounts.task import read_task, solve
from familjen.amounts.tie import Tie

__all__ = ["apportion", "apportionment"]

L = TypeVar("L", bound=Hashable)

_CENT = Decimal("0.01")


@overload
def apportion(
    total: Exact,
    weights: Mapping[L, Exact],
    *,
    unit: Decimal = ...,
    method: str = ...,
    first_divisor: Exact | None = ...,
    minimum: Exact | Mapping[L, Exact] | None = ...,
) -> dict[L, Decimal]: ...


@overload
def apportion(
    total: Exact,
    weights: Mapping[L, Exact],
    *,
    unit: int,
    method: str = ...,
    first_divisor: Exact | None = ...,
    minimum: Exact | Mapping[L, Exact] | None = ...,
) -> dict[L, int]: ...


@overload
def apportion(
    total: Exact,
    weights: Sequence[Exact],
    *,
    unit: Decimal = ...,
    method: str = ...,
    first_divisor: Exact | None = ...,
    minimum: Exact | Sequence[Exact] | None = ...,
) -> tuple[Decimal, ...]: ...


@overload
def apportion(
    total: Exact,
    weights: Sequence[Exact],
    *,
    unit: int,
    method: str = ...,
    first_divisor: Exact | None = ...,
    minimum: Exact | Sequence[Exact] | None = ...,
) -> tuple[int, ...]: ...


def apportion(
    total: Exact,
    weights: Mapping[Any, Exact] | Sequence[Exact],
    *,
    unit: Exact = _CENT,
    method: str = "largest-remainder",
    first_divisor: Exact | None = None,
    minimum: Exact | Mapping[Any, Exact] | Sequence[Exact] | None = None,
) -> dict[Any, Any] | tuple[Any, ...]:
    """Split a total into whole units in proportion to weights, so that the parts sum to the total exactly.

    A part is a whole number of units, close to ``total × weight / sum of weights``. How the rounding goes is the
    method's choice (`familjen.amounts.methods`): the default, largest remainder, gives every party its proportional
    share rounded down or up. The result is exact, the same on every machine, and independent of the order of a mapping.
    A negative total is split as the mirror image of the positive one.

    Ties for the last units go to the larger weight, then by label order (position when there are no labels).
    A party with weight zero gets zero or its minimum. Adams, Dean and Huntington–Hill give each party with a positive
    weight one unit before anyone gets two, and refuse a total that is too small for it.

    Args:
        total: What to split, in any measure (kronor, seats): a whole number of units.
        weights: A mapping from label to weight, or a sequence of weights; at least one above zero, none below.
        unit: The smallest amount to hand out, in the measure of the total; the parts are of its type and exponent.
        method: One of `familjen.amounts.METHODS`.
        first_divisor: For ``modified-webster`` only: above 0 and at most 2, such as ``Decimal("1.2")``.
        minimum: The least amount for each party, one for all or by party, as a magnitude when the total is negative. A
            divisor method gives the larger of the minimum and the rounded quotient; largest remainder holds those whose
            quota is below their minimum at it and splits the rest again among the others.

    Returns:
        The parts by label in the order given, or a tuple of parts for a sequence: Decimals for a `Decimal` unit, ints
        for an int.

    Raises:
        InvalidValueError: When an argument cannot be used: a float, NaN, infinity, a total that is no multiple of the
            unit, negative or all-zero weights, minimums above the total. ``attribute`` names the argument.

    A rescue service's budget for 2028, 94,120 thousand kronor, by the inhabitants of its two municipalities (their
    published shares, 72,906 and 21,215, sum to 94,121); then a surplus of 100 kronor; and three seats:

    >>> apportion(94_120, {"Alingsås": 42_861, "Vårgårda": 12_472}, unit=1)
    {'Alingsås': 72905, 'Vårgårda': 21215}
    >>> apportion(Decimal("-100"), [1, 1, 1])
    (Decimal('-33.34'), Decimal('-33.33'), Decimal('-33.33'))
    >>> apportion(3, {"A": 60, "B": 25, "C": 15}, unit=1, method="adams")
    {'A': 1, 'B': 1, 'C': 1}

    Complexity: n log n for n parties, whatever the number of units.

    Source: Balinski & Young, *Fair Representation: Meeting the Ideal of One Man, One Vote* (1982; 2nd ed. 2001).
    """
    task = read_task(total, weights, unit, method, first_divisor, minimum)
    parts = map(task.unit.amount, solve(task).counts)
    labels = task.weights.labels
    return tuple(parts) if labels is None else dict(zip(labels, parts, strict=True))


@overload
def apportionment(
    total: Exact,
    weights: Mapping[L, Exact],
    *,
    unit: Decimal = ...,
    method: str = ...,
    first_divisor: Exact | None = ...,
    minimum: Exact | Mapping[L, Exact] | None = ...,
) -> Apportionment[L, Decimal]: ...


@overload
def apportionment(
    total: Exact,
    weights: Mapping[L, Exact],
    *,
    unit: int,
    method: str = ...,
    first_divisor: Exact | None = ...,
    minimum: Exact | Mapping[L, Exact] | None = ...,
) -> Apportionment[L, int]: ...


@overload
def apportionment(
    total: Exact,
    weights: Sequence[Exact],
    *,
    unit: Decimal = ...,
    method: str = ...,
    first_divisor: Exact | None = ...,
    minimum: Exact | Sequence[Exact] | None = ...,
) -> Apportionment[int, Decimal]: ...


@overload
def apportionment(
    total: Exact,
    weights: Sequence[Exact],
    *,
    unit: int,
    method: str = ...,
    first_divisor: Exact | None = ...,
    minimum: Exact | Sequence[Exact] | None = ...,
) -> Apportionment[int, int]: ...


def apportionment(
    total: Exact,
    weights: Mapping[Any, Exact] | Sequence[Exact],
    *,
    unit: Exact = _CENT,
    method: str = "largest-remainder",
    first_divisor: Exact | None = None,
    minimum: Exact | Mapping[Any, Exact] | Sequence[Exact] | None = None,
) -> Apportionment[Any, Any]:
    """Split a total as `apportion` does, and tell why: quotas, ties and words for each part.

    Takes the arguments of `apportion` and refuses what it refuses.

    >>> split = apportionment(2, {"A": 1, "B": 1, "C": 1}, unit=1)
    >>> split.as_dict()
    {'A': 1, 'B': 1, 'C': 0}
    >>> print(split.ties[0])
    'A', 'B' and 'C' had equal claims to the last 2 units; 'A' and 'B' got one each

    Raises:
        InvalidValueError: When an argument cannot be used.
    """
    task = read_task(total, weights, unit, method, first_divisor, minimum)
    split = solve(task)
    amount, given, whole = task.unit.amount, task.weights.given, task.weights.whole
    labels = tuple(range(len(given)) if task.weights.labels is None else task.weights.labels)
    exact_total = Fraction(task.units * task.unit.numerator, task.unit.denominator)
    winners = tuple(labels[position] for position in split.winners)
    tied = tuple(labels[position] for position in split.tied)
    return Apportionment(
        labels,
        tuple(map(amount, split.counts)),
        total=amount(task.units),
        weights=given,
        quotas=tuple(exact_total * Fraction(weight, sum(whole)) for weight in whole),
        unit=task.unit.value,
        method=task.method,
        first_divisor=task.first_divisor,
        minimums=tuple(map(amount, task.floors)),
        ties=(Tie(tied, units=len(winners), winners=winners),) if tied else (),
    )
