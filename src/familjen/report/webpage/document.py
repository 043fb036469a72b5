"""A report as a document of its own."""

import os
from typing import TYPE_CHECKING

import attrs

from familjen.io.atomic import write_text

if TYPE_CHECKING:
    from familjen.report.webpage.section import Absent

__all__ = ["HtmlReport"]

_KILO = 1000


@attrs.frozen(repr=False)
class HtmlReport:
    """A report on a cooperation: one HTML file that needs nothing beside it (rapport).

    ``str(report)`` is the page. A notebook shows it in a frame of its own.
    """

    html: str
    """The page: HTML with its style and pictures inside, and no script."""
    title: str
    """Its title."""
    lang: str
    """Its language, ``"en"`` or ``"sv"``."""
    sections: tuple[str, ...]
    """The ids of its sections, in order; a link to one ends with ``#`` and its id."""
    absent: "tuple[Absent, ...]" = ()
    """The questions that it does not answer, each with what it would take."""

    @property
    def size(self) -> int:
        """How many bytes the file has."""
        return len(self.html.encode("utf-8"))

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the page to a file in UTF-8, whole or not at all (spara).

        Raises:
            OSError: The folder does not exist or cannot be written to.
        """
        write_text(path, self.html)

    def __str__(self) -> str:
        return self.html

    def __repr__(self) -> str:
        kilobytes = f"{self.size / _KILO:,.0f} kB"
        return f"<HtmlReport {self.title!r} ({self.lang}): {len(self.sections)} sections, {kilobytes}>"

    def _repr_html_(self) -> str:
        from html import escape

        frame = 'sandbox="" width="100%" height="700" style="border:1px solid"'
        return f'<iframe title="{escape(self.title)}" {frame} srcdoc="{escape(self.html)}"></iframe>'
