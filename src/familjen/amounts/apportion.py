"""Splitting a total so that the parts sum to it exactly."""

from collections.abc import Hashable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from math import lcm
from typing import Any, TypeVar, cast, overload

from familjen.amounts.divisors import by_divisors, first_to_all, priority_of
from familjen.amounts.exact import Exact, multiple, ratio, shown
from familjen.amounts.methods import Method, read_method
from familjen.amounts.remainders import by_remainders
from familjen.amounts.result import Apportionment, Tie
from familjen.amounts.ties import Split
from familjen.errors import InvalidValueError
from familjen.validators import show

__all__ = ["apportion", "apportionment"]

K = TypeVar("K", bound=Hashable)

_ORE = Decimal("0.01")


@overload
def apportion(
    total: Exact,
    weights: Mapping[K, Exact],
    *,
    unit: Decimal = ...,
    method: str = ...,
    first_divisor: Exact | None = ...,
    minimum: Exact | Mapping[K, Exact] | None = ...,
) -> dict[K, Decimal]: ...
@overload
def apportion(
    total: Exact,
    weights: Mapping[K, Exact],
    *,
    unit: int,
    method: str = ...,
    first_divisor: Exact | None = ...,
    minimum: Exact | Mapping[K, Exact] | None = ...,
) -> dict[K, int]: ...
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
    unit: Decimal | int = _ORE,
    method: str = "largest-remainder",
    first_divisor: Exact | None = None,
    minimum: Exact | Mapping[Any, Exact] | Sequence[Exact] | None = None,
) -> dict[Any, Any] | tuple[Any, ...]:
    """Split a total in proportion to weights, in whole units, so that the parts sum to it exactly.

    Nothing passes through a float. Equal claims are settled by the larger weight, then by the order of labels (for a
    sequence, by place), so the order in which a mapping was filled never matters. A negative total, a surplus to pay
    out, is split as the mirror image of the positive one.

    Args:
        total: What to split; a multiple of the unit.
        weights: A weight for each party, by label or in a sequence.
        unit: The smallest amount: ``Decimal("0.01")`` for öre, ``Decimal(1)`` for kronor, ``1`` for seats. Parts are
            ints if it is an int, Decimals otherwise.
        method: ``largest-remainder`` (Hamilton), ``webster`` (Sainte-Laguë, uddatalsmetoden), ``modified-webster``
            (with ``first_divisor``; jämkade uddatalsmetoden), ``jefferson`` (D'Hondt), ``huntington-hill``, ``adams``
            or ``dean``.
        first_divisor: For ``modified-webster``: the divisor in place of 1, such as ``Decimal("1.2")``.
        minimum: What each party gets at least, one amount for all or one for each, read as a magnitude where the total
            is negative. Divisor methods give it first and serve the highest claims after that. Under largest
            remainder whoever's quota lies below it gets it, and the others share the rest by the same method.

    Raises:
        InvalidValueError: The total is not a multiple of the unit; a weight is negative, a float, NaN or infinite; all
            are zero or there is none; minima exceed the total; or the method needs more units than there are.

    Complexity: O(n log n) for n parties, times the digits of the total for divisor methods.

    >>> apportion(Decimal("100.00"), {"Bjuv": 1, "Klippan": 1, "Perstorp": 1})
    {'Bjuv': Decimal('33.34'), 'Klippan': Decimal('33.33'), 'Perstorp': Decimal('33.33')}
    >>> apportion(97_735, {"Alingsås": 42_861, "Vårgårda": 12_472}, unit=1)
    {'Alingsås': 75706, 'Vårgårda': 22029}
    >>> apportion(8, [53_000, 24_000, 23_000], unit=1, method="jefferson")
    (4, 2, 2)
    """
    labels, given = _labelled(weights)
    smallest, counted, whole, least = _read(total, labels, given, unit, minimum)
    split = _split(counted, whole, least, labels, read_method(method), first_divisor)
    parts = [multiple(number if counted >= 0 else -number, smallest) for number in split.counts]
    return dict(zip(labels, parts, strict=True)) if isinstance(weights, Mapping) else tuple(parts)


def apportionment(
    total: Exact,
    weights: Mapping[Any, Exact] | Sequence[Exact],
    *,
    unit: Decimal | int = _ORE,
    method: str = "largest-remainder",
    first_divisor: Exact | None = None,
    minimum: Exact | Mapping[Any, Exact] | Sequence[Exact] | None = None,
) -> Apportionment:
    """Split as `apportion` does, and give exact quotas and settled ties along with the parts.

    >>> split = apportionment(1, {"Bjuv": 5, "Åstorp": 5}, unit=1)
    >>> split.ties[0].winners, split.quotas
    (('Bjuv',), (Fraction(1, 2), Fraction(1, 2)))
    """
    labels, given = _labelled(weights)
    smallest, counted, whole, least = _read(total, labels, given, unit, minimum)
    name = read_method(method)
    split = _split(counted, whole, least, labels, name, first_divisor)
    parts = tuple(multiple(number if counted >= 0 else -number, smallest) for number in split.counts)
    quotas = tuple(Fraction(counted * weight, sum(whole)) * Fraction(smallest) for weight in whole)
    tied, winners = ([labels[place] for place in places] for places in (split.tied, split.winners))
    ties = (Tie(tuple(tied), tuple(winners)),) if tied else ()
    return Apportionment(tuple(labels), parts, quotas, multiple(counted, smallest), smallest, name, ties)


