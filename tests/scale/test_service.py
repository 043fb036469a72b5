"""What a service costs for any group: by hand, by its parts, and whatever is given."""

import itertools
import math
import pickle
from decimal import Decimal
from typing import Any

import attrs
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.scale.drawn import cooperation, curves, services

from familjen.errors import InvalidValueError, UnknownIdError
from familjen.scale import (
    Assumption,
    Cooperating,
    CostPool,
    Distance,
    FixedVariable,
    Harmonisation,
    PowerCurve,
    ServiceCost,
)

SIZES = {"Ale": 9_000, "Bjuv": 15_000, "Klippan": 17_000}
SERVICE = ServiceCost.of(SIZES, PowerCurve(1_000, -0.1), cooperating=Cooperating(per_member=1_000))


def groups_of(service: ServiceCost) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """Give every group, the empty one first."""
    return np.array(list(itertools.product([False, True], repeat=len(service.parties))))


@given(services())
@settings(max_examples=30, deadline=None)
def test_a_group_of_one_pays_nothing_for_cooperating(service: ServiceCost) -> None:
    """Whoever does it alone pays the same whatever cooperating costs, and nothing to start."""
    alone = np.eye(len(service.parties), dtype=np.bool_)
    free = attrs.evolve(service, cooperating=Cooperating())
    assert service.many(alone).tolist() == free.many(alone).tolist()
    assert not service.once(alone).any()


@given(services())
@settings(max_examples=30, deadline=None)
def test_nobody_costs_nothing(service: ServiceCost) -> None:
    """The group of no members costs nothing, a year or to start, and others cost what they cost beside it."""
    every = groups_of(service)
    assert service.many(every)[0] == 0
    assert service.once(every)[0] == 0
    assert service.many(every)[1:].tolist() == pytest.approx(service.many(every[1:]).tolist(), rel=1e-12)
    assert service.cost([]) == 0


@given(st.lists(st.tuples(st.integers(1, 10**6), st.integers(0, 10**9)), min_size=1, max_size=5))
@settings(max_examples=30, deadline=None)
def test_without_a_curve_nothing_is_saved(rows: list[tuple[int, int]]) -> None:
    """Every group pays what its members pay today."""
    names = [f"P{place}" for place in range(len(rows))]
    sizes = {name: size for name, (size, _) in zip(names, rows, strict=True)}
    paid = {name: cost for name, (_, cost) in zip(names, rows, strict=True)}
    service = ServiceCost.of(sizes, alone=paid)
    for chosen in groups_of(service):
        members = [name for name, there in zip(names, chosen, strict=True) if there]
        assert service.cost(members) == pytest.approx(sum(paid[name] for name in members), rel=1e-12)


@given(curves(), st.lists(st.integers(1, 10**7), min_size=3, max_size=3))
@settings(max_examples=30, deadline=None)
def test_what_is_paid_today_changes_as_the_curve_does(curve: Any, paid: list[int]) -> None:
    """A group costs what its members pay, times the curve of the group by the sum of its members' curves."""
    service = ServiceCost.of(SIZES, curve, alone=dict(zip(SIZES, paid, strict=True)))
    ratio = curve.total(sum(SIZES.values())) / sum(curve.total(size) for size in SIZES.values())
    assert service.cost(SIZES) == pytest.approx(sum(paid) * ratio, rel=1e-9)
    assert [service.cost([name]) for name in SIZES] == pytest.approx(paid, rel=1e-9)


@given(st.integers(0, 10**7), st.integers(0, 900), cooperation(), st.integers(2, 6))
@settings(max_examples=30, deadline=None)
def test_k_parties_save_the_fixed_cost_of_all_but_one(
    fixed: int, variable: int, cooperating: Cooperating, number: int
) -> None:
    """With fixed and variable cost k parties save (k − 1) times the fixed cost, less what cooperating costs."""
    sizes = {f"P{place}": 1_000 + place for place in range(number)}
    service = ServiceCost.of(sizes, FixedVariable(fixed, variable), cooperating=cooperating)
    saved = sum(service.cost([name]) for name in sizes) - service.cost(sizes)
    whole = np.array([float(fixed + variable * sum(sizes.values()))])
    own = float(cooperating.yearly(np.array([float(number)]), whole)[0])
    assert saved == pytest.approx((number - 1) * fixed - own, rel=1e-9, abs=1e-3)


