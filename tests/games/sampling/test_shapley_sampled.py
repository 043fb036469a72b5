"""Sampled Shapley values: unbiased, efficient, the same on every executor, and clear about what they refuse."""

import math
import pickle
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial
from multiprocessing import get_context
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from familjen.errors import CertificateError, InvalidValueError, UnknownIdError
from familjen.games import CostGame, shapley
from familjen.games.compact.game import CompactGame
from familjen.games.compact.scale import ScaleGame
from familjen.games.compact.scale_power import Power
from familjen.games.sampling import ComputedGame, SampledShares, shapley_sampled

DESIGNS = ["simple", "antithetic", "stratified"]
seeds = st.integers(0, 2**32 - 1)


def scale_game(number: int) -> ScaleGame:
    """Make a game of so many players of uneven weights, with all parts."""
    weights = np.exp(np.random.default_rng(3).normal(9, 1, number)).round(1).tolist()
    return ScaleGame.of(dict(enumerate(weights)), Power(50, 0.85), fixed=10**5, own=dict(enumerate(weights)), link=70)


def random_game(number: int, seed: int) -> CostGame:
    """Make a cost game with a uniform number for each coalition."""
    values = np.random.default_rng(seed).uniform(-1, 1, 1 << number)
    values[0] = 0
    return CostGame.from_vector(range(number), values)


def runway(metres: NDArray[np.float64]) -> Callable[[NDArray[np.bool_]], Any]:
    """Give the cost function of an airport."""
    return lambda members: (members * metres).max(axis=1)


def airport_value(metres: NDArray[np.float64]) -> list[float]:
    """Give the Shapley value of an airport with rising costs: each stretch is shared by those who need it."""
    stretches = np.diff(metres, prepend=0.0) / np.arange(len(metres), 0, -1)
    return [float(part) for part in stretches.cumsum()]


def within_errors(found: SampledShares, expected: list[float], errors: float = 5.0) -> None:
    """Check each estimate against the true part, in standard errors."""
    for player, part in zip(found, expected, strict=True):
        low, high = found.interval(player, errors=errors)
        assert low - 1e-9 <= part <= high + 1e-9


@pytest.mark.parametrize("design", DESIGNS)
def test_estimates_are_near_the_value_of_a_scale_game(design: str) -> None:
    """Of 30 players with scale benefits each estimate is within 5 standard errors of the value by quadrature."""
    game = scale_game(30)
    found = shapley_sampled(game, samples=6000, design=design, seed=1)
    within_errors(found, [float(part) for part in game.shapley_value()])
    assert 0 < max(found.errors) < 0.01 * game.whole


@pytest.mark.parametrize("design", DESIGNS)
def test_estimates_are_near_the_value_of_an_airport(design: str) -> None:
    """Of 30 aircraft each estimate is within 5 standard errors of the value by the closed form."""
    metres = np.arange(1.0, 31.0) ** 2
    found = shapley_sampled(runway(metres), range(30), samples=30_000, design=design, seed=2)
    within_errors(found, airport_value(metres))


@pytest.mark.parametrize("design", DESIGNS)
def test_standard_errors_tell_how_the_estimates_scatter(design: str) -> None:
    """Over 200 seeds the mean is right and the scatter is what one sample says it is, within a quarter."""
    game = random_game(4, 5)
    all_found = [shapley_sampled(game, samples=160, design=design, seed=seed) for seed in range(200)]
    estimates = np.array([list(found.values()) for found in all_found])
    told = np.sqrt(np.mean([np.square(found.errors) for found in all_found], axis=0))
    scatter = estimates.std(axis=0, ddof=1)
    assert scatter / told == pytest.approx(1, abs=0.25)
    off = (estimates.mean(axis=0) - np.array(list(shapley(game).values()))) / (scatter / math.sqrt(200))
    assert np.abs(off).max() < 4


@given(st.integers(1, 7), seeds, seeds, st.sampled_from(DESIGNS))
@settings(max_examples=30, deadline=None)
def test_estimates_sum_to_the_whole(number: int, seed: int, other: int, design: str) -> None:
    """Whatever the design, the control and the game, all is shared."""
    game, control = random_game(number, seed), random_game(number, other)
    for known in (None, control):
        found = shapley_sampled(game, samples=60, design=design, control=known, seed=seed)
        assert sum(map(float, found.values())) == pytest.approx(game.whole, abs=1e-12)


