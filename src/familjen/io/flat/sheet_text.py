"""Text in cells of a workbook, where some signs are written by their numbers (text i blad)."""

import re

__all__ = ["fault_of_sheet_text", "length_in_sheet", "sheet_text", "text_of_sheet"]

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_LONGEST = 32_767
_LIKE_NUMBER = re.compile(r"_(?=x[0-9A-Fa-f]{4}[_\r])")
_NUMBERED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def sheet_text(text: str) -> str:
    r"""Write text as a workbook holds it: what reads like a sign's number, and a carriage return, by number.

    >>> sheet_text("_x0041_"), sheet_text("a\rb")
    ('_x005F_x0041_', 'a_x000D_b')
    """
    return _LIKE_NUMBER.sub("_x005F_", text).replace("\r", "_x000D_")


def text_of_sheet(written: str) -> str:
    """Read text as a workbook holds it.

    >>> text_of_sheet("_x005F_x0041_"), text_of_sheet("_x0041_")
    ('_x0041_', 'A')
    """
    return _NUMBERED.sub(lambda found: chr(int(found[1], 16)), written)


def length_in_sheet(text: str) -> int:
    """Count a text's signs as Excel does, to which one outside the first 65,536, such as 😀, is two.

    >>> length_in_sheet("Båstad"), length_in_sheet("😀")
    (6, 2)
    """
    return len(text) + sum(sign > "\uffff" for sign in text)


def fault_of_sheet_text(text: str) -> str | None:
    r"""Say why no cell can hold the text; ``None`` where one can.

    >>> fault_of_sheet_text("a\x07b")
    'holds the control character U+0007, which no workbook can hold; remove it'
    """
    found = _ILLEGAL.search(text)
    if found is not None:
        return f"holds the control character U+{ord(found[0]):04X}, which no workbook can hold; remove it"
    if length_in_sheet(sheet_text(text)) > _LONGEST:
        return f"is text of {length_in_sheet(text):,} signs, and a cell holds {_LONGEST:,}; shorten it, or write CSV"
    return None