@given(st.integers(-9, 9), st.lists(st.integers(1, 10**6), min_size=2, max_size=6))
@settings(max_examples=30, deadline=None)
def test_a_power_curve_saves_by_its_formula(tenths: int, numbers: list[int]) -> None:
    """With C = a·N^(1 + b) the saving is the share 1 − (ΣN)^(1 + b) / ΣN^(1 + b)."""
    power = 1 + tenths / 10
    sizes = {f"P{place}": size for place, size in enumerate(numbers)}
    service = ServiceCost.of(sizes, PowerCurve(7, Decimal(tenths) / 10))
    apart = math.fsum(service.cost([name]) for name in sizes)
    expected = 1 - sum(numbers) ** power / math.fsum(size**power for size in numbers)
    assert 1 - service.cost(sizes) / apart == pytest.approx(expected, rel=1e-9, abs=1e-9)


def test_every_part_adds_up_by_hand() -> None:
    """Curve, harmonisation, distance, overhead and fees add up to the sum done by hand."""
    service = ServiceCost.of(
        {"Ale": 100, "Bjuv": 300},
        FixedVariable(1_000, 10),
        distance=Distance.of({("Ale", "Bjuv"): 20}, 2),
        harmonisation=Harmonisation(0.5, levels=(Decimal(40), Decimal(20))),
        cooperating=Cooperating(fixed=7, per_pair=5, host_overhead=0.1),
    )
    levelled = (1_000 + 10 * 400) * (1 + 0.5 * (40 / 25 - 1))
    way = 2 * 100 * 20  # Ale's hundred travel to Bjuv
    assert service.cost(["Ale"]) == 2_000
    assert service.cost(["Ale", "Bjuv"]) == pytest.approx((levelled + way) * 1.1 + 7 + 5, rel=1e-12)


