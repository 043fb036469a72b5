"""How cost goes together with size, estimated from observations (skattning); an association, not a saving.

Needs the extra ``estimate``: ``pip install 'familjen[estimate]'``. The bundled panel needs nothing.
"""

from familjen.scale.estimate.diagnostics import Diagnostics
from familjen.scale.estimate.elasticity import ElasticityEstimate, estimate_elasticity
from familjen.scale.estimate.panel import Panel, municipal_panel
from familjen.scale.estimate.panel_estimate import PanelEstimate, estimate_panel
from familjen.scale.estimate.prediction import Prediction
from familjen.scale.estimate.slope import Elasticity, SizeClass

__all__ = [
    "Diagnostics",
    "Elasticity",
    "ElasticityEstimate",
    "Panel",
    "PanelEstimate",
    "Prediction",
    "SizeClass",
    "estimate_elasticity",
    "estimate_panel",
    "municipal_panel",
]
