"""At which number an assumption alone turns the sign."""

import itertools
from decimal import Decimal
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import brentq

from familjen.errors import InvalidValueError
from familjen.scale import (
    Assumption,
    Cooperating,
    CostCurve,
    Discounting,
    FixedVariable,
    Meetings,
    MinimumStaffing,
    PiecewiseLinearCurve,
    PowerCurve,
    ServiceCost,
    TranslogCurve,
)
from familjen.scale.outcomes import RATE, outcomes
from familjen.scale.uncertainty import TurningPoint, TurningPoints, turning_points

SIZES = {"Ale": 9_000, "Bjuv": 6_000, "Höör": 7_500}
COOPERATING = Cooperating(
    per_member=80_000,
    host_overhead=0.02,
    transition=1_000_000,
    meetings=(Meetings(10, hours=3, rate=600, people=2),),
)
CURVES: dict[str, CostCurve] = {
    "fixed": FixedVariable(Assumption(900_000, low=100_000, high=1_000_000), 130),
    "power": PowerCurve(7_000, Assumption(-0.07, low=-0.16, high=0)),
    "translog": TranslogCurve(9_000_000, -0.1, 0.05, reference=10_000),
    "staff": MinimumStaffing(2, demand=0.45, capacity=1_600, cost=720_000),
    "lines": PiecewiseLinearCurve([(5_000, 2_000_000), (40_000, 9_000_000)], fixed=800_000),
}
TODAY = {"Ale": 3_000_000, "Bjuv": 2_500_000, "Höör": 2_700_000}
amounts = st.integers(1_000, 1_000_000)


def gain_of(service: ServiceCost, counting: Discounting, horizon: int = 10) -> float:
    """Give the net of a service as it stands, with every assumption at its base."""
    return float(outcomes(service, {}, discounting=counting, horizon=horizon).net[0])


def moved(service: ServiceCost, counting: Discounting, name: str, number: float) -> float:
    """Give the net of the service that somebody would make with this number for certain."""
    if name == RATE:
        return gain_of(service, Discounting(number))
    return gain_of(service.with_numbers({name: Decimal(repr(number))}), counting)


@pytest.mark.parametrize("paid", [None, TODAY], ids=["curves alone", "what is paid today"])
@pytest.mark.parametrize("kind", CURVES)
def test_the_service_itself_turns_there(kind: str, paid: dict[str, int] | None) -> None:
    """A service made with the number gains nothing more; a millionth nearer to the base it still has its sign."""
    service = ServiceCost.of(SIZES, CURVES[kind], alone=paid, cooperating=COOPERATING)
    counting = Discounting(0.03)
    found = turning_points(service, discounting=counting)
    sign = np.sign(found.base)
    assert found.base == pytest.approx(gain_of(service, counting))
    assert set(found) == {*service.assumptions, RATE}
    assert sum(point.at is not None for point in found.values()) > 8
    for name, point in found.items():
        if point.at is None or point.away is None:
            continue
        scale = abs(found.base) * 1e-5
        assert moved(service, counting, name, point.at) * sign <= scale, name
        before = point.at - 1e-5 * point.away
        assert moved(service, counting, name, before) * sign > 0, name


@given(amounts, amounts, amounts, st.integers(1, 30))
@settings(max_examples=30, deadline=None)
def test_amounts_turn_where_one_reckons_by_hand(fixed: int, per_member: int, once: int, horizon: int) -> None:
    """Of savings 2·fixed − 3·per_member a year, and a start, each amount turns where the formula is zero."""
    cooperating = Cooperating(per_member=per_member, transition=once)
    service = ServiceCost.of(SIZES, FixedVariable(fixed, 50), cooperating=cooperating)
    found = turning_points(service, horizon=horizon)
    net = (2 * fixed - 3 * per_member) * horizon - once
    assert found.base == pytest.approx(net, abs=1)
    expected = {
        "curve.fixed": (3 * per_member + once / horizon) / 2,
        "cooperating.per_member": (2 * fixed - once / horizon) / 3,
        "cooperating.transition": (2 * fixed - 3 * per_member) * horizon,
        "cooperating.fixed": net / horizon,
    }
    for name, number in expected.items():
        if number >= 0:
            assert found[name].at == pytest.approx(number, rel=1e-5, abs=0.1), name
        else:
            assert found[name].at is None, name
    assert not found["curve.variable"].matters


