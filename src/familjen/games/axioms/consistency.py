"""Consistency: some who think again, when the others are paid, come to the same (konsistens)."""

from typing import TYPE_CHECKING

from familjen.errors import InvalidValueError
from familjen.games.axioms.axiom import Axiom
from familjen.games.axioms.pairs import Failure, farthest, most, parts_by
from familjen.games.coalition import members_of
from familjen.games.game import Game
from familjen.games.transform import reduced
from familjen.language import Phrase

if TYPE_CHECKING:
    from familjen.games.methods import Method

__all__ = ["CONSISTENCY", "not_consistent"]


def not_consistent(method: "Method", game: Game) -> Failure | None:
    """Give the player who comes to something else when some think again, the others being paid (brist i konsistens).

    What some come to is that of the reduced game of Davis and Maschler, see `reduced`. Coalitions whose reduced game
    the method does not split are passed by.

    Complexity: 2ⁿ games are split.

    >>> from familjen.games import CostGame, prenucleolus
    >>> table = {"a": 3, "b": 3, "c": 3, "a+b": 4, "a+c": 5, "b+c": 6, "a+b+c": 6}
    >>> not_consistent(prenucleolus, CostGame.of(table)) is None
    True
    """
    parts = parts_by(method, game)
    found: list[Failure] = []
    for mask in range(1, len(game.values) - 1):
        try:
            again = parts_by(method, reduced(game, members_of(mask, game.players), parts))
        except InvalidValueError:
            continue
        worst = farthest(parts, again)
        found += [] if worst is None else [worst]
    return most(found)


CONSISTENCY = Axiom(
    "consistency",
    Phrase("consistency of Davis and Maschler", "konsistens enligt Davis och Maschler"),
    Phrase(
        "Some players who split what the others leave, and may act with those at their parts, come to the same.",
        "Några spelare som fördelar vad de andra lämnar, och får handla med dem till deras delar, kommer till samma "
        "delar.",
    ),
    Phrase(
        "{players} comes to something else by {by} when some think again",
        "{players} kommer till något annat, {by} ifrån, när några tänker om",
    ),
    'Davis and Maschler, "The kernel of a cooperative game", Naval Research Logistics Quarterly 12 (1965), pp. 223-259',
    check=not_consistent,
)
