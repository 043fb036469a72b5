"""A matplotlib picture as a part of a page: SVG whose ids and styles are its own."""

import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markupsafe import Markup
    from matplotlib.figure import Figure

__all__ = ["inline_svg"]

_HEAD = re.compile(r"^.*?(?=<svg )", re.DOTALL)
_UNUSED = re.compile(r"\s*<metadata>.*?</metadata>|\s*<style [^>]*>.*?</style>", re.DOTALL)
"""Metadata is for files; a style would hold for the whole page, whose own says the same of pictures."""
_ID = re.compile(r'(?<= id=")|(?<=href="#)|(?<=url\(#)')


def inline_svg(figure: "Figure", prefix: str) -> "Markup":
    """Give a picture as SVG for the middle of a page, with its alternative text as title and description.

    Args:
        figure: The picture.
        prefix: What its ids begin with, which no other picture of the page has.

    Raises:
        MissingExtraError: matplotlib is not installed.
    """
    from markupsafe import Markup

    from familjen.report.plots import save

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "picture.svg")
        save(figure, path)
        text = path.read_text("utf-8")
    svg = _ID.sub(f"{prefix}-", _UNUSED.sub("", _HEAD.sub("", text)))
    named = f'<svg aria-labelledby="{prefix}-title {prefix}-description" '
    svg = svg.replace("<svg ", named, 1).replace("<title>", f'<title id="{prefix}-title">', 1)
    return Markup(svg.replace("<desc>", f'<desc id="{prefix}-description">', 1))  # noqa: S704 - matplotlib escapes text
