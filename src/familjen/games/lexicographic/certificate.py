"""Proof that excesses are the least, level by level, checked from the game alone (certifikat)."""

from collections.abc import Iterable
from fractions import Fraction

import attrs

from familjen.errors import CertificateError
from familjen.games.coalition import Player, members_of
from familjen.games.game import Game
from familjen.games.lexicographic.beyond import Beyond
from familjen.games.lexicographic.beyond_pairs import BeyondPairs
from familjen.games.lexicographic.measure import Measure
from familjen.games.lexicographic.member import Member, coefficients
from familjen.games.lexicographic.span import Equations

__all__ = ["Certificate", "Level"]


@attrs.frozen
class Level:
    """An excess that cannot be taken lower, and the balanced collection that keeps it there (nivå)."""

    excess: Fraction | None
    """The excess, as it is measured; ``None`` where only the players' own bounds meet."""
    members: tuple[Member, ...]
    """The coalitions that have it."""
    weights: tuple[Fraction, ...]
    """A weight above zero for each, with which they are balanced."""
    bounds: tuple[int, ...] = ()
    """Places of players that get just what they have alone."""
    bound_weights: tuple[Fraction, ...] = ()
    """A weight above zero for each of them."""


@attrs.frozen
class Certificate:
    """Proof that a split has the least greatest excess, the least next one, and so on (certifikat).

    On each level the coalitions named have exactly the level's excess, and with positive weights they make up, together
    with players at their bounds, what the levels before have settled: so whatever one of them is spared another has to
    pay (Kohlberg's criterion, in the form of Sobolev for all efficient splits). No other coalition's excess is above
    the level unless it was settled before. After the last level everything is settled, so no other split does as well.

    Source: Kohlberg, "On the nucleolus of a characteristic function game", SIAM Journal on Applied Mathematics 20
    (1971), pp. 62-66.

    >>> from familjen.games import CostGame, nucleolus
    >>> game = CostGame.of({"a": 3, "b": 4, "a+b": 5})
    >>> nucleolus(game).certificate.verify(game)
    True
    """

    method: str
    """The method's name."""
    measure: Measure
    """How excesses are measured."""
    imputations: bool
    """Whether each player must do at least as well as alone."""
    at: tuple[Fraction, ...]
    """Each player's part, exactly."""
    levels: tuple[Level, ...]
    """The levels, from the greatest excess down."""
    pairs: bool = False
    """Whether differences between the excesses of two coalitions are made least, instead of excesses."""

    def verify(self, game: Game) -> bool:
        """Check the proof anew from the game's own numbers, without the solver, in exact arithmetic.

        Whether a coalition's excess is surely below a level is told in floats with a bound on their error; all that is
        not sure is told exactly.

        Returns:
            True.

        Raises:
            CertificateError: The proof does not hold for this game; the sentence says where.

        Complexity: one pass over the 2ⁿ numbers, and an elimination in whole numbers, n³.
        """
        size = len(game.players)
        if len(self.at) != size:
            raise self._broken(f"there are {len(self.at)} parts for {size} players")
        if sum(self.at) != game.at(-1):
            raise self._broken("the parts do not sum to the whole")
        settled = Equations(size)
        settled.add([1] * size)
        if self.imputations:
            self._need_bounds(game)
        lowest = min((level.excess for level in self.levels if level.excess is not None), default=None)
        beyond = None if lowest is None else self._beyond(game, lowest)
        last: Fraction | None = None
        for number, level in enumerate(self.levels, 1):
            self._need_balance(game, level, settled, number)
            if level.excess is not None and beyond is not None:
                if last is not None and level.excess > last:
                    raise self._broken(f"level {number} is above the level before")
                above = beyond.unsettled_above(level.excess, settled)
                if above:
                    raise self._broken(f"{self._named(game, above[0])} has an excess above level {number}")
                last = level.excess
            for row in self._rows(level, size):
                settled.add(row)
        if settled.rank < size:
            raise self._broken("the levels leave some parts open")
        return True

    def _beyond(self, game: Game, lowest: Fraction) -> Beyond | BeyondPairs:
        return BeyondPairs.of(game, self.at) if self.pairs else Beyond.of(game, self.at, self.measure, lowest)

    def _need_bounds(self, game: Game) -> None:
        for place, part in enumerate(self.at):
            if game.sign * (part - game.at(1 << place)) < 0:
                raise self._broken(f"{game.players[place]} does worse than alone")

    def _need_balance(self, game: Game, level: Level, settled: Equations, number: int) -> None:
        """Hold the level's coalitions to have its excess, and to be balanced given what is settled."""
        weights = (*level.weights, *level.bound_weights)
        rows = self._rows(level, len(game.players))
        if not weights or min(weights) <= 0 or len(rows) != len(weights) or (level.bounds and not self.imputations):
            raise self._broken(f"level {number} has no positive weight for each of its coalitions")
        for member in level.members:
            if self._excess(game, member) != (level.excess or 0) * self._measured(game, member):
                raise self._broken(f"{self._named(game, member)} has another excess than level {number}")
        for place in level.bounds:
            if self.at[place] != game.at(1 << place):
                raise self._broken(f"{game.players[place]} is not at its bound on level {number}")
        total = [
            sum((w * row[place] for w, row in zip(weights, rows, strict=True)), Fraction(0))
            for place in range(len(game.players))
        ]
        over = 1
        for part in total:
            over *= part.denominator
        if not settled.follows([int(part * over) for part in total]):
            raise self._broken(f"the coalitions of level {number} are not balanced")

    def _rows(self, level: Level, size: int) -> list[list[int]]:
        return [coefficients(member, size) for member in (*level.members, *((1 << place, 0) for place in level.bounds))]

    def _measured(self, game: Game, member: Member) -> Fraction:
        return Fraction(1) if self.pairs else self.measure.of(game, member[0])

    def _excess(self, game: Game, member: Member) -> Fraction:
        return excess_of(game, self.at, member[0]) - excess_of(game, self.at, member[1])

    def _named(self, game: Game, member: Member) -> str:
        return " less ".join(_listed(members_of(mask, game.players)) for mask in member if mask) or "nobody"

    def _broken(self, what: str) -> CertificateError:
        return CertificateError(f"the certificate of {self.method} does not hold: {what}", method=self.method)


def excess_of(game: Game, at: tuple[Fraction, ...], mask: int) -> Fraction:
    """Give what a coalition is short of, exactly."""
    paid = sum((part for place, part in enumerate(at) if mask >> place & 1), Fraction(0))
    return game.sign * (game.at(mask) - paid) if mask else Fraction(0)


def _listed(players: Iterable[Player]) -> str:
    return "+".join(str(player) for player in players)
