"""Players who add to every coalition what they come to alone (dummyspelare)."""

from familjen.games.coalition import Player
from familjen.games.counts import Counts
from familjen.games.places import sides
from familjen.games.shares import AnyGame
from familjen.games.written_out import written_out

__all__ = ["dummies"]


def dummies(game: AnyGame) -> tuple[Player, ...]:
    """Give the players who add to every coalition just what they cost, or gain, alone (dummyspelare).

    A dummy that comes to nothing alone is a null player. The Shapley value and the nucleolus let a dummy pay what it
    costs alone.

    Complexity: O(n·2ⁿ), in arrays.

    Source: Shapley, "A value for n-person games", in Contributions to the Theory of Games II (1953), pp. 307-317.

    Raises:
        IntractableError: It is a compact game of too many players.

    >>> from familjen.games import CostGame
    >>> dummies(CostGame.of({"a": 3, "b": 4, "c": 5, "a+b": 5, "a+c": 8, "b+c": 9, "a+b+c": 10}))
    ('c',)
    """
    full = written_out(game, "which players are dummies")
    counts = Counts.of(full)
    found: list[Player] = []
    for place, player in enumerate(full.players):
        seen = sides(counts.values, [place])
        if abs(seen[:, 1] - seen[:, 0] - counts.values[1 << place]).max() <= counts.room:
            found.append(player)
    return tuple(found)
