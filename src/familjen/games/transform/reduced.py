"""The game among some players when the others are paid (reducerat spel)."""

from collections.abc import Mapping
from fractions import Fraction

import numpy as np

from familjen.errors import InvalidValueError, UnknownIdError
from familjen.games.coalition import Player, mask_of, members_of
from familjen.games.game import Game
from familjen.games.number import Number, as_exact
from familjen.games.shares import AnyGame
from familjen.games.vector import sums
from familjen.games.written_out import written_out
from familjen.validators import show

__all__ = ["reduced"]


def reduced(game: AnyGame, coalition: object, shares: Mapping[Player, Number]) -> Game:
    """Give the game among the members of a coalition when all others pay their shares (reducerat spel).

    Together the members pay what the others leave of the whole. Some of them pay the least that they come to with
    others of their choice, who pay their shares: c(T∪Q) − x(Q), least over coalitions Q of others. In gain games it is
    the most. A method is consistent if those who think again in the reduced game come to the same shares; the
    prenucleolus is.

    Args:
        game: The game.
        coalition: Those who think again.
        shares: What each of the others pays or gets; those of the members may be there too and do not matter.

    Complexity: O(2ⁿ), and memory for a few vectors of it. It is exact where the game's numbers are told exactly and
    no share is a float.

    Source: Davis and Maschler, "The kernel of a cooperative game", Naval Research Logistics Quarterly 12 (1965),
    pp. 223-259.

    Raises:
        InvalidValueError: The coalition is empty, a share is missing, or one is not finite.
        UnknownIdError: A member, or one who has a share, is no player.

    >>> from familjen.games import CostGame, equal_surplus
    >>> table = {"N": 163520, "F": 140826, "P": 250096, "F+N": 301607, "N+P": 378821, "F+P": 367370, "F+N+P": 412584}
    >>> nucleolus = {"N": 116234, "F": 93540, "P": 202810}
    >>> dict(equal_surplus(reduced(CostGame.of(table), "F+P", nucleolus)))
    {'F': 93540.0, 'P': 202810.0}
    """
    full = written_out(game, "what it is among some when the others are paid")
    mask = mask_of(coalition, full.players)
    bits = np.array([1 << place for place in range(len(full.players))], dtype=np.int64)
    is_member = bits & mask > 0
    inside, outside = sums(bits[is_member]), sums(bits[~is_member])
    paid = _paid(full, mask, shares)
    exact = full.exact is not None and not any(isinstance(share, float) for share in paid)
    numbers = np.array(full.exact, dtype=object) if exact else full.values
    kept = sums(np.array(paid if exact else [float(share) for share in paid], dtype=numbers.dtype))
    left = numbers[np.add.outer(inside, outside)] - kept
    best = left.min(axis=1) if full.sign < 0 else left.max(axis=1)
    best[0], best[-1] = 0, left[-1, -1]
    players = members_of(mask, full.players)
    return full.of_fractions(players, [Fraction(number) for number in best]) if exact else type(full)(players, best)


def _paid(game: Game, mask: int, shares: Mapping[Player, Number]) -> list[Fraction | float]:
    """Give the share of each player outside: a float stays one, another number is read exactly."""
    if not isinstance(shares, Mapping):
        raise InvalidValueError(f"{show(shares)} is no mapping of player to share", attribute="shares")
    for player in shares:
        if player not in game.players:
            raise UnknownIdError.of("player", str(player), [str(known) for known in game.players])
    found: list[Fraction | float] = []
    for player in members_of(~mask, game.players):
        if player not in shares:
            raise InvalidValueError(f"{player} has no share; give what each of the others pays", attribute="shares")
        share = shares[player]
        exact = as_exact(share, f"the share of {player}", "shares")
        found.append(float(share) if isinstance(share, float) else exact)
    return found
