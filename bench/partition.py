"""How fast the cheapest partition of parties into groups is found, against HiGHS and with growing numbers.

HiGHS solves the set-partitioning program with a column for each of the 2ⁿ − 1 groups; both sides get the same numbers
as an array made beforehand, and take turns. What is found is compared before anything is timed.
"""

import statistics
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from bench.games import populations
from bench.paired import paired_ratios
from bench.run import machine, table

from familjen.games import CostGame
from familjen.games.vector import sums
from familjen.optimise.partitioning import Columns, cheapest_groups
from familjen.places import municipalities
from familjen.scale.partition import best_partition, stability

__all__ = ["growth", "main", "measure"]

Floats = npt.NDArray[np.float64]
PAGE = Path(__file__).parents[1] / "docs" / "speed-partition.md"
HEAD = """# Speed of partitions

Written by `python -m bench.partition`. Ours and the peer's are run in turn in one process; what counts is the ratio of
the pairs (ours / peer's: less than 1 means that ours is faster). Times are medians in milliseconds. Costs are those of
a fixed part, a curve of the size, and a cost of each pair, by which groups of some parties are the cheapest.

"""
_NONE = dict.fromkeys(("peer_ms", "ratio", "least", "most"), float("nan"))
_SIZES = (11, 15, 18)


def costs(size: int, seed: int = 1) -> Floats:
    """Make c(S) = F + a·P(S)^0.93 + pair·|S|(|S| − 1)/2."""
    people, members = sums(populations(size, seed)), sums(np.ones(size))
    found: Floats = 2e6 + 900 * people**0.93 + 300_000 * members * (members - 1) / 2
    found[0] = 0
    return found


class Country:
    """Costs of groups of municipalities: a fixed part, a curve of the size, and a cost of each pair."""

    def __init__(self, county: str = "") -> None:
        """Take those of a county, or all."""
        self.parties = tuple(each.code for each in municipalities() if each.county.startswith(county))
        self.people = populations(len(self.parties), 1)

    def many(self, members: npt.NDArray[np.bool_]) -> Floats:
        """Give what groups cost."""
        count = members.sum(axis=1)
        found: Floats = 2e6 + 900 * (members @ self.people) ** 0.93 + 300_000 * count * (count - 1) / 2
        return found


def measure(rounds: int = 5) -> Iterator[dict[str, Any]]:
    """Give a row for each comparison, as they are made."""
    values = costs(11)
    groups = [[place for place in range(11) if mask >> place & 1] for mask in range(1, len(values))]
    columns = Columns.of(groups, values[1:] / values[1])
    game = CostGame.from_vector(range(11), values)
    theirs = sum(values[1:][list(cheapest_groups(11, columns).groups)])
    if not np.isclose(best_partition(game).cost, theirs, rtol=1e-9):
        raise AssertionError("the cheapest partitions differ")
    timed = paired_ratios(lambda: best_partition(game), lambda: cheapest_groups(11, columns), rounds)
    what = "cheapest partition (HiGHS, a column for each group)"
    yield {"what": what, "size": "11 parties", **timed, "goal": "≤ 0.005"}
    for county, name, most in (("12", "Skåne", 6), ("12", "Skåne", 8), ("", "all", 4), ("", "all", 5)):
        yield _of_country(county, name, most)


def _of_country(county: str, name: str, most: int) -> dict[str, Any]:
    country = Country(county)
    start = time.perf_counter()
    found = best_partition(country, neighbours=True, most=most)
    seconds = time.perf_counter() - start
    start = time.perf_counter()
    holds = stability(found)
    told = time.perf_counter() - start
    gap = "exact" if found.is_exact else f"within {found.proof.gap(found.cost):.2%}"
    size = (
        f"{len(country.parties)} municipalities ({name}), groups of at most {most} that border on each other: "
        f"{found.proof.groups:,} groups; {gap}; {'stable' if holds else 'not stable'}, told in {told * 1e3:,.0f} ms"
    )
    return {"what": "cheapest partition, alone", "size": size, "ours_ms": seconds * 1e3, **_NONE, "goal": ""}


def growth(rounds: int = 5) -> list[dict[str, Any]]:
    """Give the time for more and more parties, and what each further party multiplies it by."""
    rows: list[dict[str, Any]] = []
    for size in _SIZES:
        game = CostGame.from_vector(range(size), costs(size))
        best_partition(game)
        times: list[float] = []
        for _ in range(rounds):
            start = time.perf_counter()
            best_partition(game)
            times.append(time.perf_counter() - start)
        seconds = statistics.median(times)
        last = rows[-1] if rows else None
        each = (seconds / last["seconds"]) ** (1 / (size - last["parties"])) if last else None
        rows.append({"parties": size, "seconds": seconds, "each": each})
    return rows


def _grown() -> str:
    lines = [
        "",
        "How subset convolution grows. Of all pairs of a part and a rest there are 3 times as many for each party.",
        "",
        "| parties | milliseconds | times for each party from the row above |",
        "|---:|---:|---:|",
    ]
    for row in growth():
        each = "" if row["each"] is None else f"{row['each']:.2f}"
        lines.append(f"| {row['parties']} | {row['seconds'] * 1e3:,.2f} | {each} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Measure, print and write the page."""
    page = HEAD + table(list(measure())) + _grown() + machine(("numpy", "highspy"))
    PAGE.write_text(page, "utf-8")
    print(page)


if __name__ == "__main__":
    main()
