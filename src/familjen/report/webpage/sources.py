"""Where the facts come from, and where sources disagree."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, cast

import attrs

from familjen.model import Source
from familjen.report.webpage.material import Material
from familjen.report.webpage.section import Section

__all__ = ["sources_of", "sources_section"]

_MOST = 300
"""So many sources are listed at most."""


def sources_section(material: Material) -> Section:
    """List every source of the document with the words that it was quoted for, and where sources disagree."""
    speech = material.speech
    grouped = _grouped(sources_of(material.coop))
    told = [_told(title, url, some, material) for (title, url), some in grouped.items()]
    data = dict.fromkeys(title for statement in material.bills.statements for title in statement.sources)
    body = material.fill(
        "sources.html",
        sources=told[:_MOST],
        rest=speech.number(len(told) - _MOST) if len(told) > _MOST else None,
        data=list(data),
        disagreements=material.coop.disagreements,
    )
    answers: tuple[str, ...] = ()
    if material.coop.disagreements:
        number = speech.counted(len(material.coop.disagreements), ("point", "punkt"), ("points", "punkter"))
        answers = (speech.words(f"Sources disagree on {number}.", f"Källor säger emot varandra på {number}."),)
    return Section("sources", speech.words("Sources", "Källor"), body, answers)


def sources_of(noun: object) -> Iterator[Source]:
    """Give every source that stands on a noun or on what is in it, in order.

    >>> from familjen.model import Cooperation, Declaration
    >>> report = Source("Report 2016")
    >>> [each.title for each in sources_of(Cooperation("par", "A pair", purpose=Declaration("Why", sources=(report,))))]
    ['Report 2016']
    """
    if isinstance(noun, Source):
        yield noun
    elif isinstance(noun, tuple):
        for each in cast("tuple[object, ...]", noun):
            yield from sources_of(each)
    elif attrs.has(kind := type(noun)):
        for field in attrs.fields(kind):
            yield from sources_of(getattr(noun, field.name))


def _grouped(sources: Iterable[Source]) -> dict[tuple[str, str | None], list[Source]]:
    found: dict[tuple[str, str | None], list[Source]] = {}
    for each in sources:
        found.setdefault((each.title, each.url), []).append(each)
    return found


def _told(title: str, url: str | None, some: Sequence[Source], material: Material) -> dict[str, Any]:
    days = {each.retrieved for each in some if each.retrieved is not None}
    return {
        "title": title,
        "url": url,
        "read": ", ".join(material.speech.day(day) for day in sorted(days)),
        "quotes": list(dict.fromkeys(each.quote for each in some if each.quote is not None)),
    }
