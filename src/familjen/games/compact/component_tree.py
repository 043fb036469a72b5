"""Who is joined at which cost, as a tree of ever larger components (komponentträdet)."""

from fractions import Fraction

from familjen.games.compact.fixed_tree import FixedTreeGame
from familjen.games.compact.minimum_tree import minimum_tree
from familjen.games.compact.spanning_tree import SpanningTreeGame
from familjen.games.written_out import need_game

__all__ = ["component_tree"]


def component_tree(game: SpanningTreeGame) -> FixedTreeGame:
    """Tell the game of the irreducible matrix as a fixed tree game (komponentträdet).

    Let links be built from the cheapest on, Kruskal's way. Each component that comes about away from the source is a
    node, which costs the difference between the link that joins it further and the link that made it; it hangs on the
    component that it is joined into. A coalition then pays in the tree what it pays with the irreducible costs. So the
    irreducible game is concave, and its Shapley value and nucleolus are those of a tree.

    Assumptions: links that cost the same are built in the order of the minimum tree; the game does not depend on it.

    Complexity: O(n²).

    Source: Ando and Kato, "Reduction of ultrametric minimum cost spanning tree games to cost allocation games on rooted
    trees", Journal of the Operations Research Society of Japan 53 (2010).

    >>> game = SpanningTreeGame.of({("source", "A"): 5, ("source", "B"): 7, ("A", "B"): 3}, source="source")
    >>> tree = component_tree(game)
    >>> tree("A"), tree("B"), tree("A+B")
    (5.0, 5.0, 8.0)
    """
    need_game(game, SpanningTreeGame)
    number = len(game.players)
    links = sorted(minimum_tree(game.costs, range(1, number + 1)), key=lambda link: link[2])
    component = list(range(number + 1))  # of each place, the source at 0; later ones are numbered on
    made = [Fraction(0)] * (number + 1)
    nodes: dict[int, tuple[int, Fraction]] = {}
    for one, other, cost in links:
        ends = {component[one], component[other]}
        joined = 0 if 0 in ends else len(made)
        nodes |= {end: (joined, cost - made[end]) for end in ends if end}
        component = [joined if own in ends else own for own in component]
        made += [cost] if joined else []
    return FixedTreeGame.of(nodes, {player: place for place, player in enumerate(game.players, start=1)})
