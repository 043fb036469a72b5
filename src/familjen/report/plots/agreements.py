"""A picture of when agreements, plans and services are in force (bild av avtalens tid)."""

# pyright: reportUnknownMemberType=false
# matplotlib leaves the types of keyword arguments open.

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from familjen.errors import InvalidValueError
from familjen.language import worded
from familjen.model import Cooperation
from familjen.report.plots.amounts import counted
from familjen.report.plots.heading import Heading
from familjen.report.plots.page import page, settle
from familjen.report.plots.rows import rows_high
from familjen.report.plots.spans import SPANS_ROOM, Span, draw_spans, need_day, reach, span_words
from familjen.report.plots.style import drawing
from familjen.validators import show

if TYPE_CHECKING:
    from matplotlib.figure import Figure

__all__ = ["plot_agreements"]


def plot_agreements(coop: Cooperation, *, on: dt.date | None = None, lang: str = "en") -> "Figure":
    """Draw when each agreement, service, plan and programme is in force (bild av avtalens tid).

    A row for each, the earliest on top, with an arrow where it holds until further notice. What has no period has a row
    that says so.

    Args:
        coop: The cooperation.
        on: A day that is marked, and of which the title says what is in force.
        lang: ``"en"`` or ``"sv"``.

    Raises:
        InvalidValueError: It is no cooperation, it has none of these or no period of any, or the day is no date.
        MissingExtraError: matplotlib is not installed.

    >>> from familjen.datasets import familjen_helsingborg_2016
    >>> from familjen.report.plots import alt_text
    >>> print(alt_text(plot_agreements(familjen_helsingborg_2016(), on=dt.date(2020, 1, 1))))
    On 2020-01-01 two of five are in force
    Familjen Helsingborg
    Samarbetsavtal för Familjen Helsingborg (agreement): from 2016-01-01.
    ...
    """
    if not isinstance(coop, Cooperation):
        raise InvalidValueError(f"{show(coop)} is no Cooperation; make or load one", attribute="coop")
    need_day(on)
    spans = _spans(coop, lang)
    if not spans:
        reason = f"{coop.name} has neither agreements, services, plans nor programmes; add one"
        raise InvalidValueError(reason, attribute="coop")
    shown = reach(spans, on)
    told = tuple([f"{span.name} ({span.kind}): {span_words(span, lang)}." for span in spans])
    heading = Heading(_title(spans, on, lang), coop.name, told=told)
    with drawing():
        figure, axes = page(heading, rows_high([span.name for span in spans]) + SPANS_ROOM)
        draw_spans(axes, spans, shown, on, lang)
        settle(figure)
    return figure


def _spans(coop: Cooperation, lang: str) -> list[Span]:
    """Give a row for each, the earliest first, and those whose time is not known last."""
    agreement, service = worded(lang, "agreement", "avtal"), worded(lang, "service", "verksamhet")
    plan, program = worded(lang, "plan", "plan"), worded(lang, "programme", "program")
    rows = [(each.name, agreement, each.period) for each in coop.agreements]
    rows += [(each.name, service, each.period) for each in coop.shared_services]
    rows += [(each.name, plan, each.period) for each in coop.plans]
    rows += [(each.name, program, each.period) for each in coop.programs]
    spans = [Span(name, kind, () if period is None else (period,)) for name, kind, period in rows]
    return sorted(spans, key=lambda span: span.periods[0].first_day if span.periods else dt.date.max)


def _title(spans: Sequence[Span], on: dt.date | None, lang: str) -> str:
    """Say how many are in force on a day, or until further notice."""
    every = counted(len(spans), lang)
    if on is not None:
        count = sum(span.holds(on) for span in spans)
        some = counted(count, lang)
        verb = "is" if count == 1 else "are"
        return worded(lang, f"On {on} {some} of {every} {verb} in force", f"{on} gäller {some} av {every}")
    count = sum(any(period.is_open for period in span.periods) for span in spans)
    some = counted(count, lang)
    said = worded(
        lang,
        f"{some} of {every} {'holds' if count == 1 else 'hold'} until further notice",
        f"{some} av {every} gäller tills vidare",
    )
    return said[0].upper() + said[1:]
