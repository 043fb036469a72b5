"""Solutions of small compact games straight from their definitions, coalition by coalition, in Fractions."""

from fractions import Fraction
from itertools import permutations
from typing import Any

import numpy as np
import pytest

from familjen.games.compact.game import CompactGame
from familjen.games.compact.submodular import SubmodularGame


def excesses(game: CompactGame, paid: list[Any]) -> list[Any]:
    """Give the excess of every coalition, by its number."""
    places = range(len(paid))
    masks = range(1 << len(paid))
    return [game.sign * (game.at(mask) - sum(paid[place] for place in places if mask >> place & 1)) for mask in masks]


def shapley_by_orders(game: CompactGame) -> list[Fraction]:
    """Give the mean of what each adds over all orders of arrival."""
    number = len(game.players)
    numbers = [game.at(mask) for mask in range(1 << number)]
    orders = list(permutations(range(number)))
    added = [Fraction(0)] * number
    for order in orders:
        mask = 0
        for place in order:
            added[place] += numbers[mask | 1 << place] - numbers[mask]
            mask |= 1 << place
    return [sum_ / len(orders) for sum_ in added]


def greatest(excess: list[Any], one: int, other: int) -> Any:
    """Give the greatest excess of the coalitions with one player in and another out."""
    return max(each for mask, each in enumerate(excess) if mask >> one & 1 and not mask >> other & 1)


def is_kernel(game: CompactGame, parts: list[Fraction]) -> bool:
    """Tell whether parts sum to the whole and no player has more against another than that one has in return.

    In a convex game one point only does, and that is the nucleolus (Maschler, Peleg and Shapley 1972).
    """
    excess = excesses(game, parts)
    pairs = [(one, other) for one in range(len(parts)) for other in range(one)]
    return excess[-1] == 0 and all(greatest(excess, a, b) == greatest(excess, b, a) for a, b in pairs)


def check_separation(game: SubmodularGame, paid: list[float]) -> None:
    """Need that, for every pair, the coalition found has one in and another out and the greatest excess."""
    number = len(paid)
    excess = [float(each) for each in excesses(game, [Fraction(each) for each in paid])]
    inside, outside = np.nonzero(~np.eye(number, dtype=bool))
    members, found = game.separate(np.array(paid), inside, outside)
    assert members.shape == (len(inside), number)
    assert members[np.arange(len(inside)), inside].all()
    assert not members[np.arange(len(inside)), outside].any()
    masks = (members @ (1 << np.arange(number))).tolist()
    best = [greatest(excess, one, other) for one, other in zip(inside.tolist(), outside.tolist(), strict=True)]
    assert found.tolist() == pytest.approx(best, abs=1e-9)
    assert [excess[mask] for mask in masks] == pytest.approx(best, abs=1e-9)


def check_most_excess(game: CompactGame, paid: list[float]) -> None:
    """Need that the coalition found is some but not all, and none of those has a greater excess."""
    excess = [float(each) for each in excesses(game, [Fraction(each) for each in paid])]
    members, found = game.most_excess(np.array(paid))
    assert members.any()
    assert not members.all()
    assert found == pytest.approx(max(excess[1:-1]), abs=1e-9)
    assert excess[int(members @ (1 << np.arange(len(paid))))] == pytest.approx(found, abs=1e-9)
