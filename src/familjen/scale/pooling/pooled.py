"""What is needed alone and together, where chance evens out (samlad kapacitet)."""

import math
from abc import ABC, abstractmethod
from functools import cached_property
from typing import TypeAlias

import attrs
import numpy as np
from numpy.typing import NDArray

from familjen.errors import InvalidValueError, UnknownIdError
from familjen.games import CostGame
from familjen.games.coalition import Player
from familjen.games.grid import as_html, as_lines
from familjen.language import worded
from familjen.scale.pooling.numbers import Floats
from familjen.scale.pooling.written import decimal, percent, whole

__all__ = ["Members", "Pooled", "Words"]

Members: TypeAlias = NDArray[np.bool_]

_MOST_PLAYERS = 16
_HALVINGS = 60


@attrs.frozen
class Words:
    """What a result is about, in words of a language (ordval)."""

    demand: str
    """What a demand is called, as a heading."""
    needed: str
    """What is needed, in the plural."""
    reached: str
    """What is reached, as a heading."""
    promise: str
    """What is promised, to follow "so that"."""


@attrs.frozen(repr=False)
class Pooled(ABC):
    """What parties need alone, and what they need together (samlad kapacitet).

    Nothing is assumed to be saved: what is needed is computed for each, and for all with what working together adds.
    """

    parties: tuple[Player, ...]
    """The parties, in order."""
    demands: tuple[float, ...]
    """The demand of each: its load in erlang, or its mean number of cases."""
    added: float = attrs.field(kw_only=True)
    """By which share the demand of two or more grows because they work together: longer journeys, other routines."""

    @abstractmethod
    def needed_by(self, members: Members, added: float) -> Floats:
        """Give the whole number that is needed by each group, a row for each with True for who is in it."""

    @abstractmethod
    def reached_by(self, members: Members, numbers: Floats) -> Floats:
        """Give the share that is served as promised by so many, for each group."""

    @abstractmethod
    def words(self, lang: str) -> Words:
        """Say what is demanded, needed and promised."""

    @abstractmethod
    def assumptions(self, lang: str = "en") -> tuple[str, ...]:
        """Say each assumption that the result rests on, in a sentence, in English or Swedish."""

    @cached_property
    def alone(self) -> tuple[int, ...]:
        """What each needs alone, in the order of the parties."""
        return tuple(int(each) for each in self.needed_by(self._each, self.added))

    @cached_property
    def together(self) -> int:
        """What all need together."""
        return int(self.needed_by(self._all, self.added)[0])

    @property
    def saved(self) -> int:
        """How much fewer are needed together than alone; below zero where it takes more."""
        return sum(self.alone) - self.together

    @cached_property
    def reached(self) -> tuple[float, ...]:
        """The share that each serves as promised alone, in the order of the parties."""
        return tuple(self.reached_by(self._each, np.array(self.alone, dtype=np.float64)).tolist())

    @cached_property
    def reached_together(self) -> float:
        """The share that is served as promised together."""
        return float(self.reached_by(self._all, np.array([float(self.together)]))[0])

    @cached_property
    def break_even(self) -> float:
        """The greatest share by which working together may add to the demand before it takes more than alone.

        Below zero where it takes more as it is; infinite where there is no demand. To about 15 digits, by bisection.
        """
        if not any(self.demands):
            return math.inf
        low, high = -1.0, 1.0
        while self._fits(high):
            low, high = high, 2 * high + 1
        for _ in range(_HALVINGS):
            middle = (low + high) / 2
            low, high = (middle, high) if self._fits(middle) else (low, middle)
        return low

    def _fits(self, added: float) -> bool:
        return float(self.needed_by(self._all, added)[0]) <= sum(self.alone)

    @property
    def _each(self) -> Members:
        return np.eye(len(self.parties), dtype=np.bool_)

    @property
    def _all(self) -> Members:
        return np.ones((1, len(self.parties)), dtype=np.bool_)

    def game(self) -> CostGame:
        """Give the game of what each coalition needs, so that what is saved can be split (kostnadsspel).

        Raises:
            InvalidValueError: There are more than 16 parties.

        Complexity: O(2ⁿ) of what one group needs.
        """
        number = len(self.parties)
        if number > _MOST_PLAYERS:
            reason = f"a game of {number} parties has 2^{number} coalitions; give at most {_MOST_PLAYERS} parties"
            raise InvalidValueError(reason, attribute="parties")
        members = (np.arange(1, 1 << number)[:, None] >> np.arange(number)) & 1 == 1
        needed = self.needed_by(members, self.added)
        return CostGame.from_vector(self.parties, [0, *(int(each) for each in needed)])

    def to_rows(self) -> list[dict[str, object]]:
        """Give a dict for each party: its demand, what it needs alone, and the share that it then serves."""
        return [
            {"party": party, "demand": demand, "alone": alone, "reached": reached}
            for party, demand, alone, reached in zip(self.parties, self.demands, self.alone, self.reached, strict=True)
        ]

    def table(self, lang: str = "en") -> tuple[tuple[str, ...], list[tuple[str, ...]], list[tuple[str, ...]]]:
        """Give the heading, the rows, and the rows of all apart and together, as text."""
        words = self.words(lang)
        head = (worded(lang, "Party", "Part"), words.demand, words.needed.capitalize(), words.reached)
        rows: list[tuple[str, ...]] = [
            (str(party), decimal(demand, lang), whole(alone, lang), percent(reached, lang))
            for party, demand, alone, reached in zip(self.parties, self.demands, self.alone, self.reached, strict=True)
        ]
        demand = math.fsum(self.demands)
        more = decimal(demand * (1 + self.added), lang)
        feet: list[tuple[str, ...]] = [
            (worded(lang, "Apart", "Var för sig"), decimal(demand, lang), whole(sum(self.alone), lang), ""),
            (
                worded(lang, "Together", "Tillsammans"),
                more,
                whole(self.together, lang),
                percent(self.reached_together, lang),
            ),
        ]
        return head, rows, feet

    def text(self, lang: str = "en") -> str:
        """Give it as a plain table, in English (``"en"``) or Swedish (``"sv"``)."""
        return "\n".join(as_lines(*self.table(lang)))

    def explain(self, party: Player | None = None, lang: str = "en") -> str:
        """Say in sentences what is needed apart and together, or alone by one party, and what that rests on.

        Raises:
            UnknownIdError: There is no such party.
            InvalidValueError: It is not a language of ours.
        """
        from familjen.scale.pooling.explained import explained, explained_for

        if party is None:
            return explained(self, lang)
        if party not in self.parties:
            raise UnknownIdError.of("party", str(party), [str(known) for known in self.parties])
        return explained_for(self, self.parties.index(party), lang)

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        number = len(self.parties)
        return f"<{type(self).__name__} of {number} parties: {sum(self.alone):,} apart, {self.together:,} together>"

    def _repr_html_(self) -> str:
        return as_html(*self.table())
