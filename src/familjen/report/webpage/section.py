"""What a report is made of: sections, and what is not in it."""

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from markupsafe import Markup

__all__ = ["Absent", "Section"]


@attrs.frozen
class Section:
    """A section of a report (avsnitt)."""

    id: str
    """Its id in the page, which links lead to."""
    title: str
    """Its heading."""
    body: "Markup"
    """What stands under the heading, as HTML."""
    answers: tuple[str, ...] = ()
    """What the beginning of the report says of it: answers, in sentences."""


@attrs.frozen
class Absent:
    """A question that a report does not answer, and what it would take (frånvarande avsnitt)."""

    title: str
    """The question in short."""
    needs: str
    """What to give for an answer."""
