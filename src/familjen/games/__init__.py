"""Cooperative cost games: what is a fair split of a joint cost? (kooperativa kostnadsspel).

The layer stands alone: players are any labels, and it knows no municipality. Each method is a function of a game that
gives `CostShares`; a game keeps the numbers it was given, so that methods give Fractions on request. Games told by a
few numbers, which are never written out, stand in `familjen.games.compact`; rules for claims in
`familjen.games.claims`; the sharing of a cost by demand in `familjen.games.production`; sampling for many players in
`familjen.games.sampling`.
"""

from familjen.games.aca import aca
from familjen.games.aumann_dreze import aumann_dreze
from familjen.games.axioms import AXIOMS, Axiom, AxiomVerdict, axioms, axioms_here
from familjen.games.banzhaf import banzhaf
from familjen.games.coalition import Player
from familjen.games.compact import (
    AirportGame,
    ClaimsGame,
    CompactGame,
    FixedTreeGame,
    PoolingGame,
    ScaleGame,
    SequencingGame,
    SpanningTreeGame,
    SubmodularGame,
    VotingGame,
)
from familjen.games.compact.bird import bird
from familjen.games.compact.component_tree import component_tree
from familjen.games.compact.egs import egs
from familjen.games.compact.folk import folk
from familjen.games.compact.irreducible import irreducible
from familjen.games.comparison import Comparison, compare
from familjen.games.core import BalancedCollection, Core, core, is_balanced
from familjen.games.core_vertices import core_vertices
from familjen.games.disruption_nucleolus import disruption_nucleolus
from familjen.games.ensc import ensc
from familjen.games.equal_division import equal_division
from familjen.games.equal_profit import equal_profit
from familjen.games.equal_surplus import equal_surplus
from familjen.games.explanation import Explanation
from familjen.games.game import CostGame, Game
from familjen.games.gately import coalition_propensity, gately, propensity_to_disrupt
from familjen.games.least_core import LeastCore, least_core
from familjen.games.lexicographic import Certificate, KernelCertificate, Level, Measure
from familjen.games.methods import METHODS, Method, method_named
from familjen.games.modiclus import modiclus
from familjen.games.myerson import myerson
from familjen.games.nucleolus import nucleolus
from familjen.games.owen import owen
from familjen.games.per_capita_nucleolus import per_capita_nucleolus
from familjen.games.prenucleolus import prenucleolus
from familjen.games.properties import (
    Refutation,
    Verdict,
    dummies,
    is_additive,
    is_concave,
    is_monotone,
    is_subadditive,
    is_symmetric,
)
from familjen.games.proportional_nucleolus import proportional_nucleolus
from familjen.games.proportional_to_alone import moriarity, proportional_to_alone
from familjen.games.sampling import SampledShares, shapley_sampled
from familjen.games.scrb import louderback, scrb
from familjen.games.separable_costs import separable_costs
from familjen.games.shapley import shapley
from familjen.games.shares import AnyGame, CostShares
from familjen.games.soc import soc
from familjen.games.solidarity import solidarity
from familjen.games.tau import cost_gap, minimal_rights, tau
from familjen.games.transform import (
    Cover,
    merge,
    normalise,
    reduced,
    strategic_equivalent,
    subadditive_cover,
    sum_of_games,
)
from familjen.games.weighted_shapley import weighted_shapley

__all__ = [
    "AXIOMS",
    "METHODS",
    "AirportGame",
    "AnyGame",
    "Axiom",
    "AxiomVerdict",
    "BalancedCollection",
    "Certificate",
    "ClaimsGame",
    "CompactGame",
    "Comparison",
    "Core",
    "CostGame",
    "CostShares",
    "Cover",
    "Explanation",
    "FixedTreeGame",
    "Game",
    "KernelCertificate",
    "LeastCore",
    "Level",
    "Measure",
    "Method",
    "Player",
    "PoolingGame",
    "Refutation",
    "SampledShares",
    "ScaleGame",
    "SequencingGame",
    "SpanningTreeGame",
    "SubmodularGame",
    "Verdict",
    "VotingGame",
    "aca",
    "aumann_dreze",
    "axioms",
    "axioms_here",
    "banzhaf",
    "bird",
    "coalition_propensity",
    "compare",
    "component_tree",
    "core",
    "core_vertices",
    "cost_gap",
    "disruption_nucleolus",
    "dummies",
    "egs",
    "ensc",
    "equal_division",
    "equal_profit",
    "equal_surplus",
    "folk",
    "gately",
    "irreducible",
    "is_additive",
    "is_balanced",
    "is_concave",
    "is_monotone",
    "is_subadditive",
    "is_symmetric",
    "least_core",
    "louderback",
    "merge",
    "method_named",
    "minimal_rights",
    "modiclus",
    "moriarity",
    "myerson",
    "normalise",
    "nucleolus",
    "owen",
    "per_capita_nucleolus",
    "prenucleolus",
    "propensity_to_disrupt",
    "proportional_nucleolus",
    "proportional_to_alone",
    "reduced",
    "scrb",
    "separable_costs",
    "shapley",
    "shapley_sampled",
    "soc",
    "solidarity",
    "strategic_equivalent",
    "subadditive_cover",
    "sum_of_games",
    "tau",
    "weighted_shapley",
]
