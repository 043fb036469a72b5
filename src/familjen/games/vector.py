"""Vectors with a number for each coalition: read, examined, summed up (vektorer över koalitioner)."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from typing import Any

import numpy as np
from numpy.typing import NDArray

from familjen.errors import InvalidValueError
from familjen.games.coalition import Player, written
from familjen.games.number import LARGEST
from familjen.validators import show

__all__ = ["LIMIT", "examine", "given_vector", "need_all", "need_room", "read_only", "sums"]

LIMIT = 24
"""So many players at most, unless a larger limit is given: a vector for each coalition of 24 is 128 MiB of floats."""


def read_only(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give a view of an array of floats that cannot be written through.

    Raises:
        InvalidValueError: It is none.
    """
    plain = isinstance(values, np.ndarray) and not isinstance(values, np.ma.MaskedArray)  # pyright: ignore[reportUnnecessaryIsInstance]
    if not plain or values.dtype != np.float64:
        reason = f"{show(values)} is no array of float64; make the game with of, from_function or from_vector"
        raise InvalidValueError(reason, attribute="values")
    vector = values.view()
    vector.flags.writeable = False
    return vector


def given_vector(values: Any) -> NDArray[np.float64] | list[Any]:
    """Read an array of floats as it is, other numbers as a list.

    Raises:
        InvalidValueError: It is neither.
    """
    kind = _kind(values)
    if kind == "floats":
        return np.asarray(values, dtype=np.float64)
    if kind == "numbers":
        return list(values)
    reason = f"{show(values)} is no vector of numbers; give 2ⁿ of them, or an array of float64"
    raise InvalidValueError(reason, attribute="values")


def _kind(values: Any) -> str:
    """Tell whether it is an array of what a float holds, or other numbers to be read one by one."""
    if isinstance(values, np.ma.MaskedArray):
        return ""  # a number that is masked is none
    if not hasattr(values, "dtype"):
        unordered = isinstance(values, str | bytes | Mapping | AbstractSet)
        return "numbers" if isinstance(values, Iterable) and not unordered else ""
    if values.ndim == 1 and values.dtype.kind == "f" and values.dtype.itemsize <= np.dtype(np.float64).itemsize:
        return "floats"
    return "numbers" if values.ndim == 1 and values.dtype.kind in {"i", "u", "O"} else ""


def need_all(players: tuple[Player, ...], shape: tuple[int, ...]) -> None:
    """Refuse a vector that has more or fewer numbers than there are coalitions."""
    right = 1 << len(players)
    if shape != (right,):
        reason = f"the vector has the shape {shape}; {len(players)} players have {right} coalitions, the empty too"
        raise InvalidValueError(reason, attribute="values")


def examine(players: tuple[Player, ...], vector: NDArray[np.float64]) -> None:
    """Refuse a vector that is no game: too long or short, endless somewhere, or not zero for nobody."""
    need_all(players, vector.shape)
    if not (vector.min() >= -LARGEST and vector.max() <= LARGEST):
        place = int(np.flatnonzero(~(np.abs(vector) <= LARGEST))[0])
        reason = f"{written(place, players)} is {vector[place]}; a game needs a finite number, up to 10^300"
        raise InvalidValueError(reason, attribute="values")
    if vector[0] != 0:
        raise InvalidValueError(f"nobody is {vector[0]:g}; the empty coalition is zero", attribute="values")


def need_room(players: int, limit: int) -> None:
    """Refuse to write out more coalitions than the limit allows, and say how much memory they would take."""
    if players > limit:
        size = 2**players * 8 / 2**30
        reason = (
            f"{players} players have 2^{players} coalitions, {size:,.3g} GiB as floats; the limit is {limit}: "
            f"pass limit={players} to from_function or from_vector if there is memory for it"
        )
        raise InvalidValueError(reason, attribute="players")


def sums(of_each: NDArray[Any]) -> NDArray[Any]:
    """Add up a number of each player over every coalition, by doubling.

    >>> sums(np.array([1, 10, 100])).tolist()
    [0, 1, 10, 11, 100, 101, 110, 111]
    """
    added = of_each[:1] * 0 if len(of_each) else np.zeros(1, dtype=of_each.dtype)
    for number in of_each:
        added = np.concatenate([added, added + number])
    return added
