"""Who has shown that a method keeps an axiom, or does not (källor)."""

__all__ = ["source_of"]

_SHAPLEY = 'Shapley, "A value for n-person games", in Contributions to the Theory of Games II (1953), pp. 307-317'
_CONVEX = 'Shapley, "Cores of convex games", International Journal of Game Theory 1 (1971), pp. 11-26'
_YOUNG = 'Young, "Monotonic solutions of cooperative games", International Journal of Game Theory 14 (1985), pp. 65-72'
_SOBOLEV = (
    'Sobolev, "The characterization of optimality principles in cooperative games by functional equations", '
    "Mathematical Methods in the Social Sciences 6 (1975)"
)
_SCHMEIDLER = (
    'Schmeidler, "The nucleolus of a characteristic function game", SIAM Journal on Applied Mathematics 17 (1969), '
    "pp. 1163-1170"
)
_MEGIDDO = (
    'Megiddo, "On the nonmonotonicity of the bargaining set, the kernel and the nucleolus of a game", SIAM Journal on '
    'Applied Mathematics 27 (1974), pp. 355-358; Hokari, "The nucleolus is not aggregate-monotonic on the domain of '
    'convex games", International Journal of Game Theory 29 (2000), pp. 133-137'
)
_NO_CORE = (
    f"{_YOUNG}, on all methods that choose from the core; for four players Housman and Clark, "
    '"Core and monotonic allocation methods", International Journal of Game Theory 27 (1998), pp. 611-616'
)
_WATER = (
    'Young, Okada and Hashimoto, "Cost allocation in water resources development", Water Resources Research 18 (1982), '
    "pp. 463-475"
)
_MODICLUS = (
    'Sudhölter, "The modified nucleolus: properties and axiomatizations", International Journal of Game Theory 26 '
    "(1997), pp. 147-182"
)
_SOLIDARITY = (
    'Nowak and Radzik, "A solidarity value for n-person transferable utility games", International Journal of Game '
    "Theory 23 (1994), pp. 43-48"
)
_HART = 'Hart and Mas-Colell, "Potential, value, and consistency", Econometrica 57 (1989), pp. 589-614'

_SOURCES = {
    **dict.fromkeys([("shapley", axiom) for axiom in ("efficiency", "symmetry", "dummy", "additivity")], _SHAPLEY),
    **dict.fromkeys(
        [("shapley", axiom) for axiom in ("strong_monotonicity", "marginality", "coalitional_monotonicity")], _YOUNG
    ),
    **dict.fromkeys(
        [("solidarity", axiom) for axiom in ("efficiency", "symmetry", "additivity", "dummy")], _SOLIDARITY
    ),
    **dict.fromkeys(
        [
            (method, "coalitional_monotonicity")
            for method in (
                "disruption_nucleolus",
                "equal_profit",
                "nucleolus",
                "per_capita_nucleolus",
                "prenucleolus",
                "proportional_nucleolus",
            )
        ],
        _NO_CORE,
    ),
    **dict.fromkeys(
        [("modiclus", axiom) for axiom in ("self_duality", "individual_rationality", "core_selection")], _MODICLUS
    ),
    **dict.fromkeys([("prenucleolus", axiom) for axiom in ("consistency", "covariance", "anonymity")], _SOBOLEV),
    ("nucleolus", "aggregate_monotonicity"): _MEGIDDO,
    ("nucleolus", "consistency"): _SOBOLEV,
    ("nucleolus", "core_selection"): _SCHMEIDLER,
    ("per_capita_nucleolus", "aggregate_monotonicity"): _WATER,
    ("prenucleolus", "aggregate_monotonicity"): _MEGIDDO,
    ("shapley", "core_selection"): _CONVEX,
    ("shapley", "hart_mas_colell"): _HART,
}


def source_of(method: str, axiom: str) -> str:
    """Give who has shown it; an empty text where it follows from the definition or the counterexample.

    >>> source_of("shapley", "hart_mas_colell")
    'Hart and Mas-Colell, "Potential, value, and consistency", Econometrica 57 (1989), pp. 589-614'
    """
    return _SOURCES.get((method, axiom), "")
