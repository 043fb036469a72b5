"""The least and the most that each player pays or gets in the core (kärnans ändar)."""

import numpy as np
from numpy.typing import NDArray

from familjen.errors import IntractableError
from familjen.games import Game, core
from familjen.games.shares import AnyGame
from familjen.games.written_out import written_out
from familjen.optimise.program import FREE, Program

__all__ = ["core_ends"]

_MOST = 10
"""Of more players the ends are not looked for: a linear program has a row for each coalition."""

Floats = NDArray[np.float64]


def core_ends(game: AnyGame) -> Floats | None:
    """Give the least and the most of each player in the core: shape (n, 2); ``None`` where there is none.

    Of more than ten players, or where it is too hard to tell, it is ``None`` too.

    Complexity: two linear programs of 2ⁿ rows for each of n players.

    >>> from familjen.games import CostGame
    >>> core_ends(CostGame.of({"A": 11, "H": 7, "A+H": 15})).tolist()
    [[8.0, 11.0], [4.0, 7.0]]
    """
    number = len(game.players)
    if number > _MOST:
        return None
    try:
        table = written_out(game, "core")
    except IntractableError:
        return None
    if not core(table):
        return None
    ends = np.array([[_end(table, place, sign) for sign in (1.0, -1.0)] for place in range(number)])
    return np.asarray(np.round(ends, 9), dtype=np.float64)


def _end(game: Game, place: int, sign: float) -> float:
    """Give the least, or for minus one the most, of one player's part."""
    number = len(game.players)
    costs = np.zeros(number)
    costs[place] = sign
    program = Program(costs, np.full(number, -FREE))
    inside = ((np.arange(1, 1 << number)[:, None] >> np.arange(number)) & 1).astype(np.float64)
    bounds = np.asarray(game.values[1:], dtype=np.float64)
    lower, upper = (bounds, np.full(len(bounds), FREE)) if game.sign > 0 else (np.full(len(bounds), -FREE), bounds)
    lower, upper = lower.copy(), upper.copy()
    lower[-1] = upper[-1] = bounds[-1]
    program.add(inside, lower, upper)
    return float(program.solve().at[place])
