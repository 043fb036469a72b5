"""Does it pay off to do it together, for whom, and how surely (skalfördelar)?

`ServiceCost` says what a service costs for any group of parties, `scale_benefit` what they save or lose together.
Nothing is assumed to be saved, and every assumption stands on the result.
"""

from familjen.scale.assumption import Assumption, Basis, Shape
from familjen.scale.benefit import ScaleBenefit, scale_benefit
from familjen.scale.break_even import BreakEven, GroupSize, break_even
from familjen.scale.bridge import to_game
from familjen.scale.cooperating import Cooperating, Meetings, Transfer
from familjen.scale.curves import (
    CostCurve,
    FixedVariable,
    MinimumStaffing,
    PiecewiseLinearCurve,
    PowerCurve,
    Subadditivity,
    SumOfCurves,
    TranslogCurve,
    fitted_through,
    subadditivity,
)
from familjen.scale.discounting import Discounting
from familjen.scale.distance import Distance
from familjen.scale.estimate import (
    ElasticityEstimate,
    Panel,
    PanelEstimate,
    Prediction,
    estimate_elasticity,
    estimate_panel,
    municipal_panel,
)
from familjen.scale.harmonisation import Harmonisation
from familjen.scale.partition import (
    Partition,
    Partitions,
    Stability,
    best_partition,
    best_partitions,
    best_partners,
    stability,
)
from familjen.scale.pool import CostPool, Density
from familjen.scale.scenario import Scenario
from familjen.scale.service import ServiceCost
from familjen.scale.uncertainty import Simulation, Tornado, simulate, sobol, tornado, turning_points

__all__ = [
    "Assumption",
    "Basis",
    "BreakEven",
    "Cooperating",
    "CostCurve",
    "CostPool",
    "Density",
    "Discounting",
    "Distance",
    "ElasticityEstimate",
    "FixedVariable",
    "GroupSize",
    "Harmonisation",
    "Meetings",
    "MinimumStaffing",
    "Panel",
    "PanelEstimate",
    "Partition",
    "Partitions",
    "PiecewiseLinearCurve",
    "PowerCurve",
    "Prediction",
    "ScaleBenefit",
    "Scenario",
    "ServiceCost",
    "Shape",
    "Simulation",
    "Stability",
    "Subadditivity",
    "SumOfCurves",
    "Tornado",
    "Transfer",
    "TranslogCurve",
    "best_partition",
    "best_partitions",
    "best_partners",
    "break_even",
    "estimate_elasticity",
    "estimate_panel",
    "fitted_through",
    "municipal_panel",
    "scale_benefit",
    "simulate",
    "sobol",
    "stability",
    "subadditivity",
    "to_game",
    "tornado",
    "turning_points",
]
