"""What the cooperation is about."""

import attrs

from familjen.model.source import Source
from familjen.validators import is_bool, is_identifier, is_text, tuple_of

__all__ = ["Area", "GoalArea"]


@attrs.frozen
class Area:
    """A field in which the parties cooperate, whether or not they have set goals for it (samarbetsområde)."""

    id: str = attrs.field(validator=is_identifier)
    """Id within the cooperation."""
    name: str = attrs.field(validator=is_text)
    """Its name."""
    main: bool = attrs.field(default=False, kw_only=True, validator=is_bool)
    """Whether it is one of the main fields."""
    sources: tuple[Source, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Source))
    """Where it is named."""


@attrs.frozen
class GoalArea:
    """A field for which an operational plan sets goals (målområde).

    >>> GoalArea("infrastruktur", "Infrastructure", responsible=("1283",)).responsible
    ('1283',)
    """

    id: str = attrs.field(validator=is_identifier)
    """Id within the cooperation."""
    name: str = attrs.field(validator=is_text)
    """Its name."""
    responsible: tuple[str, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(is_identifier))
    """Ids of the parties that carry the political responsibility for it."""
    sources: tuple[Source, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Source))
    """Where it is named."""
