"""Lines over years, the named ones apart by marker, dash and colour (namngivna linjer)."""

# pyright: reportUnknownMemberType=false
# matplotlib leaves the types of keyword arguments open.

import textwrap
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from familjen.errors import InvalidValueError
from familjen.report.plots.style import COLOURS

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.lines import Line2D

__all__ = ["GREY", "MOST", "draw_lines", "named_places", "names_high", "need_few", "on_lines"]

MOST = 12
"""So many lines are named at most."""
GREY = "#B5B5B5"
"""The colour of lines that are not named."""
_LINE = 0.16
"""The height of a line of a name, in inches."""
_WIDE = 28
"""A longer name is broken."""
_MARKED = 25
"""With more points than this only some are marked."""
_MARKERS = ("o", "s", "^", "D", "v", "P", "X", "<", ">", "p", "*", "h")
_DASHES = ("-", "--")


def named_places(ends: Sequence[float]) -> list[int]:
    """Choose which lines are named: all of up to twelve, of more the six that end lowest and the six highest.

    >>> named_places([3, 1, 2])
    [0, 1, 2]
    """
    if len(ends) <= MOST:
        return list(range(len(ends)))
    order = sorted(range(len(ends)), key=lambda place: ends[place])
    half = MOST // 2
    return [*order[:half], *order[-half:]]


def need_few(count: int) -> None:
    """Refuse more names than there is room for.

    Raises:
        InvalidValueError: There are more than twelve.
    """
    if count > MOST:
        reason = f"there are {count} parties to name, and room for {MOST}; give fewer"
        raise InvalidValueError(reason, attribute="parties")


def on_lines(text: str) -> str:
    r"""Break what stands beside a line where it is long.

    >>> on_lines("Räddningstjänsten i Alingsås och Vårgårda 12.5")
    'Räddningstjänsten i Alingsås\noch Vårgårda 12.5'
    """
    return "\n".join(textwrap.wrap(text, _WIDE))


def names_high(names: Sequence[str]) -> float:
    """Give how high names beside lines are together, in inches."""
    return sum(1 + name.count("\n") for name in names) * _LINE


def draw_lines(axes: "Axes", steps: Sequence[float], named: Sequence[Sequence[float]]) -> "list[Line2D]":
    """Draw a line for each row of values, up to twelve, and give them."""
    lines: list[Line2D] = []
    for place, values in enumerate(named):
        style: dict[str, Any] = {"ls": _DASHES[place // len(COLOURS)], "marker": _MARKERS[place], "ms": 5, "lw": 1.5}
        style |= {"color": COLOURS[place % len(COLOURS)], "markevery": 1 + len(steps) // _MARKED}
        lines += axes.plot(steps, values, zorder=3, **style)
    return lines
