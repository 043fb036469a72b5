"""Simulations: right by closed forms, draw by draw, the same on every executor, and clear about what they refuse."""

import math
import pickle
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from decimal import Decimal
from fractions import Fraction
from functools import partial
from multiprocessing import get_context
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import truncnorm
from tests.scale.drawn import services

from familjen.errors import InvalidValueError, UnknownIdError
from familjen.scale import Assumption, Cooperating, Discounting, FixedVariable, Meetings, PowerCurve, ServiceCost
from familjen.scale.ends import uncertain_in
from familjen.scale.uncertainty import Simulation, simulate
from familjen.scale.uncertainty.drawing import drawn
from familjen.scale.uncertainty.limits import limits_of_case

RATE = Discounting(Assumption(Decimal("0.03"), low=Decimal("0.01"), high=Decimal("0.05")))
SERVICE = ServiceCost.of(
    {"Ale": 30_000, "Bjuv": 15_000, "Höör": 17_000},
    PowerCurve(Assumption(900, low=800, high=1_000), Assumption(-0.05, low=-0.12, high=0.02)),
    cooperating=Cooperating(
        per_member=Assumption(100_000, low=50_000, high=200_000, shape="uniform"),
        host_overhead=Assumption(0.02, low=0, high=0.04, shape="normal"),
        transition=2_000_000,
    ),
)


def fixed_between(least: float, most: float, cost: float, **given: Any) -> ServiceCost:
    """Make a service of two that saves one fixed cost, drawn evenly, and pays another."""
    curve = FixedVariable(Assumption((least + most) / 2, low=least, high=most, shape="uniform"), 0)
    return ServiceCost.of({"Ale": 3, "Bjuv": 1}, curve, cooperating=Cooperating(fixed=cost, **given))


def same(one: Simulation, other: Simulation) -> bool:
    """Tell whether two simulations have the same numbers to the last bit."""
    names = ("saving", "net", "savings", "nets")
    arrays = all(getattr(one, name).tobytes() == getattr(other, name).tobytes() for name in names)
    return arrays and (one.seed, one.anew, one.shares) == (other.seed, other.anew, other.shares)


@given(st.floats(0.05, 0.95), st.integers(0, 2**32), st.integers(1, 30))
@settings(max_examples=30, deadline=None)
def test_chances_of_an_even_saving_are_what_is_left_of_it(share: float, seed: int, horizon: int) -> None:
    """Where a saving is even from 0 to 1,000 and its price a share of that, the chance is the rest, within 5 errors."""
    found = simulate(fixed_between(0, 1_000, round(1_000 * share, 3)), samples=4_000, seed=seed, horizon=horizon)
    assert abs(found.chance() - (1 - share)) <= 5 * found.standard_error(1 - share)
    assert found.chance(yearly=True) == found.chance()


def test_quantiles_and_means_are_those_of_the_distribution() -> None:
    """Of an even saving from −300 to 700 quantiles, mean and error are by closed form, for all and for each party."""
    found = simulate(fixed_between(0, 1_000, 300), samples=200_000, seed=1, horizon=4)
    assert found.quantiles([0.05, 0.5, 0.95], yearly=True) == pytest.approx([-250, 200, 650], abs=5)
    assert found.quantiles([0.25]) == pytest.approx([4 * -50], abs=20)
    mean, error = found.mean(yearly=True)
    assert error == pytest.approx(1_000 / math.sqrt(12 * 200_000), rel=0.01)
    assert abs(mean - 200) < 5 * error
    # Ale pays three quarters of all: of a fixed cost F it saves F − 3/4 (F + 300)
    assert found.quantiles([0, 1], party="Ale", yearly=True) == pytest.approx([-225, 25], abs=1)
    assert found.chance("Ale") == pytest.approx(0.1, abs=0.005)
    assert found.chance_of_everyone == found.chance("Ale")


