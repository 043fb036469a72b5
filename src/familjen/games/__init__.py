"""Cooperative cost games: what is a fair split of a joint cost? (kooperativa kostnadsspel).

The layer stands alone: players are any labels, and it knows no municipality. Each method is a function of a game that
gives `CostShares`; a game keeps the numbers it was given, so that the simple methods give Fractions on request.
"""

from familjen.games.aca import aca
from familjen.games.coalition import Player
from familjen.games.ensc import ensc
from familjen.games.equal_division import equal_division
from familjen.games.equal_surplus import equal_surplus
from familjen.games.game import CostGame, Game
from familjen.games.proportional_to_alone import proportional_to_alone
from familjen.games.scrb import scrb
from familjen.games.separable_costs import separable_costs
from familjen.games.shapley import shapley
from familjen.games.shares import CostShares

__all__ = [
    "CostGame",
    "CostShares",
    "Game",
    "Player",
    "aca",
    "ensc",
    "equal_division",
    "equal_surplus",
    "proportional_to_alone",
    "scrb",
    "separable_costs",
    "shapley",
]