@given(services(), st.randoms(use_true_random=False))
@settings(max_examples=30, deadline=None)
def test_the_order_of_the_parties_does_not_matter(service: ServiceCost, random: Any) -> None:
    """Parties in another order cost the same, group by group."""
    order = list(service.parties)
    random.shuffle(order)
    places = [service.parties.index(name) for name in order]

    def moved(values: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple([values[place] for place in places])

    pools = tuple(
        [
            attrs.evolve(
                pool,
                sizes=moved(pool.sizes),
                density=pool.density and attrs.evolve(pool.density, areas=moved(pool.density.areas)),
            )
            for pool in service.pools
        ]
    )
    level = service.harmonisation
    other = attrs.evolve(
        service,
        parties=tuple(order),
        pools=pools,
        alone=service.alone and moved(service.alone),
        harmonisation=level and attrs.evolve(level, levels=moved(level.levels)),
    )
    for chosen in groups_of(service):
        members = [name for name, there in zip(service.parties, chosen, strict=True) if there]
        assert other.cost(members) == pytest.approx(service.cost(members), rel=1e-9)


@given(services(), st.data())
@settings(max_examples=30, deadline=None)
def test_numbers_given_are_numbers_replaced(service: ServiceCost, data: st.DataObject) -> None:
    """What `many` and `once` give for given numbers is what the service with those numbers gives, row by row."""
    names = data.draw(st.lists(st.sampled_from(sorted(service.assumptions)), min_size=1, max_size=5, unique=True))
    sets = [{name: data.draw(st.sampled_from(_ends(service, name))) for name in names} for _ in range(2)]
    told = {name: np.array([float(numbers[name]) for numbers in sets]) for name in names}
    every = groups_of(service)
    assert service.many(every, told).shape == service.once(every, told).shape == (2, len(every))
    for place, numbers in enumerate(sets):
        other = service.with_numbers(numbers)
        assert service.many(every, told)[place] == pytest.approx(other.many(every), rel=1e-9)
        assert service.once(every, told)[place] == pytest.approx(other.once(every), rel=1e-9)


def _ends(service: ServiceCost, name: str) -> list[Decimal]:
    each = service.assumptions[name]
    return [each.least, each.base, each.most]


@given(services())
@settings(max_examples=30, deadline=None)
def test_each_assumption_can_be_given_and_replaced(service: ServiceCost) -> None:
    """Every name among the assumptions is one that can be given, and is certain once it is replaced."""
    every = np.ones((1, len(service.parties)), dtype=np.bool_)
    for name, each in service.assumptions.items():
        assert service.many(every, {name: np.array([float(each.base)])}) == pytest.approx(
            service.many(every)[None, :], rel=1e-12
        )
        fixed = service.with_numbers({name: each.most}).assumptions
        assert (fixed[name].base, fixed[name].is_certain) == (each.most, True)
        assert {other: fixed[other] for other in fixed if other != name} == {
            other: kept for other, kept in service.assumptions.items() if other != name
        }


@given(services())
@settings(max_examples=30, deadline=None)
def test_nothing_uncertain_goes_without_a_name(service: ServiceCost) -> None:
    """Every assumption that stands anywhere in the service is among its assumptions."""
    found: list[Assumption] = []

    def gather(value: Any) -> None:
        if isinstance(value, Assumption):
            found.append(value)
        elif isinstance(value, tuple):
            for item in value:
                gather(item)
        elif attrs.has(type(value)):
            for field in attrs.fields(type(value)):
                gather(getattr(value, field.name))

    gather(service)
    assert len(found) == len(service.assumptions)
    assert sorted(map(str, found)) == sorted(map(str, service.assumptions.values()))


@given(services(least=2), st.data())
@settings(max_examples=30, deadline=None)
def test_fewer_parties_cost_what_they_did_as_a_group(service: ServiceCost, data: st.DataObject) -> None:
    """The service of some of the parties costs what it costs as that group of all."""
    members = data.draw(st.lists(st.sampled_from(service.parties), min_size=1, unique=True))
    fewer = service.of_parties(members)
    assert fewer.parties == tuple([name for name in service.parties if name in members])
    assert fewer.cost(members) == pytest.approx(service.cost(members), rel=1e-9)


@given(services())
@settings(max_examples=30, deadline=None)
def test_a_service_survives_pickling(service: ServiceCost) -> None:
    """A service read back from a pickle is equal, hashes alike and costs the same."""
    back = pickle.loads(pickle.dumps(service))
    assert back == service
    assert hash(back) == hash(service)
    assert back.cost(service.parties) == service.cost(service.parties)


@pytest.mark.parametrize(
    ("size", "reason"),
    [
        (0, r"sizes: the size of Ale is 0; sizes are above zero"),
        (-1, r"sizes: the size of Ale is -1; sizes are above zero"),
        (float("nan"), r"the size of Ale is NaN, which is not a finite number"),
        (float("inf"), r"the size of Ale is Infinity, which is not a finite number"),
        (True, r"the size of Ale is True, which is no number"),
        ("12", r"the size of Ale is '12', which is no number"),
        (None, r"the size of Ale is None, which is no number"),
        (Decimal("1e999"), r"goes beyond 60 digits"),
    ],
    ids=["zero", "negative", "nan", "infinite", "bool", "text", "none", "endless"],
)
def test_a_size_that_is_none_is_refused(size: Any, reason: str) -> None:
    """A size is a finite number above zero, and the sentence names the party."""
    with pytest.raises(InvalidValueError, match=reason):
        ServiceCost.of({"Ale": size, "Bjuv": 1}, PowerCurve(1))


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ({"sizes": {}, "curve": PowerCurve(1)}, r"sizes: \{\} gives no size; give \{party: size\}"),
        ({"sizes": [1, 2], "curve": PowerCurve(1)}, r"sizes: \[1, 2\] gives no size"),
        ({"sizes": {3: 1}, "curve": PowerCurve(1)}, r"parties: item 0: 3 is not text"),
        ({"sizes": {" ": 1}, "curve": PowerCurve(1)}, r"is blank"),
        ({"sizes": {"Ale": 1}}, r"curve: nothing says what the service costs"),
        ({"sizes": {"Ale": 1}, "curve": 5}, r"5 is not a CostCurve"),
        ({"sizes": {"Ale": 1}, "alone": 5}, r"alone: 5 gives no cost today"),
        ({"sizes": {"Ale": 1, "Bjuv": 1}, "alone": {"Ale": 1}}, r"alone: there is no cost today of 'Bjuv'"),
        ({"sizes": {"Ale": 1}, "alone": {"Ale": "1"}}, r"alone: item 0: it is '1', which is no number"),
        ({"sizes": {"Ale": 1}, "alone": {"Ale": -1}}, r"-1 is outside what it may be: at least 0"),
        ({"sizes": {"Ale": 1}, "curve": PowerCurve(1), "cooperating": 5}, r"5 is not a Cooperating"),
        ({"sizes": {"Ale": 1}, "curve": PowerCurve(1), "harmonisation": 5}, r"5 is not a Harmonisation"),
        ({"sizes": {"Ale": 1}, "curve": PowerCurve(1), "distance": "5"}, r"'5', which is no number"),
    ],
    ids=[
        "empty",
        "list",
        "number for name",
        "blank name",
        "nothing known",
        "no curve",
        "alone number",
        "alone missing",
        "alone text",
        "alone negative",
        "no cooperating",
        "no harmonisation",
        "no distance",
    ],
)
def test_arguments_that_are_none_are_refused(arguments: dict[str, Any], reason: str) -> None:
    """What is no part of a service is refused with what it is."""
    with pytest.raises(InvalidValueError, match=reason):
        ServiceCost.of(**arguments)


