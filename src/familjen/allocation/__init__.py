"""Who pays what: keys and rates turned into exact amounts, each explained."""

from familjen.allocation.basis import Basis
from familjen.allocation.bill import allocate
from familjen.allocation.explanation import Explanation, Step
from familjen.allocation.statement import Charge, Statement
from familjen.model.clause import CostClause, Equal, FixedShares, Population, Rate, Share

__all__ = [
    "Basis",
    "Charge",
    "CostClause",
    "Equal",
    "Explanation",
    "FixedShares",
    "Population",
    "Rate",
    "Share",
    "Statement",
    "Step",
    "allocate",
]
