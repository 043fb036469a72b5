"""The least costs that leave the cheapest tree as dear as it is (irreducibla kostnader)."""

from fractions import Fraction

from familjen.games.compact.minimum_tree import minimum_tree
from familjen.games.compact.spanning_tree import SpanningTreeGame
from familjen.games.written_out import need_game

__all__ = ["irreducible"]


def irreducible(game: SpanningTreeGame) -> SpanningTreeGame:
    """Give the game with the irreducible costs: for each two, the dearest link between them in a minimum tree.

    No cost can be lowered further without lowering what all together pay, and every minimum tree gives the same costs
    (den irreducibla kostnadsmatrisen). Its core, the irreducible core, lies in the core of the game.

    Complexity: O(n²).

    Source: Bird, "On cost allocation for a spanning tree: a game theoretic approach", Networks 6 (1976), pp. 335-350.

    >>> game = SpanningTreeGame.of({("source", "A"): 5, ("source", "B"): 7, ("A", "B"): 3}, source="source")
    >>> irreducible(game)("B")
    5.0
    """
    need_game(game, SpanningTreeGame)
    number = len(game.players) + 1
    costs = [[Fraction(0)] * number for _ in range(number)]
    there = [0]
    for new, other, cost in minimum_tree(game.costs, range(1, number)):
        for old in there:
            costs[new][old] = costs[old][new] = max(cost, costs[other][old])
        there.append(new)
    return SpanningTreeGame(game.players, tuple(map(tuple, costs)))
