"""Something that comes round."""

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import Any

import attrs

from familjen.dates.period import Period
from familjen.errors import InvalidValueError
from familjen.validators import is_date, optional, refuse, tuple_of

__all__ = ["Recurrence"]

_DAY = "(?:MO|TU|WE|TH|FR|SA|SU)"
_NUMBERS = r"[+-]?\d{1,3}(?:,[+-]?\d{1,3})*"
_PARTS = {
    "FREQ": "[A-Z]+",
    "INTERVAL": r"[1-9]\d{0,3}",
    "COUNT": r"[1-9]\d{0,5}",
    "UNTIL": r"\d{8}",
    "BYDAY": rf"(?:[+-]?\d{{1,2}})?{_DAY}(?:,(?:[+-]?\d{{1,2}})?{_DAY})*",
    "BYMONTHDAY": _NUMBERS,
    "BYMONTH": _NUMBERS,
    "BYSETPOS": _NUMBERS,
    "BYWEEKNO": _NUMBERS,
    "BYYEARDAY": _NUMBERS,
    "WKST": _DAY,
}
_FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_MOST = 100_000


def _is_rule(instance: "Recurrence", attribute: "attrs.Attribute[Any]", value: Any) -> None:
    if type(value) is not str:
        refuse(instance, attribute, f"{value!r} is not text")
    reason = _objection(value)
    if reason:
        refuse(instance, attribute, reason)


def _is_not_before_first(instance: "Recurrence", attribute: "attrs.Attribute[Any]", value: Any) -> None:
    if value is not None and value < instance.first_day:
        refuse(instance, attribute, f"{value} is before the first day, {instance.first_day}")


@lru_cache(maxsize=1024)
def _objection(rule: str) -> str | None:
    """Say what is wrong with a rule; ``None`` when nothing is."""
    parts = [part.partition("=") for part in rule.split(";")]
    names = [name for name, _, _ in parts]
    if not all(re.fullmatch(r"[A-Z]+=[A-Z0-9,+-]+", part) for part in rule.split(";")):
        return (
            f"{rule!r} is not a rule: write NAME=VALUE pairs in capitals with ; between, such as FREQ=MONTHLY;BYDAY=2TU"
        )
    unknown = [name for name in names if name not in _PARTS]
    if unknown:
        return f"{unknown[0]} has no place in a rule of days; the parts are {', '.join(sorted(_PARTS))}"
    if len(set(names)) != len(names):
        return f"{rule!r} says a part twice"
    frequency = dict((name, value) for name, _, value in parts).get("FREQ")  # noqa: C402 - partition gives triples
    if frequency not in _FREQUENCIES:
        return f"{rule!r} needs FREQ, one of {', '.join(_FREQUENCIES)}"
    return _value_objection(rule, parts) or _parser_objection(rule)


def _value_objection(rule: str, parts: list[tuple[str, str, str]]) -> str | None:
    wrong = [name for name, _, value in parts if not re.fullmatch(_PARTS[name], value, re.ASCII)]
    if wrong:
        return f"{rule!r} is not a rule of RFC 5545: {wrong[0]} has no such value here (UNTIL is a day, YYYYMMDD)"
    if {"COUNT", "UNTIL"} <= {name for name, _, _ in parts}:
        return f"{rule!r} has both COUNT and UNTIL; RFC 5545 allows one of them"
    return None


def _parser_objection(rule: str) -> str | None:
    from dateutil.rrule import rrulestr

    try:
        rrulestr(rule, dtstart=dt.datetime(2016, 1, 1))  # noqa: DTZ001 - days have no zone
    except (ValueError, TypeError, KeyError, IndexError, OverflowError) as error:
        return f"{rule!r} is not a rule of RFC 5545: {error}"
    return None


@attrs.frozen
class Recurrence:
    """Days that come round by a rule (återkommande dagar).

    The rule is that of iCalendar (RFC 5545, section 3.3.10). A day that a month lacks is left out, as the standard
    says: ``BYMONTHDAY=31`` skips April; ``BYMONTHDAY=-1`` is every month's last day.

    >>> second_tuesday = Recurrence("FREQ=MONTHLY;BYDAY=2TU", dt.date(2016, 1, 1))
    >>> second_tuesday.in_year(2016)[:2]
    (datetime.date(2016, 1, 12), datetime.date(2016, 2, 9))
    """

    rule: str = attrs.field(validator=_is_rule)
    """The rule, such as ``"FREQ=MONTHLY;BYDAY=2TU"``, without ``RRULE:``."""
    first_day: dt.date = attrs.field(validator=is_date)
    """The day from which it applies; it counts itself only if the rule hits it."""
    last_day: dt.date | None = attrs.field(
        default=None, kw_only=True, validator=[optional(is_date), _is_not_before_first]
    )
    """The last day on which it applies; ``None`` until further notice, or as the rule's COUNT or UNTIL say."""
    except_days: tuple[dt.date, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(is_date))
    """Days that are left out."""

    def between(self, period: Period) -> tuple[dt.date, ...]:
        """Give the days that lie in the period, in order.

        Raises:
            InvalidValueError: There is no end to them, or there are more than 100,000.
        """
        span = period.intersection(Period(self.first_day, self.last_day))
        if span is None:
            return ()
        endless = period.last_day is None and self.last_day is None and "COUNT" not in self.rule
        if endless and "UNTIL" not in self.rule:
            raise InvalidValueError("the days have no end; give a period with a last day", owner="Recurrence")
        days = list(islice(self._hits(span), _MOST + 1))
        if len(days) > _MOST:
            raise InvalidValueError(f"there are more than {_MOST:,} days in {period}", owner="Recurrence")
        return tuple(day for day in days if day not in self.except_days)

    def in_year(self, year: int) -> tuple[dt.date, ...]:
        """Give the days of a calendar year, in order."""
        return self.between(Period.year(year))

    def next_after(self, day: dt.date) -> dt.date | None:
        """Give the first day after that one; ``None`` when there is no more."""
        last = self.last_day or dt.date.max
        if day >= last:
            return None
        start = max(day + dt.timedelta(days=1), self.first_day)
        if start > last:
            return None
        span = Period(start, last)
        return next((hit for hit in self._hits(span) if hit not in self.except_days), None)

    def _hits(self, span: Period) -> Iterator[dt.date]:
        """Give the days that the rule hits in the span, the exceptions among them."""
        from dateutil.rrule import rrulestr

        first, start = (dt.datetime.combine(day, dt.time()) for day in (self.first_day, span.first_day))
        ends = "COUNT" in self.rule or "UNTIL" in self.rule or span.last_day is None
        rule = self.rule if ends else f"{self.rule};UNTIL={str(span.last_day).replace('-', '')}"
        for hit in rrulestr(rule, dtstart=first).xafter(start, inc=True):
            if span.last_day is not None and hit.date() > span.last_day:
                return
            yield hit.date()
