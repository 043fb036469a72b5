"""Numbers in words of a language (tal i text)."""

from decimal import Decimal

from familjen.language import say

__all__ = ["decimal", "percent", "whole"]

_SPACE = "\N{NO-BREAK SPACE}"


def decimal(value: float, lang: str, places: int = 2) -> str:
    """Write a number with so many decimals at most.

    >>> decimal(1234.5, "en"), decimal(2.0, "sv"), decimal(0.125, "sv", 3)
    ('1,234.5', '2', '0,125')
    """
    text = f"{value:.{places}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return say(Decimal("0" if text == "-0" else text), lang).replace(_SPACE, " ")


def percent(share: float, lang: str, places: int = 1) -> str:
    """Write a share in per cent, with so many decimals at most.

    >>> percent(0.875, "en"), percent(0.05, "sv")
    ('87.5 %', '5 %')
    """
    return f"{decimal(100 * share, lang, places)} %"


def whole(value: float, lang: str) -> str:
    """Write a whole number, with its thousands apart.

    >>> whole(12_000, "en")
    '12,000'
    """
    return decimal(value, lang, 0)
