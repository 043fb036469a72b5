"""The corners of the core, for few players (kärnans hörn)."""

from fractions import Fraction

import attrs

from familjen.errors import IntractableError
from familjen.games.shares import AnyGame, CostShares
from familjen.games.written_out import need_game, written_out

__all__ = ["core_vertices"]

_LIMIT = 6


@attrs.frozen
class _Corner:
    """A point, and the coalitions that just pay what they cost, as the bits of a number."""

    at: tuple[Fraction, ...]
    tight: int


def core_vertices(game: AnyGame, *, limit: int = _LIMIT) -> tuple[CostShares, ...]:
    """Give all corners of the core, exactly, in order; none where the core is empty (kärnans hörn).

    By the double description method: the corners of the splits in which nobody does worse than alone are cut by one
    coalition's bound after the other.

    Complexity: in a concave cost game of n players there are up to n! corners; some seconds for 6 players.

    Source: Motzkin, Raiffa, Thompson and Thrall, "The double description method", in Contributions to the Theory of
    Games II (1953), pp. 51-73.

    Raises:
        IntractableError: There are more players than the limit.

    >>> from familjen.games import CostGame
    >>> [dict(corner) for corner in core_vertices(CostGame.of({"A": 11, "H": 7, "A+H": 15}))]
    [{'A': Fraction(8, 1), 'H': Fraction(7, 1)}, {'A': Fraction(11, 1), 'H': Fraction(4, 1)}]
    """
    need_game(game)
    size = len(game.players)
    if size > limit:
        raise IntractableError(
            f"the core of {size} players may have {size}! corners; at most {limit} players are asked for: pass "
            f"limit={size} if there is time for it",
            question="the corners of the core",
        )
    full = (1 << size) - 1
    table = written_out(game, "core")
    gains = [game.sign * table.at(mask) for mask in range(full + 1)]
    corners = _simplex(gains, size)
    for mask in range(1, full):
        if mask & (mask - 1):
            corners = _cut(corners, mask, gains, size)
    points = sorted(tuple(game.sign * part for part in corner.at) for corner in corners)
    return tuple(CostShares.of(game, point, "core_vertices") for point in points)


def _simplex(gains: list[Fraction], size: int) -> list[_Corner]:
    """Give the corners of the splits in which nobody does worse than alone: all that is saved goes to one."""
    alone = [gains[1 << place] for place in range(size)]
    saved = gains[-1] - sum(alone)
    if saved < 0:
        return []
    ones = sum(1 << (1 << place) for place in range(size))
    if not saved or size == 1:
        return [_Corner(tuple(alone) if size > 1 else (gains[-1],), ones)]
    return [
        _Corner(tuple(own + saved * (place == rich) for place, own in enumerate(alone)), ones ^ (1 << (1 << rich)))
        for rich in range(size)
    ]


def _cut(corners: list[_Corner], mask: int, gains: list[Fraction], size: int) -> list[_Corner]:
    """Keep the corners that give a coalition enough, and add those where its bound cuts an edge."""
    over = [
        sum((corner.at[place] for place in range(size) if mask >> place & 1), Fraction(0)) - gains[mask]
        for corner in corners
    ]
    kept = [
        corner if slack else attrs.evolve(corner, tight=corner.tight | 1 << mask)
        for corner, slack in zip(corners, over, strict=True)
        if slack >= 0
    ]
    inside = [(corner, slack) for corner, slack in zip(corners, over, strict=True) if slack > 0]
    outside = [(corner, slack) for corner, slack in zip(corners, over, strict=True) if slack < 0]
    for one, more in inside:
        for other, less in outside:
            common = one.tight & other.tight
            if common.bit_count() >= size - 2 and _is_edge(common, one, other, corners):
                part = more / (more - less)
                at = tuple(a + part * (b - a) for a, b in zip(one.at, other.at, strict=True))
                kept.append(_Corner(at, common | 1 << mask))
    return kept


def _is_edge(common: int, one: _Corner, other: _Corner, corners: list[_Corner]) -> bool:
    return not any(corner.tight & common == common for corner in corners if corner is not one and corner is not other)
