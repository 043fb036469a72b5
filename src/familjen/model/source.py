"""Where a fact comes from."""

import datetime as dt

import attrs

from familjen.validators import is_date, is_text, matches, optional

__all__ = ["Source"]


@attrs.frozen
class Source:
    """Where a fact comes from (källa).

    It can stand on any noun. ``quote`` is the sentence that says it, in the source's own language.

    >>> Source("Årsredovisning 2016", quote="Samarbetet bygger på att alla vinner").title
    'Årsredovisning 2016'
    """

    title: str = attrs.field(validator=is_text)
    """Title of the document or page."""
    url: str | None = attrs.field(
        default=None, kw_only=True, validator=optional(matches(r"https?://\S+", "a web address"))
    )
    """Web address, with ``https://`` or ``http://``."""
    retrieved: dt.date | None = attrs.field(default=None, kw_only=True, validator=optional(is_date))
    """The day it was read; ``None`` when nobody noted it."""
    quote: str | None = attrs.field(default=None, kw_only=True, validator=optional(is_text))
    """The words that state the fact."""
