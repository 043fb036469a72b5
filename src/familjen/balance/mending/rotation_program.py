"""The program that finds who hosts when (program för värdskap)."""

from fractions import Fraction

import attrs
import numpy as np

from familjen.balance.turns.intervals import Intervals
from familjen.balance.turns.weighted import Rows
from familjen.optimise.mixed import Mixed, mixed_minimum

__all__ = ["Order", "RotationProgram"]

_NEAR = 1e-6


@attrs.frozen
class Order:
    """Who hosts each year, by place, and how surely it is best (ordning)."""

    places: tuple[int, ...]
    """The host of each year; none where there is no such order, or none was found in time."""
    is_done: bool
    """Whether the search came to its end."""


@attrs.frozen
class RotationProgram:
    """Start balances, what hosting brings, and what is demanded of the order (värdskapsprogram)."""

    parties: tuple[str, ...]
    """Who may host."""
    start: tuple[Fraction, ...]
    """Each party's balance before."""
    worth: tuple[Fraction, ...]
    """What hosting brings in each year, in the same money."""
    intervals: Intervals
    """How soon and how late a party may come again."""
    fewest: int
    """How often each hosts at least."""
    most: int
    """How often each hosts at most."""

    def finals(self, order: Order) -> list[Fraction]:
        """Give each party's balance after an order, exactly."""
        found = list(self.start)
        for place, worth in zip(order.places, self.worth, strict=True):
            found[place] += worth
        return found

    def best(self, seconds: float) -> Order:
        """Find the order whose least balance is greatest and, of those, one in which fewest are behind."""
        turns, size = len(self.worth), len(self.parties) * len(self.worth)
        scale = float(max([*map(abs, self.start), *map(abs, self.worth), Fraction(1)]))
        rows = self._rows(size + 1)
        for place in range(len(self.parties)):
            rows.add({**self._gains(place, scale), size: -1}, -float(self.start[place]) / scale, np.inf)
        first = self._solved(rows, 1, [*[0.0] * size, -1.0], seconds)
        order = self._order(first, turns)
        if order.places and min(self.finals(order)) < 0:
            order = self._with_fewest_behind(order, scale, seconds)
        return self._most_behind_first(order)

    def _with_fewest_behind(self, order: Order, scale: float, seconds: float) -> Order:
        """Search once more among the orders that are as good for whoever is least ahead; keep this one if it fails."""
        second = self._fewest_behind(float(min(self.finals(order))) / scale, scale, seconds)
        better = self._order(second, len(self.worth))
        if not better.places or self._rank(better) < self._rank(order):
            return order
        return Order(better.places, is_done=order.is_done)

    def _most_behind_first(self, order: Order) -> Order:
        """Let whoever was most behind come first among years of equal worth, where no intervals are to be kept."""
        if self.intervals.shortest > 1 or self.intervals.longest is not None or not order.places:
            return order
        found = list(order.places)
        for worth in set(self.worth):
            turns = [turn for turn, each in enumerate(self.worth) if each == worth]
            hosts = sorted((found[turn] for turn in turns), key=lambda place: (self.start[place], place))
            for turn, host in zip(turns, hosts, strict=True):
                found[turn] = host
        return Order(tuple(found), order.is_done)

    def _rank(self, order: Order) -> tuple[Fraction, int]:
        finals = self.finals(order)
        return min(finals), -sum(final < 0 for final in finals)

    def _fewest_behind(self, least: float, scale: float, seconds: float) -> Mixed:
        """Let as few as possible be behind while nobody is further behind than need be."""
        number, size = len(self.parties), len(self.parties) * len(self.worth)
        rows = self._rows(size + number)
        for place in range(number):
            start = float(self.start[place]) / scale
            rows.add(self._gains(place, scale), least - start - _NEAR, np.inf)
            rows.add({**self._gains(place, scale), size + place: max(0.0, -start)}, -start, np.inf)
        return self._solved(rows, number, [*[0.0] * size, *[1.0] * number], seconds)

    def _gains(self, place: int, scale: float) -> dict[int, float]:
        turns = len(self.worth)
        return {place * turns + turn: float(worth) / scale for turn, worth in enumerate(self.worth)}

    def _rows(self, variables: int) -> Rows:
        rows, turns = Rows(variables), len(self.worth)
        for turn in range(turns):
            rows.add({place * turns + turn: 1 for place in range(len(self.parties))}, 1, 1)
        rows.keep(self.intervals, self.parties, turns)
        for place in range(len(self.parties)):
            rows.add({place * turns + turn: 1 for turn in range(turns)}, self.fewest, self.most)
        return rows

    def _solved(self, rows: Rows, others: int, costs: list[float], seconds: float) -> Mixed:
        """Solve with variables beside those that tell who hosts: the least balance, or who is behind."""
        size = len(self.parties) * len(self.worth)
        bounds = (-np.inf, np.inf) if others == 1 else (0.0, 1.0)
        return mixed_minimum(
            costs,
            rows.matrix(),
            rows.lower,
            rows.upper,
            whole=[*[True] * size, *[others > 1] * others],
            least=[*[0.0] * size, *[bounds[0]] * others],
            most=[*[1.0] * size, *[bounds[1]] * others],
            seconds=seconds,
        )

    def _order(self, found: Mixed, turns: int) -> Order:
        if found.at is None:
            return Order((), found.is_done)
        taken: list[int] = found.at[: len(self.parties) * turns].reshape(-1, turns).argmax(axis=0).tolist()
        return Order(tuple(taken), found.is_done)
