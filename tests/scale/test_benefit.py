"""Whether it pays off to do it together: by hand, by brute force, and whatever is given."""

import math
import pickle
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any

import attrs
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.scale.drawn import services

from familjen.errors import InvalidValueError, UnknownIdError
from familjen.games import CostShares
from familjen.places import municipalities
from familjen.scale import (
    Assumption,
    Cooperating,
    Discounting,
    Distance,
    FixedVariable,
    PowerCurve,
    ScaleBenefit,
    ServiceCost,
    scale_benefit,
)
from familjen.scale.ends import uncertain_in
from familjen.scale.scenario import reckoned

units = st.sampled_from([Decimal(1), Decimal("0.01"), Decimal(1000)])
COUNTING = Discounting(Assumption(0.03, low=0, high=0.05))


def of_fixed(fixed: Any, own: Cooperating | None = None, **given: Any) -> ScaleBenefit:
    """Reckon two parties with a fixed cost."""
    service = ServiceCost.of({"Ale": 9_000, "Bjuv": 16_000}, FixedVariable(fixed, 100), cooperating=own)
    return scale_benefit(service, **given)


@given(services(), units, st.integers(1, 20))
@settings(max_examples=30, deadline=None)
def test_everything_sums_to_the_unit(service: ServiceCost, unit: Decimal, horizon: int) -> None:
    """In each of the three scenarios parts sum to the whole, and all amounts are whole units in Decimal."""
    found = scale_benefit(service, discounting=COUNTING, horizon=horizon, unit=unit)
    for each in (found.base, found.low, found.high):
        assert sum(each.parts) == each.together
        assert sum(each.savings) == each.saving
        assert math.fsum(each.nets) == pytest.approx(each.net, rel=1e-9, abs=1e-3)
        amounts = [*each.alone, *each.parts, *each.savings, *each.once_parts, each.once, each.saving, each.together]
        assert all(type(amount) is Decimal and amount % unit == 0 for amount in amounts)
    assert found.alone - found.together == found.saving == found.base.saving
    assert found.saving_range == (found.low.saving, found.high.saving)


@given(services())
@settings(max_examples=30, deadline=None)
def test_the_base_is_what_all_bases_give(service: ServiceCost) -> None:
    """The base scenario is the service with every assumption at its base, certain."""
    found = scale_benefit(service, discounting=COUNTING)
    uncertain = {name: each.base for name, each in uncertain_in(service, COUNTING).items()}
    other, _ = reckoned(service, uncertain, split="by_size", unit=Decimal(1), discounting=COUNTING, horizon=10)
    certain = service.with_numbers({name: each.base for name, each in service.assumptions.items()})
    plain = scale_benefit(certain, discounting=Discounting(0.03))
    assert found.base == other
    assert attrs.evolve(found.base, numbers={}) == plain.base == plain.low == plain.high


@given(
    st.lists(st.integers(0, 900_000), min_size=3, max_size=3).map(sorted),
    st.lists(st.integers(0, 90_000), min_size=3, max_size=3).map(sorted),
    st.lists(st.integers(0, 90_000), min_size=3, max_size=3).map(sorted),
)
@settings(max_examples=30, deadline=None)
def test_low_base_and_high_stand_in_order(fixed: list[int], each: list[int], start: list[int]) -> None:
    """Where each assumption pulls one way, low saves no more than base, and base no more than high."""
    own = Cooperating(
        per_member=Assumption(each[1], low=each[0], high=each[2]),
        transition=Assumption(start[1], low=start[0], high=start[2]),
    )
    found = of_fixed(Assumption(fixed[1], low=fixed[0], high=fixed[2]), own, discounting=COUNTING)
    assert found.low.saving <= found.base.saving <= found.high.saving
    assert found.low.net <= found.base.net + 1e-6
    assert found.base.net <= found.high.net + 1e-6
    assert found.low.saving == fixed[0] - 2 * each[2]
    assert found.high.saving == fixed[2] - 2 * each[0]


@given(services(least=2))
@settings(max_examples=30, deadline=None)
def test_no_single_assumption_goes_beyond_low_and_high(service: ServiceCost) -> None:
    """With one uncertain assumption, neither end of it saves less than low, or more than high."""
    for name, each in list(uncertain_in(service, Discounting()).items())[:3]:
        bases = {other: one.base for other, one in service.assumptions.items() if other != name}
        found = scale_benefit(service.with_numbers(bases))
        slack = 4 * len(service.parties)  # rounded to the krona, party by party
        for number in (each.least, each.most):
            other = scale_benefit(service.with_numbers({**bases, name: number}))
            assert found.low.saving - slack <= other.saving <= found.high.saving + slack


