"""Consistency of Hart and Mas-Colell: some think again, the others being paid as in each coalition (konsistens)."""

from fractions import Fraction
from typing import TYPE_CHECKING

from familjen.errors import InvalidValueError
from familjen.games.axioms.axiom import Axiom
from familjen.games.axioms.pairs import Failure, farthest, most, parts_by
from familjen.games.coalition import Player, members_of
from familjen.games.game import Game
from familjen.language import Phrase

if TYPE_CHECKING:
    from familjen.games.methods import Method

__all__ = ["HART_MAS_COLELL", "not_consistent_in_coalitions"]


def not_consistent_in_coalitions(method: "Method", game: Game) -> Failure | None:
    """Give the player who comes to something else when some think again (brist i konsistens).

    Here a coalition of those who think again acts with all of the others, who are paid what the method gives them in
    the game among just these. Where the method does not split that game, or the reduced one, some are passed by.

    Complexity: 2ⁿ⁺¹ games are split.

    >>> from familjen.games import CostGame, shapley
    >>> table = {"a": 3, "b": 3, "c": 3, "a+b": 4, "a+c": 5, "b+c": 6, "a+b+c": 6}
    >>> not_consistent_in_coalitions(shapley, CostGame.of(table)) is None
    True
    """
    whole = len(game.values) - 1
    parts = parts_by(method, game)
    splits = {whole: parts}
    found: list[Failure] = []
    for mask in range(1, whole):
        try:
            again = parts_by(method, _reduced(method, game, mask, splits))
        except InvalidValueError:
            continue
        worst = farthest(parts, again)
        found += [] if worst is None else [worst]
    return most(found)


def _reduced(method: "Method", game: Game, mask: int, splits: dict[int, dict[Player, Fraction]]) -> Game:
    others = len(game.values) - 1 & ~mask
    left = members_of(others, game.players)
    numbers = [Fraction(0)]
    for some in range(1, mask + 1):
        if some & ~mask:
            continue
        both = some | others
        if both not in splits:
            splits[both] = parts_by(method, game.subgame(members_of(both, game.players)))
        numbers.append(game.at(both) - sum((splits[both][player] for player in left), Fraction(0)))
    return game.of_fractions(members_of(mask, game.players), numbers)


HART_MAS_COLELL = Axiom(
    "hart_mas_colell",
    Phrase("consistency of Hart and Mas-Colell", "konsistens enligt Hart och Mas-Colell"),
    Phrase(
        "Some players who split what all the others leave, these having in each coalition what the method gives them, "
        "come to the same.",
        "Några spelare som fördelar vad alla andra lämnar, som i varje koalition har vad metoden ger dem där, kommer "
        "till samma delar.",
    ),
    Phrase(
        "{players} comes to something else by {by} when some think again",
        "{players} kommer till något annat, {by} ifrån, när några tänker om",
    ),
    'Hart and Mas-Colell, "Potential, value, and consistency", Econometrica 57 (1989), pp. 589-614',
    check=not_consistent_in_coalitions,
)