@given(st.floats(-0.3, -0.01), st.integers(10_000, 400_000))
@settings(max_examples=30, deadline=None)
def test_a_root_finder_agrees(elasticity: float, per_member: int) -> None:
    """Where the net is smooth, Brent's method finds the same elasticity."""
    service = ServiceCost.of(SIZES, PowerCurve(900, elasticity), cooperating=Cooperating(per_member=per_member))
    counting = Discounting()
    found = turning_points(service)["curve.elasticity"]
    ends = [moved(service, counting, "curve.elasticity", end) for end in (-0.999, 0.0)]
    assert ends[1] < 0
    if ends[0] > 0:
        root = brentq(lambda number: moved(service, counting, "curve.elasticity", number), -0.999, 0.0, xtol=1e-12)
        assert found.at == pytest.approx(root, abs=1e-6)


@given(st.sampled_from([kind for kind in sorted(CURVES) if kind != "staff"]), amounts)
@settings(max_examples=30, deadline=None)
def test_no_nearer_number_turns_it(kind: str, per_member: int) -> None:
    """Of 500 numbers no farther than the turning point none has another sign, where the cost does not jump."""
    cooperating = Cooperating(per_member=per_member, transition=500_000)
    service = ServiceCost.of(SIZES, CURVES[kind], cooperating=cooperating)
    found = turning_points(service)
    for name, point in found.items():
        base, away = float(point.assumption.base), abs(point.away or 0)
        numbers = np.linspace(max(base - away, point.span[0]), min(base + away, point.span[1]), 500)[1:-1]
        if away:
            close = numbers[np.abs(numbers - base) < away * (1 - 1e-6)]
            assert (outcomes(service, {name: close}).net * found.base > 0).all(), name


def test_whole_persons_turn_it_at_a_jump() -> None:
    """Where one person more is needed at once, the number is that of the jump, and not where a line would be zero."""
    curve = MinimumStaffing(0, demand=1.0, capacity=100, cost=700_000)
    service = ServiceCost.of({"A": 120, "B": 120}, curve, cooperating=Cooperating(per_member=1_000))
    found = turning_points(service)["curve.demand"]
    assert found.at == pytest.approx(5 / 6, rel=1e-6)  # each alone then needs one person, both together two
    assert moved(service, Discounting(), "curve.demand", 0.8334) > 0


def test_the_rate_that_turns_it_is_the_internal_rate_of_return() -> None:
    """A start of 1,000,000 that saves 200,000 in each of ten years has an internal rate of 15.1 per cent."""
    service = ServiceCost.of(
        {"A": 10, "B": 10}, FixedVariable(200_000, 1), cooperating=Cooperating(transition=1_000_000)
    )
    found = turning_points(service, discounting=Discounting(0.03))[RATE]
    assert found.at is not None
    assert found.at == pytest.approx(0.150984, abs=1e-6)
    assert 200_000 * (1 - (1 + found.at) ** -10) / found.at == pytest.approx(1_000_000)


def test_what_is_certain_is_tried_too() -> None:
    """Assumptions without a range have a turning point like others; none lies within a range that there is not."""
    found = turning_points(ServiceCost.of(SIZES, CURVES["fixed"], cooperating=COOPERATING))
    certain = [name for name, point in found.items() if point.assumption.is_certain and point.at is not None]
    assert "cooperating.per_member" in certain
    assert not any(found[name].is_within_range for name in certain)
    assert found["curve.fixed"].is_within_range


def test_the_yearly_saving_turns_elsewhere() -> None:
    """Of the yearly saving what starting costs and the rate are no matter; without a start both turn together."""
    service = ServiceCost.of(SIZES, CURVES["fixed"], cooperating=COOPERATING)
    yearly, net = turning_points(service, yearly=True), turning_points(service)
    assert not yearly[RATE].matters
    assert not yearly["cooperating.transition"].matters
    assert net["cooperating.transition"].matters
    fixed = [each["curve.fixed"].at or 0 for each in (yearly, net)]
    assert fixed[0] < fixed[1]
    plain = ServiceCost.of(SIZES, CURVES["fixed"], cooperating=Cooperating(per_member=80_000))
    one, other = turning_points(plain, yearly=True), turning_points(plain)
    assert one["curve.fixed"].at == other["curve.fixed"].at


