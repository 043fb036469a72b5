"""How fast joint costs are split, against the PyPI package coopgame-py (in Rust) and, where installed, shapiq.

Both sides get the same numbers as an array made beforehand, and take turns within each round. A nucleolus is proven on
both sides: ours always carries its certificate, the peer's is certified by its own ``certify``. Results are compared
before anything is timed.
"""

import json
import statistics
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import coopgame
import numpy as np
import numpy.typing as npt
from bench.paired import paired_ratios
from bench.run import machine, table

from familjen.games import Game, ScaleGame, nucleolus, per_capita_nucleolus, shapley
from familjen.games.compact import Power
from familjen.games.game import sums

__all__ = ["main", "measure"]

Floats = npt.NDArray[np.float64]
PAGE = Path(__file__).parents[1] / "docs" / "speed-games.md"
HEAD = """# Speed of games

Written by `python -m bench.games`. Ours and the peer's are run in turn in one process, five rounds of each; what counts
is the ratio of the pairs (ours / peer's: less than 1 means that ours is faster). Times are medians in milliseconds. Of
twelve games the figures are medians over the games, and the least and most those of single pairs' medians. The families
are a game of scale, c(S) = F + a·P(S)^0.85 + coordination·(|S| − 1), random subadditive costs, and the types 1 and 2 of
Benedek, Fliege and Nguyen. Every nucleolus is proven, on both sides.

"""
SEEDS = (1, 2, 3)
EVALUATIONS = 148_000

_SHAPLEY_GOALS = {11: "≤ 1", 18: "≤ 0.1", 20: "≤ 0.0667", 24: "≤ 0.05"}
_NUCLEOLUS_GOALS = {11: "≤ 1", 15: "≤ 0.333", 18: "≤ 0.167", 20: "≤ 0.1"}
_PER_CAPITA_GOALS = {11: "≤ 0.125", 14: "≤ 0.01"}
_BIG = """
import json, resource, time
from bench.games import scale
from familjen.games import CostGame, nucleolus
game = CostGame.from_vector(range(24), -scale(24, 1))
start = time.perf_counter()
shares = nucleolus(game)
seconds = time.perf_counter() - start
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps({"seconds": seconds, "gib": peak / 2**20, "levels": len(shares.certificate.levels)}))
"""


def populations(size: int, seed: int) -> Floats:
    """Draw numbers of inhabitants as they are spread over Sweden: most small, a few large."""
    return np.random.default_rng(seed).lognormal(9.7, 0.9, size).round()


def scale(size: int, seed: int) -> Floats:
    """Make gains of c(S) = F + a·P(S)^0.85 + coordination·(|S| − 1), a cost being a gain below zero."""
    people, members = sums(populations(size, seed)), sums(np.ones(size))
    costs = 2e6 + 900 * people**0.85 + 50_000 * (members - 1)
    costs[0] = 0
    return -costs


def subadditive(size: int, seed: int) -> Floats:
    """Make random costs of which any two come to no less than a third: subadditive whatever is drawn."""
    costs = np.random.default_rng(1000 + seed).uniform(100, 200, 1 << size)
    costs[0] = 0
    return -costs


def literature(kind: int, size: int, seed: int) -> Floats:
    """Make a random game of Benedek, Fliege and Nguyen, Mathematical Programming (2021), by the peer's generator."""
    return np.array([0.0, *coopgame.Game.bnf(kind, size, seed).values()])


def families(size: int) -> Iterator[tuple[str, Floats]]:
    """Give twelve games: four families, three seeds."""
    for seed in SEEDS:
        yield f"scale {seed}", scale(size, seed)
        yield f"subadditive {seed}", subadditive(size, seed)
        yield f"type 1, {seed}", literature(1, size, seed)
        yield f"type 2, {seed}", literature(2, size, seed)


