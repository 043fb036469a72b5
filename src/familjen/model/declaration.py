"""Something that the parties have declared."""

import attrs

from familjen.model.source import Source
from familjen.validators import is_text, tuple_of

__all__ = ["Declaration"]


@attrs.frozen
class Declaration:
    """Something the parties declare together: a purpose, a principle, a reason (utgångspunkt).

    >>> str(Declaration("Everyone wins, if not every time, then at least over time"))
    'Everyone wins, if not every time, then at least over time'
    """

    text: str = attrs.field(validator=is_text)
    """What is declared."""
    sources: tuple[Source, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Source))
    """Where it is written."""

    def __str__(self) -> str:
        return self.text
