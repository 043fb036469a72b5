"""The sequencing game: neighbours in a queue may change places where that saves waiting (köspelet)."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import accumulate
from typing import Any, ClassVar

import attrs
import numpy as np

from familjen.errors import InvalidValueError
from familjen.games.coalition import Player, players_of
from familjen.games.compact.each import need_each, read_each
from familjen.games.compact.game import Floats, Members
from familjen.games.compact.sequencing_rows import BestRows
from familjen.games.compact.submodular import Places, SubmodularGame
from familjen.games.number import LARGEST, Number
from familjen.validators import show

__all__ = ["SequencingGame"]


@attrs.frozen(repr=False)
class SequencingGame(SubmodularGame):
    """A gain game of jobs that wait for one machine: what a coalition saves by changing places (köspel).

    Each job takes a time, and waiting costs it so much for each unit of time. Members may change places where all
    between them are members too; of two such jobs the one with more cost for its time goes first, which saves
    max(0, rateⱼ·timeᵢ − rateᵢ·timeⱼ) where i stood before j. The game is convex. The numbers are kept exactly.

    Source: Curiel, Pederzoli and Tijs, "Sequencing games", European Journal of Operational Research 40 (1989),
    pp. 344-351.

    >>> game = SequencingGame.of({"a": (4, 1), "b": (2, 3), "c": (1, 2)})
    >>> game("a+b"), game("a+c"), game("a+b+c"), [str(part) for part in game.shapley_value()]
    (10.0, 0.0, 18.0, ['22/3', '47/6', '17/6'])
    """

    players: tuple[Player, ...] = attrs.field(converter=players_of)
    """The jobs, in the order of the queue, which is that of the bits."""
    times: tuple[Fraction, ...]
    """How long each job takes."""
    rates: tuple[Fraction, ...]
    """What a unit of time costs each job until it is done."""

    sign: ClassVar[int] = 1

    def __attrs_post_init__(self) -> None:
        need_each(self.players, self.times, "time", "times")
        need_each(self.players, self.rates, "rate", "rates")
        if sum(self.times) * sum(self.rates) > LARGEST:
            reason = "to wait for all jobs costs all more than 10^300, the largest number of a game; use larger units"
            raise InvalidValueError(reason, attribute="times")

    @classmethod
    def of(cls, queue: Mapping[Any, tuple[Number, Number]]) -> "SequencingGame":
        """Make the game from each job's time and what a unit of time costs it, in the order of the queue.

        Raises:
            InvalidValueError: A job has no pair of numbers, or one is below zero or not finite, or there is no job.
        """
        if not isinstance(queue, Mapping):
            raise InvalidValueError(f"{show(queue)} is no mapping of job to time and rate", attribute="queue")
        for job, pair in queue.items():
            _need_pair(job, pair)
        players, times = read_each({job: pair[0] for job, pair in queue.items()}, "time", "times")
        return cls(players, times, read_each({job: pair[1] for job, pair in queue.items()}, "rate", "rates")[1])

    def gain(self, one: int, other: int) -> Fraction:
        """Give what two jobs as neighbours save by changing places, the one before the other in the queue.

        >>> SequencingGame.of({"a": (4, 1), "b": (2, 3), "c": (1, 2)}).gain(0, 1)
        Fraction(10, 1)
        """
        return max(Fraction(0), self.rates[other] * self.times[one] - self.rates[one] * self.times[other])

    def of_places(self, places: Sequence[int]) -> Fraction:
        """Add up the gains of every two between whom all are members.

        Complexity: O(n²).
        """
        total, row = Fraction(0), list[int]()
        for place in sorted(places):
            if row and row[-1] != place - 1:
                row = []
            total += sum((self.gain(before, place) for before in row), Fraction(0))
            row.append(place)
        return total

    def shapley_value(self) -> list[Fraction]:
        """Share what each two save equally among them and all between them.

        Complexity: O(n²), exact.

        Source: as for the class.
        """
        number = len(self.players)
        steps = [Fraction(0)] * (number + 1)
        for last in range(number):
            for first in range(last):
                part = self.gain(first, last) / (last - first + 1)
                steps[first] += part
                steps[last + 1] -= part
        return list(accumulate(steps[:-1]))

    def separate(self, paid: Floats, inside: Places, outside: Places) -> tuple[Members, Floats]:
        """Take what is best on the one inside's side of the one outside with it, and what is best on the other side.

        Complexity: O(n²) for each different one inside, and O(n) for each pair.
        """
        last = len(paid) - 1
        before = BestRows.of(self._rows(paid))
        after = before.mirrored()
        members, excesses = np.empty((len(inside), last + 1), dtype=bool), np.empty(len(inside))
        ahead = inside < outside
        sides = [(ahead, before, after, inside, outside, 1), (~ahead, after, before, last - inside, last - outside, -1)]
        for pairs, here, there, jobs, stops, turn in sides:
            own, best = here.with_one(jobs[pairs], stops[pairs])
            beyond = last - stops[pairs]
            members[pairs] = (own | there.members[beyond][:, ::-1])[:, ::turn]
            excesses[pairs] = best + there.excesses[beyond]
        return members, excesses

    def _rows(self, paid: Floats) -> Floats:
        """Give the excess of every row of neighbours, by its first and last."""
        times, rates = (np.array([float(number) for number in numbers]) for numbers in (self.times, self.rates))
        gains = np.triu(np.maximum(np.outer(times, rates) - np.outer(rates, times), 0))
        joining = np.cumsum(gains[::-1], axis=0)[::-1] - paid
        rows: Floats = np.cumsum(np.triu(joining), axis=1)
        return rows


def _need_pair(job: Player, pair: Any) -> None:
    if not isinstance(pair, tuple | list) or len(pair) != 2:  # pyright: ignore[reportUnknownArgumentType] # noqa: PLR2004 - a pair
        reason = f"{job} has {show(pair)}; give the time that it takes and what a unit of time costs it"  # pyright: ignore[reportUnknownArgumentType]
        raise InvalidValueError(reason, attribute="queue")
