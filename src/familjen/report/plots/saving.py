"""Writing a picture to a file (spara en bild)."""

# pyright: reportUnknownMemberType=false
# matplotlib leaves the types of keyword arguments open.

import io
import os
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from familjen.errors import InvalidValueError
from familjen.io.atomic import write_bytes, write_text
from familjen.report.plots.page import alt_text, need_figure
from familjen.report.plots.style import drawing
from familjen.validators import show

if TYPE_CHECKING:
    from matplotlib.figure import Figure

__all__ = ["save"]

_COARSEST, _FINEST = 30, 1200


def save(figure: "Figure", path: str | os.PathLike[str], *, dpi: int = 200) -> None:
    """Write a picture to an SVG or PNG file, whole or not at all, with its alternative text inside (spara).

    The same picture gives the same file each time: no date is written, and ids in SVG do not change. Letters in SVG are
    shapes, so that it looks the same everywhere.

    Args:
        figure: The picture.
        path: Where; what it ends with says what is written: ``.svg`` or ``.png``.
        dpi: How many dots an inch of a PNG has, from 30 to 1,200; SVG has none.

    Raises:
        InvalidValueError: It is no picture, the path ends otherwise, or the dots are out of range.
        OSError: The folder does not exist or cannot be written to.
    """
    need_figure(figure)
    if type(dpi) is not int or not _COARSEST <= dpi <= _FINEST:
        reason = f"{show(dpi)} is no number of dots an inch; give a whole number from {_COARSEST} to {_FINEST}"
        raise InvalidValueError(reason, attribute="dpi")
    kind = Path(path).suffix.lower()
    if kind == ".svg":
        write_text(path, _svg(figure))
    elif kind == ".png":
        write_bytes(path, _png(figure, dpi))
    else:
        reason = f"{show(os.fspath(path))} ends with neither .svg nor .png, which says what to write"
        raise InvalidValueError(reason, attribute="path")


def _svg(figure: "Figure") -> str:
    """Give a picture as SVG, with its alternative text as title and description."""
    title, _, rest = alt_text(figure).partition("\n")
    page = io.BytesIO()
    with drawing():
        figure.savefig(page, format="svg", metadata={"Title": title, "Date": None, "Creator": None})
    text = page.getvalue().decode("utf-8")
    described = f"</title>\n <desc>{escape(rest)}</desc>"
    return text.replace("</title>", described, 1).replace("<svg ", '<svg role="img" ', 1)


def _png(figure: "Figure", dpi: int) -> bytes:
    page = io.BytesIO()
    with drawing():
        figure.savefig(page, format="png", dpi=dpi, metadata={"Software": None, "Description": alt_text(figure)})
    return page.getvalue()
