"""Rows of text set in columns, to be read on a screen or in a notebook (tabell)."""

import html
from collections.abc import Sequence

__all__ = ["as_html", "as_lines"]

Row = Sequence[str]


def as_lines(head: Row, rows: Sequence[Row], feet: Sequence[Row] = ()) -> list[str]:
    r"""Set rows in columns, the first flush left and the others flush right, with rulers between head, rows and feet.

    >>> print(*as_lines(("Player", "pays"), [("A", "9.5")], [("All", "9.5")]), sep="\n")
    Player  pays
    ------------
    A        9.5
    ------------
    All      9.5
    """
    lines = [head, *rows, *feet]
    widths = [max(len(row[column]) for row in lines) for column in range(len(head))]
    made = [
        "  ".join(
            cell.rjust(width) if column else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in lines
    ]
    ruler = "-" * max(map(len, made))
    body = made[1 : len(rows) + 1]
    return [made[0], ruler, *body, *([ruler, *made[len(rows) + 1 :]] if feet else [])]


def as_html(head: Row, rows: Sequence[Row], feet: Sequence[Row] = ()) -> str:
    """Set rows in an HTML table.

    >>> as_html(("Player",), [("Bjuv & c",)])
    '<table><thead><tr><th>Player</th></tr></thead><tbody><tr><td>Bjuv &amp; c</td></tr></tbody></table>'
    """
    foot = f"<tfoot>{_rows(feet, 'th')}</tfoot>" if feet else ""
    return f"<table><thead>{_rows([head], 'th')}</thead><tbody>{_rows(rows, 'td')}</tbody>{foot}</table>"


def _rows(rows: Sequence[Row], kind: str) -> str:
    return "".join(f"<tr>{''.join(f'<{kind}>{html.escape(cell)}</{kind}>' for cell in row)}</tr>" for row in rows)
