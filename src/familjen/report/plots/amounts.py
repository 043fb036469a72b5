"""Amounts in words, for titles and axes (belopp i ord)."""

from collections.abc import Iterable
from decimal import Decimal

import attrs

from familjen.language import say, worded

__all__ = ["Amounts", "counted", "in_percent", "in_words", "number", "plus", "shortest", "telling", "the_parties"]

_MINUS = "\N{MINUS SIGN}"
_LARGEST = 1e15
"""Amounts from here on are written with a power of ten."""
_SCALES = ((1e9, 1e9, "billion", "miljarder"), (1e6, 1e6, "million", "miljoner"), (1e4, 1e3, "thousand", "tusen"))
"""From how much on, what amounts are divided by, and the words."""
_ROUNDING = 1 - 5e-4
_MILLION = 1e6
_FEW = 100
"""Amounts below this have two decimals."""
_DECIMALS = 3
_ENGLISH = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_SWEDISH = ("inga", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")


def number(value: float, decimals: int, lang: str) -> str:
    """Write a number as the language does, with a true minus sign.

    >>> number(-1234.56, 1, "en"), number(0.25, 2, "sv")
    ('−1,234.6', '0,25')
    """
    if abs(value) >= _LARGEST:
        digits, _, power = f"{value:.2e}".partition("e")
        return f"{number(float(digits), 2, lang)} · 10^{int(power)}"
    rounded = Decimal(f"{value:.{decimals}f}")
    return say(rounded or abs(rounded), lang).replace("-", _MINUS)


def shortest(value: float, lang: str) -> str:
    """Write a number with the decimals that it has, to ten digits.

    >>> shortest(0.1 + 0.2, "sv"), shortest(15_000, "en")
    ('0,3', '15,000')
    """
    text = f"{value:.10g}"
    return number(value, 0 if "e" in text else len(text.partition(".")[2]), lang)


def in_percent(share: float, lang: str) -> str:
    """Write a share as a percentage with one decimal.

    >>> in_percent(0.1234, "sv"), in_percent(-0.5, "en")
    ('12,3 %', '−50.0 %')
    """
    return f"{number(100 * share, 1, lang)} %"


def plus(text: str) -> str:
    """Put a plus before a number in words that is above zero.

    >>> plus("1.5 %"), plus("−2"), plus("0.0 %")
    ('+1.5 %', '−2', '0.0 %')
    """
    return f"+{text}" if not text.startswith(_MINUS) and any(digit in text for digit in "123456789") else text


def counted(count: int, lang: str) -> str:
    """Write how many there are: in letters up to twelve.

    >>> counted(5, "en"), counted(11, "sv"), counted(33, "sv")
    ('five', 'elva', '33')
    """
    if count >= len(_ENGLISH):
        return number(count, 0, lang)
    return worded(lang, _ENGLISH[count], _SWEDISH[count])


def the_parties(count: int, lang: str) -> str:
    """Name all parties by their number.

    >>> the_parties(5, "en"), the_parties(33, "sv")
    ('the five', 'de 33 parterna')
    """
    many = worded(lang, " parties", " parterna") if count >= len(_ENGLISH) else ""
    return worded(lang, "the ", "de ") + counted(count, lang) + many


@attrs.frozen
class Amounts:
    """Amounts that are written alike: in billions, millions, thousands, or in full (belopp).

    >>> some = Amounts.of([2_649_855, -423_815])
    >>> some.axis, some.tick(500_000), some.signed(-423_815)
    ('million kr', '0.5', '−0.4')
    """

    divisor: float
    """What amounts are divided by: 10^9, 10^6, 10^3 or 1."""
    decimals: int
    """How many decimals they have in text."""
    axis: str
    """What is counted in, such as ``"million kr"``, for the label of an axis."""
    lang: str
    """The language."""

    @classmethod
    def of(cls, amounts: Iterable[float | Decimal], lang: str = "en", unit: str = "kr") -> "Amounts":
        """Choose how to write amounts that stand beside each other by the largest of them, whatever its sign."""
        largest = max((abs(float(amount)) for amount in amounts), default=0.0)
        for least, divisor, english, swedish in _SCALES:
            if largest >= least * _ROUNDING:
                axis = f"{worded(lang, english, swedish)} {unit}".rstrip()
                return cls(divisor, 0 if least * _ROUNDING * 10 <= largest < _MILLION else 1, axis, lang)
        return cls(1.0, 2 if 0 < largest < _FEW else 0, worded(lang, unit, unit), lang)

    def tick(self, amount: float) -> str:
        """Write an amount beside a tick: with the decimals that it has, and no unit."""
        return shortest(amount / self.divisor, self.lang)

    def signed(self, amount: float | Decimal) -> str:
        """Write an amount with its sign and without its unit, as on the axis."""
        return number(float(amount) / self.divisor, self.decimals, self.lang)


def in_words(amount: float | Decimal, lang: str = "en", unit: str = "kr") -> str:
    """Write the size of an amount with its unit in a sentence, without its sign.

    >>> in_words(2_649_855), in_words(-423_815, "sv"), in_words(3.187), in_words(999_999)
    ('2.6 million kr', '424 tusen kr', '3.19 kr', '1.0 million kr')
    """
    own = Amounts.of([amount], lang, unit)
    return f"{own.signed(abs(float(amount)))} {own.axis}".rstrip()


def telling(values: Iterable[float], lang: str, unit: str = "kr", *, digits: int = 1) -> Amounts:
    """Choose how to write amounts so that few that are not zero are written as zero: with up to three decimals.

    Args:
        values: The amounts.
        lang: The language.
        unit: What they are in.
        digits: So many digits has the smallest that is not zero, at least.

    >>> telling([4_000_000, -8_000], "en").signed(-8_000)
    '−0.01'
    >>> telling([2_900_000, 154_321], "en", digits=2).signed(154_321)
    '0.15'
    """
    every = [float(value) for value in values]
    found = Amounts.of(every, lang, unit)
    least = min((abs(each) for each in every if each), default=found.divisor) / found.divisor * 10.0 ** (1 - digits)
    decimals = next((each for each in range(_DECIMALS) if least >= 0.5 * 10.0**-each), _DECIMALS)
    return attrs.evolve(found, decimals=max(found.decimals, decimals))
