"""Each player's part of what all pay, or gain, and how every coalition stands with it (andelar)."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any, TypeAlias

import attrs
import numpy as np
from numpy.typing import NDArray

from familjen.errors import UnknownIdError
from familjen.games.coalition import Player, mask_of, members_of
from familjen.games.compact.game import CompactGame
from familjen.games.game import Game, sums

__all__ = ["AnyGame", "Parts"]

AnyGame: TypeAlias = Game | CompactGame
"""A game that is written out, or one that its class computes."""


@attrs.frozen(eq=False, repr=False)
class Parts(Mapping[Player, float | Fraction]):
    """A number for each player of a game, and how coalitions stand with that (andelar).

    >>> from familjen.games import CostGame
    >>> parts = Parts(CostGame.of({"A": 11, "H": 7, "A+H": 15}), (9.5, 5.5))
    >>> parts["A"], parts.total, parts.is_in_core()
    (9.5, 15.0, True)
    """

    game: AnyGame
    """The game that is split."""
    numbers: tuple[float | Fraction, ...]
    """Each player's part, in the players' order."""

    def __getitem__(self, player: Player) -> float | Fraction:
        if player not in self.game.players:
            raise UnknownIdError.of("player", str(player), [str(known) for known in self.game.players])
        return self.numbers[self.game.players.index(player)]

    def get(self, player: Player, default: Any = None) -> Any:
        """Give a player's part, or the default for who is no player."""
        return self[player] if player in self else default  # noqa: SIM401 - this is that get

    def __contains__(self, player: object) -> bool:
        return player in self.game.players

    def __iter__(self) -> Iterator[Player]:
        return iter(self.game.players)

    def __len__(self) -> int:
        return len(self.numbers)

    @property
    def total(self) -> float | Fraction:
        """The sum of all parts."""
        return sum(self.numbers[1:], self.numbers[0])

    def excesses(self) -> NDArray[np.float64]:
        """How much each coalition would gain by leaving, by its number; all 2ⁿ, by doubling."""
        game = self.game.enumerated() if isinstance(self.game, CompactGame) else self.game
        excesses: NDArray[np.float64] = game.sign * (game.values - sums(self._paid()))
        return excesses

    def excess(self, coalition: object) -> Fraction:
        """Give how much a coalition would gain by leaving, exactly.

        Raises:
            UnknownIdError: A member is no player.
        """
        mask = mask_of(coalition, self.game.players)
        parts = (Fraction(part) for place, part in enumerate(self.numbers) if mask >> place & 1)
        return self.game.sign * (self.game.at(mask) - sum(parts, Fraction(0)))

    def room(self, tolerance: float = 1e-9) -> float:
        """Give what does not count as more than zero: nothing where the game and all parts are told exactly.

        Else it is relative to the largest number of the game and the parts.
        """
        told = isinstance(self.game, Game) and self.game.exact is not None
        if told and all(isinstance(number, int | Fraction) for number in self.numbers):
            return 0.0
        return tolerance * self.largest()

    def _paid(self) -> NDArray[np.float64]:
        return np.array([float(number) for number in self.numbers])

    def worst_off(self) -> tuple[tuple[Player, ...], float]:
        """Give the coalition, of some but not all, that has the most reason to leave, and its excess.

        >>> from familjen.games import CostGame
        >>> game = CostGame.of({"A": 11, "H": 7, "A+H": 15})
        >>> Parts(game, (12, 3)).worst_off()
        (('A',), 1.0)
        """
        if len(self.game.players) == 1:
            return (), 0.0
        if isinstance(self.game, CompactGame):
            inside, excess = self.game.most_excess(self._paid())
            return tuple(self.game.players[place] for place in np.flatnonzero(inside)), excess
        proper = self.excesses()[1:-1]
        place = int(np.argmax(proper))
        return members_of(place + 1, self.game.players), float(proper[place])

    def is_in_core(self, *, tolerance: float = 1e-12) -> bool:
        """Tell whether all is paid and no coalition does better by itself (kärnan).

        Where every part is a whole number or a Fraction that is told exactly, from the game's own numbers; in a compact
        game, of the coalition that is the worst off in floats. Else an excess counts from a tolerance on, relative to
        the largest number of the game: what floats cannot tell from 0.

        Complexity: O(2ⁿ).

        Source: Gillies, "Solutions to general non-zero-sum games", in Contributions to the Theory of Games IV (1959).
        """
        if isinstance(self.game, Game) and all(isinstance(number, int | Fraction) for number in self.numbers):
            paid = sums(np.array([Fraction(number) for number in self.numbers], dtype=object))
            owed = self.game.numbers()
            left = [self.game.sign * (number - part) for number, part in zip(owed, paid, strict=True)]
            return bool(left[-1] == 0 and max(left) <= 0)
        room = tolerance * self.largest()
        if all(isinstance(number, int | Fraction) for number in self.numbers):
            coalition, excess = self.worst_off()
            return self.total == self.game.at(-1) and (excess <= -room or self.excess(coalition) <= 0)
        return abs(float(self.total) - self.game.whole) <= room and self.worst_off()[1] <= room

    def largest(self) -> float:
        """Give the largest number there is: of the game, and of the parts."""
        parts = [abs(float(number)) for number in self.numbers]
        if isinstance(self.game, CompactGame):
            return max(self.game.largest(), *parts)
        return max(float(-self.game.values.min()), float(self.game.values.max()), *parts)

    def savings(self) -> dict[Player, float]:
        """Give what each player gains against standing alone: less than alone in a cost game, more in a gain game."""
        alone = self.game.alone()
        return {player: self.game.sign * (float(self[player]) - alone[player]) for player in self.game.players}
