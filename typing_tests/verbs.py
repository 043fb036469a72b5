"""What type checkers see of the results of every main verb, and of what they make."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, assert_type

import numpy.typing as npt

import familjen
from familjen import allocation, amounts, balance, datasets, influence, places, rules, scale
from familjen.balance import mending, turns
from familjen.dates import Notice, Period, Recurrence, ReferenceDate
from familjen.findings import Accepted, Finding, Severity
from familjen.games import Game, Player
from familjen.io import games as game_files
from familjen.io import ledgers, table_from_csv
from familjen.io import scale as scale_files
from familjen.model import CostClause, Equal, Key, Party, PublishedTable, kinds_of, participations
from familjen.rules import Rule
from familjen.scale import partition, pooling, uncertainty

COOP = familjen.datasets.familjen_helsingborg_2016()
AGREEMENT = COOP.agreements[0]
BILL = familjen.allocate(AGREEMENT, year=2016, reference=ReferenceDate(12, 31, years_before=1))
SERVICE = scale.ServiceCost.of({"Bjuv": 15_000, "Klippan": 17_000}, scale.FixedVariable(900_000, 130))
LEDGER = balance.Ledger.of([balance.Entry("Bjuv", 2024, "Fee", paid=1)])
KEPT = balance.balance(LEDGER)
VOTES = influence.unanimity(["Bjuv", "Klippan"])
DAY = dt.date(2016, 1, 1)

# What is it?
assert_type(COOP.agreement("fee"), familjen.Agreement)
assert_type(COOP.party("1283"), Party)
assert_type(AGREEMENT.cost_clause, CostClause | None)
assert_type(AGREEMENT.host, str | None)
assert_type(AGREEMENT.parties, tuple[familjen.Participation, ...])
assert_type(participations(["1283"]), tuple[familjen.Participation, ...])
assert_type(kinds_of(Key), Mapping[str, type])
assert_type(Period.year(2016).intersection(Period(DAY)), Period | None)
assert_type(Notice(years=1).exit_day(DAY), dt.date)
assert_type(Recurrence("FREQ=YEARLY", DAY).between(Period.year(2016)), tuple[dt.date, ...])
assert_type(familjen.dumps(COOP), str)
assert_type(familjen.json_schema(), dict[str, Any])
assert_type(datasets.real_clauses(), tuple[datasets.RealClause, ...])
assert_type(places.municipality("Bjuv"), familjen.Municipality)
assert_type(places.municipalities(), tuple[familjen.Municipality, ...])
assert_type(places.neighbours("Bjuv"), tuple[familjen.Municipality, ...])
assert_type(places.regions(), tuple[familjen.Region, ...])
assert_type(places.distance_km("Bjuv", "Klippan"), float)

# Is it right?
REPORT = familjen.check(COOP)
assert_type(list(REPORT), list[Finding])
assert_type(REPORT.ok, bool)
assert_type(REPORT.errors, tuple[Finding, ...])
assert_type(REPORT.accepted, tuple[Accepted, ...])
assert_type(REPORT.counts(), dict[Severity, int])
assert_type(REPORT.filter(severity="error"), familjen.Report)
assert_type(REPORT.to_rows(), list[dict[str, str | None]])
assert_type(rules.RULES, tuple[Rule, ...])
assert_type(table_from_csv("a"), PublishedTable)

# Who pays what?
assert_type(BILL.total, Decimal)
assert_type(BILL.charge("1260"), allocation.Charge)
assert_type(BILL.charges, tuple[allocation.Charge, ...])
assert_type(BILL.explain("1260"), allocation.Explanation)
assert_type(BILL.per_inhabitant("1260"), Fraction | None)
assert_type(BILL.to_rows(), list[dict[str, object]])
assert_type(allocation.invoices(BILL), tuple[allocation.Invoice, ...])
assert_type(allocation.reconcile(BILL, BILL), allocation.Reconciliation)
assert_type(allocation.leave(AGREEMENT, "1260", noticed=DAY), allocation.Exit)
assert_type(allocation.entry_capital(CostClause.of(Equal()), ["1260"], year=2016), dict[str, Decimal])
assert_type(familjen.apportion_many([100], [1, 2]), npt.NDArray[Any])
assert_type(amounts.apportionment(100, {"a": 1}, unit=1), amounts.Apportionment[str, int])
assert_type(amounts.apportionment(100, [1, 2]), amounts.Apportionment[int, Decimal])

# Does it pay off?
assert_type(scale.break_even(SERVICE), scale.BreakEven)
assert_type(scale.simulate(SERVICE, samples=10), scale.Simulation)
assert_type(scale.sobol(SERVICE), uncertainty.Sensitivities)
assert_type(scale.turning_points(SERVICE), uncertainty.TurningPoints)
assert_type(scale.best_partitions({"a": SERVICE}), partition.Partitions)
assert_type(scale.best_partners(SERVICE, "Bjuv"), partition.Partners)
assert_type(scale.stability(scale.best_partition(SERVICE)), partition.Stability)
assert_type(scale.estimate_elasticity([1, 2], [1, 2], costs_are="total"), scale.ElasticityEstimate)
assert_type(pooling.pool_servers({"a": 1}, pooling.DelayedAtMost(0.2)), pooling.PooledStaffing)
assert_type(pooling.inventory_pooling({"a": 1}, {"a": 1}, order_cost=1), pooling.InventoryPooling)

# Does everyone win over time, and do we weigh more together?
assert_type(balance.better_alone(KEPT, Game.of({"Bjuv": 1})), balance.GroupStanding)
assert_type(balance.of_statement(BILL, "Fee"), list[balance.Entry])
assert_type(mending.smallest_key_change(KEPT, "Fee"), mending.KeyChange | mending.Impossible)
assert_type(mending.even_out_by_rotation(KEPT, 1, [2024]), mending.Hosting)
assert_type(turns.rotation(["Bjuv", "Klippan"], 2), turns.Rotation)
assert_type(influence.swing_counts(VOTES), dict[Player, int])
assert_type(influence.power_to_act(VOTES), Fraction)
assert_type(influence.dictator(VOTES), Player | None)
assert_type(influence.proportional_quota(influence.WeightedVotes.of({"a": 1}, quota=1)), influence.ProportionalQuota)
assert_type(influence.minimal_winning_coalitions(VOTES), list[tuple[Player, ...]])

# Files
assert_type(game_files.game_from_csv("a"), Game)
assert_type(game_files.game_to_json(Game.of({"a": 1})), str)
assert_type(ledgers.ledger_from_json("{}"), balance.Ledger)
assert_type(scale_files.scale_file_from_json("{}"), scale_files.ScaleFile)
