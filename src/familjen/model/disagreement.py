"""Sources that contradict each other."""

import attrs

from familjen.model.source import Source
from familjen.validators import is_identifier, is_text, one_of, optional, tuple_of

__all__ = ["Claim", "Disagreement"]


@attrs.frozen
class Claim:
    """What one source says about a fact that is in dispute (uppgift)."""

    value: str = attrs.field(validator=is_text)
    """The fact as this source gives it."""
    source: Source = attrs.field(validator=one_of(Source))
    """The source that says so."""


@attrs.frozen
class Disagreement:
    """Sources that contradict each other on a fact (motstridiga uppgifter).

    Both claims are kept. ``adopted`` says which of them the data follows, and ``reason`` why.

    >>> said = (Claim("2016", Source("Report")), Claim("2017", Source("Intranet")))
    >>> str(Disagreement("familjeratt", "period", said, adopted="2016", reason="the older source"))
    "familjeratt, period: 2016 (Report) against 2017 (Intranet); the data follows '2016': the older source"
    """

    subject: str = attrs.field(validator=is_identifier)
    """Id of the noun that the fact is about."""
    attribute: str = attrs.field(validator=is_text)
    """The attribute in dispute, such as ``"period"``."""
    claims: tuple[Claim, ...] = attrs.field(validator=tuple_of(Claim))
    """What the sources say."""
    adopted: str | None = attrs.field(default=None, kw_only=True, validator=optional(is_text))
    """The claim that the data follows; ``None`` when it follows neither."""
    reason: str | None = attrs.field(default=None, kw_only=True, validator=optional(is_text))
    """Why that claim was adopted."""

    def __str__(self) -> str:
        said = " against ".join(f"{claim.value} ({claim.source.title})" for claim in self.claims)
        follows = f"the data follows {self.adopted!r}" if self.adopted else "the data follows neither"
        return f"{self.subject}, {self.attribute}: {said}; {follows}{f': {self.reason}' if self.reason else ''}"
