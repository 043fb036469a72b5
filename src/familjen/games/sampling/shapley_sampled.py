"""The Shapley value from a sample of the orders of arrival (skattat Shapleyvärde)."""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor
from typing import Any

import attrs
import numpy as np

from familjen.errors import InvalidValueError, UnknownIdError
from familjen.games.coalition import Player
from familjen.games.compact.game import CompactGame
from familjen.games.compact.scale import ScaleGame
from familjen.games.compact.scale_power import Power
from familjen.games.compact.settled import settled
from familjen.games.game import Game
from familjen.games.sampling.budget import Budget, whole
from familjen.games.sampling.computed_game import ComputedGame, CostFunction
from familjen.games.sampling.designs import DESIGNS
from familjen.games.sampling.sampled_shares import SampledShares
from familjen.games.sampling.tally import Tally, Task, tallied
from familjen.games.shapley import shapley
from familjen.games.shares import AnyGame, CostShares
from familjen.progress import Progress, need_progress
from familjen.validators import show

__all__ = ["shapley_sampled"]


def shapley_sampled(
    game: AnyGame | CostFunction,
    players: Iterable[Player] | None = None,
    *,
    samples: int | None = None,
    precision: float | None = None,
    design: str = "antithetic",
    control: AnyGame | None = None,
    seed: int | None = None,
    executor: Executor | None = None,
    on_progress: Progress | None = None,
) -> SampledShares:
    """Estimate the Shapley value of a game of many players from random orders of arrival (skattat Shapleyvärde).

    Each order tells what every player adds to those before it. In each the parts sum to the whole, and so they do in
    the estimate. Orders are drawn in independent blocks, whose scatter gives the standard errors: ``"simple"``, one by
    one; ``"antithetic"``, each with its reverse; ``"stratified"``, a ring of players that is gone round from each of
    them, either way, so that everyone comes at every place equally often.

    A fixed cost scatters most, as it falls on whoever is first. Of a `ScaleGame` it is taken out and shared equally. In
    general a control takes it out: a game much like this one whose Shapley value is known; only what they differ in is
    sampled. A `ScaleGame` with a `Power` makes a good one.

    The seed is split by task, tasks have a fixed size and are added up in order, and precision is looked at after each
    round of 16 tasks. So the result is the same to the last bit for every executor and any number of workers, on
    machines whose arithmetic is the same.

    Args:
        game: A game, or a function of an array of coalitions as in `ComputedGame`, whose players are then given.
        players: The players of a function, in the order of its columns.
        samples: The most orders, of which whole blocks are drawn: 1, 2 or 2n orders by the design.
        precision: Stop when no standard error is larger than this, in the unit of the costs.
        design: ``"simple"``, ``"antithetic"`` or ``"stratified"``.
        control: A game of the same players whose Shapley value `shapley` gives.
        seed: A whole number that gives the same result again; a new one is drawn and told unless given.
        executor: Where the tasks are done: threads, processes, or other machines; here unless given.
        on_progress: Told after each task how many orders are done, and of how many, ``None`` where that is open.

    Complexity: O(n) coalitions for each order, so O(n²) for a game that sums over its members.

    Raises:
        InvalidValueError: Nothing says when to stop, or an argument is out of range, or a function gives no numbers.
        UnknownIdError: There is no such design.
        CertificateError: The whole is not the same at each look, as by a function that draws numbers itself.

    Source: Castro, Gómez and Tejada, "Polynomial calculation of the Shapley value based on sampling", Computers &
    Operations Research 36 (2009), pp. 1726-1730; on strata Castro, Gómez, Molina and Tejada, "Improving polynomial
    estimation of the Shapley value by stratified random sampling with optimum allocation", Computers & Operations
    Research 82 (2017), pp. 180-188.

    >>> game = ScaleGame.of({place: 10 * place for place in range(1, 101)}, Power(3, 0.85), fixed=500)
    >>> found = shapley_sampled(game, samples=1000, seed=1)
    >>> low, high = found.interval(100, errors=4)
    >>> low <= shapley(game)[100] <= high, found.samples, found.stopped_by
    (True, 1000, 'samples')
    """
    read = _game_of(game, players)
    if design not in DESIGNS:
        raise UnknownIdError.of("design", str(design), list(DESIGNS))
    number = len(read.players)
    orders = DESIGNS[design].orders(number)
    budget = Budget.of(samples, precision, orders=orders, coalitions=DESIGNS[design].coalitions(number))
    _need_workers(executor, on_progress)
    root = np.random.SeedSequence(_seed(seed))
    known = _control_of(read, control)
    apart = [0.0] * number if known is None else [float(part) for part in shapley(known).numbers]
    plan = _Plan(Task(read, known, design, 1, root), budget, orders)
    tally, stopped_by = plan.done(executor, on_progress)
    parts = [one + added for one, added in zip(apart, tally.mean.tolist(), strict=True)]
    size = max(abs(read.whole), *map(abs, parts))
    otherwise = "the costs are not the same at each look: a function has to give the same for the same coalitions"
    shares = CostShares.of(read, settled(np.array(parts), read.whole, size, otherwise), "shapley_sampled")
    errors = tuple(tally.standard_errors().tolist())
    return SampledShares(shares, errors, tally.blocks * orders, stopped_by, int(str(root.entropy)))


