"""One look for all pictures: readable without colour, and apart for those who see few colours (stil)."""

from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

from familjen.errors import MissingExtraError

__all__ = ["BETTER", "COLOURS", "DARK", "FAINT", "WORSE", "drawing"]

BETTER = "#0072B2"
"""The colour of what saves, and of the base case: blue."""
WORSE = "#B34700"
"""The colour of what costs more: a dark vermilion."""
DARK = "#333333"
"""The colour of text and of what is beside the point."""
FAINT = "#9A9A9A"
"""The colour of lines that lead the eye."""
COLOURS = ("#0072B2", "#B34700", "#007A5A", "#7A4A9E", "#8A6500", "#A1356A", "#3A6E8F", "#555555")
"""Colours of groups, all dark enough for white figures on them; a group is told by its number, not by its colour."""

_LOOK: dict[str, Any] = {
    "axes.axisbelow": True,
    "axes.edgecolor": FAINT,
    "axes.formatter.use_mathtext": False,
    "axes.grid": True,
    "axes.labelcolor": DARK,
    "axes.labelsize": 9,
    "axes.spines.right": False,
    "axes.spines.top": False,
    "axes.unicode_minus": True,
    "font.family": ["sans-serif"],
    "font.sans-serif": ["DejaVu Sans"],
    "font.size": 9,
    "grid.color": "#E3E3E3",
    "grid.linewidth": 0.7,
    "hatch.linewidth": 0.8,
    "legend.fontsize": 8,
    "legend.frameon": False,
    "svg.fonttype": "path",
    "svg.hashsalt": "familjen",
    "text.color": DARK,
    "text.hinting": "none",  # letters are as wide on a coarse screen as on paper
    "text.parse_math": False,  # a party may be called $A$
    "xtick.color": DARK,
    "xtick.labelsize": 8.5,
    "ytick.color": DARK,
    "ytick.labelsize": 8.5,
}


@contextmanager
def drawing() -> Generator[None]:
    """Draw in the one style, whatever style the caller has set, which is as it was afterwards.

    Raises:
        MissingExtraError: matplotlib is not installed.
    """
    try:
        from matplotlib import style
    except ImportError as error:
        raise MissingExtraError.of("a picture", "plot") from error
    with style.context(["default", _LOOK]):
        yield
