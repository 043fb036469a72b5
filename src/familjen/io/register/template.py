"""A blank register for people to fill in (mall)."""

import os

from familjen.io.flat.table import Table
from familjen.io.register.build import layout_of
from familjen.io.register.dressing import dress
from familjen.model.cooperation import Cooperation

__all__ = ["write_template"]


def write_template(path: str | os.PathLike[str], noun: type = Cooperation, *, lang: str = "en") -> None:
    """Write a blank workbook to fill in: a sheet of instructions, and a sheet for each table (skriv mall).

    Columns of codes are text, days are days, and what can have few values offers them. In English each heading tells
    what stands below it.

    Args:
        path: The file, which ends in .xlsx.
        noun: The class of the noun.
        lang: The language of the instructions: English or Swedish. Tables and columns have the same names in both.

    Raises:
        InvalidValueError: The path does not end in .xlsx; it is not a language of ours, or not a noun.
        MissingExtraError: openpyxl is not installed.
        OSError: It cannot be written.
    """
    sheets = layout_of(noun).sheets.values()
    blank = [Table(sheet.name, sheet.columns, ()) for sheet in sheets if sheet.columns]
    dress(blank, path, noun, guide=lang)
