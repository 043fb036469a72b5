"""Bird's rule (Birds regel)."""

from familjen.games.compact.minimum_tree import minimum_tree
from familjen.games.compact.spanning_tree import SpanningTreeGame
from familjen.games.exactly import shares_of
from familjen.games.shares import CostShares
from familjen.games.written_out import need_game

__all__ = ["bird"]


def bird(game: SpanningTreeGame, *, exact: bool = False) -> CostShares:
    """Let each player pay the link by which it joins the cheapest tree on its way to the source (Birds regel).

    The result lies in the core. Where links cost the same there may be several cheapest trees, and the rule depends on
    which is taken: here it grows from the source, and of players that are as near the first in the game joins first.

    Complexity: O(n²).

    Source: Bird, "On cost allocation for a spanning tree: a game theoretic approach", Networks 6 (1976), pp. 335-350.

    >>> game = SpanningTreeGame.of({("source", "A"): 5, ("source", "B"): 7, ("A", "B"): 3}, source="source")
    >>> dict(bird(game))
    {'A': 5.0, 'B': 3.0}
    """
    need_game(game, SpanningTreeGame)
    number = len(game.players)
    joined = {place: cost for place, _, cost in minimum_tree(game.costs, range(1, number + 1))}
    return shares_of(game, [joined[place] for place in range(1, number + 1)], "bird", exact=exact)
