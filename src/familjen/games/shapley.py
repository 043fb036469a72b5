"""The Shapley value (Shapleyvärdet)."""

from fractions import Fraction
from functools import cache
from math import comb, factorial, lcm

import numpy as np
from numpy.typing import NDArray

from familjen.games.compact.game import CompactGame
from familjen.games.game import Game
from familjen.games.shares import AnyGame, CostShares
from familjen.games.written_out import need_game

__all__ = ["shapley"]

Floats = NDArray[np.float64]

_BLOCK = 14
"""Bits of a block: 128 KiB of floats, which a processor's second cache holds."""
_TABLE = 9
"""Bits below which a table of members does the rest at once."""


def shapley(game: AnyGame, *, exact: bool = False) -> CostShares:
    """Give each player the mean, over all orders of arrival, of what it adds to those there before (Shapleyvärdet).

    It is the only value that is efficient, symmetric, additive and gives a dummy player nothing. It need not lie in the
    core; in a concave cost game it does.

    Complexity: O(2ⁿ), one pass over the vector: each coalition's number is weighted by the coalition's size, the
    weighted vector folded at its highest bit, player by player. Extra memory: a few blocks of 2¹⁴ floats. With
    ``exact`` the game's own numbers are summed in whole numbers, O(n·2ⁿ), and the parts are Fractions. A compact game
    has a formula of its own, which its class documents; where that is in floats, so is the value.

    Source: Shapley, "A value for n-person games", in Contributions to the Theory of Games II (1953), pp. 307-317.

    >>> from familjen.games import CostGame
    >>> table = {"N": 163520, "F": 140826, "P": 250096, "F+N": 301607, "N+P": 378821, "F+P": 367370, "F+N+P": 412584}
    >>> shapley(CostGame.of(table)).to_amounts()
    {'N': Decimal('117829.00'), 'F': Decimal('100756.50'), 'P': Decimal('193998.50')}
    >>> shapley(CostGame.of({"a": 1, "b": 2, "a+b": 2.5}), exact=True)["a"]
    Fraction(3, 4)
    """
    need_game(game)
    if isinstance(game, CompactGame):
        value = game.shapley_value()
        return CostShares.of(game, value if exact else [float(part) for part in value], "shapley")
    if exact:
        return CostShares.of(game, _exactly(game), "shapley")
    number = len(game.players)
    weighted = _weighted_sums(game.values, number)
    # what a player adds is Σ over coalitions with it of (p + q)·v less the same Σ q·v for all, which efficiency gives
    return CostShares.of(game, weighted + (game.whole - weighted.sum()) / number, "shapley")


def _exactly(game: Game) -> list[Fraction]:
    number = len(game.players)
    numbers = game.numbers()
    over = lcm(*(each.denominator for each in numbers))
    # n!·over makes every term whole: (s-1)!(n-s)! joined last, s!(n-s-1)! joined next
    last = [0, *(factorial(size - 1) * factorial(number - size) for size in range(1, number + 1))]
    parts = [0] * number
    for mask, value in enumerate(numbers):
        count = value.numerator * (over // value.denominator)
        size = mask.bit_count()
        for place in range(number):
            parts[place] += count * last[size] if mask >> place & 1 else -count * last[size + 1]
    return [Fraction(part, over * factorial(number)) for part in parts]


@cache
def _sizes(bits: int) -> NDArray[np.int64]:
    sizes = np.zeros(1, dtype=np.int64)
    for _ in range(bits):
        sizes = np.concatenate([sizes, sizes + 1])
    return sizes


@cache
def _weights(number: int) -> Floats:
    """By size s: 1/(n·C(n-1, s-1)) for those a member joined last, and 1/(n·C(n-1, s)) for those that one may join."""
    weights = np.zeros(number + 1)
    for size in range(1, number + 1):
        weights[size] += 1 / (number * comb(number - 1, size - 1))
        if size < number:
            weights[size] += 1 / (number * comb(number - 1, size))
    return weights


@cache
def _table(bits: int) -> Floats:
    masks = np.arange(1 << bits)
    return np.array([masks >> place & 1 for place in range(bits)], dtype=np.float64).reshape(bits, 1 << bits)


@cache
def _block_weights(number: int, bits: int, outside: int) -> Floats:
    """Weigh each coalition of a block whose coalitions have so many members outside of the block's bits."""
    return _weights(number)[_sizes(bits) + outside]


def _weighted_sums(values: Floats, number: int) -> Floats:
    """Sum the weighted values of the coalitions with each player."""
    bits = min(number, _BLOCK)
    high = number - bits
    if not high:
        return _fold(values * _block_weights(number, bits, 0), bits)
    blocks = values.reshape(1 << high, 1 << bits)
    outside = _sizes(high)
    inner = np.zeros(1 << bits)
    of_block = np.empty(1 << high)
    scratch = np.empty(1 << bits)
    for place, block in enumerate(blocks):
        np.multiply(block, _block_weights(number, bits, int(outside[place])), out=scratch)
        of_block[place] = scratch.sum()
        inner += scratch
    return np.concatenate([_fold(inner, bits), _fold(of_block, high)])


def _fold(weighted: Floats, bits: int) -> Floats:
    """Sum a vector over the coalitions with each player, halving it player by player from the highest bit."""
    sums = np.empty(bits)
    while bits > _TABLE:
        bits -= 1
        lower, upper = weighted[: 1 << bits], weighted[1 << bits :]
        sums[bits] = upper.sum()
        weighted = lower + upper
    sums[:bits] = _table(bits) @ weighted
    return sums
