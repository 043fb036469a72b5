"""One unit of size in words (storleksenhet)."""

from familjen.language import worded

__all__ = ["each_unit"]

_KNOWN = {
    "inhabitants": ("inhabitant", "invånare"),
    "cases": ("case", "ärende"),
    "pupils": ("pupil", "elev"),
    "children": ("child", "barn"),
    "households": ("household", "hushåll"),
    "hours": ("hour", "timme"),
    "calls": ("call", "samtal"),
    "employees": ("employee", "anställd"),
}


def each_unit(unit: str, lang: str) -> str:
    """Say what one unit of size is: common units as a word, others as they are written.

    >>> each_unit("inhabitants", "en"), each_unit("pupils", "sv"), each_unit("km of road", "en")
    ('inhabitant', 'elev', 'unit (km of road)')
    """
    english, swedish = _KNOWN.get(unit, (f"unit ({unit})", f"enhet ({unit})"))
    return worded(lang, english, swedish)