@given(services(least=2), st.integers(2, 50))
@settings(max_examples=30, deadline=None)
def test_dearer_money_scales_the_result(service: ServiceCost, times: int) -> None:
    """Reckoned in a unit so many times smaller, with what is paid today so many times as much, savings scale."""
    free = attrs.evolve(service, cooperating=Cooperating(), distance=None)
    paid = tuple([Assumption(100 + place) for place in range(len(service.parties))])
    more = tuple([Assumption(each.base * times) for each in paid])
    one = scale_benefit(attrs.evolve(free, alone=paid), unit=Decimal("1e-12"))
    other = scale_benefit(attrs.evolve(free, alone=more), unit=Decimal("1e-12"))
    assert [float(part) for part in other.base.savings] == pytest.approx(
        [float(part) * times for part in one.base.savings], rel=1e-6, abs=1e-6
    )


@given(st.permutations(["Ale", "Bjuv", "Klippan", "Höör"]))
@settings(max_examples=24, deadline=None)
def test_the_order_of_the_parties_moves_their_rows(order: list[str]) -> None:
    """Parties in another order get the same rows, in that order."""
    sizes = {"Ale": 9_100, "Bjuv": 15_003, "Klippan": 17_011, "Höör": 16_500}
    curve = PowerCurve(1_000, Assumption(-0.05, low=-0.1, high=0))
    plain = {row["party"]: row for row in scale_benefit(ServiceCost.of(sizes, curve)).to_rows()}
    found = scale_benefit(ServiceCost.of({name: sizes[name] for name in order}, curve)).to_rows()
    assert found == [plain[name] for name in order]


@pytest.mark.parametrize("own", [None, Cooperating(per_member=40_000)], ids=["free", "fees"])
def test_without_a_curve_nobody_saves(own: Cooperating | None) -> None:
    """Where nobody says how size counts, all pay together what they pay alone, and what cooperating costs."""
    paid = {"Ale": 900_000, "Bjuv": 1_100_000}
    found = scale_benefit(ServiceCost.of({"Ale": 9, "Bjuv": 11}, alone=paid, cooperating=own))
    assert found.saving == (0 if own is None else -80_000)
    assert found.is_group_rational == found.is_party_rational == (own is None)
    assert found.losers() == (() if own is None else ("Ale", "Bjuv"))
    assert found.paid_back == (0 if own is None else None)


def test_one_party_alone_saves_nothing() -> None:
    """A party that cooperates with nobody pays together what it pays alone, whatever cooperating costs."""
    found = scale_benefit(
        ServiceCost.of({"Ale": 9_000}, PowerCurve(100, -0.5), cooperating=Cooperating(fixed=9, transition=9))
    )
    assert (found.saving, found.base.once, found.net, found.paid_back) == (0, 0, 0, 0)
    assert found.is_party_rational


def test_a_case_by_hand() -> None:
    """Two parties share a fixed cost; fees, a start, interest and a split by size, reckoned on paper."""
    own = Cooperating(per_member=50_000, transition=1_000_000)
    found = of_fixed(600_000, own, discounting=Discounting(0.05), horizon=3)
    together = 600_000 + 100 * 25_000 + 100_000
    assert found.base.alone == (1_500_000, 2_200_000)
    assert found.together == together == 3_200_000
    assert found.base.parts == (1_152_000, 2_048_000)
    assert found.base.savings == (348_000, 152_000)
    assert found.base.once_parts == (360_000, 640_000)
    worth = 1 / 1.05 + 1 / 1.05**2 + 1 / 1.05**3
    assert found.net == pytest.approx(500_000 * worth - 1_000_000)
    assert found.base.nets == pytest.approx((348_000 * worth - 360_000, 152_000 * worth - 640_000))
    assert (found.paid_back, found.base.paid_back(0), found.base.paid_back(1)) == (3, 2, None)
    assert found.is_group_rational
    assert not found.is_party_rational
    assert found.losers() == ("Bjuv",)
    assert found.per_unit("Bjuv") == Fraction(152_000, 16_000)
    assert found.of("Ale") == (348_000, 348_000, 348_000)


