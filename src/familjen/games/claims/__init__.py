"""Rules that share an estate, or a loss, among claims that it does not cover (fordringsregler)."""

from familjen.games.claims.adjusted_proportional import adjusted_proportional
from familjen.games.claims.average_awards_losses import average_awards_losses
from familjen.games.claims.constrained_egalitarian import constrained_egalitarian
from familjen.games.claims.constrained_equal_awards import constrained_equal_awards
from familjen.games.claims.constrained_equal_losses import constrained_equal_losses
from familjen.games.claims.minimal_overlap import minimal_overlap
from familjen.games.claims.piniles import piniles
from familjen.games.claims.problem import ClaimsProblem
from familjen.games.claims.proportional import proportional
from familjen.games.claims.random_arrival import random_arrival
from familjen.games.claims.reverse_talmud import reverse_talmud
from familjen.games.claims.talmud import talmud

__all__ = [
    "ClaimsProblem",
    "adjusted_proportional",
    "average_awards_losses",
    "constrained_egalitarian",
    "constrained_equal_awards",
    "constrained_equal_losses",
    "minimal_overlap",
    "piniles",
    "proportional",
    "random_arrival",
    "reverse_talmud",
    "talmud",
]
