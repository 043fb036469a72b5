"""What an agreement settles, point by point."""

import attrs

from familjen.model.source import Source
from familjen.validators import is_identifier, is_text, optional, tuple_of

__all__ = ["Provision"]


@attrs.frozen
class Provision:
    """A point that an agreement, a charter or articles settle (bestämmelse).

    The points that the law asks for are those of `familjen.rules.requirements`; others may stand beside them.

    >>> Provision("withdrawal", where="§ 15").point
    'withdrawal'
    """

    point: str = attrs.field(validator=is_identifier)
    """What is settled, such as ``"withdrawal"``."""
    where: str | None = attrs.field(default=None, kw_only=True, validator=optional(is_text))
    """Where in the text, such as ``"§ 15"``."""
    text: str | None = attrs.field(default=None, kw_only=True, validator=optional(is_text))
    """The words that settle it."""
    sources: tuple[Source, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Source))
    """Where it is said."""
