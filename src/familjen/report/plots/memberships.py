"""A picture of who is a member when (bild av medlemskapen)."""

# pyright: reportUnknownMemberType=false
# matplotlib leaves the types of keyword arguments open.

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from familjen.dates import Period
from familjen.errors import InvalidValueError
from familjen.language import Listing, worded
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

__all__ = ["plot_memberships"]


def plot_memberships(
    coop: Cooperation, *, agreement: str | None = None, on: dt.date | None = None, lang: str = "en"
) -> "Figure":
    """Draw who is a member when, or a party to an agreement (bild av medlemskapen).

    A row for each party, with an arrow where it is one until further notice. Who leaves and comes back has two bars.

    Args:
        coop: The cooperation.
        agreement: Id of the agreement whose parties are drawn; the members of the cooperation, unless given.
        on: A day that is marked, and of which the title says who is in.
        lang: ``"en"`` or ``"sv"``.

    Raises:
        InvalidValueError: It is no cooperation, there are no members or no period of any, or the day is no date.
        UnknownIdError: There is no such agreement.
        MissingExtraError: matplotlib is not installed.

    >>> from familjen.datasets import familjen_helsingborg_2016
    >>> from familjen.report.plots import alt_text
    >>> coop = familjen_helsingborg_2016()
    >>> print(alt_text(plot_memberships(coop, agreement="samarbetsavtal-2016")))
    Eleven parties from 2016-01-01, and nobody has joined or left since
    Samarbetsavtal för Familjen Helsingborg
    Bjuv: from 2016-01-01.
    ...
    """
    if not isinstance(coop, Cooperation):
        raise InvalidValueError(f"{show(coop)} is no Cooperation; make or load one", attribute="coop")
    need_day(on)
    spans = _members(coop, lang) if agreement is None else _parties(coop, agreement, lang)
    if not spans:
        raise InvalidValueError("there is nobody to draw; add members or parties", attribute="coop")
    shown = reach(spans, on)
    name = coop.name if agreement is None else coop.agreement(agreement).name
    told = tuple([f"{span.name}: {span_words(span, lang)}." for span in spans])
    heading = Heading(_title(spans, on, lang), name, told=told)
    with drawing():
        figure, axes = page(heading, rows_high([span.name for span in spans]) + SPANS_ROOM)
        draw_spans(axes, spans, shown, on, lang)
        settle(figure)
    return figure


def _members(coop: Cooperation, lang: str) -> list[Span]:
    """Give each party's periods of membership; those of a party that has one that is not known are not known."""
    kind, found = worded(lang, "member", "medlem"), dict[str, list[Period | None]]()
    for member in coop.members:
        found.setdefault(member.party.id, []).append(member.period)
    return [Span(coop.party(party).name, kind, _known(periods)) for party, periods in found.items()]


def _parties(coop: Cooperation, agreement: str, lang: str) -> list[Span]:
    """Give each party's periods in an agreement; without one of its own it is as long as the agreement."""
    under = coop.agreement(agreement)
    kind, found = worded(lang, "party", "part"), dict[str, list[Period | None]]()
    for part in under.parties:
        found.setdefault(part.party, []).append(part.period or under.period)
    names = {party.id: party.name for party in coop.parties}
    return [Span(names.get(party, party), kind, _known(periods)) for party, periods in found.items()]


def _known(periods: Sequence[Period | None]) -> tuple[Period, ...]:
    known = [period for period in periods if period is not None]
    return tuple(sorted(known, key=lambda period: period.first_day)) if len(known) == len(periods) else ()


def _title(spans: Sequence[Span], on: dt.date | None, lang: str) -> str:
    """Say how many are in on a day, or who has joined and left since the beginning."""
    every = counted(len(spans), lang)
    if on is not None:
        some = counted(sum(span.holds(on) for span in spans), lang)
        return worded(lang, f"On {on} {some} of {every} are in", f"{on} är {some} av {every} med")
    first = min(period.first_day for span in spans for period in span.periods)
    joined = [span.name for span in spans if span.periods and span.periods[0].first_day > first]
    left = [span.name for span in spans if span.periods and span.periods[-1].last_day is not None]
    said: list[str] = []
    if joined:
        who = Listing((*joined,)).said(lang)
        said.append(worded(lang, f"{who} joined later", f"{who} kom med senare"))
    if left:
        who, verb = Listing((*left,)).said(lang), "have" if len(left) > 1 else "has"
        said.append(worded(lang, f"{who} {verb} a last day", f"{who} har en sista dag"))
    unknown = sum(not span.periods for span in spans)
    if unknown:
        many = counted(unknown, lang)
        said.append(worded(lang, f"since when is not known of {many}", f"sedan när är inte känt för {many}"))
    if joined or unknown:
        some = counted(len(spans) - len(joined) - unknown, lang)
        every = worded(lang, f"{some} of {every}", f"{some} av {every}")
    begun = worded(lang, f"{every} parties from {first}", f"{every} parter från {first}")
    nobody = worded(lang, ", and nobody has joined or left since", ", och ingen har kommit till eller gått sedan dess")
    return f"{begun[0].upper()}{begun[1:]}{'; ' + '; '.join(said) if said else nobody}"
