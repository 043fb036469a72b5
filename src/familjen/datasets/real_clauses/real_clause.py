"""A clause of a real agreement, and the figures that were published of it."""

from decimal import Decimal

import attrs

from familjen.dates import Notice
from familjen.model import Condition, CostClause, Source

__all__ = ["PublishedFigure", "RealClause"]


@attrs.frozen
class PublishedFigure:
    """A figure that a source states about a clause (publicerad uppgift)."""

    what: str
    """What it is."""
    amount: Decimal
    """The figure, in the clause's currency."""
    year: int | None = None
    """The year that it is for; ``None`` when the source does not say."""
    party: str | None = None
    """Id of the party that it is about; ``None`` for all."""


@attrs.frozen(repr=False)
class RealClause:
    """A cost clause of a real agreement, statute or proposal, as data (verklig kostnadsklausul)."""

    id: str
    """Its id here."""
    title: str
    """Whose clause it is."""
    country: str
    """Country, as two letters (ISO 3166-1)."""
    clause: CostClause | None
    """The clause; ``None`` where the source is a rule about agreements that shares no cost itself."""
    sources: tuple[Source, ...]
    """Where it is said."""
    parties: tuple[str, ...] = ()
    """Ids of those who pay; empty where the source does not name them all."""
    conditions: tuple[Condition, ...] = ()
    """What else the source says that no calculation can decide, where there is no clause to hold it."""
    notice: Notice | None = None
    """How a party leaves; ``None`` when the source does not say."""
    figures: tuple[PublishedFigure, ...] = ()
    """What was published of it, which the clause is held against."""
    note: str = ""
    """What was read into the source, what it leaves open, and what is illustrative."""
    currency: str = "SEK"
    """Currency of all amounts (ISO 4217)."""

    def text(self, lang: str = "en") -> str:
        """Word the clause, or the conditions where there is no clause, in English (``"en"``) or Swedish (``"sv"``)."""
        if self.clause is not None:
            return self.clause.text(lang, self.currency)
        return "\n".join(f"{number}. {condition.text(lang)}" for number, condition in enumerate(self.conditions, 1))

    def __repr__(self) -> str:
        return f"<RealClause {self.id!r}: {self.title}>"
