"""How what all pay together is split (fördelning)."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeAlias, cast

import attrs

from familjen.allocation import allocate
from familjen.amounts import apportion
from familjen.amounts.exact import Exact, multiple
from familjen.amounts.weights import is_mapping
from familjen.errors import InvalidValueError, UnknownIdError, near_matches
from familjen.games import METHODS, CostShares, method_named
from familjen.model import Agreement, CostClause, Key, Step
from familjen.scale.assumption import as_decimal
from familjen.scale.bridge import to_game
from familjen.scale.service import ServiceCost
from familjen.validators import show

__all__ = ["BY_SIZE", "Divided", "Split", "divide", "in_units", "is_proportional", "need_split"]

BY_SIZE = "by_size"
"""The split in proportion to the parties' sizes, such as inhabitants."""

Split: TypeAlias = (
    str | Callable[..., CostShares] | Mapping[str, int | float | Decimal] | Agreement | CostClause | Key | Step
)
"""How to split: ``"by_size"``, a method of `familjen.games.METHODS` or its name, fixed weights, or a cost clause."""


@attrs.frozen
class Divided:
    """What each party pays of what all pay together (fördelad kostnad)."""

    method: str
    """How it is split."""
    parts: tuple[Decimal, ...]
    """What each pays, in the order of the parties; they sum to the whole."""


def in_units(amount: float | Decimal, unit: Decimal) -> Decimal:
    """Round an amount to whole units, halves to the even one.

    >>> in_units(1234.56, Decimal(1))
    Decimal('1235')
    """
    exact = Fraction(amount) if isinstance(amount, Decimal) else Fraction(repr(float(amount)))
    found: Decimal = multiple(round(exact / Fraction(unit)), unit)
    return found


def divide(service: ServiceCost, total: Decimal, split: Split, *, unit: Decimal, year: int | None = None) -> Divided:
    """Split what all pay together, exactly (fördela).

    Args:
        service: What the service costs, for methods that ask what each coalition would pay.
        total: What there is to split: a number of units.
        split: How.
        unit: What amounts are rounded to.
        year: The year that a cost clause bills.

    Raises:
        InvalidValueError: The split is none, a clause gets no year, a method gives this cost no split, or parts do not
            come to the whole.
        UnknownIdError: Nothing is called so, or weights name somebody else.

    >>> service = ServiceCost.of({"Ale": 10, "Bjuv": 20}, alone={"Ale": 40, "Bjuv": 50})
    >>> divide(service, Decimal(90), "by_size", unit=Decimal(1)).parts
    (Decimal('30'), Decimal('60'))
    >>> divide(service, Decimal(90), "proportional_to_alone", unit=Decimal(1)).parts
    (Decimal('40'), Decimal('50'))
    """
    if isinstance(split, Agreement | CostClause | Key | Step):
        return _by_clause(service, total, split, unit, year)
    if is_mapping(split):
        return Divided("fixed weights", _apportioned(service, total, _weights(service, split), unit))
    if isinstance(split, str) and _is_by_size(split):
        return Divided(BY_SIZE, _apportioned(service, total, service.sizes, unit))
    return _by_method(service, total, split, unit)


def need_split(name: str) -> None:
    """Refuse what no split is called.

    Raises:
        UnknownIdError: Nothing is called so.

    >>> need_split("by_size")
    >>> need_split("shaply")
    Traceback (most recent call last):
    familjen.errors.UnknownIdError: there is no split 'shaply'; did you mean 'shapley'?
    """
    if not _is_by_size(name):
        _named(name)


def is_proportional(split: Split) -> bool:
    """Tell whether a split has the same shares of any amount: by size, or by fixed weights.

    >>> is_proportional("by-size"), is_proportional({"Ale": 1}), is_proportional("shapley")
    (True, True, False)
    """
    return is_mapping(split) or (isinstance(split, str) and _is_by_size(split))


def _is_by_size(name: str) -> bool:
    return name.replace("-", "_").replace(" ", "_") == BY_SIZE


def _named(name: str) -> Callable[..., CostShares]:
    try:
        return method_named(name)
    except UnknownIdError:
        near = near_matches(name, (BY_SIZE, *METHODS))
        raise UnknownIdError.of("split", name, (BY_SIZE, *(near or METHODS))) from None


def _apportioned(
    service: ServiceCost, total: Decimal, weights: Mapping[str, Exact], unit: Decimal
) -> tuple[Decimal, ...]:
    if not total:
        return (total,) * len(service.parties)
    parts = apportion(total, weights, unit=unit)
    return tuple([parts[party] for party in service.parties])


def _weights(service: ServiceCost, given: Mapping[Any, Any]) -> dict[str, Decimal]:
    for name in given:
        if name not in service.parties:
            raise UnknownIdError.of("party", str(name), service.parties)
    missing = [party for party in service.parties if party not in given]
    if missing:
        raise InvalidValueError(
            f"there is no weight of {show(missing[0])}; give zero if it pays nothing", attribute="split"
        )
    return {party: as_decimal(given[party], f"the weight of {party}", "split") for party in service.parties}


def _by_method(service: ServiceCost, total: Decimal, split: Any, unit: Decimal) -> Divided:
    if isinstance(split, str):
        method = _named(split)
    elif callable(split):
        method = cast("Callable[..., CostShares]", split)
    else:
        reason = f"{show(split)} is no split; give 'by_size', the name of a method, weights or a cost clause"
        raise InvalidValueError(reason, attribute="split")
    try:
        shares: Any = method(to_game(service))
        parts = shares.to_amounts(unit, whole=total) if isinstance(shares, CostShares) else {}
    except InvalidValueError as error:
        named = split if isinstance(split, str) else show(split)
        raise InvalidValueError(f"{named} gives no split of this cost: {error.reason}", attribute="split") from None
    if not isinstance(shares, CostShares):
        reason = f"{show(split)} gives {show(shares)}, which are no cost shares; give a method of familjen.games"
        raise InvalidValueError(reason, attribute="split")
    return Divided(shares.method, tuple([parts[party] for party in service.parties]))


def _by_clause(
    service: ServiceCost, total: Decimal, split: Agreement | CostClause | Key | Step, unit: Decimal, year: int | None
) -> Divided:
    if year is None:
        reason = "a cost clause bills a year, and none is given; give Discounting(first_year=2027)"
        raise InvalidValueError(reason, attribute="split")
    try:
        statement = allocate(split, year=year, cost=total, parties=list(service.parties))
    except InvalidValueError as error:
        raise InvalidValueError(error.reason, attribute="split") from None  # the cost is ours, not the caller's
    if statement.total != total:
        reason = f"the clause bills {statement.total:,} of a cost of {total:,}; one that splits the whole is needed"
        raise InvalidValueError(reason, attribute="split")
    paid = dict(zip(statement.parties, statement.amounts, strict=True))
    return Divided("cost clause", _apportioned_exactly(service, total, paid, unit))


def _apportioned_exactly(
    service: ServiceCost, total: Decimal, paid: Mapping[str, Decimal], unit: Decimal
) -> tuple[Decimal, ...]:
    """Keep a clause's own amounts where they are whole units, and apportion them otherwise."""
    if all(Fraction(amount) % Fraction(unit) == 0 for amount in paid.values()):
        return tuple([paid[party] for party in service.parties])
    return _apportioned(service, total, paid, unit)
