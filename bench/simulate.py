"""How fast a million draws of the assumptions of eleven parties are reckoned, and how much memory they take.

The peer is a loop over the draws in plain Python, written by hand for this very service: for so few parties it is
faster than numpy arrays over the parties. It gets the drawn numbers for nothing, and gives only the nets, where ours
draws them and gives all four results. What is found is compared before anything is timed. Times of the million are
those of a process that does nothing else, the start of its workers included.
"""

import hashlib
import resource
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import attrs
import numpy as np
import numpy.typing as npt
from bench.games import populations
from bench.paired import paired_ratios
from bench.run import machine, table

from familjen.scale import Assumption, Cooperating, Discounting, PowerCurve, ServiceCost
from familjen.scale.ends import uncertain_in
from familjen.scale.outcomes import RATE
from familjen.scale.uncertainty import simulate
from familjen.scale.uncertainty.drawing import drawn
from familjen.scale.uncertainty.limits import limits_of_case

__all__ = ["main", "measure"]

Floats = npt.NDArray[np.float64]
PAGE = Path(__file__).parents[1] / "docs" / "speed-simulate.md"
HEAD = """# Speed of simulations

Written by `python -m bench.simulate`. Ours and the peer's are run in turn in one process; what counts is the ratio of
the pairs (ours / peer's: less than 1 means that ours is faster). Times are medians in milliseconds. The peer is a loop
over the draws in plain Python, written by hand for this very service; it gets the drawn numbers for nothing and gives
only the nets, where ours draws them and gives savings too.

"""
PARTIES = 11
SOME = 16_384
MANY = 1_000_000
HORIZON = 10
DISCOUNTING = Discounting(Assumption(0.03, low=0.01, high=0.05))


@attrs.frozen
class Run:
    """What a million draws take."""

    workers: int
    seconds: float
    processor_seconds: float
    """Of all processes together."""
    megabytes: float
    """The most that the process holds at a time."""
    megabytes_each: float
    """The most that a worker holds."""
    digest: str
    """Of the nets, bit by bit."""


def service() -> ServiceCost:
    """Make a service of eleven parties: a curve, what each pays today, and what cooperating costs, with ranges."""
    sizes = {f"party {place}": round(float(size)) for place, size in enumerate(populations(PARTIES, 1))}
    paid = {name: Assumption(300 * size, low=280 * size, high=330 * size) for name, size in sizes.items()}
    cooperating = Cooperating(
        per_member=Assumption(80_000, low=40_000, high=200_000),
        host_overhead=Assumption(0.05, low=0, high=0.1),
        transition=Assumption(2_000_000, low=1_000_000, high=4_000_000),
    )
    curve = PowerCurve(7_000, Assumption(-0.07, low=-0.16, high=0))
    return ServiceCost.of(sizes, curve, alone=paid, cooperating=cooperating)


def looped(case: ServiceCost, draws: dict[str, list[float]]) -> list[list[float]]:
    """Reckon by hand what each saves over the horizon, one draw after the other: a list for each."""
    sizes = [float(size) for size in case.sizes.values()]
    everybody, members = sum(sizes), len(sizes)
    shares = [size / everybody for size in sizes]
    paid = zip(*[draws[f"alone.{party}"] for party in case.parties], strict=True)
    names = ("curve.elasticity", "cooperating.host_overhead", "cooperating.per_member", "cooperating.transition", RATE)
    found: list[list[float]] = []
    for alone, others in zip(paid, zip(*[draws[name] for name in names], strict=True), strict=True):
        elasticity, overhead, each, once, rate = others
        power = 1 + elasticity
        whole = everybody**power / sum([size**power for size in sizes]) * sum(alone)
        whole = whole * (1 + overhead) + members * each
        factor = 1 / (1 + rate)
        worth = factor * (1 - factor**HORIZON) / (1 - factor)
        found.append([(own - whole * share) * worth - once * share for own, share in zip(alone, shares, strict=True)])
    return found


def million(workers: int) -> Run:
    """Draw a million times, here or in so many processes, in a process of its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as alone:
        return alone.submit(_million, workers).result()


def _million(workers: int) -> Run:
    start, case = time.perf_counter(), service()
    if workers:
        with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
            found = simulate(case, samples=MANY, seed=1, discounting=DISCOUNTING, horizon=HORIZON, executor=pool)
    else:
        found = simulate(case, samples=MANY, seed=1, discounting=DISCOUNTING, horizon=HORIZON)
    seconds = time.perf_counter() - start
    own, theirs = (resource.getrusage(of) for of in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    processor = own.ru_utime + own.ru_stime + theirs.ru_utime + theirs.ru_stime
    digest = hashlib.sha256(found.nets.tobytes()).hexdigest()
    return Run(workers, seconds, processor, own.ru_maxrss / 1024, theirs.ru_maxrss / 1024, digest)


def measure(rounds: int = 7) -> Iterator[dict[str, Any]]:
    """Give a row for each comparison, as they are made."""
    case = service()
    uncertain, limits = uncertain_in(case, DISCOUNTING), limits_of_case(case, DISCOUNTING)
    (seed,) = np.random.SeedSequence(1).spawn(1)
    numbers, _ = drawn(uncertain, limits, np.random.default_rng(seed), SOME)

    def ours() -> Floats:
        return simulate(case, samples=SOME, seed=1, discounting=DISCOUNTING, horizon=HORIZON).nets

    draws = {name: each.tolist() for name, each in numbers.items()}

    def peer() -> list[list[float]]:
        return looped(case, draws)

    if not np.allclose(ours(), peer(), rtol=1e-9, atol=1e-3):
        raise AssertionError("the nets differ")
    timed = paired_ratios(ours, peer, rounds)
    what, size = "draws (a loop over the draws)", f"{SOME:,} draws, {PARTIES} parties, {len(uncertain)} assumptions"
    yield {"what": what, "size": size, **timed, "goal": "< 1"}


def told(runs: list[Run]) -> str:
    """Write what the million took as a table, and whether the numbers are the same."""
    head = f"A million draws of {PARTIES} parties. Seconds include starting workers, memory is the most held at once."
    lines = [
        "",
        head,
        "",
        "| processes | seconds | processor seconds | MB | MB of a worker |",
        "|---|---:|---:|---:|---:|",
    ]
    for run in runs:
        name = f"{run.workers} workers" if run.workers else "one"
        each = f"{run.megabytes_each:,.0f}" if run.workers else ""
        lines.append(f"| {name} | {run.seconds:.1f} | {run.processor_seconds:.1f} | {run.megabytes:,.0f} | {each} |")
    same = "are" if len({run.digest for run in runs}) == 1 else "are NOT"
    return "\n".join([*lines, "", f"The nets of all draws and parties {same} the same to the last bit."]) + "\n"


def main() -> None:
    """Measure, print and write the page."""
    page = HEAD + table(list(measure())) + told([million(workers) for workers in (0, 1, 2)]) + machine(("numpy",))
    PAGE.write_text(page, "utf-8")
    print(page)


if __name__ == "__main__":
    main()
