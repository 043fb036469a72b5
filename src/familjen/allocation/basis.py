"""What each party is weighed by: a key and a year turned into exact numbers."""

import datetime as dt
from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Any, Protocol, TypeVar, runtime_checkable

import attrs

from familjen.allocation.occasion import Occasion
from familjen.amounts.vector import Vector
from familjen.errors import InvalidValueError
from familjen.language import worded
from familjen.model import Key, Population, Source
from familjen.model.kinds import tag_of
from familjen.validators import show

__all__ = ["Basis", "weigh", "weighs"]

K = TypeVar("K", bound=Key)


def _read(weights: Iterable[Any]) -> Vector:
    return Vector.of(weights)


@attrs.frozen
class Basis:
    """The exact weights by which a cost is shared, and where they come from (fördelningsgrund)."""

    weights: Vector = attrs.field(converter=_read)
    """A weight for each party, in the parties' order: exact numbers, whole, Decimal or Fraction."""
    of: str
    """What is weighed: ``"inhabitants"``, ``"parts"``, ``"fixed share"``, ``"share"`` or what the key counts."""
    day: dt.date | None = None
    """The day that the figures are of; ``None`` where no figures are looked up."""
    stated: bool = True
    """Whether the clause itself says the reference date, rather than whoever bills."""
    source: Source | None = None
    """Where the figures come from."""
    key: Key | None = None
    """The key that was weighed."""
    parts: "tuple[Basis, ...]" = ()
    """What the keys inside of it came to."""
    portions: tuple[Fraction, ...] = ()
    """How much of the whole is shared by each of them, where it is a mix."""

    @property
    def shares(self) -> Vector:
        """Each party's part of the whole."""
        return self.weights.shares

    def name(self, lang: str = "en") -> str:
        """Say what is weighed."""
        if isinstance(self.key, Population):
            return f"{worded(lang, 'inhabitants', 'invånare')}{self.key.ages(lang)}"
        return worded(lang, self.of, _SWEDISH.get(self.of, self.of))


_SWEDISH = {
    "parts": "delar",
    "fixed share": "fast andel",
    "share": "andel",
    "tax base": "skatteunderlag",
    "tax capacity": "skattekraft",
    "weight": "vikt",
    "product": "produkt",
    "holding": "ägarandel",
}


@runtime_checkable
class Weighable(Protocol):
    """A key of a user's own, which says itself what each party weighs."""

    def weigh(self, occasion: Occasion) -> Basis:
        """Weigh each party of the occasion."""
        ...


_how: dict[type, Callable[[Any, Occasion], Basis]] = {}


def weighs(cls: type[K]) -> Callable[[Callable[[K, Occasion], Basis]], Callable[[K, Occasion], Basis]]:
    """Make a function the way in which keys of a class are weighed."""

    def made(function: Callable[[K, Occasion], Basis]) -> Callable[[K, Occasion], Basis]:
        _how[cls] = function
        return function

    return made


def weigh(key: Key, occasion: Occasion) -> Basis:
    """Weigh each party by the key, for the year that is billed.

    Raises:
        InvalidValueError: The key needs a reference date that neither clause nor caller gives, both give one, shares
            do not come to one, a weight is below zero, or all are zero.
        MissingDataError: There is no figure for a party on that day.
    """
    how = _how.get(type(key))
    if how is not None:
        basis = how(key, occasion)
    elif isinstance(key, Weighable):
        basis = attrs.evolve(_weighed(key, key.weigh(occasion)), key=key)
    else:
        reason = f"{show(key)} is a key that says not how it weighs; give its class a method weigh(occasion)"
        raise InvalidValueError(reason, attribute="key")
    return _sound(key, basis, occasion)


def _weighed(key: Key, basis: object) -> Basis:
    if isinstance(basis, Basis):
        return basis
    reason = f"{tag_of(type(key))}.weigh gives {show(basis)}, not a Basis; return Basis(weights, of=what is weighed)"
    raise InvalidValueError(reason, attribute="key")


def _sound(key: Key, basis: Basis, occasion: Occasion) -> Basis:
    if len(basis.weights) != len(occasion.parties):
        reason = f"{tag_of(type(key))} gives {len(basis.weights)} weights for {len(occasion.parties)} parties"
        raise InvalidValueError(reason, attribute="key")
    counts = basis.weights.counts
    if min(counts) < 0:
        place = counts.index(min(counts))
        reason = f"{tag_of(type(key))} makes the share of {occasion.parties[place]!r} negative: {basis.weights[place]}"
        raise InvalidValueError(reason, attribute="key")
    if not any(counts):
        reason = f"{tag_of(type(key))} weighs every party zero, so there is no proportion to share by"
        raise InvalidValueError(reason, attribute="key")
    return basis