def test_paying_back_counts_what_starting_costs() -> None:
    """A start that costs two years' worth of the middle saving is paid back in two years by half of the draws."""
    found = simulate(fixed_between(0, 1_000, 0, transition=1_000), samples=50_000, seed=3, horizon=2)
    assert found.chance() == pytest.approx(0.5, abs=0.02)
    assert found.chance(yearly=True) == found.yearly_chance_of_everyone == 1


def test_shapes_are_drawn_as_they_are_told() -> None:
    """Of a normal price low and high are the 5 and 95 per cent quantiles; of a triangular one the mean is a third."""
    price = Assumption(400, low=300, high=500, shape="normal")
    service = ServiceCost.of({"Ale": 1, "Bjuv": 1}, FixedVariable(1_000, 0), cooperating=Cooperating(fixed=price))
    found = simulate(service, samples=100_000, seed=4)
    assert found.quantiles(yearly=True) == pytest.approx([500, 600, 700], abs=3)
    sided = ServiceCost.of({"Ale": 1, "Bjuv": 1}, FixedVariable(Assumption(100, low=100, high=700), 0))
    mean, error = simulate(sided, samples=100_000, seed=4).mean(yearly=True)
    assert abs(mean - 300) < 5 * error


def test_what_may_not_be_is_drawn_anew_and_told() -> None:
    """A bell curve whose low end is its limit is cut there: the mean is that of the cut one, and the share is told."""
    over = Assumption(0.1, low=0, high=0.2, shape="normal")
    service = ServiceCost.of({"Ale": 1, "Bjuv": 1}, FixedVariable(0, 500), cooperating=Cooperating(host_overhead=over))
    found = simulate(service, samples=100_000, seed=5)
    assert found.saving.max() <= 0
    spread = 0.1 / 1.6448536269514722
    mean, error = found.mean(yearly=True)
    assert abs(mean + 1_000 * truncnorm.mean(-0.1 / spread, np.inf, 0.1, spread)) < 5 * error
    assert found.anew_share == pytest.approx(0.05, abs=0.003)
    assert f"{found.anew:,} numbers" in found.explain()
    assert simulate(fixed_between(0, 9, 1), samples=9).anew == 0


@given(services(least=1, most=4), st.integers(0, 2**32), st.integers(1, 12))
@settings(max_examples=30, deadline=None)
def test_each_draw_is_what_its_numbers_give(service: ServiceCost, seed: int, horizon: int) -> None:
    """Of whatever service, each draw is that of the service with those numbers, reckoned alone."""
    found = simulate(service, samples=3, seed=seed, discounting=RATE, horizon=horizon)
    rng = np.random.default_rng(np.random.SeedSequence(seed).spawn(1)[0])
    numbers, _ = drawn(uncertain_in(service, RATE), limits_of_case(service, RATE), rng, 3)
    for place in range(3):
        own = {name: Decimal(repr(float(each[place]))) for name, each in numbers.items()}
        rate = own.pop("discounting.rate")
        fixed = service.with_numbers(own)
        alone = [fixed.cost([party]) for party in service.parties]
        whole = fixed.cost(service.parties)
        once = float(fixed.once(fixed.group(service.parties)[None, :])[0])
        worth = sum(float(1 + rate) ** -year for year in range(1, horizon + 1))
        near = {"rel": 1e-9, "abs": 2e-9 * (sum(alone) * worth + once)}
        assert found.saving[place] == pytest.approx(sum(alone) - whole, **near)
        assert found.net[place] == pytest.approx((sum(alone) - whole) * worth - once, **near)
        parts = [cost - whole * share for cost, share in zip(alone, found.shares, strict=True)]
        assert found.savings[place] == pytest.approx(parts, **near)
        nets = [part * worth - once * share for part, share in zip(parts, found.shares, strict=True)]
        assert found.nets[place] == pytest.approx(nets, **near)


