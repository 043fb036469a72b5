"""Games: what every coalition costs, or gains, by itself (kooperativa spel)."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any, ClassVar, Self

import attrs
import numpy as np
from numpy.typing import NDArray

from familjen.errors import InvalidValueError
from familjen.games.coalition import Player, mask_of, members_of, players_of, written
from familjen.games.completion import Partial, completed
from familjen.games.number import Number, as_exact
from familjen.games.table import players_in, read_coalitions
from familjen.games.vector import LIMIT, examine, given_vector, need_all, need_room, read_only, sums
from familjen.validators import show

__all__ = ["LIMIT", "CostGame", "Game", "Number", "as_exact", "sums"]


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
    values: NDArray[np.float64] = attrs.field(converter=read_only)
    """A float for each coalition, by its number; read-only."""
    exact: tuple[Fraction, ...] | None = None
    """The numbers as they were given, where that was a table or a function; ``None`` where they are floats."""

    sign: ClassVar[int] = 1
    """1 where more is better, −1 where less is."""

    def __attrs_post_init__(self) -> None:
        examine(self.players, self.values)
        if self.exact is not None and len(self.exact) != len(self.values):
            reason = f"{len(self.exact)} exact numbers for {len(self.values)} coalitions; give one for each, or none"
            raise InvalidValueError(reason, attribute="exact")
        for mask, number in enumerate(self.exact or ()):
            if not isinstance(number, Fraction) or float(number) != self.values[mask]:
                named = written(mask, self.players)
                reason = (
                    f"{named} is exactly {show(number)}, and {self.values[mask]:g} as a float; make the game with of"
                )
                raise InvalidValueError(reason, attribute="exact")

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.players, np.asarray(self.values), self.exact)

    @classmethod
    def of(
        cls, table: Mapping[Any, Number], *, players: Iterable[Player] | None = None, completion: str | None = None
    ) -> Self:
        """Make a game from a table of coalitions, each written as a tuple or set of players, or as ``"A+B"``.

        The empty coalition may be left out. No other may, unless it is said how they are completed: ``"additive"``,
        ``"cover"`` or ``"monotone"``, see `familjen.games.completion`. The numbers given are never changed.

        Args:
            table: A number for each coalition.
            players: The players and their order; those that the table has alone, in its order, unless given.
            completion: What a coalition that is not in the table comes to; none may be missing unless given.

        Raises:
            InvalidValueError: A coalition is missing or there twice, a number is not finite, the empty one is not zero.
            UnknownIdError: A member does not stand alone anywhere in the table, or the completion is unknown.

        >>> CostGame.of({"A": 11, "H": 7, "T": 5, "A+H": 15}, completion="cover")("A+H+T")
        20.0
        """
        named = players_in(table) if players is None else players_of(players)
        need_room(len(named), LIMIT)
        partial = Partial(named, read_coalitions(table, named), cls.sign)
        return cls.of_fractions(named, completed(partial, completion))

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
        need_room(len(named), limit)
        masks = range(1, 1 << len(named))
        numbers = [as_exact(function(members_of(mask, named)), written(mask, named)) for mask in masks]
        return cls.of_fractions(named, [Fraction(0), *numbers])

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
        need_room(len(named), limit)
        given = given_vector(values)
        if isinstance(given, np.ndarray):
            return cls(named, given)
        need_all(named, (len(given),))
        return cls.of_fractions(named, [as_exact(number, written(mask, named)) for mask, number in enumerate(given)])

    @classmethod
    def of_fractions(cls, players: tuple[Player, ...], numbers: Sequence[Fraction]) -> Self:
        """Make a game from a Fraction for each coalition, by its number.

        Raises:
            InvalidValueError: There are more or fewer, or one is above 10^300.
        """
        try:
            return cls(players, np.array([float(number) for number in numbers]), tuple(numbers))
        except OverflowError:
            reason = "a coalition comes to more than 10^300, the largest number of a game; use a larger unit"
            raise InvalidValueError(reason, attribute="values") from None

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
        return self.of_fractions(self.players, [self.exact[-1] - number for number in reversed(self.exact)])

    def subgame(self, coalition: object) -> Self:
        """Give the game among the members of a coalition only (delspel).

        >>> CostGame.of({"a": 3, "b": 4, "a+b": 5}).subgame("b")
        CostGame(b; all together 4)
        """
        whole = mask_of(coalition, self.players)
        places = [place for place in range(len(self.players)) if whole >> place & 1]
        return self.of_blocks({self.players[place]: 1 << place for place in places})

    def of_blocks(self, blocks: Mapping[Player, int]) -> Self:
        """Give the game of players who each stand for a coalition of this one, told by its number; they are disjoint.

        >>> CostGame.from_vector(["a", "b", "c"], [0, 3, 4, 5, 2, 4, 5, 6]).of_blocks({"a and b": 3, "c": 4}).alone()
        {'a and b': 5.0, 'c': 2.0}
        """
        players = players_of(blocks)
        masks: list[int] = sums(np.array(list(blocks.values()), dtype=np.int64)).tolist()
        if self.exact is None:
            return type(self)(players, self.values[masks])
        return self.of_fractions(players, [self.exact[mask] for mask in masks])

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

    It has the functions of a `Game`; less is better.

    >>> game = CostGame.of({"A": 11, "H": 7, "A+H": 15})
    >>> game
    CostGame(A, H; all together 15)
    """

    __slots__ = ()
    sign: ClassVar[int] = -1

    @classmethod
    def from_savings(
        cls, alone: Mapping[Player, Number], savings: Mapping[Any, Number], *, completion: str | None = None
    ) -> Self:
        """Make a game from what each costs alone, and what coalitions save against that together (besparingar).

        Args:
            alone: The cost of each player alone; they are the players, in its order.
            savings: What each coalition of two or more saves. One player saves nothing, and need not stand there.
            completion: What a coalition that is not there saves: 0 by ``"additive"``, the most that it saves in parts
                by ``"cover"``, the most that some of its members save by ``"monotone"``. None may be missing unless
                given.

        Raises:
            InvalidValueError: A saving is missing or there twice, a number is not finite, or one player saves alone.
            UnknownIdError: A member is not in ``alone``, or the completion is unknown.

        >>> CostGame.from_savings({"KM": 860, "TN": 5330}, {"KM+TN": 1170})("KM+TN")
        5020.0
        """
        if not isinstance(alone, Mapping):
            raise InvalidValueError(f"{show(alone)} is no mapping of player to cost", attribute="alone")
        players = players_of(alone)
        need_room(len(players), LIMIT)
        apart = [as_exact(cost, f"{player} alone", "alone") for player, cost in alone.items()]
        saved = read_coalitions(savings, players, "savings")
        for place, player in enumerate(players):
            if saved.setdefault(1 << place, Fraction(0)):
                reason = f"{player} saves {saved[1 << place]} alone; alone nobody saves, so change what it costs alone"
                raise InvalidValueError(reason, attribute="savings")
        told = completed(Partial(players, saved, Game.sign, "savings"), completion)
        costs = sums(np.array(apart, dtype=object))
        return cls.of_fractions(players, [cost - saving for cost, saving in zip(costs, told, strict=True)])

    def savings(self) -> Game:
        """Give the gain game of what each coalition saves against its members' costs alone (besparingsspel).

        >>> CostGame.of({"A": 11, "H": 7, "A+H": 15}).savings()(("A", "H"))
        3.0
        """
        bits = [1 << place for place in range(len(self.players))]
        if self.exact is None:
            return Game(self.players, sums(self.values[bits]) - self.values)
        apart = sums(np.array([self.exact[bit] for bit in bits], dtype=object))
        return Game.of_fractions(self.players, [one - other for one, other in zip(apart, self.exact, strict=True)])
