"""What each player pays or gets by a method, and how every coalition stands with it (fördelning)."""

import math
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

import attrs
import numpy as np
from numpy.typing import NDArray

from familjen.amounts import apportion
from familjen.amounts.exact import multiple, ratio
from familjen.amounts.vector import plainly
from familjen.errors import InvalidValueError, UnknownIdError
from familjen.games.coalition import Player, members_of
from familjen.games.compact.game import CompactGame
from familjen.games.game import Game, as_exact, sums

if TYPE_CHECKING:
    from familjen.games.lexicographic.certificate import Certificate
    from familjen.games.lexicographic.kernel import KernelCertificate

__all__ = ["AnyGame", "CostShares"]

AnyGame: TypeAlias = Game | CompactGame
"""A game that is written out, or one that its class computes."""


@attrs.frozen(eq=False, repr=False)
class CostShares(Mapping[Player, float | Fraction]):
    """Each player's part of what all pay, or gain, together: a mapping of player to number (kostnadsandelar).

    >>> from familjen.games import CostGame
    >>> game = CostGame.of({"A": 11, "H": 7, "A+H": 15})
    >>> shares = CostShares.of(game, [9.5, 5.5], "shapley")
    >>> shares["A"], shares.savings()["A"], shares.is_in_core()
    (9.5, 1.5, True)
    """

    game: AnyGame
    """The game that is split."""
    numbers: tuple[float | Fraction, ...]
    """Each player's part, in the players' order."""
    method: str
    """The method's name in the literature."""
    certificate: "Certificate | KernelCertificate | None" = None
    """Proof of the result, where the method has one."""

    @classmethod
    def of(cls, game: AnyGame, numbers: Iterable[float | Decimal | Fraction], method: str) -> "CostShares":
        """Make it from a number for each player, in the players' order.

        Raises:
            InvalidValueError: There are more or fewer numbers than players, or one is not finite.
        """
        read = tuple(numbers.tolist() if isinstance(numbers, np.ndarray) else numbers)
        if len(read) != len(game.players):
            reason = f"there are {len(read)} numbers for {len(game.players)} players; give one for each"
            raise InvalidValueError(reason, attribute="numbers")
        return cls(game, tuple(_read(*each) for each in zip(game.players, read, strict=True)), method)

    @classmethod
    def certified(cls, game: AnyGame, certificate: "Certificate | KernelCertificate", *, exact: bool) -> "CostShares":
        """Make it from a certificate, which has each player's part and the method's name."""
        parts = certificate.at if exact else tuple(float(part) for part in certificate.at)
        return cls(game, parts, certificate.method, certificate)

    def of_game(self, game: AnyGame) -> "CostShares":
        """Give the same parts of the same game told in another way."""
        return attrs.evolve(self, game=game)

    def __getitem__(self, player: Player) -> float | Fraction:
        if player not in self.game.players:
            raise UnknownIdError.of("player", str(player), [str(known) for known in self.game.players])
        return self.numbers[self.game.players.index(player)]

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

    def _paid(self) -> NDArray[np.float64]:
        return np.array([float(number) for number in self.numbers])

    def worst_off(self) -> tuple[tuple[Player, ...], float]:
        """Give the coalition, of some but not all, that has the most reason to leave, and its excess.

        >>> from familjen.games import CostGame
        >>> game = CostGame.of({"A": 11, "H": 7, "A+H": 15})
        >>> CostShares.of(game, [12, 3], "agreed").worst_off()
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

        Where every part is a whole number or a Fraction that is told exactly, from the game's own numbers. Else an
        excess counts from a tolerance on, relative to the largest number of the game: what floats cannot tell from 0.

        Complexity: O(2ⁿ).

        Source: Gillies, "Solutions to general non-zero-sum games", in Contributions to the Theory of Games IV (1959).
        """
        if isinstance(self.game, Game) and all(isinstance(number, int | Fraction) for number in self.numbers):
            paid = sums(np.array([Fraction(number) for number in self.numbers], dtype=object))
            owed = self.game.numbers()
            left = [self.game.sign * (number - part) for number, part in zip(owed, paid, strict=True)]
            return bool(left[-1] == 0 and max(left) <= 0)
        room = tolerance * self._largest()
        return abs(float(self.total) - self.game.whole) <= room and self.worst_off()[1] <= room

    def _largest(self) -> float:
        parts = [abs(float(number)) for number in self.numbers]
        if isinstance(self.game, CompactGame):
            return max(abs(self.game.whole), *self.game.alone().values(), *parts)
        return max(float(-self.game.values.min()), float(self.game.values.max()), *parts)

    def savings(self) -> dict[Player, float]:
        """Give what each player gains against standing alone: less than alone in a cost game, more in a gain game."""
        alone = self.game.alone()
        return {player: self.game.sign * (float(self[player]) - alone[player]) for player in self.game.players}

    def to_amounts(self, unit: Decimal = Decimal("0.01")) -> dict[Player, Decimal]:
        """Round to amounts in the unit that sum exactly to the whole, each its part rounded down or up.

        The units that rounding down leaves go to those that it took most from (största restmetoden).

        Raises:
            InvalidValueError: The parts do not come to the whole, or the whole is not a number of units.

        >>> from familjen.games import CostGame, shapley
        >>> shapley(CostGame.of({"a": 9, "b": 9, "c": 9, "a+b": 9, "a+c": 9, "b+c": 9, "a+b+c": 10})).to_amounts()
        {'a': Decimal('3.34'), 'b': Decimal('3.33'), 'c': Decimal('3.33')}
        """
        size = Fraction(*ratio(unit, "unit", "the unit"))
        if size <= 0:
            raise InvalidValueError(f"the unit is {unit}; give one above zero, such as 0.01", attribute="unit")
        whole = self.game.at(-1)
        parts = [Fraction(number) / size for number in self.numbers]
        if abs(sum(parts) * size - whole) > Fraction(1e-9 * self._largest()):
            came = f"the parts by {self.method} come to {plainly(sum(parts) * size)}, and the whole is {plainly(whole)}"
            raise InvalidValueError(f"{came}; round only what splits the whole", attribute="numbers")
        if (whole / size).denominator != 1:
            reason = f"the whole is {plainly(whole)}, which is no multiple of {unit}; give a finer unit"
            raise InvalidValueError(reason, attribute="unit")
        down = [math.floor(part) for part in parts]
        left = whole / size - sum(down)
        over = [part - least for part, least in zip(parts, down, strict=True)]
        more = apportion(left, over, unit=1) if left else [0] * len(over)
        counts = [least + one for least, one in zip(down, more, strict=True)]
        return {player: multiple(count, unit) for player, count in zip(self.game.players, counts, strict=True)}

    def __eq__(self, other: object) -> bool:
        if isinstance(other, CostShares):
            return self.game == other.game and self.numbers == other.numbers
        return dict(self) == other

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        parts = ", ".join(f"{player}: {float(self[player]):,.10g}" for player in self.game.players[:6])
        more = ", …" if len(self.game.players) > 6 else ""  # noqa: PLR2004 - as many as shown
        return f"CostShares({self.method}; {parts}{more})"


def _read(player: Player, number: object) -> float | Fraction:
    """Read a part: a float stays one, another number is kept exactly."""
    if isinstance(number, float) and math.isfinite(number):
        return float(number)
    return as_exact(number, f"the part of {player}", "numbers")
