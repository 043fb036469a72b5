"""Showing nouns and results to people: as a web page, as pictures, as text (rapport).

`html` makes a report for those who decide, in one file; it needs the extra ``report``. Pictures are in
`familjen.report.plots`, with the extra ``plot``.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from familjen.report.webpage import Absent, Bills, HtmlReport, bill_all, html

__all__ = ["Absent", "Bills", "HtmlReport", "bill_all", "html"]


def __getattr__(name: str) -> object:
    from importlib import import_module

    if name not in __all__:
        raise AttributeError(f"module 'familjen.report' has no attribute {name!r}")
    found = getattr(import_module("familjen.report.webpage"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted(__all__)
