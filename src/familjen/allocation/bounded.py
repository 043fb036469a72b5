"""Weighing with least and largest shares, rebates and tiers."""

from fractions import Fraction

from familjen.allocation.basis import Basis, weigh, weighs
from familjen.allocation.occasion import Occasion
from familjen.amounts.filling import fill
from familjen.amounts.vector import Vector
from familjen.errors import InvalidValueError
from familjen.model import Bound, Bounded, SizeRebate, Tier, Tiered

__all__ = ["by_tiers", "with_rebate", "within_bounds"]


@weighs(Bounded)
def within_bounds(key: Bounded, occasion: Occasion) -> Basis:
    """Weigh by the key's shares held within their bounds, the others carrying the rest in proportion."""
    basis = weigh(key.key, occasion)
    own: dict[str | None, Bound] = {}
    for bound in key.bounds:
        if bound.party in own:
            whom = "all parties have" if bound.party is None else f"{bound.party!r} has"
            raise InvalidValueError(f"{whom} two bounds; keep one", attribute="bounds")
        if bound.party is not None and bound.party not in occasion.parties:
            raise InvalidValueError(f"a bound for {bound.party!r}, who is not billed", attribute="bounds")
        own[bound.party] = bound
    bounds = [own.get(party, own.get(None, Bound())) for party in occasion.parties]
    shares = fill(Fraction(1), basis.shares, [bound.minimum for bound in bounds], [bound.maximum for bound in bounds])
    return Basis(shares, "share", stated=basis.stated, key=key, parts=(basis,))


@weighs(SizeRebate)
def with_rebate(key: SizeRebate, occasion: Occasion) -> Basis:
    """Weigh by the key, less the rebate of the last tier that a party's size is above."""
    basis, size = weigh(key.key, occasion), weigh(key.size, occasion)
    paid: list[Fraction] = []
    for inhabitants in size.weights:
        rebates = [tier.rebate for tier in key.tiers if inhabitants > tier.above]
        paid.append(1 - (rebates[-1] if rebates else Fraction(0)))
    return Basis(
        basis.weights.times(Vector.of(paid)),
        "weight",
        stated=basis.stated and size.stated,
        key=key,
        parts=(basis, size),
    )


@weighs(Tiered)
def by_tiers(key: Tiered, occasion: Occasion) -> Basis:
    """Weigh each party's figure bracket by bracket."""
    basis = weigh(key.key, occasion)
    weights = Vector.of([_in_tiers(figure, key.tiers) for figure in basis.weights])
    return Basis(weights, "weight", stated=basis.stated, key=key, parts=(basis,))


def _in_tiers(figure: Fraction, tiers: tuple[Tier, ...]) -> Fraction:
    tops = [Fraction(tier.above) for tier in tiers[1:]] + [figure]
    return sum(
        (
            tier.weight * max(Fraction(0), min(figure, top) - Fraction(tier.above))
            for tier, top in zip(tiers, tops, strict=True)
        ),
        Fraction(0),
    )