@given(st.integers(1, 5), seeds, st.sampled_from(DESIGNS))
@settings(max_examples=30, deadline=None)
def test_costs_of_ones_own_are_not_estimated(number: int, seed: int, design: str) -> None:
    """Where each adds the same to every coalition, the estimate is that and the standard error zero."""
    own = np.random.default_rng(seed).uniform(-9, 9, number)
    found = shapley_sampled(lambda members: (members * own).sum(axis=1), range(number), samples=40, design=design)
    assert list(found.values()) == pytest.approx(own.tolist())
    assert max(found.errors) < 1e-12


def test_a_ring_puts_everyone_at_every_place() -> None:
    """By strata a fixed cost is shared equally without an error, and so is any cost of numbers only."""
    found = shapley_sampled(lambda members: np.sqrt(members.sum(axis=1)), range(9), samples=40, design="stratified")
    assert list(found.values()) == pytest.approx([1 / 3] * 9)
    assert max(found.errors) < 1e-12


def test_fixed_costs_are_taken_out() -> None:
    """A fixed cost a thousand times the rest adds nothing to the standard errors."""
    plain = ScaleGame.of(dict(enumerate(range(1, 21))), Power(5, 0.5))
    fixed = ScaleGame.of(dict(enumerate(range(1, 21))), Power(5, 0.5), fixed=20_000)
    one, other = (shapley_sampled(game, samples=200, seed=4) for game in (plain, fixed))
    assert other.errors == pytest.approx(one.errors, rel=1e-6)
    assert list(other.values()) == pytest.approx([float(part) + 1000 for part in one.values()])


def test_a_control_takes_out_what_is_known() -> None:
    """With a game much like it as control the standard errors fall by far, and the estimate stays right."""
    weights = dict(enumerate(range(1, 26)))
    game = ScaleGame.of(weights, lambda size: 5 * size**0.6 + math.sin(size / 100))
    control = ScaleGame.of(weights, Power(5, 0.6))
    plain, helped = (shapley_sampled(game, samples=400, control=known, seed=4) for known in (None, control))
    assert max(helped.errors) < max(plain.errors) / 5
    within_errors(helped, [float(part) for part in game.shapley_value()])


def test_controls_that_are_the_game_leave_nothing_to_estimate() -> None:
    """With itself as control a game's estimate is its value."""
    game = scale_game(12)
    found = shapley_sampled(game, samples=20, control=game, precision=1e-3)
    assert list(found.values()) == pytest.approx([float(part) for part in game.shapley_value()])
    assert max(found.errors) == 0


@pytest.mark.parametrize("design", DESIGNS)
def test_executors_and_workers_do_not_matter(design: str) -> None:
    """Here, in threads, and in one or two processes the result is the same to the last bit."""
    game = scale_game(24)
    sample = partial(shapley_sampled, game, samples=9000, design=design, seed=11)
    here = sample()
    with ThreadPoolExecutor(3) as threads:
        assert sample(executor=threads) == here
    for workers in (1, 2):
        with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as processes:
            found = sample(executor=processes)
        assert found == here
        assert (found.shares.numbers, found.errors) == (here.shares.numbers, here.errors)


def test_a_cluster_gives_the_same() -> None:
    """On a dask cluster of two worker processes the result is that of this process, with a stopping rule too."""
    distributed = pytest.importorskip("distributed")
    game = scale_game(24)
    sample = partial(shapley_sampled, game, samples=20_000, precision=300, seed=12)
    computed = ComputedGame.of(range(24), partial(np.sum, axis=1))
    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster,
        distributed.Client(cluster) as client,
    ):
        executor = client.get_executor()
        found = sample(executor=executor)
        counted = shapley_sampled(computed, samples=100, seed=1, executor=executor)
        executor.shutdown()
    here = sample()
    assert (found.shares.numbers, found.errors, found.samples) == (here.shares.numbers, here.errors, here.samples)
    assert found.stopped_by == "precision"
    assert list(counted.values()) == [1.0] * 24


