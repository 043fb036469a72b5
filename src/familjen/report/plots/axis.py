"""Axes with numbers as the language writes them (axlar)."""

# pyright: reportUnknownMemberType=false
# matplotlib leaves the types of keyword arguments open.

import math
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from familjen.language import worded
from familjen.report.plots.amounts import Amounts, plus, shortest

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.axis import Axis
    from matplotlib.ticker import FuncFormatter

__all__ = ["amount_axis", "count_axis", "factor_axis", "percent_axis", "size_axis", "span_axis", "year_axis"]

_YEARS = 14
"""So many years have a tick at most."""
_SUBS = ((1.0, (1, 1.5, 2, 3, 5, 7)), (2.0, (1, 2, 5)), (3.0, (1, 3)))
"""Up to so many powers of ten, which multiples of each have a tick."""


def amount_axis(axis: "Axis", amounts: Amounts, label: str) -> None:
    """Write amounts beside the ticks, and what they are in."""
    from matplotlib.ticker import FuncFormatter, MaxNLocator

    def said(amount: float, _: object) -> str:
        return amounts.tick(amount)

    axis.set_major_locator(MaxNLocator(7, steps=[1, 2, 2.5, 5, 10]))
    axis.set_major_formatter(FuncFormatter(said))
    axis.set_label_text(label)


def size_axis(axis: "Axis", lang: str, label: str) -> None:
    """Write sizes beside the ticks of an axis in logarithms: fewer of them, the more powers of ten it spans."""
    from matplotlib.ticker import FuncFormatter, LogLocator, NullLocator

    def said(size: float, _: object) -> str:
        return shortest(size, lang)

    least, most = axis.get_view_interval()
    powers = math.log10(most / least)
    subs = next((subs for limit, subs in _SUBS if powers < limit), (1,))
    axis.set_major_locator(LogLocator(base=10, subs=subs, numticks=30))
    axis.set_minor_locator(NullLocator())
    axis.set_major_formatter(FuncFormatter(said))
    axis.set_label_text(label)


def year_axis(axes: "Axes", horizon: int, first_year: int, lang: str) -> None:
    """Write the start and the years below, by the calendar where that is known; not all where they are many."""
    every = 1 + (horizon - 1) // _YEARS
    places = [0, *range(every, horizon + 1, every)]
    names = ["start", *(str(place + first_year - 1) for place in places[1:])]  # the word is the same in Swedish
    axes.set_xticks(places, labels=names)
    axes.set_xlim(-0.3, horizon * 1.22 + 0.3)
    axes.xaxis.set_label_text(worded(lang, "End of year", "Slutet av år"))


def factor_axis(axes: "Axes", amounts: Amounts, label: str) -> None:
    """Let the upright axis grow by factors, and say so beside it."""
    axes.set_yscale("log")
    least, most = axes.get_ylim()
    size_axis(axes.yaxis, amounts.lang, "")
    axes.set_ylim(least, most)
    axes.yaxis.set_major_formatter(_formatted(amounts.tick))
    grows = worded(amounts.lang, "the axis grows by factors", "axeln växer med faktorer")
    axes.yaxis.set_label_text(f"{label}; {grows}")


def count_axis(axis: "Axis", lang: str, label: str) -> None:
    """Write whole numbers beside the ticks."""
    from matplotlib.ticker import MaxNLocator

    axis.set_major_locator(MaxNLocator(7, integer=True))
    axis.set_major_formatter(_formatted(lambda count: shortest(count, lang)))
    axis.set_label_text(label)


def percent_axis(axis: "Axis", lang: str, label: str, *, signed: bool = False) -> None:
    """Write percentages beside the ticks, with a plus before those above zero where they are changes."""
    from matplotlib.ticker import MaxNLocator

    def said(percent: float) -> str:
        text = f"{shortest(percent, lang)} %"
        return plus(text) if signed else text

    axis.set_major_locator(MaxNLocator(7, steps=[1, 2, 2.5, 5, 10]))
    axis.set_major_formatter(_formatted(said))
    axis.set_label_text(label)


def span_axis(axes: "Axes", years: Sequence[int]) -> None:
    """Write years below, not all where they are many; the last one always."""
    every = 1 + (len(years) - 1) // _YEARS
    axes.set_xticks(list(reversed(years))[::every][::-1])
    axes.xaxis.set_major_formatter(_formatted(lambda year: str(int(year))))
    beside = 0.02 * (years[-1] - years[0]) or 0.5
    axes.set_xlim(years[0] - beside, years[-1] + beside)


def _formatted(said: Callable[[float], str]) -> "FuncFormatter":
    from matplotlib.ticker import FuncFormatter

    def formatted(value: float, _: object) -> str:
        return said(value)

    return FuncFormatter(formatted)
