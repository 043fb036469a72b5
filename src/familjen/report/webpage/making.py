"""From a cooperation and what was reckoned on it to a report."""

import datetime as dt
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from familjen.allocation import Statement
from familjen.errors import InvalidValueError
from familjen.language import worded
from familjen.model import Cooperation
from familjen.report.webpage.agreements import agreements_section
from familjen.report.webpage.balances import balances_section
from familjen.report.webpage.benefits import benefits_section
from familjen.report.webpage.bills import Bills
from familjen.report.webpage.charges import charges_section
from familjen.report.webpage.document import HtmlReport
from familjen.report.webpage.findings import findings_section
from familjen.report.webpage.material import Material
from familjen.report.webpage.members import members_section
from familjen.report.webpage.participation import participation_section
from familjen.report.webpage.section import Absent, Section
from familjen.report.webpage.sources import sources_section
from familjen.report.webpage.speech import Speech
from familjen.report.webpage.splits import splits_section
from familjen.rules import check
from familjen.validators import show

if TYPE_CHECKING:
    from familjen.balance import Balance
    from familjen.games.comparison import Comparison
    from familjen.io.game_file import GameFile
    from familjen.io.scale_file import ScaleFile
    from familjen.scale import ScaleBenefit

__all__ = ["html"]

_SECTIONS = (
    members_section,
    participation_section,
    agreements_section,
    findings_section,
    charges_section,
    splits_section,
    benefits_section,
    balances_section,
    sources_section,
)


def html(
    coop: Cooperation,
    *,
    lang: str = "en",
    on: dt.date | None = None,
    statements: Bills | Iterable[Statement] = (),
    shares: "Iterable[Comparison | GameFile]" = (),
    benefits: "Iterable[ScaleBenefit | ScaleFile]" = (),
    balances: "Iterable[Balance]" = (),
    made: dt.date | None = None,
) -> HtmlReport:
    """Make a report on a cooperation: one HTML file for a board to read, on a screen or on paper (rapport).

    It says who the members are and where they lie, who takes part in what, which agreements there are and when, what
    the rules find, who pays what and why, how a joint cost could be split, whether it pays off, and whether everyone
    wins over time. What nobody has given figures for is named at the end, with what to give. Nothing is made up.

    Args:
        coop: The cooperation.
        lang: ``"en"`` or ``"sv"``.
        on: The day that the report tells of, and that rules judge by; all that is known, of any day, unless given.
        statements: Who pays what: statements of `familjen.allocate`, or all bills of the cooperation from `bill_all`.
        shares: Splits of joint costs to set side by side: a `Comparison`, or a game from a file with its unit and
            source, which is split by the usual methods.
        benefits: What doing services together saves: a `ScaleBenefit`, or a file's service with its title and source.
        balances: Who has paid and received what over time.
        made: The day that the report is said to be made; today unless given. The same in gives the same file.

    Raises:
        InvalidValueError: An argument is not of its kind, or the language is not one of ours.
        MissingExtraError: Babel, Jinja2 or matplotlib is not installed.

    Complexity: that of `familjen.check`, and linear in what is shown.

    >>> from familjen.datasets import familjen_helsingborg_2016
    >>> report = html(familjen_helsingborg_2016(), lang="sv", made=dt.date(2026, 1, 31))
    >>> report.title
    'Familjen Helsingborg – rapport'
    >>> report.sections
    ('members', 'participation', 'agreements', 'findings', 'sources')
    >>> print(report.absent[0].needs)
    Ange vilket år som ska debiteras (--year, eller statements=). Kostnadsklausul finns i: Samarbetsavtal för Familjen
    Helsingborg.
    """
    _need(coop, Cooperation, "coop")
    worded(lang, "", "")
    for day, name in ((on, "on"), (made, "made")):
        if day is not None and type(day) is not dt.date:
            raise InvalidValueError(f"{show(day)} is not a datetime.date", attribute=name)
    bills = (
        statements if isinstance(statements, Bills) else Bills(_each(statements, lambda: (Statement,), "statements"))
    )
    material = Material(
        coop if on is None else coop.on(on),
        coop,
        Speech(lang),
        on,
        dt.date.today() if made is None else made,  # noqa: DTZ011 - the reader's own calendar is meant
        check(coop, on=on, lang=lang),
        bills,
        _each(shares, _share_kinds, "shares"),
        _each(benefits, _benefit_kinds, "benefits"),
        _each(balances, _balance_kinds, "balances"),
    )
    return _made(material)


def _made(material: Material) -> HtmlReport:
    from importlib.metadata import version

    made = [section(material) for section in _SECTIONS]
    sections = [each for each in made if isinstance(each, Section)]
    absent = tuple([each for each in made if isinstance(each, Absent)])
    title = material.speech.words(f"{material.coop.name} – report", f"{material.coop.name} – rapport")
    page = material.fill(
        "page.html",
        title=title,
        coop=material.coop,
        sections=sections,
        absent=absent,
        on=None if material.on is None else material.speech.day(material.on),
        made=material.speech.day(material.made),
        version=version("familjen"),
    )
    return HtmlReport(str(page), title, material.speech.lang, tuple([each.id for each in sections]), absent)


def _need(given: Any, kind: type, name: str) -> None:
    if not isinstance(given, kind):
        raise InvalidValueError(f"{show(given)} is no {kind.__name__}", attribute=name)


def _each(given: Any, kinds: Callable[[], tuple[type, ...]], name: str) -> tuple[Any, ...]:
    """Give the items, each of one of the kinds, which are only loaded where there are items."""
    try:
        items: tuple[Any, ...] = tuple(given)
    except TypeError:
        reason = f"{show(given)} is no list; give [{show(given)}] for a single one"
        raise InvalidValueError(reason, attribute=name) from None
    for place, each in enumerate(items):
        if not isinstance(each, kinds()):
            wanted = " or ".join(kind.__name__ for kind in kinds())
            raise InvalidValueError(f"item {place}: {show(each)} is no {wanted}", attribute=name)
    return items


def _share_kinds() -> tuple[type, ...]:
    from familjen.games.comparison import Comparison
    from familjen.io.game_file import GameFile

    return Comparison, GameFile


def _benefit_kinds() -> tuple[type, ...]:
    from familjen.io.scale_file import ScaleFile
    from familjen.scale import ScaleBenefit

    return ScaleBenefit, ScaleFile


def _balance_kinds() -> tuple[type, ...]:
    from familjen.balance import Balance

    return (Balance,)
