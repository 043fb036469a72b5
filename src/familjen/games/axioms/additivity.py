"""Additivity: the split of a sum of games is the sum of their splits (additivitet)."""

from typing import TYPE_CHECKING

from familjen.games.axioms.axiom import Axiom
from familjen.games.axioms.pairs import Failure, farthest, need_same_players, parts_by
from familjen.games.game import Game
from familjen.games.transform import sum_of_games
from familjen.language import Phrase

if TYPE_CHECKING:
    from familjen.games.methods import Method

__all__ = ["ADDITIVITY", "not_additive"]


def not_additive(method: "Method", one: Game, other: Game) -> Failure | None:
    """Give the player whose part of two games together differs most from its parts of each (brist i additivitet).

    >>> from familjen.games import CostGame, proportional_to_alone
    >>> water, roads = CostGame.of({"A": 1, "H": 2, "A+H": 2}), CostGame.of({"A": 1, "H": 1, "A+H": 2})
    >>> not_additive(proportional_to_alone, water, roads)
    (('A',), Fraction(1, 15))
    """
    need_same_players(one, other)
    first, second = parts_by(method, one), parts_by(method, other)
    return farthest(
        {player: part + second[player] for player, part in first.items()}, parts_by(method, sum_of_games(one, other))
    )


ADDITIVITY = Axiom(
    "additivity",
    Phrase("additivity", "additivitet"),
    Phrase(
        "Two costs split each for itself give the same parts as split together.",
        "Två kostnader som fördelas var för sig ger samma delar som fördelade tillsammans.",
    ),
    Phrase(
        "{players} has parts that differ by {by} when games are split together and apart",
        "{players} har delar som skiljer sig med {by} när spel fördelas tillsammans och var för sig",
    ),
    'Shapley, "A value for n-person games", in Contributions to the Theory of Games II (1953), pp. 307-317',
    check=not_additive,
    games=2,
)
