"""For whom and when a key is weighed, and with which figures."""

import datetime as dt
from functools import lru_cache

import attrs

from familjen.amounts.vector import Vector
from familjen.dates import ReferenceDate
from familjen.errors import InvalidValueError
from familjen.model import Holding, Source
from familjen.places import Statistics

__all__ = ["Occasion", "forget"]


@attrs.frozen
class Occasion:
    """Who is weighed, for which year, with which statistics (tillfälle).

    Keys of your own get it: ``occasion.figures("cases", reference)`` looks figures up, one for each party.
    """

    parties: tuple[str, ...]
    """Ids of the parties, in order."""
    year: int
    """The year for which they are weighed."""
    statistics: Statistics
    """Where figures are looked up."""
    reference: ReferenceDate | None = None
    """The day on which figures are taken where the clause does not say; an assumption of whoever bills."""
    owners: tuple[Holding, ...] = ()
    """Who owns how much, where the agreement says it."""

    def day(self, own: ReferenceDate | None, counted: str = "inhabitants are counted") -> tuple[dt.date, bool]:
        """Give the day on which a key's figures are taken, and whether the clause says it.

        Raises:
            InvalidValueError: Neither clause nor caller says it, or the year has no such day.
        """
        if own is not None:
            return own.resolve(self.year), True
        if self.reference is None:
            reason = (
                f"the clause does not say on which day {counted}; "
                "give reference=, such as ReferenceDate(12, 31, years_before=1), and it is shown as your assumption"
            )
            raise InvalidValueError(reason, attribute="reference")
        return self.reference.resolve(self.year), False

    def figures(self, series: str, day: dt.date) -> Vector:
        """Look up a figure for each party.

        Raises:
            UnknownIdError: There is no such series, or it has no such party.
            MissingDataError: A party has no figure on that day; the error names the nearest days.
        """
        return _looked_up(self.statistics, series, self.parties, day)[0]

    def source(self, series: str, day: dt.date) -> Source:
        """Say where the figures come from."""
        return _looked_up(self.statistics, series, self.parties, day)[1]


@lru_cache(maxsize=128)
def _looked_up(statistics: Statistics, series: str, parties: tuple[str, ...], day: dt.date) -> tuple[Vector, Source]:
    """Look a column of figures up; the last ones are remembered, since years and clauses ask for the same again."""
    return Vector.of(statistics.values(series, parties, day), "figure"), statistics.source(series, parties[0], day)


def forget() -> None:
    """Forget the columns of figures that were looked up last."""
    _looked_up.cache_clear()