def test_a_stranger_is_named() -> None:
    """Somebody who pays but has no size, or is no party, is named."""
    with pytest.raises(UnknownIdError, match=r"no party with a size 'Blekinge'"):
        ServiceCost.of({"Ale": 1}, alone={"Ale": 1, "Blekinge": 2})
    with pytest.raises(UnknownIdError, match=r"no party 'Bjuw'; did you mean 'Bjuv'\?"):
        SERVICE.cost(["Bjuw"])
    with pytest.raises(UnknownIdError, match=r"no municipality 'Nowhere'"):
        ServiceCost.of({"Nowhere": 1}, PowerCurve(1), distance=1)


@pytest.mark.parametrize(
    ("members", "reason"),
    [
        ("Ale", r"members: 'Ale' is one name; give a list of names"),
        (None, r"members: None holds no names"),
        (["Ale", "Bjuv", "Ale"], r"members: 'Ale' stands twice in the group"),
    ],
    ids=["text", "none", "doubled"],
)
def test_a_group_that_is_none_is_refused(members: Any, reason: str) -> None:
    """A group is a list of different parties."""
    with pytest.raises(InvalidValueError, match=reason):
        SERVICE.cost(members)


@pytest.mark.parametrize(
    "members",
    [
        np.ones(3, dtype=np.bool_),
        np.ones((1, 2), dtype=np.bool_),
        np.ones((1, 3)),
        np.array([[0, 1, 2]]),
        [["Ale"]],
    ],
    ids=["one row", "too few", "floats", "counts", "names"],
)
def test_rows_that_are_none_are_refused(members: Any) -> None:
    """Groups are rows of bools, one for each party."""
    for call in (SERVICE.many, SERVICE.once):
        with pytest.raises(InvalidValueError, match=r"members: groups of shape .* are no rows of 3 truth values"):
            call(members)


@pytest.mark.parametrize(
    ("numbers", "reason"),
    [
        ({"curve.elasticity": 0.1}, r"given: the numbers for curve\.elasticity are 0\.1; give an array"),
        ({"curve.elasticity": np.array([np.nan])}, r"give an array of k finite numbers"),
        ({"curve.elasticity": np.array([np.inf])}, r"give an array of k finite numbers"),
        ({"curve.elasticity": np.array(["1"])}, r"give an array of k finite numbers"),
        ({"curve.elasticity": np.array([True])}, r"give an array of k finite numbers"),
        (
            {"curve.elasticity": np.zeros(2), "curve.coefficient": np.ones(3)},
            r"given: there are 2 for curve\.elasticity, 3 for curve\.coefficient",
        ),
    ],
    ids=["scalar", "nan", "infinite", "text", "bool", "lengths"],
)
def test_given_numbers_that_are_none_are_refused(numbers: Any, reason: str) -> None:
    """Numbers for assumptions are rows of one length, finite."""
    for call in (SERVICE.many, SERVICE.once):
        with pytest.raises(InvalidValueError, match=reason):
            call(np.ones((1, 3), dtype=np.bool_), numbers)


