"""Finding what has a code and a name, however the name is written."""

import unicodedata
from collections.abc import Iterable
from typing import Generic, Protocol, TypeVar

from familjen.errors import InvalidValueError, UnknownIdError
from familjen.validators import show

__all__ = ["Directory"]

_LONGEST = 80
"""Characters that an error repeats of a name that nothing has."""


class _Named(Protocol):
    @property
    def code(self) -> str: ...
    @property
    def name(self) -> str: ...


T = TypeVar("T", bound=_Named)


class Directory(Generic[T]):
    """Things with a code and a name, found by either.

    The exact name wins, in any case; then the name without diacritics, if only one thing has it. Words around the
    name that say what kind of thing it is, and the genitive's *s* before them, may stand there or not.
    """

    def __init__(self, kind: str, items: Iterable[T], *, before: tuple[str, ...], after: tuple[str, ...]) -> None:
        """Hold the items; ``before`` and ``after`` are the words that may stand around a name, in small letters."""
        self._kind, self._before, self._after = kind, before, after
        self._items = tuple(items)
        self._by_code = {item.code: item for item in self._items}
        self._by_name = {item.name.casefold(): item for item in self._items}
        plain: dict[str, tuple[T, ...]] = {}
        for item in self._items:
            plain[_plain(item.name)] = (*plain.get(_plain(item.name), ()), item)
        self._by_plain_name = plain

    def items(self) -> tuple[T, ...]:
        """Give everything, by code."""
        return self._items

    def find(self, wanted: object) -> T:
        """Find by code or name.

        Raises:
            InvalidValueError: What is wanted is not text.
            UnknownIdError: Nothing answers to it, or several things do when diacritics are left out.
        """
        if not isinstance(wanted, str):
            raise InvalidValueError(
                f"{show(wanted)} is neither a code nor a name; give it as text", attribute=self._kind
            )
        text = " ".join(unicodedata.normalize("NFC", wanted).split())
        if text in self._by_code:
            return self._by_code[text]
        for name in self._spellings(text.casefold()):
            if name in self._by_name:
                return self._by_name[name]
            found = self._by_plain_name.get(_plain(name), ())
            if len(found) == 1:
                return found[0]
            if found:
                raise self._ambiguous(text, found)
        raise self._unknown(text)

    def _spellings(self, name: str) -> Iterable[str]:
        """Give the name itself, and without the words around it, and without a genitive's s."""
        yield name
        first, _, rest = name.partition(" ")
        bare = rest if first in self._before else name
        yield bare
        head, _, last = bare.rpartition(" ")
        if last in self._after:
            yield head
            yield head.removesuffix("s")

    def _ambiguous(self, text: str, found: tuple[T, ...]) -> UnknownIdError:
        names = " or ".join(f"{item.name} ({item.code})" for item in found)
        near = tuple(item.code for item in found)
        return UnknownIdError(f"{text!r} may be {names}; give the code", kind=self._kind, identifier=text, near=near)

    def _unknown(self, text: str) -> UnknownIdError:
        shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
        known = [item.code if text.isdecimal() else item.name for item in self._items]
        return UnknownIdError.of(self._kind, shown, known)


def _plain(name: str) -> str:
    """Take away case and diacritics."""
    return "".join(char for char in unicodedata.normalize("NFD", name.casefold()) if not unicodedata.combining(char))
