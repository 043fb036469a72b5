"""A game's own numbers exactly, and what simple methods make of them (exakta tal)."""

from collections.abc import Sequence
from fractions import Fraction

from familjen.errors import InvalidValueError
from familjen.games.shares import AnyGame, CostShares
from familjen.games.written_out import need_game

__all__ = ["alone_of", "on_top", "separable_of", "shares_of", "whole_of"]

Exact = list[Fraction]


def whole_of(game: AnyGame) -> Fraction:
    """Give what there is to split."""
    need_game(game)
    return game.at(-1)


def alone_of(game: AnyGame) -> Exact:
    """Give what each player comes to alone."""
    need_game(game)
    return [game.at(1 << place) for place in range(len(game.players))]


def separable_of(game: AnyGame) -> Exact:
    """Give c(N) − c(N∖i): the coalition of all but one is numbered by all bits but its own."""
    need_game(game)
    full = (1 << len(game.players)) - 1
    return [whole_of(game) - game.at(full ^ 1 << place) for place in range(len(game.players))]


def on_top(game: AnyGame, base: Exact, weights: Sequence[Fraction]) -> Exact:
    """Split what the base leaves of the whole in proportion to the weights."""
    left = whole_of(game) - sum(base)
    if not left:
        return base
    if not sum(weights):
        reason = "every weight is zero, so there is no proportion to split the rest by; use ensc or equal_division"
        raise InvalidValueError(reason, attribute="game")
    return [own + left * weight / sum(weights) for own, weight in zip(base, weights, strict=True)]


def shares_of(game: AnyGame, numbers: Exact, method: str, *, exact: bool) -> CostShares:
    """Give the numbers as they are, or each as the float that is nearest."""
    return CostShares.of(game, numbers if exact else [float(number) for number in numbers], method)
