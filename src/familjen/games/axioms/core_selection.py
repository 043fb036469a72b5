"""Core selection: where there is a core, the split lies in it (kärnval)."""

from familjen.errors import IntractableError
from familjen.games.axioms.axiom import Axiom
from familjen.games.axioms.efficiency import not_efficient
from familjen.games.axioms.pairs import Failure
from familjen.games.core import core
from familjen.games.core_standing import CoreStanding
from familjen.games.shares import CostShares
from familjen.language import Phrase

__all__ = ["CORE_SELECTION", "outside_of_the_core"]


def outside_of_the_core(shares: CostShares) -> Failure | None:
    """Give the coalition that does better by itself although there is a core, and by how much (utanför kärnan).

    Where the parts miss the whole, nobody is named.

    Complexity: O(2ⁿ), and that of `core` where a coalition does better.

    Raises:
        IntractableError: The game is compact and large, and no method is known.

    >>> from familjen.games import CostGame, shapley
    >>> table = {"a": 4, "b": 4, "c": 0, "a+b": 4, "a+c": 4, "b+c": 4, "a+b+c": 4}
    >>> outside_of_the_core(shapley(CostGame.of(table), exact=True)) is None
    True
    """
    standing = CoreStanding.of(shares)
    if standing.in_core is None:
        kind = f"{type(shares.game).__name__} of {len(shares)} players"
        raise IntractableError.of("the core", kind, "no method is known here", "ask of single coalitions")
    if standing.in_core or not core(shares.game):
        return None
    missed = not_efficient(shares)
    return (standing.worst_off, standing.excess) if missed is None else missed


CORE_SELECTION = Axiom(
    "core_selection",
    Phrase("core selection", "val ur kärnan"),
    Phrase(
        "Where there is a split that no coalition can do better than by itself, it is one of those.",
        "Finns det en fördelning som ingen koalition kan göra bättre än på egen hand, så är den en av dem.",
    ),
    Phrase(
        "{players} would do {by} better alone, although there is a core",
        "{players} skulle klara sig {by} bättre på egen hand, fast det finns en kärna",
    ),
    'Gillies, "Solutions to general non-zero-sum games", in Contributions to the Theory of Games IV (1959)',
    here=outside_of_the_core,
)
