"""A number that is assumed, with its range and what it rests on (antagande)."""

import enum
import math
from decimal import Decimal
from statistics import NormalDist
from typing import Any, TypeAlias, TypeVar, cast

import attrs
import numpy as np
from numpy.typing import NDArray

from familjen.amounts.exact import is_integer, product, shown, total_of
from familjen.errors import InvalidValueError, near_matches
from familjen.language import say, worded
from familjen.model.source import Source
from familjen.validators import Validator, one_of, optional, refuse, show

__all__ = ["Assumed", "Assumption", "Basis", "Shape", "as_decimal", "assumed", "from_to", "limits_of", "one_of_kind"]

_DIGITS = 60
_NINETY = NormalDist().inv_cdf(0.95)
"""So many standard deviations to each side hold nine of ten."""


class Basis(enum.StrEnum):
    """What a number rests on (grund).

    >>> Basis("illustrative") is Basis.ILLUSTRATIVE
    True
    """

    MEASURED = "measured"
    """Counted or booked, such as the accounts of last year (uppmätt)."""
    ESTIMATED = "estimated"
    """Inferred from observations, such as a regression's elasticity (skattad)."""
    ASSUMED = "assumed"
    """Thought likely by whoever made the calculation (antagen)."""
    ILLUSTRATIVE = "illustrative"
    """Made up to show how a calculation goes (illustrativ)."""


class Shape(enum.StrEnum):
    """How likely the numbers of a range are (fördelning)."""

    TRIANGULAR = "triangular"
    """From low to high, most likely at the base, and ever less so to both sides (triangelfördelning)."""
    UNIFORM = "uniform"
    """From low to high, each equally likely (likformig fördelning)."""
    NORMAL = "normal"
    """Bell-shaped around the base, nine times of ten between low and high (normalfördelning)."""


_Kind = TypeVar("_Kind", bound=enum.StrEnum)


def as_decimal(number: Any, what: str, attribute: str) -> Decimal:
    """Read a finite number as the decimal number that it is written as.

    Raises:
        InvalidValueError: It is no number, is not finite, or its size goes beyond 10^60; the sentence begins with
            ``what``.

    >>> as_decimal(-0.07, "the elasticity", "elasticity")
    Decimal('-0.07')
    """
    if isinstance(number, Decimal):
        found = number
    elif isinstance(number, float):
        found = Decimal(repr(float(number)))
    elif is_integer(cast("type[object]", type(number))):
        found = Decimal(int(number))
    else:
        reason = f"{what} is {show(number)}, which is no number; write 0.5 or Decimal('0.5')"
        raise InvalidValueError(reason, attribute=attribute)
    if not found.is_finite():
        raise InvalidValueError(f"{what} is {found}, which is not a finite number", attribute=attribute)
    if found and abs(found.adjusted()) > _DIGITS:
        raise InvalidValueError(f"{what} is {show(found)}, which goes beyond {_DIGITS} digits", attribute=attribute)
    return found


def _base(number: Any) -> Decimal:
    return as_decimal(number, "the base", "base")


def _low(number: Any) -> Decimal | None:
    return None if number is None else as_decimal(number, "low", "low")


def _high(number: Any) -> Decimal | None:
    return None if number is None else as_decimal(number, "high", "high")


def _shape(name: Any) -> Shape:
    return one_of_kind(Shape, name, "shape", "Assumption")


def _basis(name: Any) -> Basis:
    return one_of_kind(Basis, name, "basis", "Assumption")


def one_of_kind(kind: type[_Kind], name: Any, attribute: str, owner: str = "") -> _Kind:
    """Read one of an enumeration's values.

    Raises:
        InvalidValueError: It is none of them.

    >>> one_of_kind(Basis, "measured", "basis")
    <Basis.MEASURED: 'measured'>
    """
    names = [each.value for each in kind]
    if isinstance(name, str) and name in names:
        return kind(name)
    near = near_matches(name, names, most=1) if isinstance(name, str) else ()
    hint = f"did you mean {near[0]!r}?" if near else f"give one of {', '.join(names)}"
    raise InvalidValueError(f"{show(name)} is no {attribute}; {hint}", owner=owner, attribute=attribute)


