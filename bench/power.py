"""How fast power in votes is counted, beside brute force and the PyPI package coopgame-py (in Rust).

Results are compared before anything is timed.
"""

import datetime as dt
import statistics
import time
from collections.abc import Callable, Iterator
from fractions import Fraction
from math import factorial
from pathlib import Path
from typing import Any

import coopgame
import numpy as np
from bench.paired import paired_ratios
from bench.run import machine, table

from familjen.influence import WeightedVotes, voting_power
from familjen.places import Statistics, municipalities

__all__ = ["main", "measure"]

PAGE = Path(__file__).parents[1] / "docs" / "speed-power.md"
HEAD = """# Speed of voting power

Written by `python -m bench.power`. Ours and the peer's are run in turn in one process; what counts is the ratio of the
pairs (ours / peer's: less than 1 means that ours is faster). Times are medians in milliseconds. Weights are inhabitants
of real municipalities on 31 December 2025, the quota is more than half. Every one of our numbers is an exact fraction;
the peers' are floats. Brute force goes through all coalitions in numpy, by the definition of the index.

"""
_GOALS = {12: "", 20: "≤ 1"}
DAY = dt.date(2025, 12, 31)


def people(number: int) -> dict[str, int]:
    """Give the inhabitants of so many municipalities, in the order of their codes."""
    figures = Statistics.bundled()
    return {each.name: int(figures.value("population", each.code, DAY)) for each in municipalities()[:number]}


def votes(number: int, unit: int = 1) -> WeightedVotes:
    """Make a vote of so many municipalities, by inhabitants rounded to a unit."""
    made = WeightedVotes.of(people(number), majority="more than half")
    return made if unit == 1 else made.rounded(unit)


def measure(rounds: int = 5) -> Iterator[dict[str, Any]]:
    """Give a row for each comparison, as they are made."""
    thousands = votes(290, 1000)
    for index in ("shapley_shubik", "banzhaf"):
        size = f"290 municipalities, thousands of inhabitants, {int(thousands.total):,} in all"
        yield _alone(
            f"{index}, exact, alone", size, lambda index=index: voting_power(thousands, index), rounds, "≤ 2,000"
        )
    everybody = votes(290)
    size = f"290 municipalities, every inhabitant, {int(everybody.total):,} in all"
    yield _alone("banzhaf, exact, alone", size, lambda: voting_power(everybody, "banzhaf"), 1, "")
    skane = [name for name in people(290) if name in _skane()]
    among = WeightedVotes.of({name: people(290)[name] for name in skane}, majority="more than half")
    size = f"33 municipalities (Skåne), every inhabitant, {int(among.total):,} in all"
    yield _alone("shapley_shubik, exact, alone", size, lambda: voting_power(among), rounds, "")
    yield _alone(
        "shapley_shubik of a bloc of eleven, its members' shares and each one leaving, exact, alone",
        "33 municipalities (Skåne), inhabitants rounded to hundreds",
        lambda: voting_power(among.rounded(100), bloc=tuple(skane[:11])),
        rounds,
        "",
    )
    for number in (12, 20):
        yield _beside_brute_force(number, rounds)
        yield _beside_coopgame(number, rounds)


def _skane() -> set[str]:
    return {each.name for each in municipalities() if each.county == "12"}


def _alone(what: str, size: str, function: Callable[[], object], rounds: int, goal: str) -> dict[str, Any]:
    times: list[float] = []
    for _ in range(rounds):
        start = time.perf_counter()
        function()
        times.append((time.perf_counter() - start) * 1e3)
    nothing = dict.fromkeys(("peer_ms", "ratio", "least", "most"), float("nan"))
    return {"what": what, "size": size, "ours_ms": statistics.median(times), **nothing, "goal": goal}


def brute_force(body: WeightedVotes) -> list[float]:
    """Give the Shapley–Shubik index by going through all coalitions."""
    number = len(body.members)
    weights = np.array([int(weight) for weight in body.weights])
    masks = np.arange(1 << number)
    total = sum(((masks >> place & 1) * weight for place, weight in enumerate(weights)), np.zeros(1 << number, int))
    wins, sizes = total >= int(body.quota), np.bitwise_count(masks)
    each = np.array([factorial(s) * factorial(number - 1 - s) / factorial(number) for s in range(number)])
    found: list[float] = []
    for place in range(number):
        without = masks[masks >> place & 1 == 0]
        turned = without[~wins[without] & wins[without | 1 << place]]
        found.append(float(each[sizes[turned]].sum()))
    return found


def _beside_brute_force(number: int, rounds: int) -> dict[str, Any]:
    body = votes(number)
    _need_same(list(voting_power(body).values()), brute_force(body))
    timed = paired_ratios(lambda: voting_power(body), lambda: brute_force(body), rounds)
    return {
        "what": "shapley_shubik (brute force in numpy)",
        "size": f"{number} municipalities",
        **timed,
        "goal": _GOALS[number],
    }


def _beside_coopgame(number: int, rounds: int) -> dict[str, Any]:
    body = votes(number)
    quota, weights = float(body.quota), [float(weight) for weight in body.weights]

    def theirs() -> list[float]:
        return list(coopgame.shapley(coopgame.Game.weighted_voting(weights, quota)))

    _need_same(list(voting_power(body).values()), theirs())
    timed = paired_ratios(lambda: voting_power(body), theirs, rounds)
    return {"what": "shapley_shubik (coopgame)", "size": f"{number} municipalities", **timed, "goal": _GOALS[number]}


def _need_same(ours: list[Fraction], theirs: list[float]) -> None:
    if not np.allclose([float(each) for each in ours], theirs, atol=1e-9):
        raise AssertionError("the indices differ")


def main() -> None:
    """Measure and write the page."""
    page = HEAD + table(list(measure())) + machine(("numpy", "coopgame-py"))
    PAGE.write_text(page, encoding="utf-8")
    print(page)


if __name__ == "__main__":
    main()
