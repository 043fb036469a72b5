"""What a player adds to each coalition of the others (tillskott)."""

from fractions import Fraction

from familjen.games.game import Game

__all__ = ["added_by"]


def added_by(place: int, game: Game) -> list[Fraction]:
    """Give what the player at a place adds to each coalition of the others, by the coalition's number.

    >>> from familjen.games import CostGame
    >>> [str(added) for added in added_by(0, CostGame.of({"A": 11, "H": 7, "A+H": 15}))]
    ['11', '8']
    """
    bit = 1 << place
    return [game.at(mask | bit) - game.at(mask) for mask in range(len(game.values)) if not mask & bit]
