"""What type checkers see of scale benefits, balances and influence."""

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, assert_type

import familjen
from familjen import balance, influence, scale
from familjen.balance import mending, turns
from familjen.io.ledgers import read_ledger
from familjen.io.scale import ScaleFile, read_scale_file
from familjen.report import plots
from familjen.scale import partition, pooling

if TYPE_CHECKING:
    from matplotlib.figure import Figure

CURVE = scale.FixedVariable(900_000, scale.Assumption(130, low=100, high=150))
SERVICE = scale.ServiceCost.of({"Bjuv": 15_000, "Klippan": 17_000}, CURVE)
BENEFIT = familjen.scale_benefit(SERVICE, split="shapley")
LEDGER = balance.Ledger.of([balance.Entry("Bjuv", 2024, "Fee", paid=1)])
KEPT = balance.balance(LEDGER, rate=Decimal("0.03"))
VOTES = influence.WeightedVotes.of({"Bjuv": 2, "Klippan": 3}, quota=4)

assert_type(SERVICE.cost(["Bjuv"]), float)
assert_type(BENEFIT, familjen.ScaleBenefit)
assert_type(BENEFIT.saving, Decimal)
assert_type(BENEFIT.paid_back, int | None)
assert_type(BENEFIT.per_unit("Bjuv"), Fraction)
assert_type(BENEFIT.explain("sv"), str)
assert_type(scale.simulate(SERVICE, samples=10).chance("Bjuv"), float)
assert_type(scale.tornado(SERVICE), scale.Tornado)
assert_type(scale.best_partition(SERVICE), partition.Partition)
assert_type(pooling.square_root_staffing(10, delay_probability=0.2), int)
assert_type(scale.municipal_panel(2022), scale.Panel)
assert_type(read_scale_file("service.json"), ScaleFile)
assert_type(LEDGER.net("Bjuv"), Decimal)
assert_type(KEPT.cumulative("Bjuv"), Fraction)
assert_type(KEPT.everyone_wins_by, int | None)
assert_type(KEPT.activities(), tuple[balance.Weighed, ...])
assert_type(mending.smallest_transfers(KEPT), mending.Transfers | mending.Impossible)
assert_type(turns.allocate_seats(13, ["Bjuv", "Klippan"]), turns.SeatRound)
assert_type(read_ledger("ledger.csv"), balance.Ledger)
assert_type(influence.voting_power(VOTES), influence.Power)
assert_type(influence.voting_power(VOTES)["Bjuv"], Fraction)


def pictures() -> "list[Figure]":
    """Every picture is a figure of matplotlib's."""
    made: list[Any] = [plots.plot_curve(SERVICE), plots.plot_savings(BENEFIT), plots.plot_balance(KEPT)]
    assert_type(plots.plot_pay_back(BENEFIT), "Figure")
    return made
