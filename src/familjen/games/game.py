"""Games: what every coalition costs, or gains, by itself (kooperativa spel)."""

import math
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, ClassVar, Self

import attrs
import numpy as np
from numpy.typing import NDArray

from familjen.amounts.exact import ratio
from familjen.errors import InvalidValueError
from familjen.games.coalition import Player, mask_of, members_of, players_of, written
from familjen.validators import show

__all__ = ["CostGame", "Game", "as_exact", "sums"]

LIMIT = 24
LARGEST = 1e300
Number = int | float | Decimal | Fraction


def _vector(values: NDArray[np.float64]) -> NDArray[np.float64]:
    if not isinstance(values, np.ndarray) or values.dtype != np.float64:  # pyright: ignore[reportUnnecessaryIsInstance]
        reason = f"{show(values)} is no array of float64; make the game with of, from_function or from_vector"
        raise InvalidValueError(reason, attribute="values")
    vector = values.view()
    vector.flags.writeable = False
    return vector


def _given(values: Any) -> NDArray[np.float64] | list[Any]:
    """Read an array of floats as it is, other numbers as a list."""
    kind = _kind(values)
    if kind == "floats":
        return np.asarray(values, dtype=np.float64)
    if kind == "numbers":
        return list(values)
    reason = f"{show(values)} is no vector of numbers; give 2ⁿ of them, or an array of float64"
    raise InvalidValueError(reason, attribute="values")


def _kind(values: Any) -> str:
    """Tell whether it is an array of what a float holds, or other numbers to be read one by one."""
    if not hasattr(values, "dtype"):
        return "numbers" if isinstance(values, Iterable) and not isinstance(values, str) else ""
    if values.ndim == 1 and values.dtype.kind == "f" and values.dtype.itemsize <= np.dtype(np.float64).itemsize:
        return "floats"
    return "numbers" if values.ndim == 1 and values.dtype.kind in {"i", "u", "O"} else ""


