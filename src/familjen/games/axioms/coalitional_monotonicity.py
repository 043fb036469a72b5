"""Coalitional monotonicity: if one coalition's number rises, no member's part falls (koalitionsmonotoni)."""

from typing import TYPE_CHECKING

from familjen.games.axioms.axiom import Axiom
from familjen.games.axioms.pairs import Failure, most, parts_by, raised
from familjen.games.coalition import members_of
from familjen.games.game import Game
from familjen.language import Phrase

if TYPE_CHECKING:
    from familjen.games.methods import Method

__all__ = ["COALITIONAL_MONOTONICITY", "falls_with_its_coalition"]


def falls_with_its_coalition(method: "Method", before: Game, after: Game) -> Failure | None:
    """Give the member of the coalition whose number rises whose part falls most (fall trots stigande tal).

    Who is in a coalition that costs more pays no less; who is in one that gains more gets no less.

    >>> from familjen.games import CostGame, scrb
    >>> before = CostGame.of({"a": 3, "b": 3, "c": 3, "a+b": 4, "a+c": 4, "b+c": 4, "a+b+c": 5})
    >>> after = CostGame.of({"a": 3, "b": 3, "c": 3, "a+b": 5, "a+c": 4, "b+c": 4, "a+b+c": 5})
    >>> falls_with_its_coalition(scrb, before, after) is None
    True
    """
    members = members_of(raised(before, after), before.players)
    was, now = parts_by(method, before), parts_by(method, after)
    return most(((player,), was[player] - now[player]) for player in members)


COALITIONAL_MONOTONICITY = Axiom(
    "coalitional_monotonicity",
    Phrase("coalitional monotonicity", "koalitionsmonotoni"),
    Phrase(
        "If one coalition's number rises and no other's, no member's part falls.",
        "Stiger en koalitions tal och ingen annans, så faller ingen medlems del.",
    ),
    Phrase(
        "{players} is in the coalition whose number rises, and its part falls by {by}",
        "{players} är med i koalitionen vars tal stiger, och dess del faller med {by}",
    ),
    'Young, "Monotonic solutions of cooperative games", International Journal of Game Theory 14 (1985), pp. 65-72',
    check=falls_with_its_coalition,
    games=2,
)
