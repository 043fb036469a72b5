"""What a service costs by size, one kind of curve a file (kostnadskurvor)."""

from familjen.scale.curves.curve import CostCurve
from familjen.scale.curves.fixed_variable import FixedVariable
from familjen.scale.curves.piecewise_linear import PiecewiseLinearCurve
from familjen.scale.curves.power import PowerCurve, fitted_through
from familjen.scale.curves.staffing import MinimumStaffing
from familjen.scale.curves.subadditivity import Subadditivity, subadditivity
from familjen.scale.curves.sums import SumOfCurves
from familjen.scale.curves.translog import TranslogCurve

__all__ = [
    "CostCurve",
    "FixedVariable",
    "MinimumStaffing",
    "PiecewiseLinearCurve",
    "PowerCurve",
    "Subadditivity",
    "SumOfCurves",
    "TranslogCurve",
    "fitted_through",
    "subadditivity",
]
