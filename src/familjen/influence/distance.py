"""How far power is from what it should be in proportion to (avstånd)."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from familjen.amounts.exact import Exact, ratio
from familjen.amounts.weights import is_mapping
from familjen.errors import InvalidValueError, UnknownIdError
from familjen.games.coalition import Player
from familjen.influence.power import Power
from familjen.validators import show

__all__ = ["MEASURES", "distance", "need_measure", "target_shares"]

MEASURES = ("squares", "absolute")
"""The sum of squared differences, and that of absolute differences."""


def distance(power: Power, target: Mapping[Any, Exact] | None = None, *, measure: str = "squares") -> Fraction:
    """Say how far the members' shares of power are from their shares of a target (avstånd).

    Power is first brought to shares that sum to one. Zero is perfect proportion.

    Complexity: O(n).

    Args:
        power: The power.
        target: What power should be in proportion to, such as inhabitants, by member; the first chamber's weights if
            it is left out.
        measure: ``"squares"``, the sum of squared differences of shares, or ``"absolute"``, the sum of absolute ones.

    Raises:
        InvalidValueError: A target is negative, missing or no exact number, all are zero, or the measure is unknown.
        UnknownIdError: A target is that of no member.

    >>> from familjen.influence import WeightedVotes, voting_power
    >>> power = voting_power(WeightedVotes.of({"A": 2, "B": 1, "C": 1}, majority="more than half"))
    >>> str(distance(power)), str(distance(power, {"A": 4, "B": 1, "C": 1}))
    ('1/24', '0')
    """
    need_measure(measure)
    if not isinstance(power, Power):
        raise InvalidValueError(f"{show(power)} is no Power; make it with voting_power", attribute="power")
    shares = target_shares(target, power.members, power.votes.chambers[0].weights)
    total = sum(power.numbers, Fraction(0))
    apart = [number / total - share for number, share in zip(power.numbers, shares, strict=True)]
    return sum((each * each if measure == "squares" else abs(each) for each in apart), Fraction(0))


def need_measure(measure: object) -> None:
    """Refuse an unknown measure.

    Raises:
        InvalidValueError: It is none of ours.
    """
    if measure not in MEASURES:
        raise InvalidValueError(f"{show(measure)} is no measure; use 'squares' or 'absolute'", attribute="measure")


def target_shares(target: Any, members: Sequence[Player], weights: Sequence[Fraction]) -> list[Fraction]:
    """Read a target as shares that sum to one, in the members' order; the weights where there is none.

    Raises:
        InvalidValueError: A target is negative, missing or no exact number, or all are zero.
        UnknownIdError: A target is that of no member.

    >>> target_shares({"B": 1, "A": 3}, ["A", "B"], [])
    [Fraction(3, 4), Fraction(1, 4)]
    """
    numbers = list(weights) if target is None else _read(target, members)
    total = sum(numbers, Fraction(0))
    if not total:
        raise InvalidValueError("the target is zero for all; give somebody more", attribute="target")
    return [number / total for number in numbers]


def _read(target: Any, members: Sequence[Player]) -> list[Fraction]:
    if not is_mapping(target):
        raise InvalidValueError(f"{show(target)} is no mapping of members to numbers", attribute="target")
    for member in target:
        if member not in members:
            raise UnknownIdError.of("member", str(member), [str(who) for who in members])
    missing = [member for member in members if member not in target]
    if missing:
        raise InvalidValueError(f"there is no target for {missing[0]}; give one for each member", attribute="target")
    numbers = [Fraction(*ratio(target[who], "target", f"the target for {show(who)}")) for who in members]
    for who, number in zip(members, numbers, strict=True):
        if number < 0:
            raise InvalidValueError(f"the target for {show(who)} is negative; give zero or more", attribute="target")
    return numbers