@given(services(least=2, most=5), st.integers(0, 2**32))
@settings(max_examples=30, deadline=None)
def test_what_the_parties_save_sums_to_what_all_save(service: ServiceCost, seed: int) -> None:
    """In each draw the parties' savings and nets come to those of all, to a krona and seven figures."""
    found = simulate(service, samples=50, seed=seed, discounting=RATE)
    for each, whole in ((found.savings, found.saving), (found.nets, found.net)):
        assert (np.abs(each.sum(axis=1) - whole) <= 1 + 1e-7 * np.abs(each).sum(axis=1)).all()


@given(st.lists(st.integers(1, 10**7), min_size=2, max_size=6), st.integers(0, 2**32))
@settings(max_examples=30, deadline=None)
def test_nothing_saved_is_nothing_lost(paid: list[int], seed: int) -> None:
    """Where size saves nothing, all together lose nothing in every draw: the rounding of floats is no loss."""
    names = "ABCDEF"[: len(paid)]
    sizes = dict(zip(names, range(11, 99, 13), strict=False))
    alone = {
        name: Assumption(cost, low=Decimal(cost) / 3, high=3 * cost) for name, cost in zip(names, paid, strict=True)
    }
    found = simulate(ServiceCost.of(sizes, alone=alone), samples=200, seed=seed)
    assert found.chance() == found.chance(yearly=True) == 1
    assert not found.net.any()
    curve = PowerCurve(Assumption(700, low=300, high=900))
    assert simulate(ServiceCost.of(sizes, curve), samples=200, seed=seed).chance_of_everyone == 1


def test_executors_and_workers_do_not_matter() -> None:
    """Here, in threads, and in one or two processes the numbers are the same to the last bit."""
    reckon = partial(simulate, SERVICE, samples=40_000, seed=11, discounting=RATE)
    here = reckon()
    with ThreadPoolExecutor(3) as threads:
        assert same(reckon(executor=threads), here)
    for workers in (1, 2):
        with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as processes:
            assert same(reckon(executor=processes), here)


def test_a_cluster_gives_the_same() -> None:
    """On a dask cluster of two worker processes the numbers are those of this process."""
    distributed = pytest.importorskip("distributed")
    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster,
        distributed.Client(cluster) as client,
    ):
        found = simulate(SERVICE, samples=40_000, seed=12, executor=client.get_executor())
    assert same(found, simulate(SERVICE, samples=40_000, seed=12))


@given(st.integers(2, 60), st.integers(0, 2**64), st.integers(1, 9))
@settings(max_examples=30, deadline=None)
def test_a_seed_gives_the_same_again(samples: int, seed: int, horizon: int) -> None:
    """The seed on the result gives the same numbers, and another one gives others."""
    first = simulate(SERVICE, samples=samples, seed=seed, horizon=horizon)
    assert first.seed == seed
    assert same(simulate(SERVICE, samples=samples, seed=first.seed, horizon=horizon), first)
    assert not same(simulate(SERVICE, samples=samples, seed=seed + 1, horizon=horizon), first)


def test_a_seed_is_drawn_where_none_is_given() -> None:
    """Without a seed each simulation has a new one, and tells it."""
    first, second = (simulate(SERVICE, samples=5) for _ in range(2))
    assert first.seed != second.seed
    assert same(simulate(SERVICE, samples=5, seed=first.seed), first)


def test_more_draws_begin_with_the_same_tasks() -> None:
    """Of more draws the first tasks are those of fewer, so that draws added do not change those there are."""
    few, many = (simulate(SERVICE, samples=samples, seed=6) for samples in (16_384, 20_000))
    assert (many.nets[:16_384] == few.nets).all()


def test_progress_is_told_after_each_task() -> None:
    """Progress goes up to the number of draws, the same on every executor."""
    told: list[tuple[int, int]] = []
    simulate(SERVICE, samples=40_000, seed=1, on_progress=lambda done, of: told.append((done, of)))
    assert told == [(16_384, 40_000), (32_768, 40_000), (40_000, 40_000)]