@attrs.frozen(repr=False)
class Assumption:
    """A number that is assumed: what it is taken for, the range it may lie in, and what it rests on (antagande).

    Whatever a calculation assumes can be one of these instead of a plain number, and is then tried over its range.
    Without ``low`` and ``high`` it is certain. A float is the decimal number that it is written as.

    Raises:
        InvalidValueError: A number is not finite, or low, base and high do not stand in that order; the shape or the
            basis is unknown; or the shape is normal and the base does not lie in the middle.

    >>> Assumption(-0.07, low=-0.16, high=0, basis=Basis.ESTIMATED)
    Assumption(-0.07, low=-0.16, high=0, estimated)
    """

    base: Decimal = attrs.field(converter=_base)
    """What it is taken for, where one number is needed."""
    low: Decimal | None = attrs.field(default=None, kw_only=True, converter=_low)
    """The least that it may be; the base where it is ``None``."""
    high: Decimal | None = attrs.field(default=None, kw_only=True, converter=_high)
    """The most that it may be; the base where it is ``None``."""
    shape: Shape = attrs.field(default=Shape.TRIANGULAR, kw_only=True, converter=_shape)
    """How likely the numbers between are."""
    basis: Basis = attrs.field(default=Basis.ASSUMED, kw_only=True, converter=_basis)
    """What it rests on."""
    source: Source | None = attrs.field(default=None, kw_only=True, validator=optional(one_of(Source)))
    """Where it comes from."""

    def __attrs_post_init__(self) -> None:
        if not self.least <= self.base <= self.most:
            reason = f"low, base and high are {self.least}, {self.base} and {self.most}; give them in that order"
            raise InvalidValueError(reason, owner="Assumption", attribute="low")
        if self.shape is Shape.NORMAL and total_of((self.least, self.most)) != product(Decimal(2), self.base):
            reason = (
                f"the base {self.base} does not lie in the middle of {self.least} and {self.most}, which a normal "
                "distribution needs; move it or give the shape 'triangular'"
            )
            raise InvalidValueError(reason, owner="Assumption", attribute="shape")

    @property
    def least(self) -> Decimal:
        """The low end of the range."""
        return self.base if self.low is None else self.low

    @property
    def most(self) -> Decimal:
        """The high end of the range."""
        return self.base if self.high is None else self.high

    @property
    def is_certain(self) -> bool:
        """Tell whether it is one number and no range."""
        return self.least == self.most

    def drawn(self, rng: np.random.Generator, number: int) -> NDArray[np.float64]:
        """Draw so many numbers at random, as its shape says.

        Raises:
            InvalidValueError: The number is not a whole number of zero or more.

        >>> Assumption(2, low=1, high=3).drawn(np.random.default_rng(1), 3).round(2).tolist()
        [2.01, 2.69, 1.54]
        """
        if not is_integer(type(number)) or number < 0:
            reason = f"{show(number)} is no number of draws; give a whole number of zero or more"
            raise InvalidValueError(reason, attribute="number")
        low, base, high = float(self.least), float(self.base), float(self.most)
        if low == high:
            return np.full(number, base)
        if self.shape is Shape.UNIFORM:
            return rng.uniform(low, high, number)
        if self.shape is Shape.NORMAL:
            return rng.normal(base, (high - base) / _NINETY, number)
        return rng.triangular(low, base, high, number)

    def said(self, lang: str) -> str:
        """Say the number, with its range where it has one, in English (``"en"``) or Swedish (``"sv"``).

        >>> Assumption(Decimal("0.5"), low=0, high=1).said("sv")
        '0,5 (0 till 1)'
        """
        base, low, high = (say(number, lang) for number in (self.base, self.least, self.most))
        return base if self.is_certain else f"{base} ({low} {worded(lang, 'to', 'till')} {high})"

    def __repr__(self) -> str:
        span = "" if self.is_certain else f", low={self.least}, high={self.most}"
        shape = "" if self.shape is Shape.TRIANGULAR or self.is_certain else f", {self.shape}"
        return f"Assumption({self.base}{span}{shape}, {self.basis})"

    def __str__(self) -> str:
        return self.said("en")


Assumed: TypeAlias = int | float | Decimal | Assumption
"""What is taken for an assumption: one, or a plain number that is certain."""


def assumed(value: Assumed) -> Assumption:
    """Make a plain number an assumption that is certain; what is no finite number is left for the field's validator.

    >>> assumed(12)
    Assumption(12, assumed)
    """
    if isinstance(value, Assumption):
        return value
    try:
        return Assumption(value)
    except InvalidValueError:
        return cast("Assumption", value)


_limits: dict[Validator, tuple[float, float]] = {}


def from_to(least: float | None = None, most: float | None = None, *, above: float | None = None) -> Validator:
    """Accept an assumption whose whole range lies from ``least`` to ``most``, or above a number.

    The ends of a normal distribution are no ends: its draws may go beyond them, and beyond these limits.
    """
    lowest = least if above is None else above

    def check(instance: object, attribute: "attrs.Attribute[Any]", value: Any) -> None:
        if type(value) is not Assumption:
            try:
                as_decimal(value, "it", attribute.name)
            except InvalidValueError as error:
                refuse(instance, attribute, error.reason)
            refuse(instance, attribute, f"{show(value)} is a plain number; give assumed({show(value)})")
        low, high = value.least, value.most
        outside = (above is not None and low <= above) or (least is not None and low < least)
        if outside or (most is not None and high > most):
            number = low if outside else high
            span = f"above {above:g}" if above is not None else f"at least {lowest:g}" if lowest is not None else ""
            span += "" if most is None else f"{' and ' if span else ''}at most {most:g}"
            refuse(instance, attribute, f"{shown(number)} is outside what it may be: {span}")

    _limits[check] = (-math.inf if lowest is None else lowest, math.inf if most is None else most)
    return check


def limits_of(validator: Validator | None) -> tuple[float, float]:
    """Say from what to what a validator lets an assumption range.

    >>> limits_of(from_to(0, 1)), limits_of(None)
    ((0, 1), (-inf, inf))
    """
    return (-math.inf, math.inf) if validator is None else _limits.get(validator, (-math.inf, math.inf))
