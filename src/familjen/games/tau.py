"""The τ-value, which is the cost gap method, and its bounds (τ-värdet)."""

from typing import Any

import numpy as np

from familjen.errors import InvalidValueError
from familjen.games.coalition import Player
from familjen.games.counts import TOLERANCE
from familjen.games.exactly import separable_of
from familjen.games.game import Game
from familjen.games.shares import AnyGame, CostShares
from familjen.games.vector import sums
from familjen.games.vectors import Numbers, vector_of, with_each
from familjen.games.written_out import written_out

__all__ = ["cost_gap", "minimal_rights", "tau"]


def minimal_rights(game: AnyGame, *, exact: bool = False) -> CostShares:
    """Give the most that each need pay, or the least it can demand: what is left to it for the best (minimirätter).

    A player takes part in the coalition that leaves it best off when all others there get their utopia, which is what
    each adds when it comes last (`separable_costs`). What is left for it is its minimal right; they need not sum to the
    whole. In a cost game every split in the core lies between the separable cost and this.

    Complexity: O(2ⁿ).

    Source: as for `tau`.

    Raises:
        IntractableError: The game is compact, and too large to be written out.

    >>> from familjen.games import CostGame
    >>> dict(minimal_rights(CostGame.of({"A": 11, "H": 7, "A+H": 15})))
    {'A': 11.0, 'H': 7.0}
    """
    written = written_out(game, "the minimal rights")
    utopia, gaps = _gaps(written, exact=exact)
    rights = [best - game.sign * gap for best, gap in zip(utopia, with_each(gaps, np.minimum), strict=True)]
    return CostShares.of(game, rights, "minimal_rights")


def tau(game: AnyGame, *, exact: bool = False) -> CostShares:
    """Compromise between the best that each can hope for and the worst that it need take (τ-värdet).

    It is the efficient split on the line from the minimal rights to the utopia, which in a cost game is the separable
    costs. In terms of costs it is the cost gap method: g(S) is what a coalition costs beyond its members' separable
    costs, and what all cost beyond them is split in proportion to the least g(S) of the coalitions that each is in.

    It is defined for quasi-balanced games, which all with a core are. Floats count as zero what is within 1e-12 of the
    game's largest number, with ``exact`` nothing is.

    Complexity: O(2ⁿ).

    Source: Tijs, "Bounds for the core and the τ-value", in Game Theory and Mathematical Economics (1981), pp. 123-132;
    Tijs and Driessen, "Game theory and cost allocation problems", Management Science 32 (1986), pp. 1015-1028.

    Raises:
        InvalidValueError: The game is not quasi-balanced: the bounds cross, or no point between them splits the whole.
        IntractableError: The game is compact, and too large to be written out.

    >>> from familjen.games import CostGame
    >>> table = {"N": 163520, "F": 140826, "P": 250096, "F+N": 301607, "N+P": 378821, "F+P": 367370, "F+N+P": 412584}
    >>> tau(CostGame.of(table)).to_amounts()
    {'N': Decimal('117475.54'), 'F': Decimal('99157.30'), 'P': Decimal('195951.16')}
    """
    written = written_out(game, "the τ-value")
    utopia, gaps = _gaps(written, exact=exact)
    room = 0 if exact else TOLERANCE * float(np.abs(written.values).max())
    gap, least = gaps[-1], with_each(gaps, np.minimum)
    _need_quasi_balanced(game.players, gap, least, room)
    if sum(least) <= room:  # and so is the gap: there is nothing to split but rounding
        parts = [best + game.sign * -gap / len(utopia) for best in utopia]
    else:
        parts = [best - game.sign * gap * (share / sum(least)) for best, share in zip(utopia, least, strict=True)]
    return CostShares.of(game, parts, "tau")


cost_gap = tau
"""The cost gap method, which is the same split."""


def _gaps(game: Game, *, exact: bool) -> tuple[list[Any], Numbers]:
    """Give each player's utopia, and how far from its members' utopia each coalition is."""
    exactly = separable_of(game)
    utopia: list[Any] = exactly if exact else [float(number) for number in exactly]
    gaps: Numbers = game.sign * (
        sums(np.array(utopia, dtype=object if exact else np.float64)) - vector_of(game, exact=exact)
    )
    return utopia, gaps


def _need_quasi_balanced(players: tuple[Player, ...], gap: Any, least: list[Any], room: float) -> None:
    for player, own in zip(players, least, strict=True):
        if own < -room:
            reason = (
                f"the game is not quasi-balanced: {player} can do better in a coalition, the others there having all "
                "that they can hope for, than it can hope for itself; use shapley or nucleolus"
            )
            raise InvalidValueError(reason, attribute="game")
    if gap > sum(least) + room * len(players):
        reason = (
            "the game is not quasi-balanced: what all can demand at the least is more than there is; use shapley or "
            "nucleolus"
        )
        raise InvalidValueError(reason, attribute="game")
