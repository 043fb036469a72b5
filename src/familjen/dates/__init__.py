"""Days and spans of days as agreements write them: periods, reference dates, notice, recurrence."""

from familjen.dates.notice import CountedFrom, Notice
from familjen.dates.period import Period
from familjen.dates.recurrence import Recurrence
from familjen.dates.reference import ReferenceDate

__all__ = ["CountedFrom", "Notice", "Period", "Recurrence", "ReferenceDate"]
