"""What a key is, and how keys are added up."""

import math
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs

from familjen.errors import InvalidValueError
from familjen.language import say, worded
from familjen.model.kinds import register
from familjen.validators import is_a, is_share, show, tuple_of

__all__ = ["Key", "Mix", "Part", "nested"]


class Key:
    """By what a cost is shared (fördelningsnyckel).

    Keys are added up with weights and multiplied, as an agreement would say it:

    >>> from familjen.model import Equal, Population, TaxCapacity
    >>> (0.3 * Equal() + 0.7 * Population()).text()
    '30 % in equal parts and 70 % by number of inhabitants (the agreement does not say on which day)'
    >>> type(Population() * TaxCapacity()).__name__
    'Product'

    A key of your own is an attrs class that extends this one, says ``text(lang)`` and ``weigh(occasion)``, and is made
    known by `familjen.model.register`.
    """

    __slots__ = ()

    def text(self, lang: str = "en") -> str:
        """Say in words by what is shared, in English (``"en"``) or Swedish (``"sv"``)."""
        raise NotImplementedError

    def __add__(self, other: "Key") -> "Mix":
        return Mix((*_parts(self), *_parts(other)))

    def __rmul__(self, weight: float | Decimal | Fraction) -> "Mix":
        return Mix((Part(_exact(weight), self),))

    def __mul__(self, other: Any) -> "Key":
        if not isinstance(other, Key):
            return self.__rmul__(other)
        from familjen.model.keys.combined import Product

        factors = (*(self.factors if isinstance(self, Product) else (self,)), other)
        return Product(factors)


def _parts(key: Key) -> "tuple[Part, ...]":
    if not isinstance(key, Key):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise InvalidValueError(f"{show(key)} is not a key; add keys to keys: 0.3 * Equal() + 0.7 * Population()")
    return key.parts if isinstance(key, Mix) else (Part(Fraction(1), key),)


def _exact(weight: Any) -> Fraction:
    """Read a weight; a float means the decimal number as which it is written."""
    if isinstance(weight, float) and math.isfinite(weight):
        return Fraction(repr(float(weight)))
    if isinstance(weight, Decimal) and weight.is_finite():
        return Fraction(weight)
    if isinstance(weight, Fraction) or (isinstance(weight, int) and not isinstance(weight, bool)):
        return Fraction(weight)
    raise InvalidValueError(f"{show(weight)} is no weight of a key; give a number, such as 0.3 or Fraction(1, 3)")


@attrs.frozen
class Part:
    """A key's part of a mix (nyckels del av en blandning)."""

    weight: Fraction = attrs.field(validator=is_share)
    """How much of the whole is shared by the key."""
    key: Key = attrs.field(validator=is_a(Key))
    """The key."""


@register
@attrs.frozen
class Mix(Key):
    """Parts of the cost are shared by different keys (viktad nyckel).

    >>> from familjen.model import Equal, Population
    >>> 0.3 * Equal() + 0.7 * Population() == Mix((Part(Fraction(3, 10), Equal()), Part(Fraction(7, 10), Population())))
    True
    """

    parts: tuple[Part, ...] = attrs.field(validator=tuple_of(Part))
    """The keys with their parts, which should come to one."""

    def __rmul__(self, weight: float | Decimal | Fraction) -> "Mix":
        factor = _exact(weight)
        return Mix(tuple(Part(factor * part.weight, part.key) for part in self.parts))

    def text(self, lang: str = "en") -> str:
        """Say in words by what is shared."""
        if not self.parts:
            return worded(lang, "by no key", "efter ingen nyckel")
        said = [f"{say(part.weight, lang)} {nested(part.key, lang)}" for part in self.parts]
        last = worded(lang, " and ", " och ")
        return last.join([", ".join(said[:-1]), said[-1]] if len(said) > 1 else said)


def nested(key: Key, lang: str) -> str:
    """Say a key inside of another; one that is made of several stands in brackets."""
    from familjen.model.keys.combined import Product

    return f"[{key.text(lang)}]" if isinstance(key, Mix | Product) else key.text(lang)
