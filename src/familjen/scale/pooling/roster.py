"""Rosters of those who stand by (jour och beredskap)."""

import math
from fractions import Fraction
from typing import Any

import attrs

from familjen.amounts.exact import shown
from familjen.errors import InvalidValueError
from familjen.games.number import as_exact
from familjen.language import worded
from familjen.scale.pooling.written import decimal, percent, whole
from familjen.validators import is_whole

__all__ = ["WEEKS", "Roster"]

WEEKS = Fraction(36525, 700)
"""Weeks in a year, leap years counted in: 365.25/7, about 52.18."""

_HOURS_OF_WEEK = 168
_HOURS_OF_YEAR = Fraction(8766)


def _positive(value: Any, what: str, attribute: str, most: Fraction | int) -> Fraction:
    found = as_exact(value, what, attribute)
    if not 0 < found <= most:
        reason = f"{what} is {shown(found)}; give a number above 0, at most {shown(most)}"
        raise InvalidValueError(reason, owner="Roster", attribute=attribute)
    return found


def _hours_per_year(value: Any) -> Fraction:
    return _positive(value, "the hours that one employee works a year", "hours_per_year", _HOURS_OF_YEAR)


def _hours_per_week(value: Any) -> Fraction:
    return _positive(value, "the hours of a week that are manned", "hours_per_week", _HOURS_OF_WEEK)


def _counted(value: Any) -> Fraction:
    return _positive(value, "the share of an hour that counts as work", "counted", 1)


@attrs.frozen
class Roster:
    """Posts that are manned by turns, such as a social worker on call every night (beredskapsschema).

    It takes work, in employees, and it takes enough people to take turns; whichever is more decides. How many posts
    there must be, so that somebody arrives in time wherever it is needed, is yours to say.

    Raises:
        InvalidValueError: A number is not finite, or outside its range.

    >>> nights = Roster(posts=1, hours_per_week=118, hours_per_year=1_700, counted=0.25, every=6)
    >>> round(float(nights.employees), 2), nights.persons
    (0.91, 6)
    """

    posts: int = attrs.field(kw_only=True, validator=is_whole(1, 10**6))
    """How many are on duty at the same time."""
    hours_per_year: Fraction = attrs.field(kw_only=True, converter=_hours_per_year)
    """Hours that one full-time employee is at work in a year, holidays and sickness taken off (årsarbetstid)."""
    hours_per_week: Fraction = attrs.field(default=Fraction(_HOURS_OF_WEEK), kw_only=True, converter=_hours_per_week)
    """Hours of the week in which each post is manned; 168 is round the clock."""
    counted: Fraction = attrs.field(default=Fraction(1), kw_only=True, converter=_counted)
    """The share of an hour on duty that counts as work: 1 where one works, less where one stands by at home."""
    every: int = attrs.field(default=1, kw_only=True, validator=is_whole(1, 520))
    """Nobody is on duty more than one week in so many; 1 says nothing."""

    @property
    def hours(self) -> Fraction:
        """Hours of duty in a year, of all posts: posts · hours a week · 365.25/7."""
        return self.posts * self.hours_per_week * WEEKS

    @property
    def employees(self) -> Fraction:
        """Full-time employees that the work comes to, exactly (årsarbetare)."""
        return self.hours * self.counted / self.hours_per_year

    @property
    def turns(self) -> int:
        """How many people it takes so that nobody's turn comes too often: posts · every."""
        return self.posts * self.every

    @property
    def persons(self) -> int:
        """The least number of people: enough for the turns, and for the work if each is employed full time at most."""
        return max(self.turns, math.ceil(self.employees))

    def explain(self, lang: str = "en") -> str:
        """Say in sentences what it takes, and what that rests on, in English (``"en"``) or Swedish (``"sv"``).

        >>> print(Roster(posts=1, hours_per_year=1_700, every=2).explain())
        Posts: 1, manned 168 hours a week, 8,766 hours of duty a year.
        100 % of the hours count as work; at 1,700 hours a year for each that is the work of 5.16 employees.
        Nobody is on duty more than one week in 2, a week at a time: persons for the turns, at least 2.
        Persons in all: at least 6. Rules on working time and rest are not examined.
        """
        week, duty, year, work = (
            decimal(float(each), lang)
            for each in (self.hours_per_week, self.hours, self.hours_per_year, self.employees)
        )
        counted = percent(float(self.counted), lang)
        every, turns, persons = (whole(each, lang) for each in (self.every, self.turns, self.persons))
        return worded(
            lang,
            f"Posts: {self.posts}, manned {week} hours a week, {duty} hours of duty a year.\n"
            f"{counted} of the hours count as work; at {year} hours a year for each that is the work of {work} "
            "employees.\n"
            f"Nobody is on duty more than one week in {every}, a week at a time: persons for the turns, at "
            f"least {turns}.\n"
            f"Persons in all: at least {persons}. Rules on working time and rest are not examined.",
            f"Poster: {self.posts}, bemannade {week} timmar i veckan, {duty} timmar per år.\n"
            f"{counted} av timmarna räknas som arbete; med {year} timmar per år för var och en är det {work} "
            "årsarbetare.\n"
            f"Ingen tjänstgör mer än en vecka av {every}, en vecka i taget: personer för turerna, minst {turns}.\n"
            f"Personer i allt: minst {persons}. Regler om arbetstid och vila prövas inte.",
        )