@attrs.frozen(eq=False)
class _Plan:
    """What is done in each task, and until when."""

    task: Task
    budget: Budget
    orders: int

    def done(self, executor: Executor | None, on_progress: Progress | None) -> tuple[Tally, str]:
        """Do it, and tell what ended it."""
        total = None if self.budget.blocks is None else self.budget.blocks * self.orders
        tally = Tally.none_of(len(self.task.game.players))
        for sizes in self.budget.rounds():
            seeds = self.task.seed.spawn(len(sizes))
            tasks = [attrs.evolve(self.task, blocks=size, seed=seed) for size, seed in zip(sizes, seeds, strict=True)]
            for more in _in_order(tasks, executor):
                tally = tally.with_more(more)
                if on_progress is not None:
                    on_progress(tally.blocks * self.orders, total)
            if self.budget.is_met(float(tally.standard_errors().max())):
                return tally, "precision"
        return tally, "samples"


def _in_order(tasks: Sequence[Task], executor: Executor | None) -> Iterator[Tally]:
    if executor is None:
        yield from map(tallied, tasks)
        return
    futures = [executor.submit(tallied, task) for task in tasks]
    try:
        for future in futures:
            yield future.result()
    finally:
        for future in futures:
            future.cancel()


def _game_of(game: Any, players: Iterable[Player] | None) -> AnyGame:
    if isinstance(game, Game | CompactGame):
        if players is not None:
            reason = "a game has its own players; give players only with a function"
            raise InvalidValueError(reason, attribute="players")
        return game
    if players is None:
        reason = f"{show(game)} is no game; of a function say who the players are, in the order of its columns"
        raise InvalidValueError(reason, attribute="players")
    return ComputedGame.of(players, game)


def _control_of(game: AnyGame, control: Any) -> AnyGame | None:
    if control is None:
        return attrs.evolve(game, curve=Power(0, 1)) if isinstance(game, ScaleGame) and game.once else None
    if not isinstance(control, Game | CompactGame) or control.players != game.players:
        reason = f"{show(control)} is no game of the same players in the same order; give one that is"
        raise InvalidValueError(reason, attribute="control")
    return control


def _seed(seed: object) -> int | None:
    if seed is None:
        return None
    read = whole(seed)
    if read is None or read < 0:
        raise InvalidValueError(f"the seed is {show(seed)}; give a whole number from 0", attribute="seed")
    return read


def _need_workers(executor: Any, on_progress: Any) -> None:
    if executor is not None and not isinstance(executor, Executor):
        reason = f"{show(executor)} is no executor; give one of concurrent.futures, such as ProcessPoolExecutor()"
        raise InvalidValueError(reason, attribute="executor")
    need_progress(on_progress, "orders are")
