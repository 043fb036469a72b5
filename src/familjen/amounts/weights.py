"""The weights that a split is proportional to (fördelningsnyckelns vikter)."""

import math
import operator
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeGuard

import attrs

from familjen.amounts.exact import Exact, ratio, shown
from familjen.amounts.ties import Labels
from familjen.errors import InvalidValueError
from familjen.validators import show

__all__ = ["Weights", "is_mapping", "is_sequence", "read_weights"]


@attrs.frozen
class Weights:
    """The parties' weights (vikter)."""

    labels: Labels
    """The parties' labels, None when they are known by position."""
    given: tuple[Exact, ...]
    """The weights as given."""
    whole: tuple[int, ...]
    """The weights brought to whole numbers in the same proportions."""

    def name(self, position: int) -> str:
        """Name a party in a sentence."""
        return f"position {position}" if self.labels is None else show(self.labels[position])


def is_mapping(value: Any) -> TypeGuard[Mapping[Any, Any]]:
    """Tell whether the value is a dict or the like.

    >>> is_mapping({"A": 1}), is_mapping([("A", 1)])
    (True, False)
    """
    return isinstance(value, Mapping)


def is_sequence(value: Any) -> TypeGuard[Sequence[Any]]:
    """Tell whether the value is a list, a tuple or the like, and not text.

    >>> is_sequence([1, 2]), is_sequence("12")
    (True, False)
    """
    return isinstance(value, Sequence) and not isinstance(value, str | bytes | bytearray | memoryview)


def read_weights(weights: Any) -> Weights:
    """Read a mapping from label to weight, or a sequence of weights.

    >>> from fractions import Fraction
    >>> read_weights({"A": Fraction(1, 2), "B": Fraction(1, 3)}).whole
    (3, 2)

    Raises:
        InvalidValueError: When there are none, one is no exact number or negative, or all are zero.
    """
    labels: Labels = None
    given: tuple[Any, ...]
    if is_mapping(weights):
        labels, given = tuple(weights.keys()), tuple(weights.values())
    elif is_sequence(weights):
        given = tuple(weights)
    else:
        reason = f"{show(weights)} is neither a mapping from label to weight nor a list or tuple of weights"
        raise InvalidValueError(reason, attribute="weights")
    if not given:
        raise InvalidValueError("there are no weights; give at least one party", attribute="weights")
    if all(type(weight) is int for weight in given):
        return _sound(Weights(labels, given, given))
    return _sound(_brought_to_whole(Weights(labels, given, ())))


def _brought_to_whole(weights: Weights) -> Weights:
    pairs = [
        ratio(weight, "weights", f"the weight of {weights.name(position)}")
        for position, weight in enumerate(weights.given)
    ]
    common = math.lcm(*{denominator for _, denominator in pairs})
    whole = tuple(numerator * (common // denominator) for numerator, denominator in pairs)
    given = tuple(
        weight if isinstance(weight, Decimal | Fraction) else operator.index(weight) for weight in weights.given
    )
    return Weights(weights.labels, given, whole)


def _sound(weights: Weights) -> Weights:
    if min(weights.whole) < 0:
        position = next(position for position, weight in enumerate(weights.whole) if weight < 0)
        amount = shown(weights.given[position])
        reason = f"the weight of {weights.name(position)} is {amount}; a weight is zero or more"
        raise InvalidValueError(reason, attribute="weights")
    if not any(weights.whole):
        reason = "every weight is zero, so there is no proportion to split by; give at least one positive weight"
        raise InvalidValueError(reason, attribute="weights")
    return weights
