"""The folk rule for spanning trees (folkregeln)."""

from familjen.games.compact.component_tree import component_tree
from familjen.games.compact.spanning_tree import SpanningTreeGame
from familjen.games.exactly import shares_of
from familjen.games.shares import CostShares
from familjen.games.written_out import need_game

__all__ = ["folk"]


def folk(game: SpanningTreeGame, *, exact: bool = False) -> CostShares:
    """Give the Shapley value of the irreducible game, which many rules come to (folkregeln).

    Also called the equal remaining obligations rule and the P-value. It lies in the core, depends continuously on the
    costs, and nobody pays more when somebody joins.

    Complexity: O(n²): each link is shared as in `component_tree`.

    Source: Feltkamp, Tijs and Muto, "On the irreducible core and the equal remaining obligations rule of minimum cost
    spanning extension problems" (1994); Bergantiños and Vidal-Puga, "A fair rule in minimum cost spanning tree
    problems", Journal of Economic Theory 137 (2007), pp. 326-352.

    >>> game = SpanningTreeGame.of({("source", "A"): 5, ("source", "B"): 7, ("A", "B"): 3}, source="source")
    >>> dict(folk(game))
    {'A': 4.0, 'B': 4.0}
    """
    need_game(game, SpanningTreeGame)
    return shares_of(game, component_tree(game).shapley_value(), "folk", exact=exact)
