"""Aggregate monotonicity: if only the whole rises, nobody's part falls (helhetsmonotoni)."""

from typing import TYPE_CHECKING

from familjen.errors import InvalidValueError
from familjen.games.axioms.axiom import Axiom
from familjen.games.axioms.coalitional_monotonicity import falls_with_its_coalition
from familjen.games.axioms.pairs import Failure, raised
from familjen.games.coalition import written
from familjen.games.game import Game
from familjen.language import Phrase

if TYPE_CHECKING:
    from familjen.games.methods import Method

__all__ = ["AGGREGATE_MONOTONICITY", "falls_with_the_whole"]


def falls_with_the_whole(method: "Method", before: Game, after: Game) -> Failure | None:
    """Give the player whose part falls most although only the whole rises (fall trots stigande helhet).

    >>> from familjen.games import CostGame, shapley
    >>> before, after = CostGame.of({"A": 11, "H": 7, "A+H": 15}), CostGame.of({"A": 11, "H": 7, "A+H": 16})
    >>> falls_with_the_whole(shapley, before, after) is None
    True
    """
    mask = raised(before, after)
    if mask != len(before.values) - 1:
        reason = f"{written(mask, before.players)} rises, and not the whole; raise the number of all together"
        raise InvalidValueError(reason, attribute="games")
    return falls_with_its_coalition(method, before, after)


AGGREGATE_MONOTONICITY = Axiom(
    "aggregate_monotonicity",
    Phrase("aggregate monotonicity", "helhetsmonotoni"),
    Phrase("If only the whole rises, nobody's part falls.", "Stiger bara det hela, så faller ingens del."),
    Phrase(
        "The whole rises, and the part of {players} falls by {by}",
        "Det hela stiger, och delen för {players} faller med {by}",
    ),
    'Megiddo, "On the nonmonotonicity of the bargaining set, the kernel and the nucleolus of a game", SIAM Journal on '
    "Applied Mathematics 27 (1974), pp. 355-358",
    check=falls_with_the_whole,
    games=2,
)
