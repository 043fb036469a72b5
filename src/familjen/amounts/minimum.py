"""The least amount that a party gets or pays (lägsta belopp, golv)."""

from collections.abc import Mapping, Sequence
from typing import Any

from familjen.amounts.unit import Unit
from familjen.amounts.weights import Weights, is_mapping, is_sequence
from familjen.errors import InvalidValueError, near_matches
from familjen.validators import show

__all__ = ["read_minimum"]


def read_minimum(minimum: Any, weights: Weights, unit: Unit) -> tuple[int, ...]:
    """Read the least number of units for each party: none, one amount for all, or one for each.

    In a mapping, a party that is not named has no minimum.

    >>> from familjen.amounts.unit import read_unit
    >>> from familjen.amounts.weights import read_weights
    >>> read_minimum({"B": 2}, read_weights({"A": 5, "B": 1}), read_unit(1))
    (0, 2)

    Raises:
        InvalidValueError: When a minimum is negative, no whole number of units, or for a party without a weight.
    """
    size = len(weights.whole)
    if minimum is None:
        return (0,) * size
    if is_mapping(minimum):
        wanted = _by_position(minimum, weights)
    elif is_sequence(minimum):
        wanted = _in_order(minimum, weights)
    else:
        return (_least(minimum, unit, "the minimum"),) * size
    floors = [0] * size
    for position, amount in wanted.items():
        floors[position] = _least(amount, unit, f"the minimum of {weights.name(position)}")
    return tuple(floors)


def _in_order(minimum: Sequence[Any], weights: Weights) -> dict[int, Any]:
    size = len(weights.whole)
    if weights.labels is not None:
        reason = "the weights have labels, so minimums in a sequence are ambiguous; give a mapping by label"
        raise InvalidValueError(reason, attribute="minimum")
    if len(minimum) != size:
        reason = f"there are {len(minimum)} minimums for {size} weights; give one for each, or one amount for all"
        raise InvalidValueError(reason, attribute="minimum")
    return dict(enumerate(minimum))


def _by_position(minimum: Mapping[Any, Any], weights: Weights) -> dict[int, Any]:
    if weights.labels is None:
        reason = "the weights have no labels, so the minimums cannot be a mapping; give a sequence of the same length"
        raise InvalidValueError(reason, attribute="minimum")
    positions = {label: position for position, label in enumerate(weights.labels)}
    for label in minimum:
        if label not in positions:
            near = near_matches(str(label), [str(known) for known in weights.labels])
            hint = f"did you mean {' or '.join(map(repr, near))}?" if near else "give it a weight or leave it out"
            raise InvalidValueError(f"{show(label)} has a minimum but no weight; {hint}", attribute="minimum")
    return {positions[label]: amount for label, amount in minimum.items()}


def _least(amount: Any, unit: Unit, what: str) -> int:
    count = unit.count(amount, "minimum", what)
    if count < 0:
        reason = f"{what} is {unit.written(count)}; give zero or more (a negative total is split as its mirror image)"
        raise InvalidValueError(reason, attribute="minimum")
    return count
