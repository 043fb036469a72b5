"""From the coalitions that each level holds to the exact excesses and parts (exakt lösning)."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import attrs
import numpy as np

from familjen.games.game import Game
from familjen.games.lexicographic.certificate import Level
from familjen.games.lexicographic.measure import Measure
from familjen.games.lexicographic.member import Member, coefficients
from familjen.games.lexicographic.span import Equations, whole_row

__all__ = ["Held", "bound_row", "level_row", "settle", "settle_level", "the_whole"]

Row = list[int]

_SHORT = 10**6
"""The largest denominator of the part that a relation has in the weights."""


@attrs.frozen
class Held:
    """What one level holds: coalitions with the level's excess, and players at their bounds (hållna)."""

    members: tuple[Member, ...]
    """The coalitions."""
    bounds: tuple[int, ...]
    """The players' places."""
    weights: tuple[float | Fraction, ...]
    """The balancing weight of each coalition, and then of each player: Fractions exactly, floats about."""


def settle(
    game: Game, measure: Measure, held: Sequence[Held], *, pairs: bool
) -> tuple[tuple[Fraction, ...], tuple[Level, ...]] | None:
    """Solve for the levels' excesses, the balancing weights and the players' parts, exactly.

    On each level the coalitions that it holds obey a linear relation given what is settled; its factors are the
    weights, and the level's excess is what makes it come out. Where there are several, the weights are those of their
    combination that comes near to the ones that the solver gave. All is reckoned as gains: a cost is a gain below zero.

    Returns:
        The parts and the levels; ``None`` where the coalitions held obey no relation with factors above zero, or leave
        parts open, so that floats did not tell them right.
    """
    size = len(game.players)
    settled = the_whole(game)
    levels: list[Level] = []
    for each in held:
        rows = [level_row(game, measure, member, pairs=pairs) for member in each.members]
        rows += [bound_row(game, place) for place in each.bounds]
        level = settle_level(each, rows, settled)
        if level is None:
            return None
        levels.append(level)
    if settled.rank < size:
        return None
    return tuple(game.sign * part for part in settled.solution()), tuple(levels)


def the_whole(game: Game) -> Equations:
    """Start from what is settled by all being paid: that the parts sum to the whole."""
    settled = Equations(len(game.players))
    settled.add(whole_row([1] * settled.size, [Fraction(0), game.sign * game.at(-1)]))
    return settled


def level_row(game: Game, measure: Measure, member: Member, *, pairs: bool) -> Row:
    """Write parts + weight × excess = gain for a coalition, or for the difference of two."""
    plus, minus = member
    gain = game.sign * (game.at(plus) - (game.at(minus) if minus else 0)) if plus else -game.sign * game.at(minus)
    weight = Fraction(1) if pairs else measure.of(game, plus)
    return whole_row(coefficients(member, len(game.players)), [weight, gain])


def bound_row(game: Game, place: int) -> Row:
    """Write that a player gets just what it gains alone."""
    return whole_row(coefficients((1 << place, 0), len(game.players)), [Fraction(0), game.sign * game.at(1 << place)])


def settle_level(held: Held, rows: list[Row], settled: Equations) -> Level | None:
    """Settle one level: its excess, its weights, and what follows for the equations."""
    size = settled.size
    own, relations = _relations(rows, settled)
    if not relations:
        return None
    # a row was multiplied out, so its factor is that much larger for the coalition itself
    over = [max(map(abs, row[:size])) for row in rows]
    weight, gain, *factors = _combined(relations, held.weights, over)
    weights = tuple(factor * by for factor, by in zip(factors, over, strict=True))
    if min(weights) <= 0 or (weight <= 0 and (weight or gain or held.members)):
        return None
    excess = gain / weight if weight else Fraction(0)
    for row in own.rows:
        right = excess.denominator * row[size + 1] - excess.numerator * row[size]
        settled.add([*(excess.denominator * part for part in row[:size]), 0, right])
    count = len(held.members)
    return Level(excess if weight else None, held.members, weights[:count], held.bounds, weights[count:])


def _relations(rows: list[Row], settled: Equations) -> tuple[Equations, list[Row]]:
    """Give what is new in the rows, and each relation between them given what is settled: weight, gain and factors."""
    size = settled.size
    own = Equations(size)
    relations: list[Row] = []
    for place, row in enumerate(rows):
        marked = [*row, *(int(place == other) for other in range(len(rows)))]
        left = own.reduced(settled.reduced(marked))
        if any(left[:size]):
            own.add(left)
        else:
            relations.append(left[size:])
    return own, relations


def _combined(relations: list[Row], near: Sequence[float | Fraction], over: list[int]) -> list[Fraction]:
    """Combine relations so that their factors are, or come near to, some; a single one only needs its sign."""
    if len(relations) == 1:
        sign = 1 if max(relations[0][2:]) > 0 else -1
        return [Fraction(sign * part) for part in relations[0]]
    if all(isinstance(weight, Fraction) for weight in near):
        shares = _solved(relations, [Fraction(weight) / by for weight, by in zip(near, over, strict=True)])
    else:
        scaled = np.array([[float(part * by) for part, by in zip(each[2:], over, strict=True)] for each in relations])
        largest = np.abs(scaled).max(axis=1)
        solve: Any = np.linalg.lstsq
        parts: list[float] = (solve((scaled / largest[:, None]).T, np.array(near, dtype=float))[0] / largest).tolist()
        shortest = max(map(abs, parts)) or 1.0
        shares = [Fraction(part / shortest).limit_denominator(_SHORT) for part in parts]
    return [
        sum((share * part for share, part in zip(shares, column, strict=True)), Fraction(0))
        for column in zip(*relations, strict=True)
    ]


def _solved(relations: list[Row], factors: list[Fraction]) -> list[Fraction]:
    """Give the part of each relation in the factors, which they make up: each has one that no other has, its own."""
    return [factors[_own_place(each)] / each[2 + _own_place(each)] for each in relations]


def _own_place(relation: Row) -> int:
    return max(place for place, part in enumerate(relation[2:]) if part)
