"""Spans of days on a time line, a row for each name (tidslinje)."""

# pyright: reportUnknownMemberType=false
# matplotlib leaves the types of keyword arguments open.

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import attrs

from familjen.dates import Period
from familjen.errors import InvalidValueError
from familjen.language import say, worded
from familjen.report.plots.rows import named_rows
from familjen.report.plots.style import COLOURS, DARK
from familjen.validators import show

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["SPANS_ROOM", "Span", "draw_spans", "need_day", "reach", "span_words"]

SPANS_ROOM = 0.95
"""The height of the axis and the legend, in inches."""
_TICKS = 14
_HATCHES = ("", "////", "----", "xxxx")
_DAY: dict[str, Any] = {"color": DARK, "lw": 1.4, "ls": "--", "zorder": 4}
_YEAR = 365


@attrs.frozen
class Span:
    """What stands in a row of a time line (rad på en tidslinje)."""

    name: str
    """What or who."""
    kind: str
    """What sort of thing it is, for the legend."""
    periods: tuple[Period, ...]
    """When; empty where that is not known."""

    def holds(self, day: dt.date) -> bool:
        """Tell whether the day lies in one of its periods."""
        return any(day in period for period in self.periods)


def need_day(on: Any) -> None:
    """Refuse what is no day.

    Raises:
        InvalidValueError: It is no date.
    """
    if on is not None and type(on) is not dt.date:
        raise InvalidValueError(f"{show(on)} is no date; give datetime.date(2016, 1, 1)", attribute="on")


def reach(spans: Sequence[Span], on: dt.date | None) -> Period:
    """Give the days that a time line shows: all that are named, with a year after the last beginning.

    Raises:
        InvalidValueError: No row has a period.
    """
    periods = [period for span in spans for period in span.periods]
    if not periods:
        reason = "it is not known of anything when it began, so there is no time line; give periods"
        raise InvalidValueError(reason, attribute="coop")
    days = [on] if on is not None else []
    days += [day for period in periods for day in (period.first_day, period.last_day) if day is not None]
    longest = max((period.first_day for period in periods), default=min(days)).toordinal() + _YEAR
    last = max(max(days).toordinal(), longest)
    beyond = (last - min(days).toordinal()) // 25 if any(period.is_open for period in periods) else 0
    return Period(min(days), dt.date.fromordinal(min(last + beyond, dt.date.max.toordinal())))


def span_words(span: Span, lang: str) -> str:
    """Say when something is, as it stands beside its row.

    >>> span_words(Span("Bjuv", "member", (Period(dt.date(2016, 1, 1)),)), "sv")
    'från och med 2016-01-01'
    """
    unknown = worded(lang, "when is not known", "när är inte känt")
    return ", ".join([say(period, lang) for period in span.periods]) or unknown


def draw_spans(axes: "Axes", spans: Sequence[Span], shown: Period, on: dt.date | None, lang: str) -> None:
    """Draw the periods of each row, with an arrow where they are open, and a line at a day."""
    first, last = shown.first_day.toordinal(), (shown.last_day or shown.first_day).toordinal() + 1
    kinds = list(dict.fromkeys(span.kind for span in spans))
    for number, kind in enumerate(kinds):
        style: dict[str, Any] = {"color": COLOURS[number % len(COLOURS)], "edgecolor": "white", "height": 0.5}
        style["hatch"] = _HATCHES[number % len(_HATCHES)]
        label = kind if len(kinds) > 1 else None
        for place, span in [(place, span) for place, span in enumerate(spans) if span.kind == kind]:
            for period in span.periods:
                begun = period.first_day.toordinal()
                ended = last if period.last_day is None else period.last_day.toordinal() + 1
                axes.barh(place, ended - begun, left=begun, label=label, zorder=2, **style)
                label = None
                if period.last_day is None:
                    axes.plot([last], [place], marker=">", ms=9, color=style["color"], clip_on=False, zorder=3)
    if on is not None:
        axes.axvline(on.toordinal(), label=str(on), **_DAY)
    axes.set_xlim(first - 0.01 * (last - first), last)
    _year_ticks(axes, shown, lang)
    named_rows(axes, [span.name for span in spans], ["  " + span_words(span, lang) for span in spans])
    if axes.get_legend_handles_labels()[1]:
        axes.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=4, borderaxespad=0.2, columnspacing=1.2)


def _year_ticks(axes: "Axes", shown: Period, lang: str) -> None:
    """Write the years at their first days, not all where they are many."""
    begun, ended = shown.first_day.year, (shown.last_day or shown.first_day).year
    every = 1 + (ended - begun) // _TICKS
    years = [year for year in range(begun, ended + 1, every) if dt.date(year, 1, 1) in shown] or [begun]
    axes.set_xticks([dt.date(year, 1, 1).toordinal() for year in years], labels=[str(year) for year in years])
    axes.xaxis.set_label_text(worded(lang, "1 January of each year", "1 januari varje år"))
