"""Weights by the square root of the inhabitants, and the quota that goes with them (kvadratrotsregeln)."""

from collections.abc import Mapping
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any

from familjen.amounts.exact import Exact, ratio, shown
from familjen.amounts.weights import is_mapping
from familjen.errors import InvalidValueError
from familjen.games.coalition import players_of
from familjen.influence.votes import WeightedVotes
from familjen.validators import show

__all__ = ["jagiellonian_votes", "square_root_weights"]

_DIGITS = 50


def square_root_weights(inhabitants: Mapping[Any, Exact], unit: Decimal = Decimal("0.1")) -> dict[Any, Decimal]:
    """Give each member a weight by the square root of its inhabitants (kvadratrotsregeln, Penrose).

    If each member votes as the majority of its inhabitants does, and these decide by themselves with equal chances, an
    inhabitant's chance to turn its member falls with the square root of their number; if a member's power is in
    proportion to that root, all inhabitants have the same indirect power.

    Assumptions: those above, which no real electorate meets; the root is rounded to the unit, because it cannot be
    written out.

    Complexity: O(n).

    Source: Penrose, "The elementary statistics of majority voting", Journal of the Royal Statistical Society 109
    (1946), pp. 53-57.

    Args:
        inhabitants: Each member's inhabitants.
        unit: The unit that the weights are rounded to, half to the even one.

    Raises:
        InvalidValueError: A number is negative, a float or no number, there is no member, or the unit is not above
            zero or rounds all weights to nothing.

    >>> square_root_weights({"Helsingborg": 152_100, "Perstorp": 7_396})
    {'Helsingborg': Decimal('390.0'), 'Perstorp': Decimal('86.0')}
    """
    read = _read(inhabitants)
    if not isinstance(unit, Decimal) or not unit.is_finite() or unit <= 0:
        raise InvalidValueError(f"the unit is {show(unit)}; give a Decimal above zero", attribute="unit")
    with localcontext() as context:
        context.prec = _DIGITS
        roots = {member: _root(number) for member, number in read.items()}
        weights = {member: round(root / unit) * unit for member, root in roots.items()}
    if not any(weights.values()):
        raise InvalidValueError(f"the unit of {show(unit)} rounds all weights to zero; give a smaller one")
    return weights


def jagiellonian_votes(inhabitants: Mapping[Any, Exact], unit: Decimal = Decimal("0.1")) -> WeightedVotes:
    """Make a vote by square root weights with the quota at which power is nearest to weight (jagiellonska regeln).

    The quota is ½(1 + √Σw² / Σw) of all weights w, rounded up to the unit; for square roots Σw² is the number of all
    inhabitants. It rests on a normal approximation and is good for many members; `distance` tells how near it comes.

    Assumptions: as `square_root_weights`.

    Complexity: O(n).

    Source: Słomczyński and Życzkowski, "Penrose voting system and optimal quota", Acta Physica Polonica B 37 (2006).

    Raises:
        InvalidValueError: As `square_root_weights` does.

    >>> jagiellonian_votes({"A": 900, "B": 400, "C": 100, "D": 100})
    WeightedVotes(4 members, 54.4 of 70 square roots)
    """
    weights = square_root_weights(inhabitants, unit)
    with localcontext() as context:
        context.prec = _DIGITS
        total = sum(weights.values(), Decimal(0))
        squares = sum((weight * weight for weight in weights.values()), Decimal(0))
        quota = (total + squares.sqrt()) / 2
        steps = (quota / unit).to_integral_value(rounding="ROUND_CEILING")
        at_least = min(steps * unit, total)
    return WeightedVotes.of(weights, quota=at_least, name="square roots")


def _read(inhabitants: Any) -> dict[Any, Fraction]:
    if not is_mapping(inhabitants):
        reason = f"{show(inhabitants)} is no mapping of members to inhabitants; write {{'Bjuv': 15_888}}"
        raise InvalidValueError(reason, attribute="inhabitants")
    players_of(tuple(inhabitants))
    read: dict[Any, Fraction] = {}
    for member, number in inhabitants.items():
        read[member] = Fraction(*ratio(number, "inhabitants", f"the number of inhabitants of {show(member)}"))
        if read[member] < 0:
            reason = f"{show(member)} has {shown(read[member])} inhabitants; give zero or more"
            raise InvalidValueError(reason, attribute="inhabitants")
    return read


def _root(number: Fraction) -> Decimal:
    return (Decimal(number.numerator) / number.denominator).sqrt()
