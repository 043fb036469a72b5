"""A workbook as the same bytes each time it is made of the same (arbetsbok som byte)."""

# openpyxl has no types of its own.
# pyright: basic

import io
import re
import zipfile
from typing import Any

__all__ = ["workbook_bytes"]

_PROPERTIES = "docProps/core.xml"
_TIMES = re.compile(rb"<dcterms:(created|modified)\b[^>]*>[^<]*</dcterms:\1>")
_NO_DAY = (1980, 1, 1, 0, 0, 0)
"""The first day that an archive can name; Excel shows it nowhere."""


def workbook_bytes(book: Any) -> bytes:
    """Save a workbook of openpyxl without the time at which it was saved: the same content is the same bytes.

    >>> from openpyxl import Workbook
    >>> workbook_bytes(Workbook()) == workbook_bytes(Workbook())
    True
    """
    saved, made = io.BytesIO(), io.BytesIO()
    book.save(saved)
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            content = old.read(part)
            if part.filename == _PROPERTIES:
                content = _TIMES.sub(b"", content)
            new.writestr(zipfile.ZipInfo(part.filename, _NO_DAY), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()
