"""Covariance: another unit, or a cost of each player's own, changes parts in the same way (kovarians)."""

from fractions import Fraction
from typing import TYPE_CHECKING

from familjen.errors import InvalidValueError
from familjen.games.axioms.axiom import Axiom
from familjen.games.axioms.pairs import Failure, farthest, need_same_players, parts_by
from familjen.games.coalition import Player
from familjen.games.game import Game
from familjen.games.transform import normalise, strategic_equivalent
from familjen.language import Phrase

if TYPE_CHECKING:
    from familjen.games.methods import Method

__all__ = ["COVARIANCE", "not_covariant"]


def not_covariant(method: "Method", one: Game, other: Game) -> Failure | None:
    """Give the player whose part does not follow a change of unit and of own costs (brist i kovarians).

    The second game is a·c(S) + Σ b(i), with a above zero, of the first.

    >>> from familjen.games import CostGame, equal_division
    >>> one, other = CostGame.of({"A": 2, "H": 4, "A+H": 5}), CostGame.of({"A": 3, "H": 4, "A+H": 6})
    >>> not_covariant(equal_division, one, other)
    (('A',), Fraction(1, 2))
    """
    scale, shift = _change(one, other)
    moved = {player: scale * part + shift[player] for player, part in parts_by(method, one).items()}
    return farthest(moved, parts_by(method, other))


def _change(one: Game, other: Game) -> tuple[Fraction, dict[Player, Fraction]]:
    """Find the scale and the shifts that make the second game of the first."""
    need_same_players(one, other)
    pairs = zip(normalise(one).numbers(), normalise(other).numbers(), strict=True)
    scale = next((second / first for first, second in pairs if first), Fraction(1))
    shift = {player: other.at(1 << place) - scale * one.at(1 << place) for place, player in enumerate(one.players)}
    if scale <= 0 or strategic_equivalent(one, scale, shift).numbers() != other.numbers():
        reason = "the second game is not the first in another unit with an amount for each member; make it with "
        raise InvalidValueError(reason + "strategic_equivalent", attribute="games")
    return scale, shift


COVARIANCE = Axiom(
    "covariance",
    Phrase("covariance (strategic equivalence)", "kovarians (strategisk ekvivalens)"),
    Phrase(
        "Another unit, or an amount of a player's own in every coalition, changes the parts in the same way.",
        "En annan enhet, eller ett eget belopp för en spelare i varje koalition, ändrar delarna på samma sätt.",
    ),
    Phrase(
        "{players} has a part that is {by} from where the change takes it",
        "{players} har en del som är {by} från dit ändringen för den",
    ),
    'Schmeidler, "The nucleolus of a characteristic function game", SIAM Journal on Applied Mathematics 17 (1969), '
    "pp. 1163-1170",
    check=not_covariant,
    games=2,
)
