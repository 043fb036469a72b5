"""Weighing by keys that are made of others."""

import math
from fractions import Fraction

import attrs

from familjen.allocation.basis import Basis, weigh, weighs
from familjen.allocation.occasion import Occasion
from familjen.amounts.vector import Vector, blend
from familjen.errors import InvalidValueError
from familjen.model import Frozen, Group, Key, Mix, Part, PhaseIn, Product, Subset, TwoLevel

__all__ = ["among_some", "as_frozen", "by_mix", "by_product", "in_two_levels", "phased_in"]


@weighs(Mix)
def by_mix(key: Mix, occasion: Occasion) -> Basis:
    """Weigh by each key's shares, times the key's part."""
    counted = [part for part in key.parts if part.weight.numerator]
    _need_whole([part.weight for part in counted], "parts of the mix", "parts")
    return _mixed(key, counted, occasion)


@weighs(PhaseIn)
def phased_in(key: PhaseIn, occasion: Occasion) -> Basis:
    """Weigh by the old and the new key, as far as the year has come."""
    new = key.share_of_new(occasion.year)
    parts = (Part(1 - new, key.old), Part(new, key.new))
    return _mixed(key, [part for part in parts if part.weight], occasion)


def _need_whole(shares: list[Fraction], name: str, attribute: str) -> None:
    """Refuse shares that do not come to one."""
    common = math.lcm(*[share.denominator for share in shares])
    if sum([share.numerator * (common // share.denominator) for share in shares]) != common:
        reason = f"the {name} come to {sum(shares, Fraction(0))}, not to 1; nothing is scaled"
        raise InvalidValueError(reason, attribute=attribute)


def _mixed(key: Mix | PhaseIn, counted: list[Part], occasion: Occasion) -> Basis:
    weighed = tuple([weigh(part.key, occasion) for part in counted])
    return Basis(
        blend([(part.weight, basis.shares) for part, basis in zip(counted, weighed, strict=True)]),
        "share",
        stated=all(basis.stated for basis in weighed),
        key=key,
        parts=weighed,
        portions=tuple([part.weight for part in counted]),
    )


@weighs(Product)
def by_product(key: Product, occasion: Occasion) -> Basis:
    """Weigh by one key's weight times the next one's."""
    weighed = tuple(weigh(factor, occasion) for factor in key.factors)
    weights = weighed[0].weights
    for basis in weighed[1:]:
        weights = weights.times(basis.weights)
    return Basis(weights, "product", stated=all(basis.stated for basis in weighed), key=key, parts=weighed)


@weighs(Frozen)
def as_frozen(key: Frozen, occasion: Occasion) -> Basis:
    """Weigh as for the year at which the key was frozen."""
    basis = weigh(key.key, attrs.evolve(occasion, year=key.year))
    return attrs.evolve(basis, key=key, parts=(basis,), portions=())


@weighs(Subset)
def among_some(key: Subset, occasion: Occasion) -> Basis:
    """Weigh only some of the parties."""
    strangers = [party for party in key.parties if party not in occasion.parties]
    if strangers:
        reason = f"{', '.join(strangers)} carries a part and is not billed; correct the parties of the key"
        raise InvalidValueError(reason, attribute="parties")
    basis = _inside(key.key, key.parties, occasion)
    return attrs.evolve(basis, key=key, parts=(basis,), portions=())


@weighs(TwoLevel)
def in_two_levels(key: TwoLevel, occasion: Occasion) -> Basis:
    """Weigh by each group's part, times the shares inside of it."""
    _need_whole([group.share for group in key.groups], "groups' parts", "groups")
    groups = _members(key, occasion)
    weighed = tuple(_inside(group.key, members, occasion) for group, members in groups)
    shares = blend([(group.share, basis.shares) for (group, _), basis in zip(groups, weighed, strict=True)])
    return Basis(
        shares,
        "share",
        stated=all(basis.stated for basis in weighed),
        key=key,
        parts=weighed,
        portions=tuple([group.share for group, _ in groups]),
    )


def _members(key: TwoLevel, occasion: Occasion) -> list[tuple[Group, tuple[str, ...]]]:
    """Give each group's parties; every party that is billed is in exactly one group."""
    named = [party for group in key.groups for party in group.parties]
    twice = sorted({party for party in named if named.count(party) > 1})
    strangers = [party for party in named if party not in occasion.parties]
    rest = tuple(party for party in occasion.parties if party not in named)
    open_groups = [group for group in key.groups if not group.parties]
    if twice or strangers:
        said = f"{', '.join(twice)} is in two groups" if twice else f"{', '.join(strangers)} is not billed"
        raise InvalidValueError(f"{said}; correct the groups", attribute="groups")
    if len(open_groups) > 1 or (rest and not open_groups):
        said = "two groups are for all others" if open_groups else f"{', '.join(rest)} is in no group"
        raise InvalidValueError(f"{said}; name the parties of each", attribute="groups")
    if open_groups and not rest:
        raise InvalidValueError("the group of all others is empty; take it away", attribute="groups")
    return [(group, group.parties or rest) for group in key.groups]


def _inside(key: Key, members: tuple[str, ...], occasion: Occasion) -> Basis:
    """Weigh some of the parties; the others weigh nothing."""
    return _spread(weigh(key, attrs.evolve(occasion, parties=members)), members, occasion)


def _spread(basis: Basis, members: tuple[str, ...], occasion: Occasion) -> Basis:
    own = dict(zip(members, basis.weights.counts, strict=True))
    weights = Vector(tuple([own.get(party, 0) for party in occasion.parties]), basis.weights.over)
    return attrs.evolve(basis, weights=weights, parts=tuple(_spread(part, members, occasion) for part in basis.parts))
