"""Weights and shares as they are written (tal i text)."""

from decimal import Decimal
from fractions import Fraction

from familjen.amounts.exact import shown
from familjen.language import say

__all__ = ["percent", "say_number"]

_DECIMALS = 6


def percent(number: Fraction, lang: str, decimals: int = 1) -> str:
    """Write a share as a percentage, with one decimal or so many that something is seen.

    >>> percent(Fraction(1, 3), "en"), percent(Fraction(1, 30_000), "sv"), percent(Fraction(0), "en")
    ('33.3 %', '0,003 %', '0 %')
    """
    if not number:
        return "0 %"
    while decimals < _DECIMALS and abs(number) * 100 < Fraction(1, 10**decimals):
        decimals += 1
    text = f"{float(number) * 100:.{decimals}f} %"
    return text.replace(".", ",") if lang == "sv" else text


def say_number(number: Fraction, lang: str) -> str:
    """Write a number with its thousands apart: whole, with its decimals if it has no more than six, or as a fraction.

    >>> say_number(Fraction(182_233), "en"), say_number(Fraction(2421, 2), "sv"), say_number(Fraction(1, 3), "sv")
    ('182,233', '1 210,5', '1/3')
    """
    scaled = number * 10**_DECIMALS
    if number.denominator == 1 or scaled.denominator > 1:
        text = say(number.numerator, lang) if number.denominator == 1 else shown(number)
    else:
        places = next(many for many in range(1, _DECIMALS + 1) if (number * 10**many).denominator == 1)
        text = say(Decimal(f"{number.numerator * 10**places // number.denominator}E-{places}"), lang)
    return text.replace("\N{NO-BREAK SPACE}", " ")