def measure(rounds: int = 5) -> Iterator[dict[str, Any]]:
    """Give a row for each comparison, as they are made."""
    for size in _SHAPLEY_GOALS:
        yield _shapley(size, rounds)
    for size in (22, 24):
        yield _copied(size, rounds)
    yield from _sampled(rounds)
    yield _big()
    for size in _PER_CAPITA_GOALS:
        yield _per_capita(size, rounds)
    for size in _NUCLEOLUS_GOALS:
        yield _nucleolus(size, rounds)


def _shapley(size: int, rounds: int) -> dict[str, Any]:
    values = scale(size, 1)
    coalitions = values[1:]
    game = Game.from_vector(range(size), values)
    theirs = coopgame.shapley(coopgame.Game(coalitions))
    if not np.allclose(list(shapley(game).values()), theirs, rtol=1e-9):
        raise AssertionError("the Shapley values differ")
    timed = paired_ratios(
        lambda: shapley(Game.from_vector(range(size), values)),
        lambda: coopgame.shapley(coopgame.Game(coalitions)),
        rounds,
    )
    what = "Shapley value from an array, both build their game (coopgame)"
    return {"what": what, "size": f"{size} players", **timed, "goal": _SHAPLEY_GOALS[size]}


def _copied(size: int, rounds: int) -> dict[str, Any]:
    values = scale(size, 1)
    game = Game.from_vector(range(size), values)
    shapley(game)
    tracemalloc.start()
    shapley(game)
    extra = tracemalloc.get_traced_memory()[1] / values.nbytes
    tracemalloc.stop()
    timed = paired_ratios(lambda: shapley(game), values.copy, rounds)
    what = "Shapley value beside a copy of the vector"
    return {"what": what, "size": f"{size} players; extra memory {extra:.1%} of it", **timed, "goal": "≤ 4, ≤ 15 %"}


def _nucleolus(size: int, rounds: int) -> dict[str, Any]:
    def ours(values: Floats) -> list[float]:
        return [float(part) for part in nucleolus(Game.from_vector(range(size), values)).values()]

    def theirs(values: Floats) -> list[float]:
        game = coopgame.Game(values[1:])
        found = coopgame.nucleolus(game)
        coopgame.certify(game, found["allocation"])
        return [float(part) for part in found["allocation"]]

    what = "nucleolus with certificate, twelve games of four families (coopgame)"
    return _over_families(what, size, rounds, (ours, theirs), _NUCLEOLUS_GOALS[size])


def _per_capita(size: int, rounds: int) -> dict[str, Any]:
    def ours(values: Floats) -> list[float]:
        return [float(part) for part in per_capita_nucleolus(Game.from_vector(range(size), values)).values()]

    def theirs(values: Floats) -> list[float]:
        return [float(part) for part in coopgame.per_capita_nucleolus(coopgame.Game(values[1:]))["allocation"]]

    what = "per-capita nucleolus, ours with certificate, twelve games of four families (coopgame)"
    return _over_families(what, size, rounds, (ours, theirs), _PER_CAPITA_GOALS[size])


def _over_families(what: str, size: int, rounds: int, sides: tuple[Any, Any], goal: str) -> dict[str, Any]:
    """Time both sides on each game, and give the medians over the games."""
    ours, theirs = sides
    each: list[dict[str, float]] = []
    for name, values in families(size):
        mine, other = ours(values), theirs(values)
        if not np.allclose(mine, other, rtol=0, atol=1e-6 * float(np.abs(values).max())):
            raise AssertionError(f"{what}: the results differ in {name} of {size} players")
        each.append(paired_ratios(lambda given=values: ours(given), lambda given=values: theirs(given), rounds))  # type: ignore[misc]
    middle = {name: statistics.median(row[name] for row in each) for name in ("ours_ms", "peer_ms", "ratio")}
    spread = {"least": min(row["ratio"] for row in each), "most": max(row["ratio"] for row in each)}
    return {"what": what, "size": f"{size} players", **middle, **spread, "goal": goal}