def test_what_an_executor_raises_comes_through() -> None:
    """An error in a task ends the simulation, and tasks that wait are cancelled."""
    submitted: list[Future[Any]] = []

    class Failing(Executor):
        def submit(self, _: Callable[..., Any], /, *__: Any, **___: Any) -> Future[Any]:
            submitted.append(Future())
            if len(submitted) == 1:
                submitted[0].set_exception(OSError("no disk"))
            return submitted[-1]

    with pytest.raises(OSError, match="no disk"):
        simulate(SERVICE, samples=16_384 * 40, seed=1, executor=Failing())
    assert 1 < len(submitted) < 40
    assert all(future.cancelled() for future in submitted[1:])


@pytest.mark.parametrize(
    "shares",
    [
        {"Ale": 0.5, "Bjuv": 0.3, "Höör": 0.2},
        {"Höör": Decimal("0.2"), "Ale": Decimal("0.5"), "Bjuv": Decimal("0.3")},
        {"Ale": Fraction(1, 2), "Bjuv": Fraction(3, 10), "Höör": Fraction(1, 5)},
    ],
    ids=["floats", "decimals", "fractions"],
)
def test_shares_split_what_all_pay(shares: dict[str, Any]) -> None:
    """What a party saves falls with its share, whatever number it is written as, and all save the same."""
    found, other = simulate(SERVICE, samples=100, seed=1, shares=shares), simulate(SERVICE, samples=100, seed=1)
    assert found.shares == (0.5, 0.3, 0.2)
    assert (found.net == other.net).all()
    assert other.shares == pytest.approx((30 / 62, 15 / 62, 17 / 62))
    cost = SERVICE.of_parties(["Ale"])
    assert cost.parties == ("Ale",)
    assert (found.savings[:, 0] < other.savings[:, 0]).all()


def test_shares_may_be_below_zero() -> None:
    """Who is paid to take part has a share below zero, and gains in every draw."""
    found = simulate(SERVICE, samples=100, seed=1, shares={"Ale": 1.2, "Bjuv": -0.2, "Höör": 0})
    assert found.chance("Bjuv") == 1
    assert found.chance("Ale") == 0


def test_the_discount_rate_alone_is_enough_to_draw() -> None:
    """With nothing else uncertain the saving is the same in each draw, and the net follows the rate."""
    service = ServiceCost.of({"Ale": 1, "Bjuv": 1}, FixedVariable(100, 0))
    found = simulate(service, samples=500, seed=1, discounting=RATE, horizon=3)
    assert set(found.saving.tolist()) == {100.0}
    ends = [sum(100 / (1 + rate) ** year for year in (1, 2, 3)) for rate in (0.05, 0.01)]
    assert ends[0] <= found.net.min() < found.net.max() <= ends[1]
    assert list(found.uncertain) == ["discounting.rate"]


