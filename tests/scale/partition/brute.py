"""Partitions one by one, costs that a test draws, and groups that hang together straight from the definition."""

from collections.abc import Iterator
from itertools import combinations
from typing import Any

import numpy as np
from hypothesis import strategies as st

from familjen.games import CostGame


def partitions(places: list[int]) -> Iterator[list[list[int]]]:
    """Give every partition of some places: as many as the Bell number says."""
    if not places:
        yield []
        return
    first, *others = places
    for size in range(len(others) + 1):
        for chosen in combinations(others, size):
            left = [place for place in others if place not in chosen]
            for rest in partitions(left):
                yield [[first, *chosen], *rest]


def mask(group: list[int]) -> int:
    """Give a group's number."""
    return sum(1 << place for place in group)


def hangs(group: list[int], pairs: set[tuple[int, int]]) -> bool:
    """Tell whether a group hangs together, by joining classes until none are joined."""
    of = {place: {place} for place in group}
    for one, other in pairs:
        if one in of and other in of:
            joined = of[one] | of[other]
            for place in joined:
                of[place] = joined
    return len(of[group[0]]) == len(group)


def least(
    values: Any, number: int, *, most: int | None = None, at_least: int = 1, pairs: set[tuple[int, int]] | None = None
) -> float:
    """Give the least cost of a partition into groups that may form; inf where there is none."""
    found = np.inf
    for partition in partitions(list(range(number))):
        fits = all(at_least <= len(group) <= (most or number) for group in partition)
        if fits and (pairs is None or all(hangs(group, pairs) for group in partition)):
            found = min(found, sum(float(values[mask(group)]) for group in partition))
    return found


@st.composite
def games(draw: st.DrawFn, least_size: int = 1, most_size: int = 6) -> CostGame:
    """Draw a cost game of whole numbers in which some groups save and others do not."""
    number = draw(st.integers(least_size, most_size))
    rng = np.random.default_rng(draw(st.integers(0, 2**32)))
    sizes = np.array([each.bit_count() for each in range(1 << number)])
    values = (rng.integers(50, 100, 1 << number) * sizes ** rng.uniform(0.4, 1.1)).round()
    values[0] = 0
    return CostGame.from_vector([f"p{place}" for place in range(number)], values)


@st.composite
def borders(draw: st.DrawFn, number: int) -> set[tuple[int, int]]:
    """Draw which of some places border on each other."""
    every = list(combinations(range(number), 2))
    return set(draw(st.lists(st.sampled_from(every), unique=True))) if every else set()


class Told:
    """Costs of groups by a formula, for as many parties as there are sizes: fixed, scale, and a cost of each pair."""

    def __init__(self, sizes: Any, fixed: float = 300.0, pair: float = 25.0) -> None:
        """Take the sizes, what a group costs once, and what each pair of members adds."""
        self.sizes = np.asarray(sizes, dtype=np.float64)
        self.parties = tuple(range(len(self.sizes)))
        self.fixed, self.pair = fixed, pair
        self.asked = 0

    def many(self, members: Any) -> Any:
        """Give what groups cost."""
        self.asked += len(members)
        count = members.sum(axis=1)
        return self.fixed + 10 * (members @ self.sizes) ** 0.9 + self.pair * count * (count - 1) / 2


def path(number: int) -> list[tuple[int, int]]:
    """Give the borders of parties in a row."""
    return [(place, place + 1) for place in range(number - 1)]


def grid(width: int, height: int) -> list[tuple[int, int]]:
    """Give the borders of parties in a rectangle."""
    right = [(y * width + x, y * width + x + 1) for y in range(height) for x in range(width - 1)]
    down = [(y * width + x, (y + 1) * width + x) for y in range(height - 1) for x in range(width)]
    return right + down
