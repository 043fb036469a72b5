"""How far long work has come, told while it goes on (framsteg)."""

from typing import Any, Protocol

from familjen.errors import InvalidValueError
from familjen.validators import show

__all__ = ["Progress", "need_progress"]


class Progress(Protocol):
    """A function that long work tells how far it has come (framsteg).

    It is called in the thread and process of whoever asked for the work, with how much is done and of how much,
    ``None`` where that is open. The last call may come before all is done, where less was enough. Whatever it raises
    ends the work, and comes through: to stop, raise.

    >>> from familjen.scale import Assumption, FixedVariable, ServiceCost
    >>> from familjen.scale.uncertainty import simulate
    >>> service = ServiceCost.of({"A": 10, "B": 10}, FixedVariable(Assumption(900, low=100, high=1000), 10))
    >>> found = simulate(service, samples=200, seed=1, on_progress=lambda done, of: print(f"{done} of {of}"))
    200 of 200
    """

    def __call__(self, done: int, of: int | None, /) -> object:
        """Be told how much is done, and of how much."""
        ...


def need_progress(on_progress: Any, what: str = "is") -> None:
    """Refuse what is given as ``on_progress`` and cannot be called.

    Args:
        on_progress: What is given; ``None`` is nobody.
        what: What is counted, for the message: ``"draws are"``.

    Raises:
        InvalidValueError: It cannot be called.

    >>> need_progress(2)
    Traceback (most recent call last):
    familjen.errors.InvalidValueError: on_progress: 2 cannot be called; give a function of how much is done, and of how
    much
    """
    if on_progress is not None and not callable(on_progress):
        many = "much" if what == "is" else "many"
        reason = f"{show(on_progress)} cannot be called; give a function of how {many} {what} done, and of how {many}"
        raise InvalidValueError(reason, attribute="on_progress")
