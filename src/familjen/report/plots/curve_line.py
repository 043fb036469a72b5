"""What a size costs on average, along the curve of a service (kurvans linje)."""

from decimal import Decimal

import attrs
import numpy as np
from numpy.typing import NDArray

from familjen.report.plots.ranged import Costs, ranges
from familjen.scale.cooperating import Cooperating
from familjen.scale.pool import CostPool
from familjen.scale.service import ServiceCost

__all__ = ["CurveLine", "curve_line"]

Floats = NDArray[np.float64]

_STEPS = 120
_BEYOND = 1.6
"""The line goes on so far beyond the smallest party, and beyond all together."""


@attrs.frozen(eq=False)
class CurveLine:
    """The average cost along sizes, in kronor a year for each unit of size (genomsnittskostnad)."""

    sizes: Floats
    """Sizes, growing in equal steps of logarithms: shape (m,)."""
    least: Floats
    """With the curve's assumptions at the ends that cost less: shape (m,)."""
    base: Floats
    """With them at their base."""
    most: Floats
    """With them at the ends that cost more."""
    observed: NDArray[np.bool_]
    """Whether the size lies within what the curve was made from."""


def curve_line(service: ServiceCost) -> CurveLine:
    """Follow the average cost of a provider over sizes, of the curve alone: without ways and cost of cooperating.

    Where the service has several pools, or a density, the provider has the mix and the density of all parties together.
    Where it is known what each party pays today, the curve is raised or lowered by what all pay today to what the curve
    says of them.

    >>> from familjen.scale import FixedVariable
    >>> line = curve_line(ServiceCost.of({"Bjuv": 16_000, "Klippan": 17_000}, FixedVariable(330_000, 50)))
    >>> [float(round(end)) for end in (line.sizes[0], line.sizes[-1], line.base[0], line.base[-1])]
    [10000.0, 52800.0, 83.0, 56.0]
    """
    first = service.sizes.values()
    sizes = np.geomspace(float(min(first)) / _BEYOND, float(sum(first)) * _BEYOND, _STEPS)
    plain = attrs.evolve(service, alone=None, distance=None, harmonisation=None, cooperating=Cooperating())
    along = attrs.evolve(
        plain,
        parties=tuple(map(str, range(_STEPS))),
        pools=tuple([_mixed(pool, sizes / float(sum(first))) for pool in service.pools]),
    )
    least, base, most = (cost / sizes for cost in ranges(_costs(service, plain, along), plain.assumptions, _STEPS))
    observed = np.ones(_STEPS, dtype=np.bool_)
    for pool in along.pools:
        observed &= ~pool.curve.is_extrapolated([float(size) for size in pool.sizes])
    return CurveLine(sizes, least, base, most, observed)


def _mixed(pool: CostPool, shares: Floats) -> CostPool:
    """Give a pool with a party for each share of all, of the density of all."""

    def of_all(amounts: tuple[Decimal, ...]) -> tuple[Decimal, ...]:
        whole = float(sum(amounts))
        return tuple([Decimal(repr(float(share) * whole)) for share in shares])

    density = pool.density and attrs.evolve(pool.density, areas=of_all(pool.density.areas))
    return attrs.evolve(pool, sizes=of_all(pool.sizes), density=density)


def _costs(service: ServiceCost, plain: ServiceCost, along: ServiceCost) -> Costs:
    """Give what reckons the cost along the line, raised to what all pay today where that is known."""
    steps, each = np.eye(_STEPS, dtype=np.bool_), np.eye(len(service.parties), dtype=np.bool_)
    if service.alone is None:
        return lambda given: along.many(steps, given)
    paid = float(sum(one.base for one in service.alone))
    return lambda given: along.many(steps, given) * paid / plain.many(each, given).sum(axis=-1, keepdims=True)
