"""How the costs of a partition are written (skrivsätt)."""

from collections.abc import Iterable

from familjen.games.reading import Reading

__all__ = ["reading_of"]

_WHOLE = 1e6
"""Where costs reach this, nobody reads their decimals."""


def reading_of(numbers: Iterable[float], lang: str) -> Reading:
    """Choose what suits all of these costs: whole numbers where they are in millions.

    >>> reading_of([1_234_567.8, 3.2], "en").say(1_234_567.8)
    '1,234,568'
    """
    found = Reading.of(numbers, lang)
    return Reading(0, found.scale, lang) if found.scale >= _WHOLE else found
