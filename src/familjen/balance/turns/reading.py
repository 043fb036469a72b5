"""Reading who takes part, with which weights, and what they carry (inläsning)."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from itertools import pairwise
from typing import cast

from familjen.amounts.exact import ratio
from familjen.errors import InvalidValueError
from familjen.validators import show

__all__ = ["read_count", "read_history", "read_parties", "read_seconds", "read_turns", "read_weights"]


def read_count(number: object, attribute: str, least: int) -> int:
    """Give back a whole number that is not too small.

    Raises:
        InvalidValueError: It is none.
    """
    if type(number) is not int:
        raise InvalidValueError(f"{show(number)} is not a whole number", attribute=attribute)
    if number < least:
        raise InvalidValueError(f"{number} is too few; give at least {least}", attribute=attribute)
    return number


def read_seconds(seconds: object) -> float:
    """Give back how long a search may take.

    Raises:
        InvalidValueError: It is no number above zero.
    """
    if isinstance(seconds, bool) or not isinstance(seconds, int | float) or not seconds > 0:
        raise InvalidValueError(f"{show(seconds)} is no time; give seconds above zero", attribute="seconds")
    return float(seconds)


def read_parties(given: object) -> tuple[str, ...]:
    """Give the names of parties, in order.

    Raises:
        InvalidValueError: There are none, one stands twice, or one is no text.
    """
    if isinstance(given, str) or not isinstance(given, Iterable):
        raise InvalidValueError(f"{show(given)} is no list of parties; give their names", attribute="parties")
    found = tuple(cast("Iterable[object]", given))
    if not found:
        raise InvalidValueError("there are no parties; give at least one", attribute="parties")
    names = _texts(found, "parties")
    for place, party in enumerate(names):
        if party in names[:place]:
            raise InvalidValueError(f"{show(party)} stands twice; give each party once", attribute="parties")
    return names


def read_history(history: object) -> tuple[str, ...]:
    """Give who had the turns before, in order; somebody may stand there again and again.

    Raises:
        InvalidValueError: It is no list of names.
    """
    if isinstance(history, str) or not isinstance(history, Iterable):
        raise InvalidValueError(f"{show(history)} is no list of parties", attribute="history")
    return _texts(tuple(cast("Iterable[object]", history)), "history")


def read_turns(turns: object, attribute: str) -> tuple[int, ...]:
    """Give turns in order: those of a list of years, or 1 to a number.

    Raises:
        InvalidValueError: There are none, one is no whole number, or they do not rise.
    """
    if isinstance(turns, int):
        return tuple(range(1, read_count(turns, attribute, 1) + 1))
    if isinstance(turns, str) or not isinstance(turns, Iterable):
        raise InvalidValueError(f"{show(turns)} is no list of years", attribute=attribute)
    found = tuple(cast("Iterable[object]", turns))
    labels = tuple([turn for turn in found if type(turn) is int])
    if len(labels) < len(found) or not found:
        raise InvalidValueError(f"{show(found)} are no turns; give whole numbers, such as years", attribute=attribute)
    if any(later <= earlier for earlier, later in pairwise(labels)):
        raise InvalidValueError(f"{show(found)} do not rise; give each turn once, in order", attribute=attribute)
    return labels


def _texts(names: tuple[object, ...], attribute: str) -> tuple[str, ...]:
    for name in names:
        if not isinstance(name, str) or not name.strip():
            raise InvalidValueError(f"{show(name)} is no party; give text that is not blank", attribute=attribute)
    return tuple([str(name) for name in names])


def read_weights(given: object) -> dict[str, Fraction]:
    """Give each party's share of all weights; those of a list without weights are equal.

    Raises:
        InvalidValueError: A weight is no exact number or below zero, or all are zero.
    """
    parties = read_parties(given)
    if not isinstance(given, Mapping):
        return {party: Fraction(1, len(parties)) for party in parties}
    weights = cast("Mapping[str, object]", given)
    found = {party: Fraction(*ratio(weights[party], "parties", f"the weight of {party!r}")) for party in parties}
    for party, weight in found.items():
        if weight < 0:
            raise InvalidValueError(f"the weight of {party!r} is {weight}; give zero or more", attribute="parties")
    whole = sum(found.values())
    if not whole:
        raise InvalidValueError("all weights are zero; give one above zero", attribute="parties")
    return {party: weight / whole for party, weight in found.items()}
