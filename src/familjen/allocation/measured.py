"""Weighing by figures of the statistics."""

from familjen.allocation.basis import Basis, weighs
from familjen.allocation.occasion import Occasion
from familjen.amounts.vector import Vector
from familjen.dates import ReferenceDate
from familjen.errors import InvalidValueError
from familjen.model import Population, TaxBase, TaxCapacity, Usage

__all__ = ["by_population", "by_tax_base", "by_tax_capacity", "by_usage"]

_TAX_BASE = "tax_base_per_inhabitant"


@weighs(Population)
def by_population(key: Population, occasion: Occasion) -> Basis:
    """Weigh by inhabitants on the key's day."""
    return _one_series(key, key.series, key.reference, occasion, f"inhabitants{key.ages()}")


@weighs(TaxCapacity)
def by_tax_capacity(key: TaxCapacity, occasion: Occasion) -> Basis:
    """Weigh by tax base per inhabitant on the key's day."""
    return _one_series(key, _TAX_BASE, key.reference, occasion, "tax capacity")


@weighs(TaxBase)
def by_tax_base(key: TaxBase, occasion: Occasion) -> Basis:
    """Weigh by tax base: that of an inhabitant times the inhabitants, each on its day."""
    capacity = _one_series(TaxCapacity(key.reference), _TAX_BASE, key.reference, occasion, "tax capacity")
    inhabitants = _one_series(Population(key.counted), "population", key.counted, occasion, "inhabitants")
    products = capacity.weights.times(inhabitants.weights)
    stated = capacity.stated and inhabitants.stated
    return Basis(products, "tax base", capacity.day, stated, capacity.source, key, (capacity, inhabitants))


@weighs(Usage)
def by_usage(key: Usage, occasion: Occasion) -> Basis:
    """Weigh by a series, added up over the key's years."""
    last, stated = occasion.day(key.reference, f"{key.series} is taken")
    sums = Vector((0,) * len(occasion.parties))
    for back in range(key.over_years):
        try:
            day = last.replace(year=last.year - back)
        except ValueError:
            reason = f"{last.year - back} has no 29 February; agree on 28 February or 1 March"
            raise InvalidValueError(reason, attribute="reference") from None
        sums = sums.plus(occasion.figures(key.series, day))
    return Basis(sums, key.what or key.series, last, stated, occasion.source(key.series, last), key)


def _one_series(
    key: Population | TaxCapacity, series: str, reference: ReferenceDate | None, occasion: Occasion, of: str
) -> Basis:
    counted = "the tax base is taken" if series == _TAX_BASE else "inhabitants are counted"
    day, stated = occasion.day(reference, counted)
    return Basis(occasion.figures(series, day), of, day, stated, occasion.source(series, day), key)
