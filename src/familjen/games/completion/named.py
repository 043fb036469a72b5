"""Ways to complete a table, by name."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from types import MappingProxyType

from familjen.errors import InvalidValueError, UnknownIdError
from familjen.games.completion.additive import additive
from familjen.games.completion.cover import cover
from familjen.games.completion.monotone import monotone
from familjen.games.completion.partial import Partial
from familjen.validators import show

__all__ = ["COMPLETIONS", "completed"]

COMPLETIONS: Mapping[str, Callable[[Partial], list[Fraction]]] = MappingProxyType(
    {"additive": additive, "cover": cover, "monotone": monotone}
)
"""What a missing coalition comes to, by the name that is asked for."""


def completed(partial: Partial, name: str | None) -> list[Fraction]:
    """Give every coalition's number, completed in the way of that name; none may be missing where it is ``None``.

    Raises:
        InvalidValueError: A coalition is missing, and no way to complete it is asked for, or that way does not reach.
        UnknownIdError: There is no such way.

    >>> known = {0: Fraction(0), 1: Fraction(11), 2: Fraction(7)}
    >>> completed(Partial(("A", "H"), known, -1), "additive")[3]
    Fraction(18, 1)
    """
    if name is None:
        return partial.full()
    if not isinstance(name, str):
        raise InvalidValueError(f"{show(name)} is no name of a completion; give a text", attribute="completion")
    if name not in COMPLETIONS:
        raise UnknownIdError.of("completion", name, COMPLETIONS)
    return COMPLETIONS[name](partial)
