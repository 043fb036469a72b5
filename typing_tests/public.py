"""What type checkers see of the public names."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from typing import assert_type

import familjen
from familjen import allocation, model, rules, tables
from familjen.io import Located

assert_type(familjen.apportion(Decimal(100), {"a": 1}), dict[str, Decimal])
assert_type(familjen.apportion(7, {"a": 1}, unit=1), dict[str, int])
assert_type(familjen.apportion(Decimal(100), [1, 2]), tuple[Decimal, ...])
assert_type(familjen.apportion(7, [1, 2], unit=1), tuple[int, ...])
assert_type(familjen.loads("{}"), familjen.Cooperation)
assert_type(familjen.loads("{}", familjen.Agreement), familjen.Agreement)
assert_type(familjen.datasets.familjen_helsingborg_2016(), familjen.Cooperation)
assert_type(familjen.Cooperation("x", "X").on(dt.date(2016, 1, 1)), familjen.Cooperation)
assert_type(familjen.Statistics.bundled().value("population", "1283", dt.date(2015, 12, 31)), int | Decimal)
assert_type(familjen.allocate(model.Equal(), year=2016, parties=["1283"], cost=1), familjen.Statement)
assert_type(familjen.check(familjen.Cooperation("x", "X")), familjen.Report)
assert_type(familjen.loads("{}", locate=True), Located[familjen.Cooperation])
assert_type(familjen.load("coop.json", familjen.Agreement, locate=True), Located[familjen.Agreement])
assert_type(
    familjen.check(familjen.Cooperation("x", "X"), select="FAM3", lang="sv").group("code"),
    dict[str, tuple[familjen.Finding, ...]],
)
assert_type(familjen.explain("FAM301"), rules.Page)
assert_type(rules.requirements(familjen.LegalForm.FEDERATION), tuple[rules.Requirement, ...])

PEOPLE = 0.3 * model.Equal() + 0.7 * model.Population()
BILL = familjen.allocate(PEOPLE, year=2016, parties=["1283"], cost=1)
TABLE = model.PublishedTable("ram", "Shares", ("2027",), ())
assert_type(PEOPLE, model.Mix)
assert_type(BILL.amounts, tuple[Decimal, ...])
assert_type(BILL.exact[0], Fraction)
assert_type(BILL.charges[0].share, Fraction)
assert_type(familjen.compare(BILL, BILL), allocation.Comparison)
assert_type(familjen.forecast(PEOPLE, years=[2016], cost=1)[2016], familjen.Statement)
assert_type(familjen.sensitivity(PEOPLE, year=2016, cost=1).effects, tuple[allocation.Effect, ...])
assert_type(familjen.find_mix({"1283": 1}, [PEOPLE], year=2016).key, model.Key)
assert_type(familjen.check_table(TABLE, lang="sv").best, tables.Fit | None)
assert_type(allocation.invoices(BILL), tuple[allocation.Invoice, ...])
assert_type(familjen.datasets.real_clauses()[0].clause, model.CostClause | None)