@attrs.frozen(eq=False, repr=False)
class Game:
    """What every coalition of players gains by itself: a game in characteristic function form (vinstspel).

    Coalitions are numbered: bit i of the number is set where the i-th player is a member, so that the numbers stand in
    a vector of 2ⁿ, from the empty coalition at 0 to all players at 2ⁿ − 1. A game keeps the numbers it was given: in a
    table or from a function a float is the decimal number it is written as, in an array it is the float that it is.

    The excess of a coalition is what it is short of. In a gain game that is what it gains by itself less what its
    members get; in a `CostGame` what its members pay less what it costs by itself. Above zero it does better alone.

    Source: von Neumann and Morgenstern, Theory of Games and Economic Behavior (1944), chapter VI.

    >>> glove = Game.of({"L": 0, "M": 0, "R": 0, "L+M": 0, "L+R": 1, "M+R": 1, "L+M+R": 1})
    >>> glove({"L", "R"}), glove.players
    (1.0, ('L', 'M', 'R'))
    """

    players: tuple[Player, ...] = attrs.field(converter=players_of)
    """The players, in the order of the bits."""
    values: NDArray[np.float64] = attrs.field(converter=_vector)
    """A float for each coalition, by its number; read-only."""
    exact: tuple[Fraction, ...] | None = None
    """The numbers as they were given, where that was a table or a function; ``None`` where they are floats."""

    sign: ClassVar[int] = 1
    """1 where more is better, −1 where less is."""

    def __attrs_post_init__(self) -> None:
        _examine(self.players, self.values)
        if self.exact is not None and len(self.exact) != len(self.values):
            reason = f"{len(self.exact)} exact numbers for {len(self.values)} coalitions; give one for each, or none"
            raise InvalidValueError(reason, attribute="exact")

    @classmethod
    def of(cls, table: Mapping[Any, Number]) -> Self:
        """Make a game from a table of coalitions, each written as a tuple or set of players, or as ``"A+B"``.

        The players are those that the table has alone, in its order. The empty coalition may be left out.

        Raises:
            InvalidValueError: A coalition is missing or there twice, a number is not finite, the empty one is not zero.
            UnknownIdError: A member does not stand alone anywhere in the table.
        """
        if not isinstance(table, Mapping):
            raise InvalidValueError(f"{show(table)} is no mapping of coalition to number", attribute="table")
        players = players_of(_alone(table))
        _room(len(players), LIMIT)
        found: dict[int, Fraction] = {0: Fraction(0)}
        names: dict[int, object] = {}
        for coalition, number in table.items():
            mask = mask_of(coalition, players)
            if mask in names:
                reason = f"{show(coalition)} and {show(names[mask])} are one coalition; give it once"
                raise InvalidValueError(reason, attribute="table")
            names[mask] = coalition
            found[mask] = as_exact(number, written(mask, players))
        missing = [mask for mask in range(1 << len(players)) if mask not in found]
        if missing:
            shown = ", ".join(written(mask, players) for mask in missing[:3])
            reason = (
                f"{len(missing)} of {len(found) + len(missing)} coalitions have no number, such as {shown}; give all"
            )
            raise InvalidValueError(reason, attribute="table")
        return cls._of_exact(players, [found[mask] for mask in range(len(found))])

    @classmethod
    def from_function(
        cls, players: Iterable[Player], function: Callable[[tuple[Player, ...]], Number], *, limit: int = LIMIT
    ) -> Self:
        """Make a game from a function of a coalition's members, which is asked once for each of the 2ⁿ − 1.

        >>> metres = {"jet": 3000, "glider": 600}
        >>> runway = CostGame.from_function(metres, lambda members: max(metres[member] for member in members))
        >>> runway("jet+glider")
        3000.0
        """
        named = players_of(players)
        _room(len(named), limit)
        masks = range(1, 1 << len(named))
        numbers = [as_exact(function(members_of(mask, named)), written(mask, named)) for mask in masks]
        return cls._of_exact(named, [Fraction(0), *numbers])

    @classmethod
    def from_vector(cls, players: Iterable[Player], values: Any, *, limit: int = LIMIT) -> Self:
        """Make a game from a vector of 2ⁿ numbers by coalition number.

        An array of float64 is not copied: who changes it later changes the game. Other numbers are kept exactly.

        Raises:
            InvalidValueError: There are more or fewer numbers, or one is not finite; or the array is of other numbers.

        >>> CostGame.from_vector(["a", "b"], [0, 3, 4, 5]).savings()
        Game(a, b; all together 2)
        """
        named = players_of(players)
        _room(len(named), limit)
        given = _given(values)
        if isinstance(given, np.ndarray):
            return cls(named, given)
        _need_all(named, (len(given),))
        return cls._of_exact(named, [as_exact(number, written(mask, named)) for mask, number in enumerate(given)])

    @classmethod
    def _of_exact(cls, players: tuple[Player, ...], numbers: list[Fraction]) -> Self:
        return cls(players, np.array([float(number) for number in numbers]), tuple(numbers))

    @property
    def number_of_players(self) -> int:
        """How many play."""
        return len(self.players)

    @property
    def whole(self) -> float:
        """What all players together gain or cost: what there is to split."""
        return float(self.values[-1])

    def __call__(self, coalition: object) -> float:
        """Give what a coalition gains or costs by itself."""
        return float(self.values[mask_of(coalition, self.players)])

    def exactly(self, coalition: object) -> Fraction:
        """Give it as the exact number that the game was given."""
        return self.at(mask_of(coalition, self.players))

    def at(self, mask: int) -> Fraction:
        """Give what the coalition of that number gains or costs, exactly.

        >>> CostGame.of({"A": 11, "H": 7, "A+H": 15}).at(3)
        Fraction(15, 1)
        """
        return Fraction(float(self.values[mask])) if self.exact is None else self.exact[mask]

    def numbers(self) -> tuple[Fraction, ...]:
        """Give every coalition's number exactly, by its number."""
        return tuple(Fraction(value) for value in self.values.tolist()) if self.exact is None else self.exact

    def alone(self) -> dict[Player, float]:
        """Give what each player gains or costs by itself."""
        return {player: float(self.values[1 << place]) for place, player in enumerate(self.players)}

    def dual(self) -> Self:
        """Give the dual game: what a coalition adds when it comes last, v(N) − v(N∖S) (dualt spel).

        >>> CostGame.from_vector(["a", "b"], [0, 3, 4, 5]).dual().alone()
        {'a': 1.0, 'b': 2.0}
        """
        if self.exact is None:
            return type(self)(self.players, self.values[-1] - self.values[::-1])
        return self._of_exact(self.players, [self.exact[-1] - number for number in reversed(self.exact)])

    def subgame(self, coalition: object) -> Self:
        """Give the game among the members of a coalition only (delspel).

        >>> CostGame.of({"a": 3, "b": 4, "a+b": 5}).subgame("b")
        CostGame(b; all together 4)
        """
        whole = mask_of(coalition, self.players)
        members = players_of(members_of(whole, self.players))
        bits = [1 << self.players.index(member) for member in members]
        masks = sums(np.array(bits))
        if self.exact is None:
            return type(self)(members, self.values[masks])
        return self._of_exact(members, [self.exact[mask] for mask in masks])

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Game) or type(other) is not type(self):
            return NotImplemented
        if self.players != other.players or not np.array_equal(self.values, other.values):
            return False
        return (self.exact is None and other.exact is None) or self.numbers() == other.numbers()

    def __hash__(self) -> int:
        return hash((type(self), self.players, self.whole))

    def __repr__(self) -> str:
        named = ", ".join(str(player) for player in self.players[:4])
        more = f" and {len(self.players) - 4} more" if len(self.players) > 4 else ""  # noqa: PLR2004 - as many as shown
        return f"{type(self).__name__}({named}{more}; all together {self.whole:,.12g})"


