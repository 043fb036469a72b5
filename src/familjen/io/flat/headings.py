"""The columns of results that may have no rows (rubriker)."""

from collections.abc import Mapping
from typing import Any

from familjen.io.flat.column import Column, Kind

__all__ = ["columns_without_rows"]

_HEADINGS: Mapping[str, Mapping[str, Kind]] = {
    "familjen.findings.report.Report": dict.fromkeys(
        ("code", "severity", "path", "message", "hint", "reference"), "text"
    ),
    "familjen.balance.mending.transfers.Transfers": {
        "year": "integer",
        "payer": "text",
        "receiver": "text",
        "amount": "decimal",
    },
    "familjen.scale.partition.stable.Stability": {"group": "text", "weight": "float"},
    "familjen.allocation.effects.Sensitivity": {
        "kind": "text",
        "what": "text",
        "of": "text",
        "party": "text",
        "change": "fraction",
    },
}


def columns_without_rows(result: Any) -> tuple[Column, ...] | None:
    """Give the columns that a result has where it has no rows, as a report without findings; else ``None``.

    >>> from familjen.findings import Report
    >>> [column.name for column in columns_without_rows(Report(()))]
    ['code', 'severity', 'path', 'message', 'hint', 'reference']
    """
    cls = result.__class__
    headings = _HEADINGS.get(f"{cls.__module__}.{cls.__qualname__}")
    return None if headings is None else tuple(Column(name, kind) for name, kind in headings.items())
