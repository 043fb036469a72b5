"""One thing that a party paid or received (post)."""

from decimal import Decimal
from typing import Any

import attrs

from familjen.amounts.exact import difference
from familjen.balance.columns import FIRST, LAST
from familjen.balance.kind import Kind
from familjen.errors import InvalidValueError
from familjen.model.source import Source
from familjen.scale.assumption import Basis, as_decimal, one_of_kind
from familjen.validators import is_nonnegative_amount, is_text, is_whole, one_of, optional

__all__ = ["Entry"]


def _amount(number: Any) -> Decimal:
    return as_decimal(number, "the amount", "amount")


def _end(number: Any) -> Decimal | None:
    return None if number is None else as_decimal(number, "the end of the range", "range")


def _kind(name: Any) -> Kind:
    return one_of_kind(Kind, name, "kind", "Entry")


def _basis(name: Any) -> Basis:
    return one_of_kind(Basis, name, "basis", "Entry")


@attrs.frozen
class Entry:
    """What a party paid for an activity in a year, and what it received, in kronor (post).

    Its net is what was received less what was paid. Where the net is uncertain, ``low`` and ``high`` say from what to
    what it may lie.

    Raises:
        InvalidValueError: An amount is below zero or no number, or the net lies outside its range.

    >>> entry = Entry("Bjuv", 2024, "Leadership programme", received=40_000, kind=Kind.SEATS, basis=Basis.ILLUSTRATIVE)
    >>> entry.net
    Decimal('40000')
    """

    party: str = attrs.field(validator=is_text)
    """Whose it is: name or id."""
    year: int = attrs.field(validator=is_whole(FIRST, LAST))
    """The calendar year that it counts in."""
    activity: str = attrs.field(validator=is_text)
    """What it was for."""
    paid: Decimal = attrs.field(default=Decimal(0), kw_only=True, converter=_amount, validator=is_nonnegative_amount)
    """What the party paid or gave, zero or more."""
    received: Decimal = attrs.field(
        default=Decimal(0), kw_only=True, converter=_amount, validator=is_nonnegative_amount
    )
    """What it received or gained, zero or more."""
    low: Decimal | None = attrs.field(default=None, kw_only=True, converter=_end)
    """The least that the net may be; the net itself where it is ``None``."""
    high: Decimal | None = attrs.field(default=None, kw_only=True, converter=_end)
    """The most that the net may be."""
    kind: Kind = attrs.field(default=Kind.OTHER, kw_only=True, converter=_kind)
    """What it is about."""
    basis: Basis = attrs.field(default=Basis.MEASURED, kw_only=True, converter=_basis)
    """Whether it is measured, estimated, assumed or illustrative."""
    source: Source | None = attrs.field(default=None, kw_only=True, validator=optional(one_of(Source)))
    """Where it comes from."""

    def __attrs_post_init__(self) -> None:
        least = self.net if self.low is None else self.low
        most = self.net if self.high is None else self.high
        if not least <= self.net <= most:
            reason = f"the net {self.net} lies outside its range, {least} to {most}"
            raise InvalidValueError(reason, owner="Entry", attribute="low")

    @property
    def net(self) -> Decimal:
        """What was received less what was paid."""
        return difference(self.received, self.paid)
