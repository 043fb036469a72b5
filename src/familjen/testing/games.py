"""Cost games of a few players, of any kind or of one that is known to be well-behaved (kostnadsspel)."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from hypothesis import strategies as st

from familjen.errors import InvalidValueError
from familjen.games import CostGame
from familjen.testing.asked import given_names
from familjen.validators import show

__all__ = ["cost_games"]

_LETTERS = "ABCDEFGHIJKL"
_MOST = 100


def cost_games(players: int | Sequence[str] | None = None, *, kind: str = "any") -> st.SearchStrategy[CostGame]:
    """Draw cost games of whole numbers (kostnadsspel).

    The kinds: ``"any"``; ``"subadditive"``, where no coalition costs more than its parts; ``"balanced"``, where the
    core is not empty; ``"concave"``, where a player adds less the more are there. A concave game is subadditive and
    balanced; a game can be either of these and not the other.

    Args:
        players: How many, at most twelve, or who; two to four unless given.
        kind: The kind.

    Raises:
        InvalidValueError: There is no player, too many or one of them twice, or there is no such kind.

    >>> from hypothesis import find
    >>> find(cost_games(2, kind="balanced"), lambda game: game.whole > 0)
    CostGame(A, B; all together 1)
    """
    if not isinstance(kind, str) or kind not in _KINDS:
        raise InvalidValueError(f"{show(kind)} is no kind; use one of {', '.join(_KINDS)}", attribute="kind")
    named = _named(players)
    return named.flatmap(lambda names: _KINDS[kind](len(names)).map(lambda costs: _game(names, costs)))


def _named(players: int | Sequence[str] | None) -> st.SearchStrategy[tuple[str, ...]]:
    if players is None:
        return st.integers(2, 4).map(lambda number: tuple(_LETTERS[:number]))
    names = tuple(_LETTERS[:players]) if type(players) is int and 1 <= players <= len(_LETTERS) else players
    if isinstance(names, str) or not isinstance(names, Sequence) or not 1 <= len(names) <= len(_LETTERS):
        reason = f"{show(players)} is no number of players; give 1 to {len(_LETTERS)}, or their names"
        raise InvalidValueError(reason, attribute="players")
    return st.just(given_names(names, "players"))


def _game(players: tuple[str, ...], costs: Sequence[int]) -> CostGame:
    return CostGame.of_fractions(players, [Fraction(cost) for cost in costs])


def _numbers(how_many: int) -> st.SearchStrategy[list[int]]:
    return st.lists(st.integers(0, _MOST), min_size=how_many, max_size=how_many)


def _any(players: int) -> st.SearchStrategy[list[int]]:
    return _numbers((1 << players) - 1).map(lambda costs: [0, *costs])


def _subadditive(players: int) -> st.SearchStrategy[list[int]]:
    """Let each coalition do what its parts do, where that is cheaper."""

    def closed(costs: list[int]) -> list[int]:
        for whole in range(len(costs)):
            part = (whole - 1) & whole
            while part:
                costs[whole] = min(costs[whole], costs[part] + costs[whole ^ part])
                part = (part - 1) & whole
        return costs

    return _any(players).map(closed)


def _balanced(players: int) -> st.SearchStrategy[list[int]]:
    """Begin with a split, and let no coalition but all together cost less than its members pay."""

    def above(drawn: tuple[list[int], list[int]]) -> list[int]:
        paid, more = drawn
        return [_added(paid, mask) + extra for mask, extra in enumerate([0, *more, 0])]

    return st.tuples(_numbers(players), _numbers((1 << players) - 2)).map(above)


def _concave(players: int) -> st.SearchStrategy[list[int]]:
    """Add up things that are bought once for the most demanding member, and things that cost until a cap is reached."""

    def costs(things: list[tuple[list[int], int | None]]) -> list[int]:
        return [sum(_costs(sizes, cap, mask) for sizes, cap in things) for mask in range(1 << players)]

    thing = st.tuples(_numbers(players), st.none() | st.integers(0, _MOST))
    return st.lists(thing, min_size=1, max_size=3).map(costs)


def _costs(sizes: list[int], cap: int | None, mask: int) -> int:
    if cap is None:
        return max((size for place, size in enumerate(sizes) if mask >> place & 1), default=0)
    return min(cap, _added(sizes, mask))


def _added(sizes: list[int], mask: int) -> int:
    return sum(size for place, size in enumerate(sizes) if mask >> place & 1)


_KINDS: Mapping[str, Callable[[int], st.SearchStrategy[list[int]]]] = {
    "any": _any,
    "subadditive": _subadditive,
    "balanced": _balanced,
    "concave": _concave,
}
