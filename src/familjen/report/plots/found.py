"""A picture of what a check found (bild av en kontroll)."""

# pyright: reportUnknownMemberType=false
# matplotlib leaves the types of keyword arguments open.

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from familjen.errors import InvalidValueError
from familjen.findings import Finding, Report, Severity
from familjen.findings.text import headline
from familjen.language import worded
from familjen.report.plots.axis import count_axis
from familjen.report.plots.heading import Heading
from familjen.report.plots.page import page, settle
from familjen.report.plots.rows import named_rows, rows_high
from familjen.report.plots.style import BETTER, DARK, WORSE, drawing
from familjen.validators import show

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["plot_findings"]

_ROOM = 0.95
_STYLES: dict[Severity, dict[str, Any]] = {
    Severity.ERROR: {"color": WORSE, "edgecolor": WORSE},
    Severity.WARNING: {"color": "white", "edgecolor": WORSE, "hatch": "////"},
    Severity.ADVICE: {"color": "white", "edgecolor": BETTER, "hatch": "----"},
}
_KINDS = {
    Severity.ERROR: ("error", "fel"),
    Severity.WARNING: ("warning", "varning"),
    Severity.ADVICE: ("advice", "råd"),
}
_ORDER = tuple(Severity)


def plot_findings(report: Report) -> "Figure":
    """Draw how often which rule found something (bild av en kontroll).

    A row for each rule that found something, errors on top, then warnings and advice, those with the most findings
    first. It speaks the language of the report.

    Args:
        report: What a check found.

    Raises:
        InvalidValueError: It is no report, or nothing was found.
        MissingExtraError: matplotlib is not installed.

    >>> from familjen.report.plots import alt_text
    >>> late = Finding("FAM211", Severity.WARNING, "$.agreements[2].period", "There is a gap.")
    >>> print(alt_text(plot_findings(Report((late,), checked=("FAM101", "FAM211")))))
    1 warning by 2 rules
    FAM211 (warning): 1.
    """
    if not isinstance(report, Report):
        raise InvalidValueError(f"{show(report)} is no Report; make one with check", attribute="report")
    lang = report.lang
    groups = report.group("code")
    if not groups:
        raise InvalidValueError("nothing was found, so there is nothing to draw", attribute="report")
    codes = sorted(groups, key=lambda code: (_ORDER.index(groups[code][0].severity), -len(groups[code]), code))
    titles = {each.code: f"{each.code}: {each.title.removesuffix('.')}" for each in report.rules}
    names = [titles.get(code, code) for code in codes]
    told = [
        f"{name} ({worded(lang, *_KINDS[groups[code][0].severity])}): {len(groups[code])}."
        for code, name in zip(codes, names, strict=True)
    ]
    heading = Heading(headline(report.counts(), len(report.checked), lang), told=tuple(told))
    with drawing():
        figure, axes = page(heading, rows_high(names) + _ROOM)
        _draw(axes, codes, groups, lang)
        named_rows(axes, names, [str(len(groups[code])) for code in codes])
        count_axis(axes.xaxis, lang, worded(lang, "findings", "iakttagelser"))
        axes.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=3, borderaxespad=0.2)
        settle(figure)
    return figure


def _draw(axes: "Axes", codes: Sequence[str], groups: Mapping[str, Sequence[Finding]], lang: str) -> None:
    for severity, style in _STYLES.items():
        places = [place for place, code in enumerate(codes) if groups[code][0].severity is severity]
        if places:
            wide = [len(groups[codes[place]]) for place in places]
            axes.barh(places, wide, height=0.6, label=worded(lang, *_KINDS[severity]), **style)
    axes.axvline(0, color=DARK, lw=1.2)
