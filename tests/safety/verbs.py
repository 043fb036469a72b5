"""One call of each main verb, with its result as text: what threads and processes must agree on."""

import json
from decimal import Decimal

import familjen
from familjen import scale
from familjen.balance import Entry, Ledger, balance
from familjen.datasets import real_clauses
from familjen.games import CostGame, nucleolus, shapley
from familjen.influence import WeightedVotes, voting_power
from familjen.io.schema import bundled_schema, json_schema

__all__ = ["VERBS", "YEAR_END", "every", "raised"]

YEAR_END = familjen.ReferenceDate(12, 31, years_before=1)


def bill() -> str:
    """Bill the bundled cooperation's fee and explain it."""
    coop = familjen.datasets.familjen_helsingborg_2016()
    made = familjen.allocate(coop.agreements[0], year=2016, reference=YEAR_END)
    return f"{made} {made.explain('1260')}"


def found() -> str:
    """Check the bundled cooperation in Swedish."""
    return familjen.check(familjen.datasets.familjen_helsingborg_2016(), lang="sv").to_json()


def divided() -> str:
    """Split a joint cost in two ways."""
    costs = {"A": 10, "B": 9, "C": 8, "A+B": 15, "A+C": 14, "B+C": 13, "A+B+C": 18}
    game = CostGame.of(costs)
    return f"{nucleolus(game, exact=True).explain()} {shapley(game, exact=True).explain()}"


def written() -> str:
    """Write the bundled cooperation and read it back."""
    coop = familjen.datasets.familjen_helsingborg_2016()
    assert familjen.loads(familjen.dumps(coop)) == coop
    return json.dumps([bundled_schema(), json_schema(familjen.Network)])


def clauses() -> str:
    """Word every bundled clause."""
    return "\n".join(each.clause.text("sv") for each in real_clauses() if each.clause is not None)


def weighed() -> str:
    """Count the power of votes and the balance of a ledger."""
    votes = WeightedVotes.of({"A": 40, "B": 30, "C": 20, "D": 10}, majority="more than half")
    ledger = Ledger.of([Entry("A", 2023, "Fee", paid=3), Entry("A", 2024, "Fee", received=5)])
    return f"{dict(voting_power(votes))} {balance(ledger, rate=Decimal('0.03')).explain()}"


def grouped() -> str:
    """Find the best groups of three that share a service."""
    curve = scale.FixedVariable(scale.Assumption(900_000, low=500_000, high=1_000_000), 130)
    service = scale.ServiceCost.of({"Bjuv": 15_000, "Klippan": 17_000, "Svalöv": 14_000}, curve)
    return f"{scale.best_partition(service)} {scale.simulate(service, samples=100, seed=1)}"


VERBS = [bill, found, divided, written, clauses, weighed, grouped]


def every(_: object = None) -> list[str]:
    """Give the results of all."""
    return [verb() for verb in VERBS]


def raised(error: Exception) -> None:
    """Raise the error where this is called."""
    raise error
