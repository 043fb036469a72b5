"""Drawing assumptions at random (slumpdragning)."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from familjen.errors import InvalidValueError
from familjen.games.sampling.budget import whole
from familjen.scale.assumption import Assumption
from familjen.validators import show

__all__ = ["drawn", "read_samples", "read_seed"]

Floats = NDArray[np.float64]
_TRIES = 200
_BYTES = 1 << 33


def drawn(
    uncertain: Mapping[str, Assumption],
    limits: Mapping[str, tuple[float, float]],
    rng: np.random.Generator,
    number: int,
) -> tuple[dict[str, Floats], int]:
    """Draw so many numbers for each assumption, independently of each other, and say how many were drawn anew.

    A bell curve has no ends: what falls outside what the assumption may be is drawn anew, which cuts the bell there.

    Raises:
        InvalidValueError: Nearly all that is drawn falls outside.

    >>> numbers, anew = drawn({"x": Assumption(1, low=0, high=2)}, {"x": (0, 9)}, np.random.default_rng(1), 4)
    >>> numbers["x"].shape, anew
    ((4,), 0)
    """
    found: dict[str, Floats] = {}
    anew = 0
    for name, assumption in uncertain.items():
        numbers = assumption.drawn(rng, number)
        low, high = limits[name]
        for _ in range(_TRIES):
            outside = (numbers < low) | (numbers > high)
            missing = int(outside.sum())
            if not missing:
                break
            anew += missing
            numbers[outside] = assumption.drawn(rng, missing)
        else:
            reason = f"{name} is drawn outside {low:g} to {high:g} nearly always; give it a narrower range"
            raise InvalidValueError(reason, attribute=name)
        found[name] = numbers
    return found, anew


def read_seed(seed: object) -> np.random.SeedSequence:
    """Read a seed; a new one is drawn where none is given.

    Raises:
        InvalidValueError: It is no whole number of zero or more.

    >>> read_seed(7).entropy
    7
    """
    read = whole(seed)
    if seed is not None and (read is None or read < 0):
        raise InvalidValueError(f"{show(seed)} is no seed; give a whole number of zero or more", attribute="seed")
    return np.random.SeedSequence(read)


def read_samples(samples: object, numbers: int, *, least: int) -> int:
    """Read how many draws there are, where so many numbers are kept of each.

    Raises:
        InvalidValueError: It is no whole number, or less than the least; or the numbers fill more than 8 GiB.

    >>> read_samples(10_000, 24, least=2)
    10000
    """
    read, most = whole(samples), _BYTES // (8 * numbers)
    if read is None or read < least:
        reason = f"{show(samples)} is no number of draws; give a whole number of at least {least}"
        raise InvalidValueError(reason, attribute="samples")
    if read > most:
        reason = f"the numbers of {read:,} draws fill more than 8 GiB; give at most {most:,}"
        raise InvalidValueError(reason, attribute="samples")
    return read
