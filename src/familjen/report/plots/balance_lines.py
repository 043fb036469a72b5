"""A picture of who is ahead and behind over time (bild av balansen)."""

# pyright: reportUnknownMemberType=false
# matplotlib leaves the types of keyword arguments open.

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from familjen.balance import Balance, Range
from familjen.language import worded
from familjen.report.plots.amounts import Amounts, counted, telling
from familjen.report.plots.axis import amount_axis, year_axis
from familjen.report.plots.balance_standings import Standing, chosen, standings_of
from familjen.report.plots.balance_told import balance_heading, by_year
from familjen.report.plots.line_ends import lead_to, names_beside
from familjen.report.plots.named_lines import GREY, draw_lines, named_places, names_high, need_few, on_lines
from familjen.report.plots.page import page, settle
from familjen.report.plots.style import DARK, drawing

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.lines import Line2D

__all__ = ["plot_balance"]

_BANDS = 3
"""Up to so many have their ranges drawn."""
_HIGH = 4.2
_ROOM = 0.9
"""The height of the legend and the axis, in inches."""
_RING: dict[str, Any] = {"marker": "o", "ms": 13, "ls": "none", "mfc": "none", "mew": 1.4, "zorder": 5}


def plot_balance(balance: Balance, *, parties: Sequence[str] | None = None, lang: str = "en") -> "Figure":
    """Draw how far each party is ahead or behind at the end of each year (bild av balansen).

    A ring marks the year from whose end on a party that has been behind is whole: never behind again. Up to three
    parties have their ranges, from every entry at its lowest to every entry at its highest. Of more than twelve
    parties the six furthest ahead and the six furthest behind at the end have names, and the others are grey.

    Args:
        balance: Who is ahead and who behind.
        parties: Who is named, up to twelve; the others are grey.
        lang: ``"en"`` or ``"sv"``.

    Raises:
        InvalidValueError: It is no balance, not a language of ours, or parties are none, too many or there twice.
        UnknownIdError: A party is none of the balance.
        MissingExtraError: matplotlib is not installed.

    >>> from familjen.balance import Entry, Ledger, balance
    >>> from familjen.report.plots import alt_text
    >>> found = balance(Ledger.of([
    ...     Entry("Bjuv", 2023, "Fee", paid=300_000), Entry("Bjuv", 2025, "Event", received=500_000),
    ...     Entry("Åstorp", 2023, "Fee", paid=300_000), Entry("Åstorp", 2024, "Course", received=280_000),
    ... ]))
    >>> print(alt_text(plot_balance(found)))
    Åstorp is behind in 2025; Bjuv is not
    Bjuv, 2023–2025: −300; −300; 200 thousand kr; whole since 2025.
    Åstorp, 2023–2025: −300; −20; −20 thousand kr; behind since 2023.
    Kronor as they were paid.
    Entries: 4 measured.
    """
    standings = standings_of(balance)
    named = _named(standings, parties)
    bands = _bands(balance, named)
    drawn = [*standings, *(end for ends in bands for end in ends)]
    amounts = Amounts.of([amount for each in drawn for amount in each.sums], lang)
    exact = telling([amount for each in standings for amount in each.sums], lang)
    heading = balance_heading(balance, standings, [by_year(each, balance, exact) for each in standings], lang)
    names = [_name(each, amounts) for each in named]
    with drawing():
        figure, axes = page(heading, max(_HIGH, names_high(names) + _ROOM))
        others = [each for each in standings if each not in named]
        lines = _draw(axes, others, named, balance.years[0])
        _draw_bands(axes, bands, lines[: len(bands)])
        _finish(axes, range(balance.years[0], balance.years[-1] + 1), amounts, len(others), banded=bool(bands))
        texts = names_beside(axes, names)
        settle(figure)
        lead_to(axes, texts, lines)
    return figure


def _named(standings: Sequence[Standing], parties: Sequence[str] | None) -> list[Standing]:
    """Give those that are named: those wished for, or else up to twelve, half from either end."""
    if parties is not None:
        found = chosen(standings, parties)
        need_few(len(found))
        return found
    return [standings[place] for place in named_places([each.last for each in standings])]


def _name(standing: Standing, amounts: Amounts) -> str:
    return on_lines(f"{standing.party} {amounts.signed(standing.last)}")


def _bands(balance: Balance, named: Sequence[Standing]) -> list[tuple[Standing, Standing]]:
    """Give the low and the high standing of each, where they are few and have ranges."""
    if len(named) > _BANDS:
        return []
    parties = [each.party for each in named]
    low, high = (chosen(standings_of(balance, end), parties) for end in (Range.LOW, Range.HIGH))
    return list(zip(low, high, strict=True)) if low != high else []


def _draw(axes: "Axes", others: Sequence[Standing], named: Sequence[Standing], first: int) -> "list[Line2D]":
    """Draw a line for each party from the start on with rings, and give those of the named."""
    axes.axhline(0, color=DARK, lw=1.2, zorder=1)
    steps = range(len(named[0].sums) + 1)
    for each in others:
        axes.plot(steps, [0.0, *each.sums], color=GREY, lw=0.9, zorder=2)
    lines = draw_lines(axes, steps, [[0.0, *each.sums] for each in named])
    for each, line in zip(named, lines, strict=True):
        if each.whole is not None and each.whole > first:
            turn = each.whole - first
            axes.plot([turn + 1], [each.sums[turn]], mec=line.get_color(), **_RING)
    return lines


def _draw_bands(axes: "Axes", bands: Sequence[tuple[Standing, Standing]], lines: "Sequence[Line2D]") -> None:
    """Draw from what to what balances may lie, in the colours of their lines."""
    for (low, high), line in zip(bands, lines, strict=True):
        steps, ends = range(len(low.sums) + 1), ([0.0, *low.sums], [0.0, *high.sums])
        colour = line.get_color()
        axes.fill_between(steps, *ends, color=colour, alpha=0.13, lw=0, zorder=1)
        for end in ends:
            axes.plot(steps, end, color=colour, lw=0.8, ls=":", zorder=2)


def _finish(axes: "Axes", years: range, amounts: Amounts, others: int, *, banded: bool) -> None:
    """Name the axes, shade where parties are behind, and explain the signs."""
    lang, count = amounts.lang, len(years)
    amount_axis(axes.yaxis, amounts, worded(lang, f"{amounts.axis} ahead", f"{amounts.axis} före"))
    year_axis(axes, count, years[0], lang)
    axes.set_xlim(-0.02 * count, count * 1.02)
    least, most = axes.get_ylim()
    axes.set_ylim(least, most)
    axes.axhspan(min(least, 0), 0, color="#F2F2F2", lw=0, zorder=0, label=worded(lang, "behind", "efter"))
    if any(line.get_markersize() == _RING["ms"] for line in axes.get_lines()):
        ring: dict[str, Any] = _RING | {"ms": 9}
        axes.plot([], [], mec=DARK, label=worded(lang, "whole from then on", "i balans därefter"), **ring)
    if banded:
        label = worded(lang, "every entry lowest or highest", "varje post lägst eller högst")
        axes.plot([], [], color=DARK, lw=0.8, ls=":", label=label)
    if others:
        grey = worded(lang, f"{counted(others, lang)} more", f"{counted(others, lang)} till")
        axes.plot([], [], color=GREY, lw=0.9, label=grey)
    axes.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=4, borderaxespad=0.2, columnspacing=1.2)
