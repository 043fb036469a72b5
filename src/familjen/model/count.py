"""A number of things that are not listed one by one."""

import attrs

from familjen.model.source import Source
from familjen.validators import is_bool, is_text, is_whole, tuple_of

__all__ = ["Count"]


@attrs.frozen
class Count:
    """A stated number of things that are not, or not all, listed (antal).

    A cooperation may say that it has about forty networks without naming them. The count stands apart from the list.

    >>> str(Count("networks", 40, approximate=True))
    'about 40 networks'
    >>> str(Count("goal areas", 5))
    '5 goal areas'
    """

    of: str = attrs.field(validator=is_text)
    """What is counted, in the plural: ``"networks"``."""
    number: int = attrs.field(validator=is_whole(0))
    """How many, as stated."""
    approximate: bool = attrs.field(default=False, kw_only=True, validator=is_bool)
    """Whether the source gives the number only roughly ("about", "cirka")."""
    sources: tuple[Source, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Source))
    """Where the number is stated."""

    def __str__(self) -> str:
        return f"{'about ' if self.approximate else ''}{self.number:,} {self.of}"
