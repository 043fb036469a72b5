"""Marginality: what a player adds to coalitions settles its part (marginalitet)."""

from typing import TYPE_CHECKING

from familjen.games.axioms.added import added_by
from familjen.games.axioms.axiom import Axiom
from familjen.games.axioms.pairs import Failure, most, need_same_players, parts_by
from familjen.games.game import Game
from familjen.language import Phrase

if TYPE_CHECKING:
    from familjen.games.methods import Method

__all__ = ["MARGINALITY", "differs_adding_the_same"]


def differs_adding_the_same(method: "Method", one: Game, other: Game) -> Failure | None:
    """Give the player whose part differs most in two games, adding to each coalition the same (brist i marginalitet).

    >>> from familjen.games import CostGame, equal_division
    >>> one, other = CostGame.of({"A": 2, "H": 4, "A+H": 5}), CostGame.of({"A": 2, "H": 6, "A+H": 7})
    >>> differs_adding_the_same(equal_division, one, other)
    (('A',), Fraction(1, 1))
    """
    need_same_players(one, other)
    first, second = parts_by(method, one), parts_by(method, other)
    return most(
        ((player,), abs(first[player] - second[player]))
        for place, player in enumerate(one.players)
        if added_by(place, one) == added_by(place, other)
    )


MARGINALITY = Axiom(
    "marginality",
    Phrase("marginality", "marginalitet"),
    Phrase(
        "A player's part is settled by what it adds to each coalition.",
        "En spelares del bestäms av vad den lägger till varje koalition.",
    ),
    Phrase(
        "{players} adds the same to each coalition of both games, and its parts differ by {by}",
        "{players} lägger lika mycket till varje koalition i båda spelen, och dess delar skiljer sig med {by}",
    ),
    'Young, "Monotonic solutions of cooperative games", International Journal of Game Theory 14 (1985), pp. 65-72',
    check=differs_adding_the_same,
    games=2,
)
