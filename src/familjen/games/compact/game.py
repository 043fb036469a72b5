"""What all games have in common that are told by a few numbers (kompakta spel)."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from familjen.errors import IntractableError
from familjen.games.coalition import Player, mask_of, written
from familjen.games.game import LIMIT, CostGame, Game, as_exact, sums

__all__ = ["CompactGame"]

Floats = NDArray[np.float64]
Members = NDArray[np.bool_]

_EVER = 32
"""Games of more players take more memory, written out, than there is."""


class CompactGame(ABC):
    """A game that its class computes for any coalition, and that is never written out unless asked (kompakt spel).

    Coalitions are numbered as in `Game`, in Python's whole numbers, which have no largest: bit i is set where the i-th
    player is a member. A class says what is known to be hard of its games in `hardness`; a method that needs it then
    writes the game out where that is small, and else raises `IntractableError` with that result.
    """

    __slots__ = ()

    players: tuple[Player, ...]
    """The players, in the order of the bits."""

    sign: ClassVar[int] = -1
    """1 where more is better, −1 where less is: costs, unless a class says otherwise."""
    hardness: ClassVar[Mapping[str, str]] = MappingProxyType({})
    """What is known to be hard, by what is asked for: ``"shapley"``, ``"core"``, ``"nucleolus"``; with the source."""

    @abstractmethod
    def of_places(self, places: Sequence[int]) -> Fraction | float:
        """Give what the coalition of the players at these places, at least one, costs or gains by itself."""

    def at(self, mask: int) -> Fraction:
        """Give what the coalition of that number costs or gains, exactly where the class does."""
        full = (1 << len(self.players)) - 1
        places = [place for place in range(len(self.players)) if (mask & full) >> place & 1]
        return Fraction(self.of_places(places)) if places else Fraction(0)

    def exactly(self, coalition: object) -> Fraction:
        """Give what a coalition costs or gains by itself, as `at` does."""
        return self.at(mask_of(coalition, self.players))

    def __call__(self, coalition: object) -> float:
        """Give what a coalition costs or gains by itself."""
        return float(self.exactly(coalition))

    @property
    def number_of_players(self) -> int:
        """How many play."""
        return len(self.players)

    @property
    def whole(self) -> float:
        """What all players together cost or gain: what there is to split."""
        return float(self.at(-1))

    def alone(self) -> dict[Player, float]:
        """Give what each player costs or gains by itself."""
        return {player: float(self.at(1 << place)) for place, player in enumerate(self.players)}

    def largest(self) -> float:
        """Give the size of the largest number that the game comes to, to which what floats cannot tell is relative."""
        return max(abs(self.whole), *(abs(own) for own in self.alone().values()))

    def enumerated(self, *, limit: int = LIMIT) -> Game:
        """Write the game out, with a number for each of the 2ⁿ coalitions.

        Raises:
            IntractableError: There are more players than the limit.
        """
        number = len(self.players)
        if number > limit:
            instead = f"pass limit={number} if there is memory and time for it"
            if number > _EVER:
                instead = "ask for single coalitions with game(coalition)"
            raise IntractableError(
                f"{number} players have 2^{number} coalitions; at most {limit} are written out: {instead}",
                question="a number for every coalition",
            )
        kind = CostGame if self.sign < 0 else Game
        found = [Fraction(0)]
        for mask in range(1, 1 << number):
            value = self.of_places([place for place in range(number) if mask >> place & 1])
            found.append(value if isinstance(value, Fraction) else as_exact(value, written(mask, self.players)))
        return kind.from_vector(self.players, found, limit=limit)

    def small(self, question: str, instead: str) -> Game:
        """Write the game out for a question that is hard for its class, where it is small enough.

        Raises:
            IntractableError: It is not; the sentence names what is known of the question and what to use instead.
        """
        if len(self.players) <= LIMIT:
            return self.enumerated()
        names = {"shapley": "the Shapley value", "core": "the core", "nucleolus": "the nucleolus"}
        hard = self.hardness.get(question, f"no method is known here that does not go through 2^{len(self.players)}")
        kind = f"{type(self).__name__} of {len(self.players)} players"
        raise IntractableError.of(names.get(question, question), kind, hard, instead)

    def shapley_value(self) -> Sequence[Fraction | float]:
        """Give the Shapley value: by a formula of the class, else written out.

        Raises:
            IntractableError: The class has no formula, and there are too many players.
        """
        from familjen.games.shapley import shapley

        written_out = self.small("shapley", "sample it with shapley_sampled")
        return list(shapley(written_out, exact=True).numbers)

    def most_excess(self, paid: Floats) -> tuple[Members, float]:
        """Give the coalition of some but not all that has the most reason to leave, as who is in it, and its excess.

        Args:
            paid: What each player pays, or gets, in the players' order; shape (n,).

        Raises:
            IntractableError: The class has no method, and there are too many players.
        """
        game = self.small("core", "ask about single coalitions with game(coalition)")
        excess = (game.sign * (game.values - sums(paid)))[1:-1]
        mask = int(np.argmax(excess)) + 1
        return np.array([mask >> place & 1 for place in range(len(self.players))], dtype=bool), float(excess[mask - 1])

    def __repr__(self) -> str:
        named = ", ".join(str(player) for player in self.players[:4])
        more = f" and {len(self.players) - 4} more" if len(self.players) > 4 else ""  # noqa: PLR2004 - as many as shown
        return f"{type(self).__name__}({named}{more}; all together {self.whole:,.12g})"