def test_precision_ends_it() -> None:
    """It goes on until the largest standard error is small enough, or the orders are used up, and says which."""
    game = scale_game(20)
    found = shapley_sampled(game, precision=500, seed=3)
    assert found.stopped_by == "precision"
    assert max(found.errors) <= 500
    short = shapley_sampled(game, precision=1e-9, samples=101, seed=3)
    assert (short.stopped_by, short.samples) == ("samples", 100)
    assert max(short.errors) > 500


def test_the_seed_gives_the_same_again() -> None:
    """A result tells the seed that it came from, drawn or given, and another seed gives another result."""
    game = scale_game(10)
    found = shapley_sampled(game, samples=100)
    assert shapley_sampled(game, samples=100, seed=found.seed) == found
    assert shapley_sampled(game, samples=100, seed=found.seed + 1) != found


def test_progress_is_told() -> None:
    """After each task it is told how many orders are done, up to all of them, or of an open number."""
    told: list[tuple[int, int | None]] = []
    found = shapley_sampled(scale_game(20), samples=5001, seed=1, on_progress=lambda *each: told.append(each))
    assert [done for done, _ in told] == sorted({done for done, _ in told})
    assert told[-1] == (5000, 5000) == (found.samples, 5000)
    told.clear()
    shapley_sampled(scale_game(20), precision=5000, seed=1, on_progress=lambda *each: told.append(each))
    assert {total for _, total in told} == {None}


def test_an_error_in_a_task_ends_the_others() -> None:
    """What a worker or a progress function raises comes out as it is, and tasks that wait are cancelled."""
    waiting: list[Future[Any]] = []

    class Watched(ThreadPoolExecutor):
        def submit(self, *args: Any, **kwargs: Any) -> Future[Any]:
            waiting.append(super().submit(*args, **kwargs))
            return waiting[-1]

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    with Watched(1) as executor, pytest.raises(KeyboardInterrupt):
        shapley_sampled(scale_game(60), samples=10**5, executor=executor, on_progress=interrupt)
    assert any(future.cancelled() for future in waiting)


def test_any_game_can_be_sampled() -> None:
    """A game written out, one that computes many coalitions at once, and one that computes one give the same."""

    class Slow(CompactGame):
        players = tuple(range(8))

        def of_places(self, places: Any) -> float:
            return float(game.values[sum(1 << place for place in places)])

    game = random_game(8, 1)
    bits = 1 << np.arange(8)
    values = game.values
    found = shapley_sampled(game, samples=50, seed=1)
    assert dict(shapley_sampled(Slow(), samples=50, seed=1)) == dict(found)
    assert dict(shapley_sampled(lambda members: values[members @ bits], range(8), samples=50, seed=1)) == dict(found)


def test_results_are_values() -> None:
    """A result is a mapping that shows parts, errors and how it ended, and survives pickling."""
    found = shapley_sampled(scale_game(8), samples=40, seed=1)
    assert pickle.loads(pickle.dumps(found)) == found
    assert (len(found), list(found), found[3]) == (8, list(range(8)), found.shares[3])
    assert found.standard_errors[3] == found.errors[3]
    assert repr(found).startswith("SampledShares(0: ")
    assert repr(found).endswith(", …; 40 orders, stopped by samples)")
    assert " ± " in repr(found)
    assert "…" not in repr(shapley_sampled(scale_game(2), samples=4))


def drawn(members: NDArray[np.bool_]) -> Any:
    """Cost something else at each look, but for nobody."""
    return members.any(axis=1) * np.random.default_rng().uniform(1, 2, len(members))


