"""How surely it pays off: turning points, tornado, simulation, variance-based sensitivity (osäkerhet)."""

from familjen.scale.uncertainty.sensitivities import Sensitivities, Sensitivity
from familjen.scale.uncertainty.simulating import simulate
from familjen.scale.uncertainty.simulation import Simulation
from familjen.scale.uncertainty.sobol import sobol
from familjen.scale.uncertainty.tornado import Swing, Tornado, tornado
from familjen.scale.uncertainty.turning import TurningPoint, TurningPoints, turning_points

__all__ = [
    "Sensitivities",
    "Sensitivity",
    "Simulation",
    "Swing",
    "Tornado",
    "TurningPoint",
    "TurningPoints",
    "simulate",
    "sobol",
    "tornado",
    "turning_points",
]
