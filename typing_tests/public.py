"""What type checkers see of the public names."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import assert_type

import familjen
from familjen import allocation, games, model, rules, tables
from familjen.games import claims, compact, production
from familjen.io import Located
from familjen.io.games import GameFile, read_game, read_game_file

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

GAME = games.CostGame.of({"A": 11, "H": 7, "A+H": 15})
SCALE = games.ScaleGame.of({"A": 9, "H": 16}, compact.Power(10, 0.5), fixed=20)
SPLIT = games.shapley(GAME)
PROBLEM = claims.ClaimsProblem.of(60, {"a": 10, "b": 90})
assert_type(GAME, games.CostGame)
assert_type(GAME("A"), float)
assert_type(GAME.exactly("A"), Fraction)
assert_type(GAME.dual(), games.CostGame)
assert_type(GAME.savings(), games.Game)
assert_type(games.Game.from_vector(["a"], [0, 1]), games.Game)
assert_type(SCALE.enumerated(), games.Game)
assert_type(SPLIT, games.CostShares)
assert_type(SPLIT["A"], float | Fraction)
assert_type(SPLIT.to_amounts(), dict[games.Player, Decimal])
assert_type(SPLIT.savings(), dict[games.Player, float])
assert_type(SPLIT.worst_off(), tuple[tuple[games.Player, ...], float])
assert_type(SPLIT.certificate, games.Certificate | games.KernelCertificate | None)
assert_type(SPLIT.explain("sv"), games.Explanation)
assert_type(games.compare(GAME, ["scrb", games.nucleolus, SPLIT]), games.Comparison)
assert_type(games.axioms("scrb"), Mapping[str, games.AxiomVerdict])
assert_type(games.METHODS["scrb"](SCALE, exact=True), games.CostShares)
assert_type(games.method_named("scrb"), games.Method)
assert_type(games.nucleolus(SCALE), games.CostShares)
assert_type(games.per_capita_nucleolus(GAME, preimputation=True), games.CostShares)
assert_type(games.core(GAME), games.Core)
assert_type(games.core(GAME).point, games.CostShares | None)
assert_type(games.core(GAME).refutation, games.BalancedCollection | None)
assert_type(games.least_core(GAME).excess, Fraction | float | None)
assert_type(games.core_vertices(GAME), tuple[games.CostShares, ...])
assert_type(games.owen(GAME, ["A", "H"]), games.CostShares)
assert_type(games.myerson(GAME, [("A", "H")]), games.CostShares)
assert_type(games.weighted_shapley(GAME, {"A": 1, "H": Fraction(1, 2)}), games.CostShares)
assert_type(games.banzhaf(games.VotingGame.of(2, {"a": 1, "b": 1})), games.CostShares)
assert_type(games.bird(games.SpanningTreeGame.of({("s", "A"): 1}, source="s")), games.CostShares)
assert_type(games.shapley_sampled(SCALE, samples=2), games.SampledShares)
assert_type(games.is_concave(GAME), games.Verdict)
assert_type(games.dummies(GAME), tuple[games.Player, ...])
assert_type(games.propensity_to_disrupt(GAME, SPLIT), dict[games.Player, float])
assert_type(games.reduced(GAME, "A", SPLIT), games.Game)
assert_type(games.subadditive_cover(GAME), games.Cover)
assert_type(claims.talmud(PROBLEM), dict[games.Player, Fraction])
assert_type(production.serial_cost(lambda quantity: quantity**2, {"A": 1}), games.CostShares)
assert_type(read_game("game.json"), games.Game)
assert_type(read_game_file("game.csv", completion="cover"), GameFile)