def test_a_gain_that_is_nothing_turns_with_whatever_matters() -> None:
    """Without an assumption of saving the net is nothing: what changes it turns it at its base, the rest never."""
    found = turning_points(ServiceCost.of({"A": 0.1, "B": 0.2, "C": 0.7}, alone={"A": 0.1, "B": 0.2, "C": 0.7}))
    assert found.base == 0
    assert found["cooperating.per_member"].at == 0
    assert found["curve.elasticity"].at == 0
    assert (found["alone.A"].at, found["alone.A"].matters) == (None, False)
    assert found.explain() == (
        "At the base nothing is gained and nothing lost over the horizon: whatever changes it turns it."
    )
    assert "varken vinns eller förloras något per år" in turning_points(
        ServiceCost.of({"A": 1, "B": 1}, alone={"A": 1, "B": 1}), yearly=True
    ).explain("sv")


def test_a_loss_turns_too() -> None:
    """Where all lose, the turning point is where that ends."""
    service = ServiceCost.of(SIZES, FixedVariable(100_000, 50), cooperating=Cooperating(per_member=200_000))
    found = turning_points(service)
    assert found.base < 0
    assert found["curve.fixed"].at == pytest.approx(300_000)
    assert found["cooperating.per_member"].at == pytest.approx(200_000 / 3)
    assert "At the base all lose 4,000,000 kr over the horizon." in found.explain()
    assert "I grundfallet förlorar alla 4 000 000 kr" in found.explain("sv")


def test_limits_end_the_search() -> None:
    """What nothing turns is told with the span that was tried: all that it may be, or far beyond its base."""
    found = turning_points(ServiceCost.of(SIZES, PowerCurve(900, -0.07)))
    assert found["curve.elasticity"].at == 0
    assert found["curve.elasticity"].span[0] == -1
    assert found["curve.elasticity"].span[1] == pytest.approx(0.7, abs=0.05)  # 1,000 times what is paid at the base
    coefficient = found["curve.coefficient"]
    assert coefficient.at is None
    assert coefficient.matters
    assert coefficient.span[0] > 0
    assert coefficient.span[1] == pytest.approx(900_000, rel=0.2)
    assert "Turn it nowhere: curve.coefficient" in found.explain()


@pytest.mark.parametrize("horizon", [1, 100, 1000], ids=str)
def test_numbers_beyond_floats_end_the_search(horizon: int) -> None:
    """Before a number makes costs or worths go beyond 10^308, the span has ended."""
    curve = TranslogCurve(1_000_000, -0.05, 0, reference=1)
    huge = {"A": 10**20, "B": 10**21}
    found = turning_points(ServiceCost.of(huge, curve), horizon=horizon)
    low, high = found["curve.curvature"].span
    assert -2 == low < 0 < high < 2
    assert all(np.isfinite([*point.span, point.at or 0]).all() for point in found.values())
    assert -1 < found[RATE].span[0] < 0


def test_curves_that_say_zero_end_the_search() -> None:
    """Where what is paid today is known, a curve that says zero says nothing: the number is not tried."""
    service = ServiceCost.of(SIZES, FixedVariable(0, 130), alone=TODAY, cooperating=Cooperating(per_member=1_000))
    found = turning_points(service)["curve.variable"]
    assert found.span[0] > 0


@given(amounts, amounts)
@settings(max_examples=30, deadline=None)
def test_the_nearest_come_first(fixed: int, per_member: int) -> None:
    """Within their range come first, then the nearest for their base's size, then bases of zero, then none."""
    curve = FixedVariable(Assumption(fixed, low=0, high=2 * fixed), 50)
    found = turning_points(ServiceCost.of(SIZES, curve, cooperating=Cooperating(per_member=per_member)))

    def rank(point: TurningPoint) -> int:
        if point.at is None:
            return 3 if point.matters else 4
        return 0 if point.is_within_range else 1 if point.assumption.base else 2

    ranks = [rank(point) for point in found.values()]
    assert ranks == sorted(ranks)
    shares = [abs(point.away_share or 0) for point in found.values() if rank(point) == 1]
    assert shares == sorted(shares)
    assert all(one.away is None or one.at is not None for one in found.values())