GAME = scale_game(5)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: shapley_sampled(GAME), "nothing says when to stop"),
        (lambda: shapley_sampled(GAME, precision=0), "the precision is 0; .* above zero"),
        (lambda: shapley_sampled(GAME, precision=-1), "the precision is -1; .* above zero"),
        (lambda: shapley_sampled(GAME, precision=math.nan), "the precision is nan"),
        (lambda: shapley_sampled(GAME, precision=math.inf), "the precision is inf"),
        (lambda: shapley_sampled(GAME, precision="fine"), "the precision is 'fine'"),  # type: ignore[arg-type]
        (lambda: shapley_sampled(GAME, precision=True), "the precision is True"),
        (lambda: shapley_sampled(GAME, precision=[1]), r"the precision is \[1\]"),  # type: ignore[arg-type]
        (lambda: shapley_sampled(GAME, samples=3), "samples is 3; give a whole number of at least 4 orders"),
        (lambda: shapley_sampled(GAME, samples=19, design="stratified"), "at least 20 orders"),
        (lambda: shapley_sampled(GAME, samples=100.0), "samples is 100.0; give a whole"),  # type: ignore[arg-type]
        (lambda: shapley_sampled(GAME, samples=True), "samples is True; give a whole"),
        (lambda: shapley_sampled(GAME, samples=9, seed=-1), "the seed is -1; give a whole number from 0"),
        (lambda: shapley_sampled(GAME, samples=9, seed=0.5), "the seed is 0.5"),  # type: ignore[arg-type]
        (lambda: shapley_sampled(GAME, samples=9, executor=4), "4 is no executor"),  # type: ignore[arg-type]
        (lambda: shapley_sampled(GAME, samples=9, on_progress=4), "4 cannot be called"),  # type: ignore[arg-type]
        (lambda: shapley_sampled(GAME, samples=9, control=scale_game(4)), "is no game of the same players"),
        (lambda: shapley_sampled(GAME, samples=9, control=4), "4 is no game of the same players"),  # type: ignore[arg-type]
        (lambda: shapley_sampled(GAME, GAME.players, samples=9), "a game has its own players"),
        (lambda: shapley_sampled(len, samples=9), "<built-in function len> is no game; of a function say who"),
        (lambda: shapley_sampled(4, "ab", samples=9), "'ab' is no list of players"),  # type: ignore[arg-type]
        (lambda: shapley_sampled(4, [1, 2], samples=9), "4 is no game and no function"),  # type: ignore[arg-type]
        (lambda: shapley_sampled(len, [1, 2], samples=9), "for 2 coalitions the function gives 2; give one number"),
        (lambda: shapley_sampled(lambda rows: rows, [1, 2], samples=9), r"an array of bool of shape \(2, 2\)"),
        (lambda: shapley_sampled(partial(np.any, axis=1), [1, 2], samples=9), r"an array of bool of shape \(2,\)"),
        (lambda: shapley_sampled(lambda rows: 1 + rows.sum(axis=1), [1, 2], samples=9), "nobody costs 1; the empty"),
        (lambda: shapley_sampled(lambda rows: 0 / rows.sum(axis=1), [1, 2], samples=9), "nobody costs nan; a game"),
        (lambda: shapley_sampled(lambda rows: rows.sum(axis=1) * 1e301, [1], samples=9), r"1 costs 1e\+301; a game"),
    ],
)
def test_what_cannot_be_sampled_is_refused(make: Callable[[], object], message: str) -> None:
    """Each argument that is out of range, and each function that gives no numbers, is refused with its value."""
    with np.errstate(invalid="ignore"), pytest.raises(InvalidValueError, match=message):
        make()


def test_unknown_designs_are_named() -> None:
    """A design that there is not is refused with one that looks like it."""
    with pytest.raises(UnknownIdError, match="no design 'antitetic'; did you mean 'antithetic'"):
        shapley_sampled(GAME, samples=9, design="antitetic")


def test_functions_that_draw_numbers_are_found_out() -> None:
    """Where the whole is not the same at each look no estimate is given."""
    with pytest.raises(CertificateError, match="a function has to give the same for the same coalitions"):
        shapley_sampled(drawn, range(5), samples=50)


def test_computed_games_are_games() -> None:
    """A computed game answers for single coalitions, and written out it is what the function gives."""
    metres = np.array([3.0, 8.0, 5.0])
    game = ComputedGame.of(["x", "y", "z"], runway(metres))
    assert (game("x"), game("y+z"), game.whole, game(())) == (3.0, 8.0, 8.0, 0.0)
    assert game.enumerated().values.tolist() == [0, 3, 8, 8, 5, 5, 8, 8]
    assert dict(shapley(game)) == pytest.approx({"x": 1.0, "y": 5.0, "z": 2.0})
    with pytest.raises(ValueError, match="at most 2 are written out"):
        game.enumerated(limit=2)


def test_executors_are_asked_for_by_kind() -> None:
    """Any executor of the standard library's kind will do, whoever made it."""

    class Here(Executor):
        def submit(self, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
            future: Future[Any] = Future()
            future.set_result(function(*args, **kwargs))
            return future

    assert shapley_sampled(GAME, samples=8, seed=1, executor=Here()) == shapley_sampled(GAME, samples=8, seed=1)
