"""Weighing by keys that are made of others."""

from fractions import Fraction

import attrs

from familjen.allocation.basis import Basis, weigh, weighs
from familjen.allocation.occasion import Occasion
from familjen.errors import InvalidValueError
from familjen.model import Frozen, Group, Key, Mix, Part, PhaseIn, Product, Subset, TwoLevel

__all__ = ["among_some", "as_frozen", "by_mix", "by_product", "in_two_levels", "phased_in"]


@weighs(Mix)
def by_mix(key: Mix, occasion: Occasion) -> Basis:
    """Weigh by each key's shares, times the key's part."""
    whole = sum(part.weight for part in key.parts)
    if whole != 1:
        reason = f"the parts of the mix come to {whole}, not to 1; nothing is scaled"
        raise InvalidValueError(reason, attribute="parts")
    return _mixed(key, key.parts, occasion)


@weighs(PhaseIn)
def phased_in(key: PhaseIn, occasion: Occasion) -> Basis:
    """Weigh by the old and the new key, as far as the year has come."""
    new = key.share_of_new(occasion.year)
    return _mixed(key, (Part(1 - new, key.old), Part(new, key.new)), occasion)


def _mixed(key: Mix | PhaseIn, parts: tuple[Part, ...], occasion: Occasion) -> Basis:
    counted = [part for part in parts if part.weight]
    weighed = tuple(weigh(part.key, occasion) for part in counted)
    columns = zip(*(basis.shares for basis in weighed), strict=True)
    shares = tuple(
        sum((part.weight * share for part, share in zip(counted, column, strict=True)), Fraction(0))
        for column in columns
    )
    return Basis(
        shares,
        "share",
        stated=all(basis.stated for basis in weighed),
        key=key,
        parts=weighed,
        portions=tuple(part.weight for part in counted),
    )


@weighs(Product)
def by_product(key: Product, occasion: Occasion) -> Basis:
    """Weigh by one key's weight times the next one's."""
    weighed = tuple(weigh(factor, occasion) for factor in key.factors)
    weights = list(weighed[0].weights)
    for basis in weighed[1:]:
        weights = [one * other for one, other in zip(weights, basis.weights, strict=True)]
    return Basis(tuple(weights), "product", stated=all(basis.stated for basis in weighed), key=key, parts=weighed)


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
    whole = sum(group.share for group in key.groups)
    if whole != 1:
        reason = f"the groups' parts come to {whole}, not to 1; nothing is scaled"
        raise InvalidValueError(reason, attribute="groups")
    shares = [Fraction(0)] * len(occasion.parties)
    weighed: list[Basis] = []
    for group, members in _members(key, occasion):
        basis = _inside(group.key, members, occasion)
        shares = [share + group.share * own for share, own in zip(shares, basis.shares, strict=True)]
        weighed.append(basis)
    return Basis(tuple(shares), "share", stated=all(basis.stated for basis in weighed), key=key, parts=tuple(weighed))


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
    own = dict(zip(members, basis.weights, strict=True))
    weights = tuple(own.get(party, Fraction(0)) for party in occasion.parties)
    return attrs.evolve(basis, weights=weights, parts=tuple(_spread(part, members, occasion) for part in basis.parts))