@pytest.mark.parametrize(
    ("given_", "reason", "attribute"),
    [
        ({"samples": 1}, r"1 is no number of draws; give a whole number of at least 2", "samples"),
        ({"samples": 0}, r"0 is no number of draws", "samples"),
        ({"samples": -5}, r"-5 is no number of draws", "samples"),
        ({"samples": 1e4}, r"10000\.0 is no number of draws", "samples"),
        ({"samples": True}, r"True is no number of draws", "samples"),
        ({"samples": "many"}, r"'many' is no number of draws", "samples"),
        ({"samples": float("nan")}, r"nan is no number of draws", "samples"),
        ({"samples": 10**9}, r"1,000,000,000 draws fill more than 8 GiB; give at most 134,217,728", "samples"),
        ({"seed": -1}, r"-1 is no seed; give a whole number of zero or more", "seed"),
        ({"seed": 1.5}, r"1\.5 is no seed", "seed"),
        ({"seed": True}, r"True is no seed", "seed"),
        ({"seed": "x"}, r"'x' is no seed", "seed"),
        ({"shares": 3}, r"3 gives no share", "shares"),
        ({"shares": {}}, r"there is no share of 'Ale'", "shares"),
        ({"shares": {"Ale": 0.5, "Bjuv": 0.5}}, r"there is no share of 'Höör'", "shares"),
        ({"shares": {"Ale": 0.5, "Bjuv": 0.5, "Höör": 0.5}}, r"the shares sum to 1\.5; give shares that sum", "shares"),
        ({"shares": {"Ale": 0.5, "Bjuv": 0.5, "Höör": float("nan")}}, r"the share of Höör is NaN", "shares"),
        ({"shares": {"Ale": 0.5, "Bjuv": 0.5, "Höör": math.inf}}, r"the share of Höör is Infinity", "shares"),
        ({"shares": {"Ale": True, "Bjuv": 0, "Höör": 0}}, r"the share of Ale is True, which is no number", "shares"),
        ({"shares": {"Ale": "1", "Bjuv": 0, "Höör": 0}}, r"the share of Ale is '1', which is no number", "shares"),
        ({"discounting": 0.03}, r"0\.03 is no Discounting", "discounting"),
        ({"horizon": 0}, r"0 is no number of years", "years"),
        ({"horizon": True}, r"True is no number of years", "years"),
        ({"executor": 2}, r"2 is no executor", "executor"),
        ({"on_progress": 2}, r"2 cannot be called", "on_progress"),
    ],
    ids=str,
)
def test_what_cannot_be_is_refused(given_: dict[str, Any], reason: str, attribute: str) -> None:
    """Each argument that cannot be is named, with what to give instead."""
    with pytest.raises(InvalidValueError, match=reason) as error:
        simulate(SERVICE, **{"samples": 10, **given_})
    assert error.value.attribute == attribute


def test_who_is_no_party_has_no_share() -> None:
    """A share for somebody else is refused with who there is."""
    with pytest.raises(UnknownIdError, match="Bjuv"):
        simulate(SERVICE, samples=9, shares={"Ale": 0.5, "Bjuf": 0.2, "Bjuv": 0.1, "Höör": 0.2})


def test_nothing_uncertain_is_nothing_to_draw() -> None:
    """Without a range there is no simulation, and neither of what is no service."""
    with pytest.raises(InvalidValueError, match="no assumption has a range, so that there is nothing to draw"):
        simulate(ServiceCost.of({"Ale": 1, "Bjuv": 1}, FixedVariable(100, 0)))
    broken: Any = "service"
    with pytest.raises(InvalidValueError, match="'service' is no ServiceCost"):
        simulate(broken)


def test_draws_that_cannot_be_reckoned_are_told() -> None:
    """A rate so near −100 % that a krona is worth more than 10^308 is an error, and no infinity in the result."""
    low = Discounting(Assumption(Decimal("-0.9999"), low=Decimal("-0.99999"), high=0))
    with pytest.raises(InvalidValueError, match=r"worth more than 10\^308"):
        simulate(SERVICE, samples=2_000, seed=1, discounting=low, horizon=100)


def test_one_party_alone_saves_nothing() -> None:
    """One party pays the same alone and together, in every draw."""
    found = simulate(SERVICE.of_parties(["Höör"]), samples=50, seed=1)
    assert not found.nets.any()
    assert found.shares == (1.0,)


def test_simulations_travel() -> None:
    """A simulation survives pickling with every number."""
    found = simulate(SERVICE, samples=50, seed=1)
    assert same(pickle.loads(pickle.dumps(found)), found)


def test_meetings_are_drawn_each_by_its_own() -> None:
    """Two meetings with the same numbers are drawn apart: the spread of their sum is that of independent ones."""
    drawn_apart = tuple(Meetings(Assumption(10, low=0, high=20, shape="uniform"), hours=1, rate=1) for _ in range(2))
    service = ServiceCost.of({"Ale": 1, "Bjuv": 1}, FixedVariable(0, 9), cooperating=Cooperating(meetings=drawn_apart))
    found = simulate(service, samples=50_000, seed=2)
    assert found.saving.std() == pytest.approx(math.sqrt(2) * 2 * 20 / math.sqrt(12), rel=0.02)
