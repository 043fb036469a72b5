"""Rows of text set in columns."""

import html
from collections.abc import Sequence
from decimal import Decimal

from familjen.language import say

__all__ = ["Row", "as_html", "as_lines", "written"]

Row = Sequence[str]


def as_lines(head: Row, rows: Sequence[Row], total: Row | None = None, *, indent: str = "") -> list[str]:
    r"""Set rows in columns, the first flush left and the others flush right, with rulers under the head and the rows.

    >>> print(*as_lines(("Party", "SEK"), [("Bjuv", "20")], ("Total", "20")), sep="\n")
    Party  SEK
    ----------
    Bjuv    20
    ----------
    Total   20
    """
    lines = [head, *rows, *([] if total is None else [total])]
    widths = [max(len(row[column]) for row in lines) for column in range(len(head))]
    made = [
        "  ".join(
            cell.ljust(width) if column == 0 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in lines
    ]
    ruler = "-" * max(map(len, made))
    body = made[1:] if total is None else [*made[1:-1], ruler, made[-1]]
    return [indent + line for line in (made[0], ruler, *body)]


def as_html(head: Row, rows: Sequence[Row], total: Row | None = None, notes: Sequence[str] = ()) -> str:
    """Set rows in an HTML table, with notes below.

    >>> as_html(("Party",), [("Bjuv & c",)])
    '<table><thead><tr><th>Party</th></tr></thead><tbody><tr><td>Bjuv &amp; c</td></tr></tbody></table>'
    """
    top = "".join(f"<th>{html.escape(name)}</th>" for name in head)
    body = "".join(f"<tr>{''.join(f'<td>{html.escape(cell)}</td>' for cell in row)}</tr>" for row in rows)
    foot = "" if total is None else f"<tr>{''.join(f'<th>{html.escape(cell)}</th>' for cell in total)}</tr>"
    below = "".join(f"<p>{html.escape(note)}</p>" for note in notes)
    return f"<table><thead><tr>{top}</tr></thead><tbody>{body}{foot}</tbody></table>{below}"


def written(amount: Decimal | None, lang: str) -> str:
    """Write an amount with its thousands apart, with plain spaces; nothing for none.

    >>> written(Decimal("1234.50"), "sv"), written(None, "sv")
    ('1 234,50', '')
    """
    return "" if amount is None else say(amount, lang).replace("\N{NO-BREAK SPACE}", " ")