def _sampled(rounds: int) -> list[dict[str, Any]]:
    """Compare an exact Shapley value of all municipalities' number of players with the peer's sample."""
    try:
        from shapiq import StratifiedSamplingSV
    except ImportError:
        print("shapiq is not installed (the group 'peers'), so its row is left out")
        return []
    people = populations(290, 1)
    game = ScaleGame.of(dict(enumerate(people.tolist())), Power(900.0, 0.85))
    parts = np.array(game.shapley_value(), dtype=np.float64)

    def costs(members: npt.NDArray[np.bool_]) -> Floats:
        return np.asarray(900 * (np.atleast_2d(members) @ people) ** 0.85)

    def peer() -> Any:
        return StratifiedSamplingSV(290, random_state=1).approximate(EVALUATIONS, costs)

    sampled = peer()
    off = max(abs(sampled[(player,)] / parts[player] - 1) for player in range(290))
    exact = _off_by_weights(people)
    made = paired_ratios(
        lambda: ScaleGame.of(dict(enumerate(people.tolist())), Power(900.0, 0.85)).shapley_value(), peer, rounds
    )
    size = f"290 players; ours off by {exact:.0e} of itself, the peer at {EVALUATIONS:,} evaluations by {off:.0e}"
    return [{"what": "Shapley value of a game of scale (shapiq, stratified)", "size": size, **made, "goal": "≤ 0.1"}]


def _off_by_weights(people: Floats) -> float:
    """Give the largest relative error of three players against a count of arrivals by weight, in whole thousands.

    The weights are rounded to thousands for it, so the game that is counted is a coarser one than that which is timed.
    """
    thousands = np.maximum(1, (people / 1000).round())
    found = np.array(ScaleGame.of(dict(enumerate(thousands.tolist())), Power(900.0, 0.85)).shapley_value(), dtype=float)
    nodes, shares = np.polynomial.legendre.leggauss(160)
    total = int(thousands.sum())
    curve = 900 * np.arange(total + 1, dtype=np.float64) ** 0.85
    worst = 0.0
    for player in (0, int(np.argmin(thousands)), int(np.argmax(thousands))):
        own, others = int(thousands[player]), np.delete(thousands, player).astype(int)
        value = 0.0
        for node, share in zip((nodes + 1) / 2, shares / 2, strict=True):
            there = np.zeros(total + 1)
            there[0] = 1
            for weight in others.tolist():
                there[weight:] = (1 - node) * there[weight:] + node * there[:-weight]
                there[:weight] *= 1 - node
            value += share * float(there[: total + 1 - own] @ (curve[own:] - curve[: total + 1 - own]))
        worst = max(worst, abs(found[player] / value - 1))
    return worst


def _big() -> dict[str, Any]:
    """Solve the largest game that is written out without asking, in a process of its own."""
    done = subprocess.run([sys.executable, "-c", _BIG], capture_output=True, text=True, check=True)  # noqa: S603 - our own words
    found = json.loads(done.stdout)
    size = f"24 players, {found['levels']} levels; peak {found['gib']:.2f} GiB in all"
    none = dict.fromkeys(("peer_ms", "ratio", "least", "most"), float("nan"))
    what = "nucleolus with certificate of a game of scale, alone"
    return {"what": what, "size": size, "ours_ms": found["seconds"] * 1e3, **none, "goal": "within 3 GB"}


def main() -> None:
    """Measure, print a line for each comparison, and write the page."""
    rows = []
    for row in measure():
        figures = f"ours {row['ours_ms']:,.2f} ms, peer {row['peer_ms']:,.2f} ms, ratio {row['ratio']:.4g}"
        spread = f"({row['least']:.4g} to {row['most']:.4g}), {row['goal']}"
        print(f"{row['what']} | {row['size']}: {figures} {spread}", flush=True)
        rows.append(row)
    PAGE.write_text(HEAD + table(rows) + machine(("numpy", "highspy", "coopgame-py")), "utf-8")


if __name__ == "__main__":
    main()
