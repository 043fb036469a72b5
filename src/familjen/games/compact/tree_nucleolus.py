"""The nucleolus of a fixed tree game, branch by branch (nukleolen i trädspelet)."""

from collections.abc import Sequence
from fractions import Fraction

import attrs

__all__ = ["tree_nucleolus"]


def tree_nucleolus(parents: Sequence[int], costs: Sequence[Fraction], living: Sequence[int]) -> list[Fraction]:
    """Give what each player at each node pays by the nucleolus of the fixed tree game (nukleolen i trädspelet).

    In a tree game only two kinds of claims settle the nucleolus: that a player pays something at all, and that the
    players beyond a link pay more than all links from there on cost; other coalitions only repeat them. A branch that
    hangs on the root pays just its links. Within a branch, what all claims can be met with at once is the greatest
    number such that every player paying it, and every inner branch that is dear paying that much over its links, comes
    to what the branch pays; those players are then done, and each of those inner branches is a branch of its own.

    Assumptions: each node stands after the one that it hangs on, −1 for the root; costs are not negative.

    Complexity: a stage is Newton's method on a convex function with whole slopes of at most n, each step O(nodes), and
    each stage settles a node: O(nodes²) times the steps, of which a few are usual and n the most.

    Source: Granot, Maschler, Owen and Zhu, "The kernel/nucleolus of a standard tree game", International Journal of
    Game Theory 25 (1996), pp. 219-244; the stages are those, found here by Newton's method.

    >>> [str(fee) for fee in tree_nucleolus([-1, 0, 0], [Fraction(6), Fraction(2), Fraction(4)], [0, 1, 1])]
    ['0', '5', '7']
    """
    tree = _Tree.of(parents, costs, living)
    fees = [Fraction(0)] * len(costs)
    branches = [(node, tree.dear[node]) for node in tree.children[-1]]
    while branches:
        top, budget = branches.pop()
        level, settled, cuts = _stage(tree, top, budget)
        for node in settled:
            fees[node] = level if living[node] else Fraction(0)
        branches += [(node, tree.dear[node] + level) for node in cuts]
    return fees


@attrs.frozen
class _Tree:
    children: list[list[int]]
    """The children of each node beyond which somebody lives; the root's stand last, at −1."""
    living: Sequence[int]
    """How many live at each node."""
    beyond: list[int]
    """How many live at each node or beyond it."""
    dear: list[Fraction]
    """What the link of each node and all used links beyond it cost."""

    @classmethod
    def of(cls, parents: Sequence[int], costs: Sequence[Fraction], living: Sequence[int]) -> "_Tree":
        """Count and add up from the leaves inwards."""
        children: list[list[int]] = [[] for _ in range(len(costs) + 1)]
        beyond, dear = [*living, 0], [*costs, Fraction(0)]
        for node in reversed(range(len(costs))):
            if beyond[node]:
                beyond[parents[node]] += beyond[node]
                dear[parents[node]] += dear[node]
                children[parents[node]].append(node)
        return cls(children, living, beyond, dear)


def _stage(tree: _Tree, top: int, budget: Fraction) -> tuple[Fraction, list[int], list[int]]:
    """Give the level at which a branch can meet all claims, the nodes that it settles, and the branches that it leaves.

    What the claims come to grows convexly with the level, so that Newton's method comes down to the budget from the
    level at which all players would share it equally, in steps each of which meets fewer claims.
    """
    inner = [top]
    for node in inner:
        inner += tree.children[node]
    level = budget / tree.beyond[top]
    while True:
        cut = _dear_at(tree, inner, level)
        settled, cuts = [top], list[int]()
        for node in settled:
            for child in tree.children[node]:
                (cuts if cut[child] else settled).append(child)
        fixed = sum((tree.dear[node] for node in cuts), Fraction(0))
        claims = sum(tree.living[node] for node in settled) + len(cuts)
        if fixed + claims * level <= budget:
            return level, settled, cuts
        level = (budget - fixed) / claims


def _dear_at(tree: _Tree, inner: list[int], level: Fraction) -> dict[int, bool]:
    """Tell for each inner branch whether its claim, at a level, comes to more than the claims within it."""
    claims: dict[int, Fraction] = {}
    cut: dict[int, bool] = {}
    for node in reversed(inner):
        within = tree.living[node] * level + sum((claims[child] for child in tree.children[node]), Fraction(0))
        claims[node] = max(within, tree.dear[node] + level)
        cut[node] = claims[node] > within
    return cut
