"""Which methods keep an axiom in every game that they split, and which do in some (axiom som gäller)."""

from collections.abc import Mapping
from types import MappingProxyType

from familjen.games.axioms.domain import Domain

__all__ = ["HOLDS", "HOLDS_ON"]

_BY_AXIOM = {
    "efficiency": (
        "aca disruption_nucleolus ensc equal_division equal_profit equal_surplus gately modiclus nucleolus "
        "per_capita_nucleolus prenucleolus proportional_nucleolus proportional_to_alone scrb shapley solidarity tau"
    ),
    "symmetry": (
        "aca banzhaf disruption_nucleolus ensc equal_division equal_surplus gately modiclus nucleolus "
        "per_capita_nucleolus prenucleolus proportional_nucleolus proportional_to_alone scrb shapley solidarity tau"
    ),
    "anonymity": (
        "aca banzhaf disruption_nucleolus ensc equal_division equal_surplus gately modiclus nucleolus "
        "per_capita_nucleolus prenucleolus proportional_nucleolus proportional_to_alone scrb shapley solidarity tau"
    ),
    "dummy": (
        "aca banzhaf disruption_nucleolus equal_profit gately modiclus nucleolus per_capita_nucleolus prenucleolus "
        "proportional_nucleolus scrb shapley tau"
    ),
    "additivity": "banzhaf ensc equal_division equal_surplus shapley solidarity",
    "marginality": "banzhaf shapley",
    "covariance": (
        "aca banzhaf disruption_nucleolus ensc equal_surplus gately modiclus nucleolus per_capita_nucleolus "
        "prenucleolus scrb shapley tau"
    ),
    "self_duality": "banzhaf equal_division modiclus shapley",
    "individual_rationality": (
        "disruption_nucleolus equal_profit gately nucleolus per_capita_nucleolus proportional_nucleolus tau"
    ),
    "core_selection": (
        "disruption_nucleolus equal_profit nucleolus per_capita_nucleolus prenucleolus proportional_nucleolus"
    ),
    "aggregate_monotonicity": (
        "banzhaf ensc equal_division equal_surplus per_capita_nucleolus proportional_to_alone shapley solidarity"
    ),
    "coalitional_monotonicity": "banzhaf ensc equal_division equal_surplus shapley solidarity",
    "strong_monotonicity": "banzhaf shapley",
    "consistency": "equal_division prenucleolus",
    "hart_mas_colell": "equal_division shapley",
}
_METHODS = {method for methods in _BY_AXIOM.values() for method in methods.split()}

HOLDS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        method: frozenset(axiom for axiom, methods in _BY_AXIOM.items() if method in methods.split())
        for method in sorted(_METHODS)
    }
)
"""The axioms that a method keeps in every game that it splits, by its name."""

HOLDS_ON: Mapping[tuple[str, str], Domain] = MappingProxyType(
    {
        ("aca", "core_selection"): Domain.THREE,
        ("aca", "individual_rationality"): Domain.SUBADDITIVE,
        ("banzhaf", "individual_rationality"): Domain.SUBADDITIVE,
        ("equal_surplus", "individual_rationality"): Domain.ESSENTIAL,
        ("gately", "core_selection"): Domain.THREE,
        ("modiclus", "core_selection"): Domain.CONCAVE,
        ("modiclus", "individual_rationality"): Domain.SUBADDITIVE,
        ("nucleolus", "consistency"): Domain.BALANCED,
        ("prenucleolus", "individual_rationality"): Domain.SUBADDITIVE,
        ("proportional_to_alone", "coalitional_monotonicity"): Domain.NONNEGATIVE,
        ("proportional_to_alone", "individual_rationality"): Domain.ESSENTIAL,
        ("scrb", "core_selection"): Domain.THREE,
        ("scrb", "individual_rationality"): Domain.ESSENTIAL,
        ("shapley", "core_selection"): Domain.CONCAVE,
        ("shapley", "individual_rationality"): Domain.SUBADDITIVE,
        ("tau", "core_selection"): Domain.THREE,
    }
)
"""A class of games for which a method keeps an axiom that it does not keep in all, by both names."""