def test_a_party_may_lose_by_what_is_good_for_all() -> None:
    """What one party pays today, uncertain, moves another the other way, and nobody's order is forced."""
    paid = {"Ale": Assumption(100, low=80, high=120), "Bjuv": 100}
    found = scale_benefit(ServiceCost.of({"Ale": 10, "Bjuv": 10}, PowerCurve(1, -0.1), alone=paid))
    low, _, high = found.of("Bjuv")
    assert found.low.saving < found.high.saving
    assert low > high


@given(st.decimals(Decimal("0.001"), 10**6, places=3), st.integers(0, 10**6))
@settings(max_examples=30, deadline=None)
def test_the_saving_per_unit_is_exact(size: Decimal, fixed: int) -> None:
    """A party's saving by its size is an exact fraction, for sizes with decimals too."""
    found = scale_benefit(ServiceCost.of({"Ale": size, "Bjuv": 7}, FixedVariable(fixed, 1)))
    assert found.per_unit("Ale") * Fraction(size) == Fraction(found.of("Ale")[1])


def test_the_split_is_judged_as_shares_of_its_game() -> None:
    """The yearly split is shares of the service's game, near the parts, with the game's core and excesses."""
    found = of_fixed(600_000, split="shapley")
    shares = found.shares()
    assert isinstance(shares, CostShares)
    assert [float(shares[party]) for party in found.parties] == pytest.approx(
        [float(part) for part in found.base.parts]
    )
    assert shares.is_in_core
    assert found.method == "shapley"


@pytest.mark.parametrize(("unit", "saved"), [(Decimal(1), "333"), (Decimal("0.01"), "333.33"), (1000, "0")], ids=str)
def test_amounts_are_in_the_unit(unit: Any, saved: str) -> None:
    """The unit decides what amounts are rounded to: kronor, öre or thousands."""
    found = of_fixed(Decimal("333.33"), unit=unit)
    assert found.saving == Decimal(saved)
    assert str(of_fixed(2_000, unit=Decimal("1E+3")).saving) == "2000"


def test_huge_and_tiny_numbers_stay_exact() -> None:
    """Sums of sixty digits, and a low precision of the caller's, lose nothing."""
    size = Decimal("1e40")
    service = ServiceCost.of({"Ale": size, "Bjuv": size}, FixedVariable(Decimal("1e15"), Decimal("1e15")))
    with localcontext(prec=3):
        found = scale_benefit(service)
        assert found.alone == sum(map(Fraction, found.base.alone))
        assert sum(map(Fraction, found.base.parts)) == Fraction(found.together)
    small = ServiceCost.of({"Ale": Decimal("1e-40"), "Bjuv": Decimal("1e-40")}, PowerCurve(1))
    assert scale_benefit(small, unit=Decimal("1e-45")).together == Decimal("2e-40")


def test_all_municipalities_are_reckoned() -> None:
    """All 290 municipalities, with distances and what each pays uncertain, sum to the krona."""
    names = [place.name for place in municipalities()]
    sizes = {name: 1_000 + 37 * place for place, name in enumerate(names)}
    paid = {name: Assumption(size * 100, low=size * 90, high=size * 120) for name, size in sizes.items()}
    way = Distance.between(names, Assumption(1, low=0, high=2))
    curve = PowerCurve(1_000, Assumption(-0.05, low=-0.1, high=0), reference=15_000)
    found = scale_benefit(ServiceCost.of(sizes, curve, alone=paid, distance=way))
    assert len(found.assumptions) == len(names) + 1 + 2 + 7 + 1
    assert found.base.alone == tuple([Decimal(size * 100) for size in sizes.values()])
    assert sum(found.base.parts) == found.together
    assert found.low.saving < found.saving < found.high.saving


@given(services())
@settings(max_examples=30, deadline=None)
def test_a_benefit_survives_pickling(service: ServiceCost) -> None:
    """A benefit read back from a pickle is equal and says the same."""
    found = scale_benefit(service)
    back = pickle.loads(pickle.dumps(found))
    assert back == found
    assert back.explain() == found.explain()


