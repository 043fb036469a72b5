"""A picture's page: words above and below, and the drawing between (bildsida)."""

# pyright: reportUnknownMemberType=false
# matplotlib leaves the types of keyword arguments open.

from typing import TYPE_CHECKING, Any

from familjen.errors import InvalidValueError
from familjen.report.plots.heading import Heading
from familjen.report.plots.style import DARK, WORSE
from familjen.validators import show

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["alt_text", "need_figure", "page", "settle"]

_WIDE = 7.5
"""How wide a picture is, in inches."""
_TALLEST = 120.0
_EDGE = 0.12
"""Room at the edges, in inches."""
_LINE = 1.35
"""The height of a line by the size of its letters."""
_POINTS = 72
_PERCENT = "\N{NO-BREAK SPACE}%"
"""A number and its sign stay on one line."""
_SAFE = 0.96
"""Letters are a little wider on a coarse screen than in theory."""

Line = tuple[str, float, str, str]
"""A line of text with its size in points, colour and weight."""


def page(heading: Heading, high: float) -> tuple["Figure", "Axes"]:
    """Make a figure with these words and axes that are about so many inches high; it belongs to no window.

    Raises:
        InvalidValueError: It is higher than a picture can be.
    """
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure
    from matplotlib.layout_engine import ConstrainedLayoutEngine

    above = _broken(heading.title, 12.0, "black", "bold") + _broken(heading.subtitle, 9.5, DARK, "normal")
    above += _broken(heading.illustrative, 9.0, WORSE, "bold")
    below = [line for note in heading.notes for line in _broken(note, 7.5, DARK, "normal")]
    top, bottom = (2 * _EDGE + sum(map(_height, lines)) for lines in (above, below))
    whole = top + high + bottom
    if whole > _TALLEST:
        reason = f"the picture would be {whole:.0f} inches high; draw fewer rows at a time"
        raise InvalidValueError(reason, attribute="high")
    layout = ConstrainedLayoutEngine(h_pad=0.06, w_pad=0.08)
    figure = Figure(figsize=(_WIDE, whole), layout=layout)
    FigureCanvasAgg(figure)
    _write(figure, above, whole - _EDGE)
    _write(figure, below, bottom - _EDGE)
    layout.set(rect=(0, bottom / whole, 1, high / whole))
    figure.set_label(heading.alt())
    return figure, figure.add_subplot()


def settle(figure: "Figure") -> None:
    """Lay the drawing out once and for all, so that positions on it can be measured and stay."""
    figure.draw_without_rendering()
    figure.set_layout_engine("none")


def alt_text(figure: "Figure") -> str:
    """Give the text that stands in for a picture, for those who do not see it (alternativtext).

    It says what the words of the picture say, its answers and each party's numbers. A picture of others has none:
    ``""``.

    Raises:
        InvalidValueError: It is no picture.
    """
    need_figure(figure)
    return str(figure.get_label())


def need_figure(given: Any) -> None:
    """Refuse what is no picture.

    Raises:
        InvalidValueError: It is none.
    """
    if not (hasattr(given, "savefig") and hasattr(given, "get_label")):
        reason = f"{show(given)} is no picture; make one with plot_savings or another of these"
        raise InvalidValueError(reason, attribute="figure")


def _write(figure: "Figure", lines: list[Line], top: float) -> None:
    """Write lines below each other from so many inches above the bottom."""
    wide, high = figure.get_size_inches()
    for line in lines:
        text, size, colour, weight = line
        figure.text(_EDGE / wide, top / high, text, size=size, color=colour, weight=weight, va="top", ha="left")
        top -= _height(line)


def _height(line: Line) -> float:
    return line[1] * _LINE / _POINTS


def _broken(text: str, size: float, colour: str, weight: str) -> list[Line]:
    """Break a text into lines that are no wider than the picture; a longer word stays whole."""
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import TextToPath

    font = FontProperties(size=size, weight=weight)
    room = (_WIDE - 2 * _EDGE) * _POINTS * _SAFE
    measure = TextToPath()
    lines: list[str] = []
    for word in text.replace(" %", _PERCENT).split(" ") if text else []:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measure.get_text_width_height_descent(longer, font, ismath=False)[0] <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return [(line, size, colour, weight) for line in lines]
