"""How many problems of a document are gathered before reading it stops (så många fel som samlas)."""

from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar

import attrs

__all__ = ["MOST_PROBLEMS", "Gathering", "count_problem", "gathering"]

MOST_PROBLEMS = 5_000
"""A document that has more problems than this is of another kind; the first ones tell."""


@attrs.define
class Gathering:
    """How far the gathering of one document's problems has come."""

    counted: int = 0
    """Problems so far."""
    stopped: bool = False
    """Whether it stopped before the end of the document."""


_now: ContextVar[Gathering | None] = ContextVar("gathering", default=None)


@contextmanager
def gathering() -> Generator[Gathering]:
    """Count the problems of one document from here on, in this thread alone."""
    made = Gathering()
    token = _now.set(made)
    try:
        yield made
    finally:
        _now.reset(token)


def count_problem() -> bool:
    """Count a problem, and tell whether there are enough, so that the rest need not be looked at.

    >>> with gathering() as gathered:
    ...     enough = [count_problem() for _ in range(MOST_PROBLEMS)]
    >>> enough.count(True), gathered.stopped
    (1, True)
    """
    now = _now.get()
    if now is None:
        return False
    now.counted += 1
    now.stopped = now.stopped or now.counted >= MOST_PROBLEMS
    return now.stopped
