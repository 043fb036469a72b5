"""Every fact of a noun, with the source that states it."""

from collections.abc import Iterator
from typing import Any, cast

import attrs

from familjen.model import Source

__all__ = ["Fact", "facts", "fields_of", "items_of", "title_of"]


@attrs.frozen
class Fact:
    """A noun, where it stands, and one source that states it (uppgift)."""

    place: tuple[str, ...]
    """The fields that lead to it, and the titles of the nouns on the way: ``("board", "Styrelsen", "meetings")``."""
    noun: Any
    """The noun that the source is about."""
    source: Source
    """The source."""


def facts(noun: object, place: tuple[str, ...] = ()) -> Iterator[Fact]:
    """Walk through a noun and give each fact in it, once for each of its sources.

    Linear in the size of the noun.

    >>> from familjen.model import Event
    >>> walk = Event("eurorando", "Eurorando", sources=(Source("Annual report"), Source("Newspaper")))
    >>> [fact.source.title for fact in facts(walk)]
    ['Annual report', 'Newspaper']
    """
    for field in fields_of(noun):
        for item in items_of(getattr(noun, field.name)):
            if isinstance(item, Source):
                yield Fact(place, noun, item)
            else:
                # A field of the outermost noun needs no title before it: there is only one such noun.
                yield from facts(item, (*place, *((title_of(noun),) if place else ()), field.name))


def fields_of(noun: object) -> tuple["attrs.Attribute[Any]", ...]:
    """Give a noun's fields, and none of what is no noun.

    >>> [field.name for field in fields_of(Source("Annual report"))][:2], fields_of("Annual report")
    (['title', 'url'], ())
    """
    kind: type[Any] = type(noun)
    return attrs.fields(kind) if attrs.has(kind) else ()


def items_of(value: object) -> tuple[Any, ...]:
    """Give a tuple's items, or the value alone where it is no tuple.

    >>> items_of((1, 2)), items_of(3)
    ((1, 2), (3,))
    """
    return cast("tuple[object, ...]", value) if isinstance(value, tuple) else (value,)


def title_of(noun: object) -> str:
    """Give the name by which a reader knows a noun, ``""`` if it has none.

    >>> from familjen.model import BoardMeeting, Member, Municipality
    >>> title_of(Member(Municipality("1283", "Helsingborg", "12")))
    'Helsingborg'
    >>> title_of(BoardMeeting("Public transport"))
    'Public transport'
    """
    for name in ("name", "party", "text", "theme", "of", "subject", "goal_area", "id"):
        value = getattr(noun, name, None)
        if value is not None:
            return value if isinstance(value, str) else title_of(value)
    return ""
