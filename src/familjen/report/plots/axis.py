"""Axes with numbers as the language writes them (axlar)."""

# pyright: reportUnknownMemberType=false
# matplotlib leaves the types of keyword arguments open.

import math
from typing import TYPE_CHECKING

from familjen.language import worded
from familjen.report.plots.amounts import Amounts, shortest

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.axis import Axis

__all__ = ["amount_axis", "size_axis", "year_axis"]

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
