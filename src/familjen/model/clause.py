"""How a cost is shared, as data. What it comes to is computed in `familjen.allocation`."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

import attrs

from familjen.dates import ReferenceDate
from familjen.model.source import Source
from familjen.validators import (
    is_fraction,
    is_identifier,
    is_nonnegative_amount,
    is_positive_amount,
    is_text,
    one_of,
    optional,
    tuple_of,
)

__all__ = [
    "SPLIT_CLASSES",
    "CostClause",
    "Equal",
    "FixedShares",
    "Population",
    "Rate",
    "Share",
    "Split",
]


@attrs.frozen
class Equal:
    """Every party carries the same part (lika delar)."""


@attrs.frozen
class Population:
    """Each party carries a part in proportion to its inhabitants (efter invånarantal).

    >>> print(Population(ReferenceDate(12, 31, years_before=2)).reference)
    31 December two years before
    """

    reference: ReferenceDate | None = attrs.field(default=None, validator=optional(one_of(ReferenceDate)))
    """The day on which inhabitants are counted; ``None`` when the agreement does not say: then whoever bills must."""


@attrs.frozen
class Share:
    """A party's fixed part of a cost (andel)."""

    party: str = attrs.field(validator=is_identifier)
    """Id of the party."""
    share: Fraction = attrs.field(validator=is_fraction)
    """Its part of the whole, such as ``Fraction(1, 3)``."""


@attrs.frozen
class FixedShares:
    """Each party carries a fixed part (fasta andelar).

    >>> FixedShares.of({"1283": Fraction(2, 3), "1260": Fraction(1, 3)}).shares[0].party
    '1283'
    """

    shares: tuple[Share, ...] = attrs.field(validator=tuple_of(Share))
    """The parts, which should come to one."""

    @classmethod
    def of(cls, shares: Mapping[str, Fraction]) -> "FixedShares":
        """Make it from a mapping of party to share."""
        return cls(tuple(Share(party, share) for party, share in shares.items()))


@attrs.frozen
class Rate:
    """Each party pays an amount per inhabitant (avgift per invånare).

    >>> Rate(Decimal(21)).per_inhabitant
    Decimal('21')
    """

    per_inhabitant: Decimal = attrs.field(validator=is_nonnegative_amount)
    """Amount per inhabitant and year, in the agreement's currency."""
    reference: ReferenceDate | None = attrs.field(default=None, validator=optional(one_of(ReferenceDate)))
    """The day on which inhabitants are counted; ``None`` when the agreement does not say: then whoever bills must."""


Split: TypeAlias = Equal | Population | FixedShares | Rate
"""How a cost is shared: a key that splits a total, or a rate that makes one."""

SPLIT_CLASSES = (Equal, Population, FixedShares, Rate)
"""The classes of `Split`, for validators."""


@attrs.frozen
class CostClause:
    """The clause of an agreement that says who pays what (kostnadsfördelning)."""

    split: Split = attrs.field(validator=one_of(*SPLIT_CLASSES))
    """How the cost is shared."""
    unit: Decimal = attrs.field(default=Decimal("0.01"), kw_only=True, validator=is_positive_amount)
    """The amount that bills are a multiple of: 0.01 for öre, 1 for kronor, 1000 for thousands of kronor."""
    method: str = attrs.field(default="largest-remainder", kw_only=True, validator=is_text)
    """How the units left over by rounding are given out: a method of `familjen.apportion`."""
    text: str | None = attrs.field(default=None, kw_only=True, validator=optional(is_text))
    """The clause as the agreement words it."""
    sources: tuple[Source, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Source))
    """Where it is said."""
