"""How numbers of a game are written for reading, its unit not being known (tal i text)."""

import math
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

import attrs

from familjen.amounts.exact import shown
from familjen.language import say

__all__ = ["Reading"]

_SAME = 1e-9
"""Relative to the largest of the numbers: what floats cannot tell from zero."""
_LARGE = 1e4
"""Of numbers larger than this, what counts as zero is as little as of this."""
_LONG = 1000
"""A fraction over less than this is short enough to be written as it is."""
_MOST = 6
"""So many decimals are written of an exact number that has no more."""


@attrs.frozen
class Reading:
    """How numbers that belong together are written: with as many decimals as they need, to a limit (skrivsätt).

    Floats that are all near to numbers with few decimals are written with those. Else they have two, and more where all
    of them are small. Exact numbers are written in full where that is short.

    >>> Reading.of([9.5, 5.5]).say(9.5), Reading.of([1/3, 0.5]).say(1/3), Reading.of([14000.0, 1/3]).say(14000.0)
    ('9.5', '0.3333', '14,000.00')
    >>> Reading.of([Fraction(5, 3)], "sv").say(Fraction(5, 2)), Reading.of([Fraction(5, 3)]).say(Fraction(5, 3))
    ('2,5', '5/3')
    """

    places: int
    """How many decimals floats are written with."""
    scale: float
    """The largest of the numbers."""
    lang: str = "en"
    """The language."""

    @classmethod
    def of(cls, numbers: Iterable[float | Fraction], lang: str = "en") -> "Reading":
        """Choose what suits all of these numbers."""
        floats = [float(number) for number in numbers]
        scale = max(map(abs, floats), default=0.0)
        most = 2 if scale == 0 else max(2, 3 - math.floor(math.log10(scale)))
        noise = _noise(scale)
        fits = (
            places for places in range(most) if all(abs(round(number, places) - number) <= noise for number in floats)
        )
        return cls(next(fits, most), scale, lang)

    def say(self, number: float | Fraction) -> str:
        """Write a number."""
        if isinstance(number, Fraction):
            over = number * 10**_MOST
            if over.denominator == 1:
                whole, rest = divmod(abs(over.numerator), 10**_MOST)
                sign = "-" if over < 0 else ""
                return say(Decimal(f"{sign}{whole}.{rest:06}".rstrip("0").rstrip(".")), self.lang)
            if number.denominator < _LONG:
                text = shown(number)
                return text.replace(",", "\N{NO-BREAK SPACE}") if self.lang == "sv" else text
            return f"≈ {self.say(float(number))}"
        if abs(number) <= _noise(self.scale):
            number = 0.0
        rounded = Decimal(f"{number:.{self.places}f}")
        if number and not rounded:
            rounded = Decimal(f"{Decimal(f'{number:.2g}'):f}")
        return say(rounded, self.lang)

    def told(self, number: float | Fraction) -> str:
        """Write a number within a sentence, where a whole one has no decimals.

        >>> Reading.of([9.5, 4.0]).say(4.0), Reading.of([9.5, 4.0]).told(4.0)
        ('4.0', '4')
        """
        is_whole = isinstance(number, float) and abs(number - round(number)) <= _noise(self.scale)
        return say(Decimal(round(number)), self.lang) if is_whole else self.say(number)

    def size(self, number: float | Fraction) -> str:
        """Write the size of a number within a sentence, without its sign.

        >>> Reading.of([9.5]).size(-1.5)
        '1.5'
        """
        return self.told(number if number > 0 else -number)

    def percent(self, number: float | Fraction) -> str:
        """Write a percentage with one decimal.

        >>> Reading.of([1]).percent(12.54)
        '12.5 %'
        """
        space = "\N{NO-BREAK SPACE}" if self.lang == "sv" else " "
        return f"{say(Decimal(f'{float(number):.1f}'), self.lang)}{space}%"


def _noise(scale: float) -> float:
    return _SAME * min(scale, _LARGE)
