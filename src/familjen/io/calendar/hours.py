"""When on the day something is held."""

import datetime as dt
import re
from typing import Any

import attrs

from familjen.errors import InvalidValueError
from familjen.validators import is_whole, refuse, show

__all__ = ["Hours"]

_MINUTES_IN_DAY = 24 * 60


def _is_time(instance: "Hours", attribute: "attrs.Attribute[Any]", value: Any) -> None:
    if type(value) is not dt.time:
        refuse(instance, attribute, f"{show(value)} is not a time of day; give a datetime.time, such as time(9, 30)")
    if value.tzinfo is not None or value.second or value.microsecond:
        refuse(instance, attribute, f"{value} is not whole minutes of Swedish time; give hours and minutes, no zone")


@attrs.frozen
class Hours:
    """When on the day a meeting is held, in Swedish time (klockslag).

    The nouns know days, not times of day: whoever makes a calendar gives them.

    >>> print(Hours(dt.time(9), 90))
    09:00-10:30
    """

    start: dt.time = attrs.field(validator=_is_time)
    """When it begins, in Swedish time."""
    minutes: int = attrs.field(default=60, validator=is_whole(1, _MINUTES_IN_DAY))
    """How many minutes it lasts, at most a day."""

    @classmethod
    def parse(cls, text: str) -> "Hours":
        """Read ``"09:00-10:30"``; an end before the start is on the day after.

        Raises:
            InvalidValueError: It is not two times of day with a hyphen between, or they are the same.

        >>> Hours.parse("13:15-15:00").minutes
        105
        """
        found = re.fullmatch(r"([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)", text, re.ASCII)
        if found is None:
            raise InvalidValueError(f"{show(text)} is not a time of day; write it as 09:00-10:30", owner="Hours")
        hour, minute, to_hour, to_minute = map(int, found.groups())
        length = (to_hour - hour) * 60 + to_minute - minute
        if length == 0:
            raise InvalidValueError(f"{text!r} begins and ends at the same time", owner="Hours")
        return cls(dt.time(hour, minute), length % _MINUTES_IN_DAY)

    def begin(self, day: dt.date) -> dt.datetime:
        """Give the start on a day, as it stands on the clock."""
        return dt.datetime.combine(day, self.start)

    def end(self, day: dt.date) -> dt.datetime:
        """Give the end of what starts on a day, as it stands on the clock."""
        return self.begin(day) + dt.timedelta(minutes=self.minutes)

    def __str__(self) -> str:
        day = dt.date(2016, 1, 1)  # any day that has a next one
        return f"{self.begin(day):%H:%M}-{self.end(day):%H:%M}"
