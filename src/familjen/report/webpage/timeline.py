"""Agreements on a time line, or where they are many, how many are in force each year (tidslinje)."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import attrs

from familjen.dates import Period
from familjen.model import Agreement
from familjen.report.webpage.deadlines import goes_on
from familjen.report.webpage.labels import shortened

if TYPE_CHECKING:
    from markupsafe import Markup

    from familjen.report.webpage.material import Material

__all__ = ["Axis", "drawn_timeline"]

_WIDE, _EDGE, _TOP, _ROW = 760.0, 16.0, 26.0, 40.0
_MANY = 40
"""So many agreements have a line each at most."""
_TICKS = 10
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)
_TALL = 180.0
_LONGEST, _LETTER = 80, 7.4
"""So long a name is written at most, and so wide a letter is."""


@attrs.frozen
class Axis:
    """The years from left to right (tidsaxel)."""

    first: int
    """The first year."""
    last: int
    """The last year; it is shown whole."""

    def at(self, day: dt.date, *, end: bool = False) -> float:
        """Give where the beginning of a day is, from the left, or its end.

        >>> Axis(2016, 2017).at(dt.date(2017, 1, 1))
        380.0
        """
        whole = (dt.date(day.year, 12, 31) - dt.date(day.year, 1, 1)).days + 1
        part = (day.timetuple().tm_yday - 1 + end) / whole
        years = day.year + part - self.first
        return round(_EDGE + (_WIDE - 2 * _EDGE) * years / (self.last - self.first + 1), 1)

    def ticks(self) -> list[tuple[int, float]]:
        """Give the years that are written out, and where they begin: not more than ten."""
        step = next(each for each in _STEPS if (self.last - self.first + 1) / each <= _TICKS)
        years = range(self.first + (-self.first) % step, self.last + 1, step)
        return [(year, self.at(dt.date(year, 1, 1))) for year in years]


def drawn_timeline(agreements: Sequence[Agreement], material: "Material") -> "Markup | None":
    """Draw when agreements are in force; ``None`` where no dates are known."""
    dated = [(each, each.period) for each in agreements if each.period is not None]
    if not dated:
        return None
    today = material.today
    years = [day.year for _, period in dated for day in (period.first_day, period.last_day) if day is not None]
    axis = Axis(min(years), min(max(*years, today.year, min(years) + 1), dt.MAXYEAR))
    missing = [each.name for each in agreements if each.period is None]
    shared: dict[str, Any] = {
        "axis": axis,
        "wide": _WIDE,
        "edge": _EDGE,
        "today": axis.at(today) if axis.first <= today.year <= axis.last else None,
        "day": material.speech.day(today),
        "missing": material.speech.row(missing),
    }
    if len(dated) > _MANY:
        return material.fill("years.svg", **shared, **_yearly([period for _, period in dated], axis))
    rows = [_bar(each, period, place, axis, material) for place, (each, period) in enumerate(dated)]
    return material.fill("timeline.svg", **shared, rows=rows, top=_TOP, high=_TOP + _ROW * len(rows) + 8)


def _bar(agreement: Agreement, period: Period, place: int, axis: Axis, material: "Material") -> dict[str, Any]:
    left = axis.at(period.first_day)
    right = _WIDE - _EDGE if period.last_day is None else axis.at(period.last_day, end=True)
    text = shortened(agreement.name, _LONGEST)
    return {
        "name": agreement.name,
        "text": text,
        "at": round(max(_EDGE, min(left, _WIDE - _EDGE - _LETTER * len(text))), 1),
        "period": material.speech.period(period),
        "x": left,
        "width": round(max(right - left, 2.0), 1),
        "y": _TOP + _ROW * place,
        "open": period.last_day is None,
        "renewed": round(_WIDE - _EDGE - right, 1) if period.last_day is not None and goes_on(agreement) else 0,
    }


def _yearly(periods: Sequence[Period], axis: Axis) -> dict[str, Any]:
    """Count how many are in force at the end of each year, or of some years where there are very many."""
    span = axis.last - axis.first + 1
    step = next(each for each in _STEPS if span / each <= 60)  # noqa: PLR2004 - so many bars fit
    counts = list(_in_force(periods, range(axis.first, axis.last + 1, step)))
    most = max(count for _, count in counts) or 1
    each = (_WIDE - 2 * _EDGE) / len(counts)
    bars = [
        {
            "year": year,
            "count": count,
            "written": place % (len(counts) // _TICKS + 1) == 0,
            "x": round(_EDGE + place * each + 1, 1),
            "width": round(max(each - 2, 1.0), 1),
            "y": round(_TOP + _TALL * (1 - count / most), 1),
            "height": round(_TALL * count / most, 1),
        }
        for place, (year, count) in enumerate(counts)
    ]
    return {"bars": bars, "most": most, "top": _TOP, "bottom": _TOP + _TALL, "high": _TOP + _TALL + 24}


def _in_force(periods: Sequence[Period], years: range) -> Iterator[tuple[int, int]]:
    for year in years:
        day = dt.date(year, 12, 31)
        yield year, sum(day in period for period in periods)
