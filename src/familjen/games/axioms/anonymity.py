"""Anonymity: the order in which players are named does not matter (anonymitet)."""

from typing import TYPE_CHECKING

from familjen.games.axioms.axiom import Axiom
from familjen.games.axioms.pairs import Failure, farthest, most, parts_by
from familjen.games.game import Game
from familjen.language import Phrase

if TYPE_CHECKING:
    from familjen.games.methods import Method

__all__ = ["ANONYMITY", "not_anonymous"]


def not_anonymous(method: "Method", game: Game) -> Failure | None:
    """Give the player whose part differs most when two neighbours are named in another order (brist i anonymitet).

    Complexity: n − 1 games are split.

    >>> from familjen.games import CostGame, shapley
    >>> not_anonymous(shapley, CostGame.of({"A": 11, "H": 7, "A+H": 15})) is None
    True
    """
    parts = parts_by(method, game)
    found: list[Failure] = []
    for place in range(len(game.players) - 1):
        order = list(range(len(game.players)))
        order[place : place + 2] = place + 1, place
        renamed = game.of_blocks({game.players[each]: 1 << each for each in order})
        worst = farthest(parts, parts_by(method, renamed))
        found += [] if worst is None else [worst]
    return most(found)


ANONYMITY = Axiom(
    "anonymity",
    Phrase("anonymity", "anonymitet"),
    Phrase(
        "Names, and the order in which players are named, do not matter.",
        "Namn, och ordningen som spelare nämns i, saknar betydelse.",
    ),
    Phrase(
        "{players} has parts that differ by {by} when players are named in another order",
        "{players} har delar som skiljer sig med {by} när spelare nämns i en annan ordning",
    ),
    'Shapley, "A value for n-person games", in Contributions to the Theory of Games II (1953), pp. 307-317',
    check=not_anonymous,
)
