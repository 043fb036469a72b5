"""A picture of what each party pays year by year (bild av flerårsplanen)."""

# pyright: reportUnknownMemberType=false
# matplotlib leaves the types of keyword arguments open.

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

import attrs

from familjen.allocation import Forecast
from familjen.errors import InvalidValueError
from familjen.language import worded
from familjen.report.plots.amounts import Amounts, counted, telling
from familjen.report.plots.axis import amount_axis, factor_axis, span_axis
from familjen.report.plots.charges_told import money_of
from familjen.report.plots.forecast_told import Course, change_of, courses_of, forecast_heading
from familjen.report.plots.heading import said_made_up
from familjen.report.plots.line_ends import lead_to, names_beside
from familjen.report.plots.named_lines import GREY, draw_lines, named_places, names_high, on_lines
from familjen.report.plots.page import page, settle
from familjen.report.plots.style import DARK, drawing
from familjen.validators import show

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["plot_forecast"]

_HIGH, _ROOM = 4.2, 0.9
"""How high the drawing is at least, and the legend and the axis, in inches."""
_APART = 8.0
"""Where the largest amount is more than so many times the smallest, the axis grows by factors."""


def plot_forecast(forecast: Forecast, *, illustrative: bool = False, lang: str = "en") -> "Figure":
    """Draw what each party pays in each year (bild av flerårsplanen).

    Names stand at the ends of the lines with the last amount and by how much it has changed since the first year. Where
    amounts are far apart the axis grows by factors, so that lines that rise alike are parallel. Of more than twelve
    parties the six that pay least and the six that pay most in the last year have names, and the others are grey.

    Args:
        forecast: What each pays in each year.
        illustrative: Whether figures are made up, which the picture then says.
        lang: ``"en"`` or ``"sv"``.

    Raises:
        InvalidValueError: It is no forecast, or not a language of ours.
        MissingExtraError: matplotlib is not installed.

    >>> from decimal import Decimal
    >>> from familjen.allocation import forecast
    >>> from familjen.model import Equal
    >>> from familjen.report.plots import alt_text
    >>> index = {2028: Decimal("0.03"), 2029: Decimal("0.02")}
    >>> plan = forecast(Equal(), years=[2027, 2028, 2029], cost=100_000, index=index, parties=["1283", "1260"])
    >>> print(alt_text(plot_forecast(plan)))
    In 2029 the two pay 105 thousand kr, 5.1 % more than in 2027, as for each of them
    Helsingborg, 2027–2029: 50.0; 51.5; 52.5 thousand kr; +5.1 %.
    Bjuv, 2027–2029: 50.0; 51.5; 52.5 thousand kr; +5.1 %.
    """
    if not isinstance(forecast, Forecast):
        raise InvalidValueError(f"{show(forecast)} is no Forecast; make one with forecast", attribute="forecast")
    courses = courses_of(forecast)
    paid = [each for course in courses for each in course.amounts if not math.isnan(each)]
    amounts = telling(paid, lang, money_of(forecast.statements[0]), digits=2)
    named = [courses[place] for place in named_places([_end(each) for each in courses])]
    names = [on_lines(_name(each, amounts)) for each in named]
    heading = attrs.evolve(forecast_heading(forecast, courses, amounts), illustrative=said_made_up(illustrative, lang))
    with drawing():
        figure, axes = page(heading, max(_HIGH, names_high(names) + _ROOM))
        others = [each for each in courses if each not in named]
        for each in others:
            axes.plot(forecast.years, each.amounts, color=GREY, lw=0.9, zorder=2)
        lines = draw_lines(axes, forecast.years, [each.amounts for each in named])
        _finish(axes, forecast.years, paid, amounts, len(others))
        texts = names_beside(axes, names)
        settle(figure)
        lead_to(axes, texts, lines)
    return figure


def _end(course: Course) -> float:
    """Give what is paid in the last year that something is."""
    return [each for each in course.amounts if not math.isnan(each)][-1]


def _name(course: Course, amounts: Amounts) -> str:
    change = change_of(course, amounts.lang)
    return f"{course.name} {amounts.signed(_end(course))}" + (f" ({change})" if change else "")


def _finish(axes: "Axes", years: Sequence[int], paid: Sequence[float], amounts: Amounts, others: int) -> None:
    """Name the axes: by factors where amounts are far apart, and else from zero."""
    lang = amounts.lang
    label = worded(lang, f"{amounts.axis} a year", f"{amounts.axis} per år")
    if min(paid) > 0 and max(paid) > _APART * min(paid):
        factor_axis(axes, amounts, label)
    else:
        if min(paid) >= 0:
            axes.set_ylim(0, max(paid) * 1.08 or 1)
        else:
            axes.axhline(0, color=DARK, lw=1.2)
        amount_axis(axes.yaxis, amounts, label)
    span_axis(axes, years)
    if others:
        grey = worded(lang, f"{counted(others, lang)} more", f"{counted(others, lang)} till")
        axes.plot([], [], color=GREY, lw=0.9, label=grey)
        axes.legend(loc="lower left", bbox_to_anchor=(0, 1), borderaxespad=0.2)
