"""All axioms by name (axiom efter namn)."""

from collections.abc import Mapping
from types import MappingProxyType

from familjen.games.axioms.additivity import ADDITIVITY
from familjen.games.axioms.aggregate_monotonicity import AGGREGATE_MONOTONICITY
from familjen.games.axioms.anonymity import ANONYMITY
from familjen.games.axioms.axiom import Axiom
from familjen.games.axioms.coalitional_monotonicity import COALITIONAL_MONOTONICITY
from familjen.games.axioms.consistency import CONSISTENCY
from familjen.games.axioms.core_selection import CORE_SELECTION
from familjen.games.axioms.covariance import COVARIANCE
from familjen.games.axioms.dummy import DUMMY
from familjen.games.axioms.efficiency import EFFICIENCY
from familjen.games.axioms.hart_mas_colell import HART_MAS_COLELL
from familjen.games.axioms.individual_rationality import INDIVIDUAL_RATIONALITY
from familjen.games.axioms.marginality import MARGINALITY
from familjen.games.axioms.self_duality import SELF_DUALITY
from familjen.games.axioms.strong_monotonicity import STRONG_MONOTONICITY
from familjen.games.axioms.symmetry import SYMMETRY

__all__ = ["AXIOMS"]

AXIOMS: Mapping[str, Axiom] = MappingProxyType(
    {
        axiom.name: axiom
        for axiom in (
            EFFICIENCY,
            SYMMETRY,
            ANONYMITY,
            DUMMY,
            ADDITIVITY,
            MARGINALITY,
            COVARIANCE,
            SELF_DUALITY,
            INDIVIDUAL_RATIONALITY,
            CORE_SELECTION,
            AGGREGATE_MONOTONICITY,
            COALITIONAL_MONOTONICITY,
            STRONG_MONOTONICITY,
            CONSISTENCY,
            HART_MAS_COLELL,
        )
    }
)
"""Each axiom by its name, those that a single split can fail, or two, beside each other."""
