"""The languages that the library speaks, and how values are said in them."""

import re
from collections.abc import Generator, Iterable, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from decimal import Decimal
from fractions import Fraction
from typing import Any, Protocol, runtime_checkable

import attrs

from familjen.dates import Period
from familjen.errors import InvalidValueError, near_matches
from familjen.validators import show

__all__ = [
    "LANGUAGES",
    "Listing",
    "Phrase",
    "Sayable",
    "Sentence",
    "in_currency",
    "language",
    "listed",
    "say",
    "speaking",
    "worded",
]

LANGUAGES = ("en", "sv")
"""English and Swedish."""

_spoken: ContextVar[str] = ContextVar("familjen_language", default="en")
_GROUPED_FROM = 10_000
_SPACE = "\N{NO-BREAK SPACE}"


@runtime_checkable
class Sayable(Protocol):
    """Whatever is said differently in each language."""

    def said(self, lang: str) -> str:
        """Give it in words of the language."""
        ...


@attrs.frozen
class Phrase:
    """The same words in each language (fras).

    >>> Phrase("a host", "värd").said("sv")
    'värd'
    """

    en: str
    """In English."""
    sv: str
    """In Swedish."""

    def __str__(self) -> str:
        return self.en

    def said(self, lang: str) -> str:
        """Give the words in the language."""
        return self.sv if lang == "sv" else self.en

    def of(self, **values: object) -> "Sentence":
        """Fill in values, which are said in the same language.

        >>> Phrase("until {day}", "till {day}").of(day="2016-01-01").said("sv")
        'till 2016-01-01'
        """
        return Sentence(self, values)


@attrs.frozen
class Sentence:
    """A phrase with values filled in (mening)."""

    phrase: Phrase
    """The words, with the names of values in braces."""
    values: Mapping[str, object]
    """The values."""

    def said(self, lang: str) -> str:
        """Give the sentence in the language."""
        return self.phrase.said(lang).format_map({name: say(value, lang) for name, value in self.values.items()})


@attrs.frozen
class Listing:
    """Several values in a row, the last two joined by "and", or by another word (uppräkning).

    >>> Listing(("Bjuv", "Klippan", "Svalöv")).said("sv")
    'Bjuv, Klippan och Svalöv'
    """

    items: tuple[object, ...]
    """What is listed."""
    most: int = 6
    """So many are named; of more, the rest are counted."""

    def said(self, lang: str) -> str:
        """Give the list in the language."""
        named = [say(item, lang) for item in self.items[: self.most]]
        if len(self.items) > len(named):
            named.append(Phrase("{n} more", "{n} till").of(n=len(self.items) - len(named)).said(lang))
        last = " och " if lang == "sv" else " and "
        return last.join([", ".join(named[:-1]), named[-1]] if len(named) > 1 else named)


def listed(items: Iterable[object], lang: str) -> str:
    """Say several values in a row, all of them.

    >>> listed(("1283", "1260", "1276"), "en")
    '1283, 1260 and 1276'
    """
    values = tuple(items)
    return Listing(values, len(values)).said(lang) if values else ""


def say(value: Any, lang: str) -> str:
    r"""Say a value in a language: days as they are written, numbers grouped, shares as they are.

    >>> say(Decimal("1234.50"), "en"), say(Decimal("1234.50"), "sv").replace("\xa0", " ")
    ('1,234.50', '1 234,50')
    """
    kind = value.__class__
    if kind is str:
        return str(value)
    if kind is Period:
        return _period(value, lang)
    if kind is Decimal or (kind is int and abs(value) >= _GROUPED_FROM):
        grouped = f"{value:,}"
        return grouped.replace(",", _SPACE).replace(".", ",") if lang == "sv" else grouped
    if kind is Fraction:
        return _share(value, lang)
    return value.said(lang) if isinstance(value, Sayable) else str(value)


def _period(period: Any, lang: str) -> str:
    if period.last_day is None and lang == "sv":
        return f"från och med {period.first_day}"
    return str(period)


def _share(share: Any, lang: str) -> str:
    """Give a share as a percentage where that is short, and else as the fraction it is."""
    percent = share * 100
    if percent.denominator == 1:
        return f"{percent.numerator}{_SPACE if lang == 'sv' else ' '}%"
    if (percent * 100).denominator == 1:
        text = f"{Decimal(percent.numerator) / percent.denominator:.2f}"
        return f"{text.replace('.', ',')}{_SPACE}%" if lang == "sv" else f"{text} %"
    return str(share)


def in_currency(text: str, currency: str) -> str:
    """Write the amounts of a text that are given in kr in their own currency.

    >>> in_currency("Each party pays 21 kr per inhabitant.", "NOK")
    'Each party pays 21 NOK per inhabitant.'
    """
    return text if currency == "SEK" else re.sub(r"(?<=\d)( |\N{NO-BREAK SPACE})kr\b", rf"\1{currency}", text)


def worded(lang: str, en: str, sv: str) -> str:
    """Give the words of the language.

    Raises:
        InvalidValueError: It is not a language of ours.

    >>> worded("sv", "equal parts", "lika delar")
    'lika delar'
    """
    if lang == "en":
        return en
    if lang == "sv":
        return sv
    raise _unknown_language(lang)


def language() -> str:
    """Give the language in which findings are made just now: English unless a check was asked for another."""
    return _spoken.get()


@contextmanager
def speaking(lang: str) -> Generator[None]:
    """Let findings speak the language inside.

    Raises:
        InvalidValueError: It is not a language of ours.
    """
    if lang not in LANGUAGES:
        raise _unknown_language(lang)
    token = _spoken.set(lang)
    try:
        yield
    finally:
        _spoken.reset(token)


def _unknown_language(lang: object) -> InvalidValueError:
    near = near_matches(lang, LANGUAGES, most=1) if isinstance(lang, str) else ()
    hint = f"did you mean {near[0]!r}?" if near else "use 'en' or 'sv'"
    return InvalidValueError(f"{show(lang)} is not a language of ours; {hint}", attribute="lang")
