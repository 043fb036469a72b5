"""Strong monotonicity: who adds no less to any coalition has no smaller part (stark monotoni)."""

from typing import TYPE_CHECKING

from familjen.games.axioms.added import added_by
from familjen.games.axioms.axiom import Axiom
from familjen.games.axioms.pairs import Failure, most, need_same_players, parts_by
from familjen.games.game import Game
from familjen.language import Phrase

if TYPE_CHECKING:
    from familjen.games.methods import Method

__all__ = ["STRONG_MONOTONICITY", "falls_while_adding_more"]


def falls_while_adding_more(method: "Method", before: Game, after: Game) -> Failure | None:
    """Give the player whose part falls most although it adds no less to any coalition (fall trots större tillskott).

    >>> from familjen.games import CostGame, equal_division
    >>> before, after = CostGame.of({"A": 1, "H": 3, "A+H": 3}), CostGame.of({"A": 1, "H": 2, "A+H": 2})
    >>> falls_while_adding_more(equal_division, before, after)
    (('A',), Fraction(1, 2))
    """
    need_same_players(before, after)
    was, now = parts_by(method, before), parts_by(method, after)
    return most(
        ((player,), was[player] - now[player])
        for place, player in enumerate(before.players)
        if all(less <= more for less, more in zip(added_by(place, before), added_by(place, after), strict=True))
    )


STRONG_MONOTONICITY = Axiom(
    "strong_monotonicity",
    Phrase("strong monotonicity", "stark monotoni"),
    Phrase(
        "A player who adds no less to any coalition than before has no smaller part.",
        "En spelare som inte lägger mindre till någon koalition än förut har ingen mindre del.",
    ),
    Phrase(
        "{players} adds no less to any coalition, and its part falls by {by}",
        "{players} lägger inte mindre till någon koalition, och dess del faller med {by}",
    ),
    'Young, "Monotonic solutions of cooperative games", International Journal of Game Theory 14 (1985), pp. 65-72',
    check=falls_while_adding_more,
    games=2,
)