def _labelled(weights: Any) -> tuple[list[Any], list[object]]:
    if isinstance(weights, Mapping):
        named = cast("Mapping[Any, object]", weights)
        return list(named), list(named.values())
    if isinstance(weights, Sequence) and not isinstance(weights, str | bytes):
        placed = cast("Sequence[object]", weights)
        return list(range(len(placed))), list(placed)
    raise InvalidValueError(f"{show(weights)} is neither a mapping nor a sequence of weights", attribute="weights")


def _read(
    total: object, labels: list[Any], given: list[object], unit: object, minimum: object
) -> tuple[Decimal | int, int, list[int], list[int]]:
    """Read the unit, and the total, weights and minima as whole numbers."""
    over, under = ratio(unit, "unit", "the unit")
    if over <= 0 or isinstance(unit, Fraction):
        raise InvalidValueError(f"{show(unit)} is no unit; give an int or a Decimal above zero", attribute="unit")
    smallest = unit if isinstance(unit, Decimal) else over
    counted = _units(total, Fraction(over, under), "total", "the total")
    weights = _whole_weights(labels, given)
    least = _least(minimum, labels, Fraction(over, under))
    if sum(least) > abs(counted):
        reason = f"the minima come to {shown(sum(least))} units, more than the total of {shown(abs(counted))}"
        raise InvalidValueError(reason, attribute="minimum")
    return smallest, counted, weights, least


def _units(amount: object, unit: Fraction, attribute: str, what: str) -> int:
    units = Fraction(*ratio(amount, attribute, what)) / unit
    if units.denominator != 1:
        reason = f"{what}, {show(amount)}, is not a multiple of the unit; round it first, or give a smaller unit"
        raise InvalidValueError(reason, attribute=attribute)
    return units.numerator


def _whole_weights(labels: list[Any], given: list[object]) -> list[int]:
    """Scale exact weights to whole numbers in the same proportions."""
    if not given:
        raise InvalidValueError("there is nobody to share; give at least one weight", attribute="weights")
    pairs = [
        ratio(weight, "weights", f"the weight of {show(name)}") for name, weight in zip(labels, given, strict=True)
    ]
    for label, (over, _) in zip(labels, pairs, strict=True):
        if over < 0:
            raise InvalidValueError(f"the weight of {show(label)} is negative", attribute="weights")
    if not any(over for over, _ in pairs):
        raise InvalidValueError("all weights are zero, so nobody has a part", attribute="weights")
    scale = lcm(*(under for _, under in pairs))
    return [over * (scale // under) for over, under in pairs]


def _least(minimum: Any, labels: list[Any], unit: Fraction) -> list[int]:
    if minimum is None:
        return [0] * len(labels)
    if isinstance(minimum, Mapping):
        named = cast("Mapping[Any, object]", minimum)
        strangers = [label for label in named if label not in labels]
        if strangers:
            raise InvalidValueError(f"{show(strangers[0])} has a minimum but no weight", attribute="minimum")
        amounts = [named.get(label, 0) for label in labels]
    elif isinstance(minimum, Sequence) and not isinstance(minimum, str | bytes):
        placed = cast("Sequence[object]", minimum)
        amounts = list(placed)
        if len(amounts) != len(labels):
            raise InvalidValueError(f"there are {len(amounts)} minima for {len(labels)} weights", attribute="minimum")
    else:
        amounts = [minimum] * len(labels)
    least = [_units(amount, unit, "minimum", "the minimum") for amount in amounts]
    if min(least) < 0:
        raise InvalidValueError("a minimum below zero is none; leave it out", attribute="minimum")
    return least


def _split(
    counted: int, weights: list[int], least: list[int], labels: list[Any], method: Method, first: Exact | None
) -> Split:
    """Split as many units, whatever the sign, by the method."""
    divisor = _first_divisor(method, first)
    if method == "largest-remainder":
        return by_remainders(abs(counted), weights, least, labels)
    if first_to_all(method):
        least = [max(floor, int(weight > 0)) for weight, floor in zip(weights, least, strict=True)]
        if sum(least) > abs(counted):
            reason = (
                f"{shown(abs(counted))} units are too few: {method} gives each party one first, {sum(least)} in all"
            )
            raise InvalidValueError(reason, attribute="total")
    return by_divisors(abs(counted), weights, least, priority_of(method, divisor), labels)


def _first_divisor(method: Method, first: Exact | None) -> Fraction | None:
    if (first is None) == (method == "modified-webster"):
        reason = "modified-webster needs one, such as Decimal('1.2')" if first is None else f"{method} has none"
        raise InvalidValueError(reason, attribute="first_divisor")
    if first is None:
        return None
    divisor = Fraction(*ratio(first, "first_divisor", "the first divisor"))
    if not 0 < divisor <= 2:  # noqa: PLR2004 - a signpost lies between its two whole numbers
        reason = f"{show(first)} is outside its range: above 0, at most 2"
        raise InvalidValueError(reason, attribute="first_divisor")
    return divisor
