"""Cooperative cost games: what is a fair split of a joint cost? (kooperativa kostnadsspel).

The layer stands alone: players are any labels, and it knows no municipality.
"""

from familjen.games.coalition import Player
from familjen.games.game import CostGame, Game
from familjen.games.shapley import shapley
from familjen.games.shares import CostShares

__all__ = ["CostGame", "CostShares", "Game", "Player", "shapley"]