def test_an_unknown_assumption_is_refused() -> None:
    """A name that is no assumption's is refused, with the one that was meant."""
    with pytest.raises(UnknownIdError, match=r"no assumption 'curve\.elasticty'; did you mean 'curve\.elasticity'\?"):
        SERVICE.many(np.ones((1, 3), dtype=np.bool_), {"curve.elasticty": np.zeros(1)})
    with pytest.raises(UnknownIdError, match=r"no assumption 'fixed'"):
        SERVICE.with_numbers({"fixed": Decimal(1)})
    with pytest.raises(InvalidValueError, match=r"3 is outside what it may be"):
        SERVICE.with_numbers({"curve.elasticity": Decimal(3)})


def test_pools_have_names_of_their_own() -> None:
    """No pool is called as another, as an assumption beside the pools, or with a point in its name."""

    def pool(name: str) -> CostPool:
        return CostPool(name, FixedVariable(1, 1), (Decimal(1),))

    for names in (("a", "a"), ("a.b",), ("cooperating",), ("discounting",), ("alone",)):
        with pytest.raises(InvalidValueError, match=r"ServiceCost\.pools: the pools are called"):
            ServiceCost(("Ale",), pools=tuple(map(pool, names)))
    with pytest.raises(InvalidValueError, match=r"there is no pool; give at least one"):
        ServiceCost(("Ale",), pools=())
    with pytest.raises(InvalidValueError, match=r"pool a has 1 numbers for 2 parties"):
        ServiceCost(("Ale", "Bjuv"), pools=(pool("a"),))
    with pytest.raises(InvalidValueError, match=r"'Ale' stands there twice"):
        ServiceCost(("Ale", "Ale"), pools=(pool("a"),))


def test_costs_beyond_floats_and_curves_of_zero_are_refused() -> None:
    """A cost beyond 10^308 is refused, and so is a curve of zero where only its change counts."""
    steep = ServiceCost.of({"Ale": Decimal("1e60")}, PowerCurve(Decimal("1e60"), 1, reference=Decimal("1e-60")))
    steep = steep.with_numbers({"curve.coefficient": Decimal("9e60")})
    assert steep.cost(["Ale"]) == pytest.approx(9e300)
    with pytest.raises(InvalidValueError, match=r"a cost goes beyond 10\^308"):
        steep.many(np.ones((1, 1), dtype=np.bool_), {"curve.coefficient": np.array([1e300])})
    free = ServiceCost.of({"Ale": 1, "Bjuv": 1}, FixedVariable(0, 0), alone={"Ale": 1, "Bjuv": 1})
    with pytest.raises(InvalidValueError, match=r"alone: the curves say that a group costs nothing"):
        free.cost(["Ale"])


def test_it_says_shortly_what_it_is() -> None:
    """The representation counts the parties and names the curves, and sizes are as given."""
    assert repr(SERVICE) == "<ServiceCost: 3 parties, PowerCurve>"
    assert SERVICE.sizes == {name: Decimal(size) for name, size in SIZES.items()}
    assert SERVICE.unit == "inhabitants"


@pytest.mark.parametrize("numbers", [5, "curve", [1.0], np.array([1.0, 2.0])], ids=["number", "text", "list", "array"])
def test_numbers_come_by_name(numbers: Any) -> None:
    """Numbers for assumptions that are not given by name are refused, one set or many."""
    service = ServiceCost.of({"Ale": 9, "Bjuv": 9}, FixedVariable(9, 1))
    with pytest.raises(InvalidValueError, match=r"given: .* gives no numbers by name"):
        service.with_numbers(numbers)
    with pytest.raises(InvalidValueError, match=r"given: .* gives no numbers by name"):
        service.many(np.eye(2, dtype=np.bool_), numbers)
