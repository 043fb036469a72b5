"""Drawing the assumptions many times, here or on many workers (simulering)."""

from collections.abc import Iterator, Mapping
from concurrent.futures import Executor
from typing import TYPE_CHECKING, Any

import attrs
import numpy as np
from numpy.typing import NDArray

from familjen.errors import InvalidValueError
from familjen.progress import Progress, need_progress
from familjen.scale.discounting import Discounting
from familjen.scale.ends import uncertain_in
from familjen.scale.outcomes import outcomes
from familjen.scale.service import ServiceCost, need_service
from familjen.scale.uncertainty.drawing import drawn, read_samples, read_seed
from familjen.scale.uncertainty.limits import limits_of_case, read_counting
from familjen.scale.uncertainty.shares import read_shares
from familjen.scale.uncertainty.simulation import Simulation
from familjen.validators import show

if TYPE_CHECKING:
    from concurrent.futures import Future

__all__ = ["simulate"]

Floats = NDArray[np.float64]
_Result = tuple[tuple[Floats, Floats, Floats, Floats], int]
"""What all save a year and over the horizon, what each does, and how many numbers were drawn anew."""
_TASK = 1 << 14
"""Draws are made in tasks of so many, each with a seed of its own, so that workers do not matter."""
_AHEAD = 32
"""So many tasks wait for workers: enough for any worker's next one, and no more than fit in memory."""


@attrs.frozen(eq=False)
class _Task:
    """Some draws to make, wherever that is done (deluppgift)."""

    service: ServiceCost
    discounting: Discounting
    horizon: int
    shares: Floats
    samples: int
    seed: np.random.SeedSequence


def simulate(
    service: ServiceCost,
    *,
    samples: int = 10_000,
    seed: int | None = None,
    shares: Mapping[str, Any] | None = None,
    discounting: Discounting | None = None,
    horizon: int = 10,
    executor: Executor | None = None,
    on_progress: Progress | None = None,
) -> Simulation:
    """Draw all uncertain assumptions many times, and reckon what all and each save each time (simulering).

    Assumptions are drawn by their shapes, independently of each other. What all pay is split in fixed shares, since a
    method of fair division for each draw would take far longer than the draws. Draws are made in tasks of fixed size
    whose seeds come from the one seed, so that the numbers are the same to the last bit for every executor and any
    number of workers, on machines whose arithmetic is the same.

    Args:
        service: What the service costs.
        samples: How many draws.
        seed: A whole number that gives the same again; a new one is drawn and told unless given.
        shares: Each party's share of what all pay, such as those of a `ScaleBenefit`; they sum to one, and may be below
            zero. In proportion to size unless given.
        discounting: How later years are counted; its rate is drawn too.
        horizon: How many years are counted.
        executor: Where tasks are done: threads, processes, or other machines; here unless given.
        on_progress: Told after each task how many draws are done, and of how many.

    Raises:
        InvalidValueError: No assumption has a range, an argument is out of range, shares do not sum to one, or a draw
            cannot be reckoned, such as where the rate makes a krona worth more than 10^308.
        UnknownIdError: Shares name somebody else.

    Complexity: O(samples · n), and 16·(n + 1) bytes for each draw of n parties, at most 8 GiB.

    >>> from familjen.scale import Assumption, FixedVariable
    >>> service = ServiceCost.of({"A": 10, "B": 10}, FixedVariable(Assumption(900, low=100, high=1000), 10))
    >>> found = simulate(service, samples=1_000, seed=1)
    >>> found.chance(), found.samples
    (1.0, 1000)
    """
    need_service(service)
    _need_workers(executor, on_progress)
    counting = read_counting(discounting)
    parts = read_shares(shares, service)
    if not uncertain_in(service, counting):
        reason = "no assumption has a range, so that there is nothing to draw; give one low= and high="
        raise InvalidValueError(reason, attribute="service")
    number = read_samples(samples, 2 * len(parts) + 2, least=2)
    begun = read_seed(seed)
    sizes = [min(_TASK, number - start) for start in range(0, number, _TASK)]
    task = _Task(service, counting, horizon, parts, _TASK, begun)
    seeds = begun.spawn(len(sizes))
    tasks = [attrs.evolve(task, samples=size, seed=own) for size, own in zip(sizes, seeds, strict=True)]
    shape = (number, len(parts))
    gathered = (np.empty(number), np.empty(number), np.empty(shape), np.empty(shape))
    done = anew = 0
    for results, again in _results(tasks, executor):
        for whole, part in zip(gathered, results, strict=True):
            whole[done : done + len(part)] = part
        done, anew = done + len(results[0]), anew + again
        if on_progress is not None:
            on_progress(done, number)
    held = tuple(map(float, parts))
    return Simulation(service, int(str(begun.entropy)), horizon, counting, held, *gathered, anew=anew)


def _need_workers(executor: Any, on_progress: Any) -> None:
    if executor is not None and not isinstance(executor, Executor):
        reason = f"{show(executor)} is no executor; give one of concurrent.futures, such as ProcessPoolExecutor()"
        raise InvalidValueError(reason, attribute="executor")
    need_progress(on_progress, "draws are")


def _results(tasks: list[_Task], executor: Executor | None) -> Iterator[_Result]:
    """Do tasks and give what comes of them, in their order; some ahead of what is taken, not all at once."""
    if executor is None:
        yield from map(_reckoned, tasks)
        return
    waiting: list[Future[_Result]] = []
    try:
        for task in tasks:
            waiting.append(executor.submit(_reckoned, task))
            if len(waiting) > _AHEAD:
                yield waiting.pop(0).result()
        while waiting:
            yield waiting.pop(0).result()
    finally:
        for each in waiting:
            each.cancel()


def _reckoned(task: _Task) -> _Result:
    """Draw a task's numbers, and reckon what all and each save: the same numbers wherever it is done."""
    rng = np.random.default_rng(task.seed)
    uncertain = uncertain_in(task.service, task.discounting)
    numbers, anew = drawn(uncertain, limits_of_case(task.service, task.discounting), rng, task.samples)
    found = outcomes(task.service, numbers, discounting=task.discounting, horizon=task.horizon)
    return (found.saving, found.net, found.savings(task.shares), found.nets(task.shares)), anew
