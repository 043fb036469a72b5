"""What there is to split, read from a caller's arguments and checked, in whole numbers."""

from fractions import Fraction
from typing import Any

import attrs

from familjen.amounts.divisors import by_divisors, first_to_all, priority_of
from familjen.amounts.exact import ratio, shown
from familjen.amounts.methods import Method, read_method
from familjen.amounts.minimum import read_minimum
from familjen.amounts.remainders import by_remainders
from familjen.amounts.ties import Split
from familjen.amounts.unit import Unit, read_unit
from familjen.amounts.weights import Weights, read_weights
from familjen.errors import InvalidValueError

__all__ = ["Task", "read_task", "solve"]


@attrs.frozen
class Task:
    """A whole to split and how (fördelningsuppgift)."""

    units: int
    """How many units to hand out; below zero for a total below zero."""
    weights: Weights
    """The parties' weights."""
    unit: Unit
    """The unit."""
    method: Method
    """The method."""
    first_divisor: Fraction | None
    """The first divisor of modified Webster, else None."""
    floors: tuple[int, ...]
    """The least number of units for each party."""


def read_task(total: Any, weights: Any, unit: Any, method: Any, first_divisor: Any, minimum: Any) -> Task:
    """Read the arguments of `familjen.amounts.apportion`.

    Raises:
        InvalidValueError: When one of them cannot be used; ``attribute`` names it and the sentence says why.
    """
    name = read_method(method)
    shares = read_weights(weights)
    step = read_unit(unit)
    units = step.count(total, "total", "the total")
    divisor = _read_first_divisor(first_divisor, name)
    task = Task(units, shares, step, name, divisor, read_minimum(minimum, shares, step))
    _need_enough(task)
    return task


def solve(task: Task) -> Split:
    """Split the units of a task; a total below zero is the mirror image of one above.

    >>> solve(read_task(-10, [5, 3, 1], 1, "webster", None, None)).counts
    (-6, -3, -1)
    """
    weights, labels = task.weights.whole, task.weights.labels
    if task.method == "largest-remainder":
        split = by_remainders(abs(task.units), weights, task.floors, labels)
    else:
        priority = priority_of(task.method, task.first_divisor)
        split = by_divisors(abs(task.units), weights, _floors(task), priority, labels)
    if task.units >= 0:
        return split
    return Split(tuple(-count for count in split.counts), split.tied, split.winners)


def _floors(task: Task) -> tuple[int, ...]:
    """Give the least units for each party, with the one that some methods give everybody first."""
    if not first_to_all(task.method):
        return task.floors
    return tuple(max(floor, min(weight, 1)) for floor, weight in zip(task.floors, task.weights.whole, strict=True))


def _read_first_divisor(value: Any, method: Method) -> Fraction | None:
    if method != "modified-webster":
        if value is not None:
            reason = f"the method {method!r} has no first divisor to choose; leave it out or use 'modified-webster'"
            raise InvalidValueError(reason, attribute="first_divisor")
        return None
    if value is None:
        reason = "the method 'modified-webster' needs a first divisor, such as Decimal('1.2') or Decimal('1.4')"
        raise InvalidValueError(reason, attribute="first_divisor")
    divisor = Fraction(*ratio(value, "first_divisor", "the first divisor"))
    if not 0 < divisor <= 2:  # noqa: PLR2004 - half of it is to lie between 0 and 1, as in every divisor method
        reason = f"the first divisor is {shown(value)}; the next ones are 3, 5, 7, …, so give one above 0 and up to 2"
        raise InvalidValueError(reason, attribute="first_divisor")
    return divisor


def _need_enough(task: Task) -> None:
    """Refuse a total that the minimums, or the units that a method hands out first, do not fit in."""
    units, written = abs(task.units), task.unit.written
    needed = sum(task.floors)
    if needed > units:
        reason = f"the minimums sum to {written(needed)}, above the total's {written(units)}; lower them"
        raise InvalidValueError(reason, attribute="minimum")
    needed = sum(_floors(task))
    if needed > units:
        reason = (
            f"the method {task.method!r} gives every party with a positive weight one unit first; that takes "
            f"{written(needed)} and the total is {written(units)}: raise the total or use another method"
        )
        raise InvalidValueError(reason, attribute="total")
