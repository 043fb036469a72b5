"""The equal profit method (lika relativ vinst)."""

from fractions import Fraction

from familjen.errors import InvalidValueError
from familjen.games.core import core
from familjen.games.game import Game
from familjen.games.lexicographic.beyond import Beyond
from familjen.games.lexicographic.measure import Measure
from familjen.games.lexicographic.settle import the_whole
from familjen.games.shares import AnyGame, CostShares
from familjen.games.written_out import written_out
from familjen.optimise import minimise

__all__ = ["equal_profit"]


def equal_profit(game: AnyGame, *, exact: bool = False) -> CostShares:
    """Let relative savings differ as little as the core allows (lika relativ vinst).

    Of all splits in the core, one for which the greatest and the least of what players pay per krona of their cost
    alone lie as near as can be; where that leaves several, the one that the solver comes to, the same each time. Where
    `proportional_to_alone` is in the core it is that.

    Complexity: exact linear programs in n + 2 variables with few of the 2ⁿ rows, and a pass over the 2ⁿ numbers for
    each.

    Source: Frisk, Göthe-Lundgren, Jörnsten and Rönnqvist, "Cost allocation in collaborative forest transportation",
    European Journal of Operational Research 205 (2010), pp. 448-458.

    Raises:
        InvalidValueError: There is no core, or somebody comes to nothing, or less, alone.

    >>> from familjen.games import CostGame
    >>> game = CostGame.of({"a": 10, "b": 10, "c": 20, "a+b": 12, "a+c": 28, "b+c": 28, "a+b+c": 30})
    >>> dict(equal_profit(game))
    {'a': 6.0, 'b': 6.0, 'c': 18.0}
    """
    table = written_out(game, "core")
    alone = [table.at(1 << place) for place in range(len(table.players))]
    for player, own in zip(table.players, alone, strict=True):
        if own <= 0:
            reason = f"{player} comes to {float(own):g} alone, and there is no saving relative to that; use nucleolus"
            raise InvalidValueError(reason, attribute="game")
    found = core(table)
    if found.refutation is not None:
        coalitions = ", ".join("+".join(map(str, coalition)) for coalition in found.refutation.coalitions)
        raise InvalidValueError(f"there is no core, as {coalitions} show; use nucleolus", attribute="game")
    parts = _nearest(table, alone)
    return CostShares.of(game, parts if exact else [float(part) for part in parts], "equal_profit")


def _nearest(game: Game, alone: list[Fraction]) -> tuple[Fraction, ...]:
    """Solve with the coalitions that matter, bringing in whoever would leave, until nobody does."""
    whole = game.at(-1)
    parts = tuple(whole * own / sum(alone) for own in alone)
    known: list[int] = []
    while True:
        above = Beyond.of(game, parts, Measure.PLAIN, Fraction(0)).unsettled_above(Fraction(0), the_whole(game))
        if not above:
            return parts
        known += [mask for mask, _ in above[: 2 * len(alone)]]
        parts = _solved(game, alone, known)


def _solved(game: Game, alone: list[Fraction], known: list[int]) -> tuple[Fraction, ...]:
    """Minimise most − least, where each pays between the two times its cost alone: the prices of the dual program."""
    size = len(alone)
    zero, one = Fraction(0), Fraction(1)
    columns: list[list[Fraction]] = []
    for place, own in enumerate(alone):
        unit = [Fraction(int(place == other)) for other in range(size)]
        columns += [[*unit, -own, zero], [*(-part for part in unit), zero, own]]
    for mask in known:
        columns.append([*(Fraction(-game.sign * (mask >> place & 1)) for place in range(size)), zero, zero])
    columns += [[sign] * size + [zero, zero] for sign in (one, -one)]
    right = [zero] * (2 * size) + [-game.sign * game.at(mask) for mask in known] + [game.at(-1), -game.at(-1)]
    rows = [list(row) for row in zip(*columns, strict=True)]
    return minimise(right, rows, [zero] * size + [-one, one]).prices[:size]
