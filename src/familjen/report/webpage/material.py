"""What a report is made from, looked up once for all of its sections."""

import datetime as dt
from functools import cached_property
from typing import TYPE_CHECKING, Any

import attrs

from familjen.model import Cooperation
from familjen.report.webpage.drawing import filled
from familjen.report.webpage.speech import Speech

if TYPE_CHECKING:
    from markupsafe import Markup

    from familjen.balance import Balance
    from familjen.findings import Report
    from familjen.games.comparison import Comparison
    from familjen.io.game_file import GameFile
    from familjen.io.scale_file import ScaleFile
    from familjen.report.webpage.bills import Bills
    from familjen.scale import ScaleBenefit

__all__ = ["Material"]


@attrs.frozen
class Material:
    """What a report is made from (underlag)."""

    coop: Cooperation
    """The cooperation, as it stood on the day of the report where it has one."""
    whole: Cooperation
    """The cooperation with all that is known of it, of any day."""
    speech: Speech
    """Its language."""
    on: dt.date | None
    """The day that it tells of; ``None`` for all that is known, of any day."""
    made: dt.date
    """The day on which the report is made."""
    found: "Report"
    """What the rules found."""
    bills: "Bills"
    """What was billed, and what could not be."""
    shares: "tuple[Comparison | GameFile, ...]"
    """Joint costs to split."""
    benefits: "tuple[ScaleBenefit | ScaleFile, ...]"
    """What doing services together saves or costs."""
    balances: "tuple[Balance, ...]"
    """Who has paid and received what over time."""

    def fill(self, template: str, **values: Any) -> "Markup":
        """Fill a template, which can speak the language."""
        return filled(template, t=self.speech.words, speech=self.speech, lang=self.speech.lang, **values)

    @cached_property
    def names(self) -> dict[str, str]:
        """The names of parties and partners by their ids."""
        return {each.id: each.name for each in (*self.whole.partners, *self.whole.parties)}

    @property
    def today(self) -> dt.date:
        """The day that the report speaks of as now: that which it tells of, or else that on which it is made."""
        return self.made if self.on is None else self.on

    def name(self, party: str) -> str:
        """Name a party, or give its id where nobody has named it."""
        return self.names.get(party, party)
