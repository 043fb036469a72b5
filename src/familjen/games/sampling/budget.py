"""How long a sample goes on (stickprovets längd)."""

import math
import operator
from collections.abc import Iterator
from typing import Any, cast

import attrs

from familjen.amounts.exact import is_integer
from familjen.errors import InvalidValueError
from familjen.validators import show

__all__ = ["Budget", "whole"]

_ROUND = 16
_COALITIONS = 1 << 12


@attrs.frozen
class Budget:
    """So many blocks at most, in tasks of fixed size and rounds of fixed length, and how sure it is to be (budget)."""

    blocks: int | None
    """The most blocks; ``None`` where only the precision ends it."""
    precision: float | None
    """The largest standard error to stop at; ``None`` where only the blocks end it."""
    per_task: int
    """How many blocks a task has."""

    @classmethod
    def of(cls, samples: object, precision: Any, *, orders: int, coalitions: int) -> "Budget":
        """Read it from a number of orders and a precision, for blocks of so many orders and coalitions.

        Raises:
            InvalidValueError: Neither is given, the orders are fewer than two blocks, or the precision is not above 0.
        """
        if samples is None and precision is None:
            reason = "nothing says when to stop; give samples, the most orders, or precision, a standard error, or both"
            raise InvalidValueError(reason, attribute="samples")
        if precision is not None and not _is_positive(precision):
            reason = f"the precision is {show(precision)}; give the largest standard error that will do, above zero"
            raise InvalidValueError(reason, attribute="precision")
        most = whole(samples)
        if samples is not None and (most is None or most < 2 * orders):
            reason = (
                f"samples is {show(samples)}; give a whole number of at least {2 * orders} orders: a standard error "
                f"needs two blocks, of {orders} each"
            )
            raise InvalidValueError(reason, attribute="samples")
        blocks = None if most is None else most // orders
        return cls(blocks, None if precision is None else float(precision), max(1, _COALITIONS // coalitions))

    def rounds(self) -> Iterator[list[int]]:
        """Give, round by round, how many blocks each task has.

        >>> list(Budget(5, None, 2).rounds())
        [[2, 2, 1]]
        """
        left = math.inf if self.blocks is None else self.blocks
        while left:
            tasks: list[int] = []
            while left and len(tasks) < _ROUND:
                tasks.append(int(min(self.per_task, left)))
                left -= tasks[-1]
            yield tasks

    def is_met(self, error: float) -> bool:
        """Tell whether the largest standard error is small enough."""
        return self.precision is not None and error <= self.precision


def whole(number: Any) -> int | None:
    """Read a whole number of any kind; ``None`` where it is none.

    >>> whole(3), whole(3.0), whole(True)
    (3, None, None)
    """
    return operator.index(number) if is_integer(cast("type[object]", type(number))) else None


def _is_positive(number: Any) -> bool:
    try:
        return not isinstance(number, bool | str) and 0 < float(number) < math.inf
    except (TypeError, ValueError, OverflowError):
        return False
