"""A picture of how the number of inhabitants develops (bild av befolkningen)."""

# pyright: reportUnknownMemberType=false
# matplotlib leaves the types of keyword arguments open.

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from familjen.errors import InvalidValueError
from familjen.language import worded
from familjen.places import Statistics
from familjen.report.plots.amounts import counted
from familjen.report.plots.axis import percent_axis, span_axis
from familjen.report.plots.line_ends import lead_to, names_beside
from familjen.report.plots.named_lines import GREY, draw_lines, named_places, names_high, on_lines
from familjen.report.plots.page import page, settle
from familjen.report.plots.population_told import People, changed, people_of, population_heading, together
from familjen.report.plots.style import DARK, drawing
from familjen.validators import show

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["plot_population"]

_HIGH, _ROOM = 4.2, 0.9
_ALL: dict[str, Any] = {"color": DARK, "lw": 2.6, "ls": (0, (1, 1)), "zorder": 4}


def plot_population(
    parties: Iterable[str], years: Iterable[int], *, statistics: Statistics | None = None, lang: str = "en"
) -> "Figure":
    """Draw by how many per cent each party's inhabitants have changed since the first year (bild av befolkningen).

    Inhabitants are those of 31 December. Names stand at the ends of the lines with the change; the thick dotted line is
    all together. Of more than twelve parties the six that change least and the six that change most have names, and the
    others are grey.

    Args:
        parties: Codes or names of municipalities.
        years: The years, in order, two at least.
        statistics: Where inhabitants are looked up; the bundled statistics of 1950–2025 unless given.
        lang: ``"en"`` or ``"sv"``.

    Raises:
        InvalidValueError: There are no parties or one is there twice, years are too few or not in order, somebody has
            no inhabitants in the first year, or it is not a language of ours.
        UnknownIdError: A party is no Swedish municipality.
        MissingDataError: There is no figure for a party and year.
        MissingExtraError: matplotlib is not installed.

    >>> from familjen.report.plots import alt_text
    >>> print(alt_text(plot_population(["Helsingborg", "Bjuv", "Perstorp"], [1995, 2005, 2015, 2025])))
    Together the three have grown by 29.5 % since 1995: Helsingborg most, +33.6 %, and Perstorp least, −3.1 %
    135,884 inhabitants on 31 December 1995, 175,943 on 31 December 2025.
    Helsingborg: 114,339 to 152,776, +33.6 %.
    Bjuv: 14,199 to 16,052, +13.1 %.
    Perstorp: 7,346 to 7,115, −3.1 %.
    """
    figures = Statistics.bundled() if statistics is None else statistics
    if not isinstance(figures, Statistics):
        raise InvalidValueError(f"{show(statistics)} is no Statistics", attribute="statistics")
    wanted = _years(years)
    people = people_of(parties, wanted, figures)
    named = [people[place] for place in named_places([each.change for each in people])]
    names = [on_lines(f"{each.name} {changed(each.change, lang)}") for each in named]
    with drawing():
        figure, axes = page(population_heading(people, wanted, lang), max(_HIGH, names_high(names) + _ROOM))
        others = [each for each in people if each not in named]
        for each in others:
            axes.plot(wanted, each.percent, color=GREY, lw=0.9, zorder=2)
        lines = draw_lines(axes, wanted, [each.percent for each in named])
        _finish(axes, people, wanted, len(others), lang)
        texts = names_beside(axes, names)
        settle(figure)
        lead_to(axes, texts, lines)
    return figure


def _years(given: Iterable[int]) -> tuple[int, ...]:
    """Read the years: two at least, each after the one before."""
    if isinstance(given, str | bytes) or not isinstance(given, Iterable):
        raise InvalidValueError(f"{show(given)} are no years; give range(2000, 2026)", attribute="years")
    years = tuple(given)
    if any(type(year) is not int for year in years):
        raise InvalidValueError(f"{show(list(years))} are no years; give whole numbers", attribute="years")
    if len(years) < 2 or sorted(set(years)) != list(years):  # noqa: PLR2004 - from one to another
        reason = f"{show(list(years))} are not two or more years, each after the one before"
        raise InvalidValueError(reason, attribute="years")
    return years


def _finish(axes: "Axes", people: Sequence[People], years: Sequence[int], others: int, lang: str) -> None:
    """Draw all together, name the axes, and explain the lines."""
    axes.axhline(0, color=DARK, lw=1.2, zorder=1)
    if len(people) > 1:
        axes.plot(years, together(people).percent, label=worded(lang, "all together", "alla tillsammans"), **_ALL)
    if others:
        grey = worded(lang, f"{counted(others, lang)} more", f"{counted(others, lang)} till")
        axes.plot([], [], color=GREY, lw=0.9, label=grey)
    label = worded(lang, f"inhabitants since {years[0]}", f"invånare sedan {years[0]}")
    percent_axis(axes.yaxis, lang, label, signed=True)
    span_axis(axes, years)
    if axes.get_legend_handles_labels()[1]:
        axes.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=2, borderaxespad=0.2)