def test_rows_hold_every_number() -> None:
    """Rows for parties, and for assumptions, hold what the result says."""
    found = of_fixed(Assumption(600_000, low=0, high=700_000, basis="estimated"))
    row = found.to_rows()[0]
    assert row == {
        "party": "Ale",
        "size": Decimal(9_000),
        "unit": "inhabitants",
        "alone": Decimal(1_500_000),
        "together": Decimal(1_116_000),
        "saving": Decimal(384_000),
        "saving_low": Decimal(0),
        "saving_high": found.high.savings[0],
        "saving_per_unit": 384 / 9,
        "once": Decimal(0),
        "net": pytest.approx(3_840_000),
        "paid_back": 0,
        "method": "by_size",
    }
    assert found.assumption_rows()[0] == {
        "assumption": "curve.fixed",
        "base": Decimal(600_000),
        "low": Decimal(0),
        "high": Decimal(700_000),
        "basis": "estimated",
        "source": None,
    }
    assert [each["assumption"] for each in found.assumption_rows()] == list(found.assumptions)
    assert list(found.assumptions)[-1] == "discounting.rate"


@pytest.mark.parametrize(
    ("given_", "reason"),
    [
        ({"horizon": 0}, r"horizon: 0 is no horizon; give a number of years from 1 to 100"),
        ({"horizon": 101}, r"horizon: 101 is no horizon"),
        ({"horizon": True}, r"horizon: True is no horizon"),
        ({"horizon": 1.5}, r"horizon: 1\.5 is no horizon"),
        ({"horizon": "3"}, r"horizon: '3' is no horizon"),
        ({"unit": 0}, r"unit: the unit is 0; give one above zero"),
        ({"unit": Decimal(-1)}, r"unit: the unit is -1; give one above zero"),
        ({"unit": Decimal("NaN")}, r"unit: the unit is NaN"),
        ({"unit": Decimal("Infinity")}, r"unit: the unit is Infinity"),
        ({"unit": 0.01}, r"unit: the unit is the float 0\.01"),
        ({"unit": True}, r"unit: the unit is True"),
        ({"unit": "1"}, r"unit: the unit is '1'"),
        ({"unit": None}, r"unit: the unit is None"),
        ({"unit": Fraction(1, 3)}, r"unit: the unit is the fraction 1/3; give a whole number or a Decimal"),
        ({"discounting": 0.03}, r"discounting: 0\.03 is no Discounting; give Discounting\(0\.03\)"),
        ({"discounting": "3"}, r"discounting: '3' is no Discounting"),
        ({"split": True}, r"split: True is no split"),
    ],
    ids=lambda value: str(value) if isinstance(value, dict) else "",
)
def test_arguments_that_are_none_are_refused(given_: dict[str, Any], reason: str) -> None:
    """What is no argument is refused with what it is and what to give."""
    with pytest.raises(InvalidValueError, match=reason):
        of_fixed(1, **given_)


@pytest.mark.parametrize("service", [None, 5, "IT", np.zeros(2)], ids=["none", "number", "text", "array"])
def test_what_is_no_service_is_refused(service: Any) -> None:
    """Only a service is reckoned."""
    with pytest.raises(InvalidValueError, match=r"service: .* is no ServiceCost; make one with ServiceCost\.of"):
        scale_benefit(service)


def test_a_stranger_has_no_saving() -> None:
    """Who is no party is named."""
    found = of_fixed(1)
    for call in (found.of, found.per_unit):
        with pytest.raises(UnknownIdError, match=r"no party 'Bjuw'; did you mean 'Bjuv'\?"):
            call("Bjuw")


def test_it_answers_how_many_and_what_would_turn_it() -> None:
    """A benefit tells how many partners it takes, and at which numbers its own horizon and rate turn the sign."""
    curve = FixedVariable(Assumption(900, low=100, high=1000), 10)
    service = ServiceCost.of({"A": 10, "B": 10}, curve, cooperating=Cooperating(per_member=300, transition=200))
    counting = Discounting(0.05)
    found = scale_benefit(service, discounting=counting, horizon=3)
    assert found.break_even().fewest == 2
    turned = found.turning_points()["curve.fixed"].at
    assert turned is not None
    own = scale_benefit(service.with_numbers({"curve.fixed": Decimal(repr(turned))}), discounting=counting, horizon=3)
    assert abs(own.net) <= 1.5 * 3  # amounts are in whole kronor
    yearly = found.turning_points(yearly=True)["curve.fixed"].at
    assert yearly == pytest.approx(600)
    assert turned > yearly
