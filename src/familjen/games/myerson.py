"""The Myerson value (Myersonvärdet)."""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from familjen.errors import InvalidValueError
from familjen.games.coalition import Player, mask_of, members_of
from familjen.games.game import Game
from familjen.games.shapley import shapley
from familjen.games.shares import AnyGame, CostShares
from familjen.games.unions import among
from familjen.games.vectors import Numbers, vector_of
from familjen.games.written_out import need_game
from familjen.validators import show

__all__ = ["myerson"]

PAIR = 2


def myerson(game: AnyGame, links: Iterable[object], *, exact: bool = False) -> CostShares:
    """Give the Shapley value where only those who are linked, directly or through others, cooperate (Myersonvärdet).

    A coalition that is not connected by links within it comes to the sum of its connected parts. Each connected part of
    all players splits what it comes to by itself; two players gain the same from the link between them.

    Complexity: O(b·2ᵇ) for each connected part of b players, also where all players are too many to write out.

    Source: Myerson, "Graphs and cooperation in games", Mathematics of Operations Research 2 (1977), pp. 225-229.

    Args:
        game: The game.
        links: Pairs of players that can act together, each pair once.
        exact: Whether to compute in Fractions.

    Raises:
        InvalidValueError: A link is no pair of two different players, or is there twice.
        UnknownIdError: A link is to somebody who is no player.
        IntractableError: The game is compact, and a connected part too large to be written out.

    >>> from familjen.games import CostGame
    >>> table = {"a": 6, "b": 6, "c": 6, "a+b": 8, "a+c": 8, "b+c": 8, "a+b+c": 9}
    >>> dict(myerson(CostGame.of(table), [("a", "b"), ("b", "c")], exact=True))
    {'a': Fraction(11, 3), 'b': Fraction(5, 3), 'c': Fraction(11, 3)}
    """
    need_game(game)
    near = _near(links, game.players)
    parts: dict[Any, Any] = {}
    left = (1 << len(game.players)) - 1
    while left:
        part = _reached(left & -left, near)
        left &= ~part
        within = among(game, part, "the Myerson value")
        places = [place for place in range(len(game.players)) if part >> place & 1]
        linked = [_inside(near[place], places) for place in places]
        summed = _summed(vector_of(within, exact=exact), linked)
        parts |= dict(shapley(Game.from_vector(within.players, summed, limit=len(places)), exact=exact))
    return CostShares.of(game, [parts[player] for player in game.players], "myerson")


def _near(links: Iterable[object], players: Sequence[Player]) -> list[int]:
    """Give the coalition of those that each player is linked to."""
    if isinstance(links, str) or not isinstance(links, Iterable):
        raise InvalidValueError(f"{show(links)} is no list of pairs; write [('A', 'B')]", attribute="links")
    near = [0] * len(players)
    for link in links:
        mask = mask_of(link, players)
        if mask.bit_count() != PAIR:
            reason = f"{show(link)} is no pair of two players; write ('A', 'B')"
            raise InvalidValueError(reason, attribute="links")
        one, other = (players.index(member) for member in members_of(mask, players))
        if near[one] >> other & 1:
            reason = f"{players[one]} and {players[other]} are linked twice; give each link once, in either direction"
            raise InvalidValueError(reason, attribute="links")
        near[one] |= 1 << other
        near[other] |= 1 << one
    return near


def _reached(start: int, near: list[int]) -> int:
    """Give who can be reached from a player through links."""
    reached, new = start, start
    while new:
        place = new.bit_length() - 1
        new ^= 1 << place
        new |= near[place] & ~reached
        reached |= near[place]
    return reached


def _inside(mask: int, places: list[int]) -> int:
    """Number a coalition among some players only, by their places there."""
    return sum(1 << number for number, place in enumerate(places) if mask >> place & 1)


def _summed(vector: Numbers, near: list[int]) -> Numbers:
    """Give each coalition the sum of its connected parts, by the part of its last player and what is left."""
    linked = np.zeros(1, dtype=np.int64)
    for neighbours in near:
        linked = np.concatenate([linked, linked | neighbours])
    summed = vector[:1]
    for place in range(len(near)):
        masks = np.arange(1 << place, 2 << place)
        part = np.full_like(masks, 1 << place)
        while (wider := part | linked[part] & masks).sum() > part.sum():
            part = wider
        summed = np.concatenate([summed, vector[part] + summed[masks ^ part]])
    return summed
