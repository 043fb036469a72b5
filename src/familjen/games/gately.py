"""The Gately point, and how tempted each is to disrupt a split (Gatelys punkt)."""

import math
from collections.abc import Mapping
from fractions import Fraction

from familjen.errors import InvalidValueError
from familjen.games.by_player import numbers_of
from familjen.games.coalition import Player, mask_of
from familjen.games.exactly import alone_of, on_top, separable_of, shares_of, whole_of
from familjen.games.number import Number
from familjen.games.shares import AnyGame, CostShares
from familjen.games.written_out import need_game

__all__ = ["coalition_propensity", "gately", "propensity_to_disrupt"]


def gately(game: AnyGame, *, exact: bool = False) -> CostShares:
    """Give the split at which all have the same propensity to disrupt: others lose as many times what one does oneself.

    What is saved together is split in proportion to what each adds in the end beyond what it comes to alone. Where it
    is defined it is the split by `scrb`, reached from the other side (Gatelys punkt).

    Complexity: O(n).

    Source: Gately, "Sharing the gains from regional cooperation: a game theoretic application to planning investment in
    electric power", International Economic Review 15 (1974), pp. 195-208. Where it is unique: Staudacher and Anwander,
    "Conditions for the uniqueness of the Gately point for cooperative games", arXiv:1901.01485 (2019).

    Raises:
        InvalidValueError: All lose by acting together; or one adds less than it comes to alone, so that at equal
            propensities it would lose; or none adds more than alone while there is something saved to split.

    >>> from familjen.games import Game
    >>> saved = {"K": 0, "T": 0, "A": 0, "K+T": 1170, "K+A": 770, "T+A": 210, "K+T+A": 1530}
    >>> gately(Game.of(saved)).to_amounts()
    {'K': Decimal('827.70'), 'T': Decimal('476.56'), 'A': Decimal('225.74')}
    """
    alone, last = alone_of(game), separable_of(game)
    if game.sign * (whole_of(game) - sum(alone)) < 0:
        reason = "together the players do worse than each alone, so no split is better for all; use shapley"
        raise InvalidValueError(reason, attribute="game")
    room = [game.sign * (most - own) for most, own in zip(last, alone, strict=True)]
    for player, more in zip(game.players, room, strict=True):
        if more < 0:
            reason = f"the others do better without {player} than with it at what it comes to alone; use shapley"
            raise InvalidValueError(reason, attribute="game")
    if whole_of(game) != sum(alone) and not any(room):
        reason = (
            "nobody adds more in the end than alone, and yet something is saved: every propensity to disrupt is −1, "
            "whatever the split; use equal_surplus"
        )
        raise InvalidValueError(reason, attribute="game")
    return shares_of(game, on_top(game, alone, room), "gately", exact=exact)


def propensity_to_disrupt(game: AnyGame, shares: Mapping[Player, Number]) -> dict[Player, float]:
    """Give how many times what a player would lose by leaving the others would lose by it (benägenhet att bryta).

    Complexity: O(n).

    Source: Gately, as for `gately`.

    Args:
        game: The game that is split.
        shares: Each player's part, such as `CostShares`.

    Returns:
        For each player the others' loss over its own; infinite where it would lose nothing, not a number (NaN) where
        neither would.

    Raises:
        InvalidValueError: A part is missing or not finite, or the only player has nobody to leave.
        UnknownIdError: A part is for somebody who is no player.

    >>> from familjen.games import CostGame
    >>> game = CostGame.of({"A": 11, "H": 7, "A+H": 15})
    >>> propensity_to_disrupt(game, {"A": 10, "H": 5})
    {'A': 2.0, 'H': 0.5}
    """
    need_game(game)
    paid = numbers_of(game.players, shares, "part", "shares")
    return {player: _propensity(game, paid, 1 << place) for place, player in enumerate(game.players)}


def coalition_propensity(game: AnyGame, shares: Mapping[Player, Number], coalition: object) -> float:
    """Give how many times what a coalition would lose by leaving the others would lose by it (benägenhet att bryta).

    Complexity: O(n).

    Source: Littlechild and Vaidya, "The propensity to disrupt and the disruption nucleolus of a characteristic function
    game", International Journal of Game Theory 5 (1976), pp. 151-161.

    Args:
        game: The game that is split.
        shares: Each player's part, such as `CostShares`.
        coalition: Some of the players, but not all.

    Returns:
        The others' loss over the coalition's; infinite where it would lose nothing, not a number (NaN) where neither
        would.

    Raises:
        InvalidValueError: A part is missing or not finite, or the coalition is of nobody or of all.
        UnknownIdError: A part is for somebody who is no player, or a member is none.

    >>> from familjen.games import Game
    >>> game = Game.of({"a": 0, "b": 0, "c": 0, "a+b": 4, "a+c": 0, "b+c": 3, "a+b+c": 6})
    >>> coalition_propensity(game, {"a": 2, "b": 3, "c": 1}, "a+b")
    1.0
    """
    need_game(game)
    paid = numbers_of(game.players, shares, "part", "shares")
    return _propensity(game, paid, mask_of(coalition, game.players))


def _propensity(game: AnyGame, paid: list[Fraction], mask: int) -> float:
    rest = mask ^ (1 << len(paid)) - 1
    if not mask or not rest:
        reason = "leaving takes some who leave and others who stay; name a coalition of some players but not all"
        raise InvalidValueError(reason, attribute="coalition")
    own, others = (
        game.sign * (sum(part for place, part in enumerate(paid) if some >> place & 1) - game.at(some))
        for some in (mask, rest)
    )
    if own:
        return float(others / own)
    return math.copysign(math.inf, others) if others else math.nan