def test_it_is_told_in_rows_tables_and_words() -> None:
    """Rows, the tables as text and HTML, and both languages give the same numbers."""
    service = ServiceCost.of(SIZES, CURVES["fixed"], cooperating=Cooperating(per_member=Assumption(80_000)))
    found = turning_points(service)
    assert isinstance(found, TurningPoints)
    rows = {str(row["assumption"]): row for row in found.to_rows()}
    assert len(rows) == len(found)
    row = rows["curve.fixed"]
    assert (row["turns_at"], row["away"], row["within_range"], row["matters"]) == (120_000, -780_000, True, True)
    assert row["away_share"] == pytest.approx(-780 / 900)
    assert rows["cooperating.fixed"]["away_share"] is None
    assert "  curve.fixed 900,000 (100,000 to 1,000,000): turns it at 120,000, within its range." in found.explain()
    assert "  cooperating.per_member 80,000: turns it at 600,000." in found.explain()
    assert "vänder vid 120 000, inom sitt spann." in found.explain("sv")
    assert "No matter: curve.variable" in found.explain()
    assert "makes no difference from 0 to" in found["curve.variable"].said("en")
    assert "spelar ingen roll" in found["curve.variable"].said("sv")
    assert str(found).splitlines()[2].split() == ["curve.fixed", "900,000", "120,000", "yes"]
    assert found.text("sv").splitlines()[2].split() == ["curve.fixed", "900", "000", "120", "000", "ja"]
    assert "<td>curve.fixed</td><td>900,000</td><td>120,000</td><td>yes</td>" in found._repr_html_()
    assert repr(found) == "<TurningPoints: 1 of 10 assumptions turn the sign within their range>"
    with pytest.raises(InvalidValueError, match=r"'de' is not a language of ours"):
        found.explain("de")


@pytest.mark.parametrize(
    ("at", "said"),
    [(0.0712345, "0.07123"), (-1.5, "-1.5"), (1234567.8, "1,234,568"), (0.0, "0"), (2e-9, "2e-09"), (999.96, "1,000")],
    ids=str,
)
def test_numbers_of_any_size_are_told_by_four_digits(at: float, said: str) -> None:
    """A turning point is told by as many digits as one reads, with a comma in Swedish."""
    point = TurningPoint(Assumption(5, low=4, high=6), at, (-1e15, 1e15))
    assert f": turns it at {said}, outside its range" in point.said("en")
    assert f": vänder vid {said.replace(',', ' ').replace('.', ',')}, utanför" in point.said("sv")


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"service": None}, r"None is no ServiceCost"),
        ({"discounting": 0.03}, r"0\.03 is no Discounting"),
        ({"horizon": 0}, r"0 is no number of years"),
        ({"horizon": True}, r"True is no number of years"),
        ({"horizon": 1001}, r"1001 is no number of years"),
        ({"horizon": "ten"}, r"'ten' is no number of years"),
    ],
    ids=["service", "discounting", "no years", "bool", "too many", "text"],
)
def test_bad_arguments_are_refused(wrong: dict[str, Any], reason: str) -> None:
    """What is no service, no discounting and no number of years is refused with what to give."""
    given_ = {"service": ServiceCost.of(SIZES, CURVES["power"]), **wrong}
    with pytest.raises(InvalidValueError, match=reason):
        turning_points(**given_)


def test_the_same_is_found_each_time() -> None:
    """No chance is in it: two searches find the same, to the last bit."""
    service = ServiceCost.of(SIZES, CURVES["translog"], cooperating=COOPERATING)
    for one, other in itertools.pairwise(turning_points(service).to_rows() for _ in range(2)):
        assert one == other


@pytest.mark.parametrize("elasticity", [-0.5, 0.0, 0.2], ids=str)
def test_no_number_is_too_small_to_write(elasticity: float) -> None:
    """What must be above zero is tried as near to zero as the service takes, and not where costs vanish in floats."""
    service = ServiceCost.of(SIZES, PowerCurve(1e-6, elasticity))
    point = turning_points(service)["curve.coefficient"]
    assert point.at is None
    assert point.matters is (elasticity != 0)
    assert service.with_numbers({"curve.coefficient": Decimal(repr(point.span[0]))}).parties == tuple(SIZES)
