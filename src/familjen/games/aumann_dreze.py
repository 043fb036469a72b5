"""The Aumann–Drèze value (Aumann–Drèze-värdet)."""

from collections.abc import Iterable
from typing import Any

from familjen.games.shapley import shapley
from familjen.games.shares import AnyGame, CostShares
from familjen.games.unions import among, partition_of
from familjen.games.written_out import need_game

__all__ = ["aumann_dreze"]


def aumann_dreze(game: AnyGame, structure: Iterable[object], *, exact: bool = False) -> CostShares:
    """Let each union split its own cost by the Shapley value, the others left out of account (Aumann–Drèze-värdet).

    It is for cooperations that stand side by side: the parts sum to what each union costs by itself, and so to the
    whole only where that is the sum of the unions, as with one union of all.

    Complexity: O(2ᵇ) for each union of b players, also where all players together are too many to write out.

    Source: Aumann and Drèze, "Cooperative games with coalition structures", International Journal of Game Theory 3
    (1974), pp. 217-237.

    Args:
        game: The game.
        structure: Coalitions such that each player is in one.
        exact: Whether to compute in Fractions.

    Raises:
        InvalidValueError: A union is empty, two have a member in common, or a player is in none.
        UnknownIdError: A member of a union is no player.
        IntractableError: The game is compact, and a union too large to be written out.

    >>> from familjen.games import CostGame
    >>> table = {"N": 163520, "F": 140826, "P": 250096, "F+N": 301607, "N+P": 378821, "F+P": 367370, "F+N+P": 412584}
    >>> dict(aumann_dreze(CostGame.of(table), ["F+P", "N"]))
    {'N': 163520.0, 'F': 129050.0, 'P': 238320.0}
    """
    need_game(game)
    parts: dict[Any, Any] = {}
    for mask in partition_of(structure, game.players, "structure"):
        everybody = mask.bit_count() == len(game.players)
        within = game if everybody else among(game, mask, "the Aumann–Drèze value")
        parts |= dict(shapley(within, exact=exact))
    return CostShares.of(game, [parts[player] for player in game.players], "aumann_dreze")
