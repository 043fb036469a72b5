"""What every estimate says of itself (förbehåll)."""

import math

from familjen.language import worded

__all__ = ["said_amount", "said_number", "warning"]

_WHOLE = 1_000


def warning(lang: str = "en") -> str:
    """Say what a regression on size is not.

    Raises:
        InvalidValueError: It is not a language of ours.

    >>> print(warning())
    An association is not a saving: places of different sizes differ in age, sparsity, tasks and grants too, and none
    was merged to see what happens. Research: cooperation rarely lowers costs (Statskontoret 2023).
    """
    return worded(
        lang,
        "An association is not a saving: places of different sizes differ in age, sparsity, tasks and grants too, and "
        "none was merged to see what happens. Research: cooperation rarely lowers costs (Statskontoret 2023).",
        "Ett samband är ingen besparing: orter av olika storlek skiljer sig också i ålder, gleshet, uppgifter och "
        "bidrag, och ingen slogs ihop för att se vad som händer. Forskning: samverkan sänker sällan kostnader "
        "(Statskontoret 2023).",
    )


def said_number(number: float, lang: str, decimals: int = 3) -> str:
    """Say a number in so many decimals, grouped as the language does, with a true minus.

    >>> said_number(-0.0731, "sv"), said_number(74_000.4, "en", 0)
    ('−0,073', '74,000')
    """
    text = f"{round(number, decimals) + 0.0:,.{decimals}f}".replace("-", "−")  # no minus before a zero
    return text.replace(",", " ").replace(".", ",") if lang == "sv" else text


def said_amount(amount: float, lang: str) -> str:
    """Say a size or an amount above zero: whole from 1,000, below that with four digits.

    >>> said_amount(74_000.4, "en"), said_amount(0.00412345, "en"), said_amount(500, "sv")
    ('74,000', '0.004123', '500')
    """
    is_whole = amount >= _WHOLE or amount == int(amount)
    return said_number(amount, lang, 0 if is_whole else 3 - math.floor(math.log10(amount)))
