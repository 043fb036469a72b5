"""Games told by a few numbers rather than by one for each coalition (kompakta spel)."""

from familjen.games.compact.airport import AirportGame
from familjen.games.compact.airport_types import AirportTypes
from familjen.games.compact.claims_game import ClaimsGame
from familjen.games.compact.fixed_tree import FixedTreeGame
from familjen.games.compact.game import CompactGame
from familjen.games.compact.pooling import PoolingGame
from familjen.games.compact.scale import ScaleGame
from familjen.games.compact.scale_concave import Concave
from familjen.games.compact.scale_curve import ScaleCurve
from familjen.games.compact.scale_logarithm import Logarithm
from familjen.games.compact.scale_piecewise import PiecewiseLinear
from familjen.games.compact.scale_power import Power
from familjen.games.compact.sequencing import SequencingGame
from familjen.games.compact.spanning_tree import SpanningTreeGame
from familjen.games.compact.submodular import SubmodularGame
from familjen.games.compact.voting import VotingGame

__all__ = [
    "AirportGame",
    "AirportTypes",
    "ClaimsGame",
    "CompactGame",
    "Concave",
    "FixedTreeGame",
    "Logarithm",
    "PiecewiseLinear",
    "PoolingGame",
    "Power",
    "ScaleCurve",
    "ScaleGame",
    "SequencingGame",
    "SpanningTreeGame",
    "SubmodularGame",
    "VotingGame",
]
