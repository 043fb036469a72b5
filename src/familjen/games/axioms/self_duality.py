"""Self-duality: a game and its dual are split alike (självdualitet)."""

from typing import TYPE_CHECKING

from familjen.games.axioms.axiom import Axiom
from familjen.games.axioms.pairs import Failure, farthest, parts_by
from familjen.games.game import Game
from familjen.language import Phrase

if TYPE_CHECKING:
    from familjen.games.methods import Method

__all__ = ["SELF_DUALITY", "not_self_dual"]


def not_self_dual(method: "Method", game: Game) -> Failure | None:
    """Give the player whose part differs most in the dual game (brist i självdualitet).

    >>> from familjen.games import CostGame, ensc
    >>> table = {"a": 3, "b": 3, "c": 3, "a+b": 4, "a+c": 5, "b+c": 6, "a+b+c": 6}
    >>> not_self_dual(ensc, CostGame.of(table))
    (('a',), Fraction(1, 1))
    """
    return farthest(parts_by(method, game), parts_by(method, game.dual()))


SELF_DUALITY = Axiom(
    "self_duality",
    Phrase("self-duality", "självdualitet"),
    Phrase(
        "What coalitions come to first, and what they add last, give the same parts.",
        "Vad koalitioner kommer till först, och vad de lägger till sist, ger samma delar.",
    ),
    Phrase(
        "{players} has parts that differ by {by} in the game and its dual",
        "{players} har delar som skiljer sig med {by} i spelet och dess dual",
    ),
    'Sudhölter, "The modified nucleolus: properties and axiomatizations", International Journal of Game Theory 26 '
    "(1997), pp. 147-182",
    check=not_self_dual,
)