class CostGame(Game):
    """What every coalition of players costs by itself (kostnadsspel).

    >>> game = CostGame.of({"A": 11, "H": 7, "A+H": 15})
    >>> game
    CostGame(A, H; all together 15)
    """

    __slots__ = ()
    sign: ClassVar[int] = -1

    def savings(self) -> Game:
        """Give the gain game of what each coalition saves against its members' costs alone (besparingsspel).

        >>> CostGame.of({"A": 11, "H": 7, "A+H": 15}).savings()(("A", "H"))
        3.0
        """
        bits = [1 << place for place in range(len(self.players))]
        if self.exact is None:
            return Game(self.players, sums(self.values[bits]) - self.values)
        apart = sums(np.array([self.exact[bit] for bit in bits], dtype=object))
        return Game._of_exact(self.players, [one - other for one, other in zip(apart, self.exact, strict=True)])  # noqa: SLF001 - a parent's own


def sums(of_each: NDArray[Any]) -> NDArray[Any]:
    """Add up a number of each player over every coalition, by doubling."""
    added = of_each[:1] * 0
    for number in of_each:
        added = np.concatenate([added, added + number])
    return added


def _alone(table: Mapping[Any, Number]) -> Iterable[Player]:
    coalition: Any
    for coalition in table:
        if isinstance(coalition, tuple | frozenset):
            members: list[Any] = list(coalition)  # pyright: ignore[reportUnknownArgumentType] - of any hashable
            if len(members) == 1:
                yield members[0]
        elif not isinstance(coalition, str) or ("+" not in coalition and coalition.strip()):
            yield coalition.strip() if isinstance(coalition, str) else coalition


def as_exact(number: Any, what: str, attribute: str = "values") -> Fraction:
    """Read a finite number exactly; a float is the decimal number it is written as.

    >>> as_exact(34.69, "A")
    Fraction(3469, 100)
    """
    if isinstance(number, float):
        if not math.isfinite(number):
            raise InvalidValueError(f"{what} is {number}, which is not a finite number", attribute=attribute)
        exact = Fraction(str(number))
    else:
        exact = Fraction(*ratio(number, attribute, what))
    if abs(exact) > LARGEST:
        raise InvalidValueError(f"{what} is {show(number)}; numbers go up to 10^300", attribute=attribute)
    return exact


def _need_all(players: tuple[Player, ...], shape: tuple[int, ...]) -> None:
    right = 1 << len(players)
    if shape != (right,):
        reason = f"the vector has the shape {shape}; {len(players)} players have {right} coalitions, the empty too"
        raise InvalidValueError(reason, attribute="values")


def _examine(players: tuple[Player, ...], vector: NDArray[np.float64]) -> None:
    _need_all(players, vector.shape)
    if not (vector.min() >= -LARGEST and vector.max() <= LARGEST):
        place = int(np.flatnonzero(~(np.abs(vector) <= LARGEST))[0])
        reason = f"{written(place, players)} is {vector[place]}; a game needs a finite number, up to 10^300"
        raise InvalidValueError(reason, attribute="values")
    if vector[0] != 0:
        raise InvalidValueError(f"nobody is {vector[0]:g}; the empty coalition is zero", attribute="values")


def _room(players: int, limit: int) -> None:
    if players > limit:
        size = 2**players * 8 / 2**30
        reason = (
            f"{players} players have 2^{players} coalitions, {size:,.3g} GiB as floats; the limit is {limit}: "
            f"pass limit={players} to from_function or from_vector if there is memory for it"
        )
        raise InvalidValueError(reason, attribute="players")
