"""A decision by somebody who may decide."""

import datetime as dt

import attrs

from familjen.model.source import Source
from familjen.validators import is_date, is_text, is_whole, optional, tuple_of

__all__ = ["Decision"]


@attrs.frozen
class Decision:
    """A decision, by whom and when (beslut).

    On an agreement it is a council's approval; on a plan it is the board's adoption for a year.

    >>> Decision("1283", day=dt.date(2015, 11, 17), reference="§ 161").by
    '1283'
    """

    by: str = attrs.field(validator=is_text)
    """Who decided: a party's id, or the name of a body such as ``"board"``."""
    day: dt.date | None = attrs.field(default=None, kw_only=True, validator=optional(is_date))
    """The day of the decision; ``None`` when it is not known."""
    year: int | None = attrs.field(default=None, kw_only=True, validator=optional(is_whole(1862, 9999)))
    """The year that is decided for, where decisions are yearly."""
    reference: str | None = attrs.field(default=None, kw_only=True, validator=optional(is_text))
    """Where to find it, such as the minutes' paragraph ``"§ 62"``."""
    sources: tuple[Source, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Source))
    """Where it is said."""
