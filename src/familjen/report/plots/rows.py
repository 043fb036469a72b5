"""Rows of a picture with a name on the left and words on the right (rader)."""

# pyright: reportUnknownMemberType=false
# matplotlib leaves the types of keyword arguments open.

import textwrap
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["named_rows", "rows_high"]

_LONG = 30
"""A longer name is broken."""
_ROW, _LINE = 0.3, 0.15
"""The least height of a row, and that of a line of its name, in inches."""


def rows_high(names: Sequence[str]) -> float:
    """Give how high rows with these names are together, in inches.

    >>> rows_high(["Bjuv", "Klippan"])
    0.6
    """
    lines = max(len(_broken(name)) for name in names)
    return len(names) * max(_ROW, _LINE * (lines + 0.5))


def named_rows(axes: "Axes", names: Sequence[str], words: Sequence[str]) -> None:
    """Give each row its name on the left and what comes of it on the right, the first row on top."""
    axes.set_ylim(len(names) - 0.4, -0.6)
    axes.set_yticks(range(len(names)), labels=["\n".join(_broken(name)) for name in names], parse_math=False)
    axes.tick_params(axis="y", length=0)
    axes.grid(visible=False, axis="y")
    axes.spines["left"].set_visible(False)
    beside = axes.get_yaxis_transform()
    for place, text in enumerate(words):
        axes.text(1.01, place, text, transform=beside, va="center", ha="left", size=8)


def _broken(name: str) -> list[str]:
    return textwrap.wrap(name, _LONG) or [name]
