"""How long a statement takes, against one apportionment with its look-ups, and what it leaves in memory.

Ours follows a clause of four steps over eleven municipalities: grants drawn from the cost, an overhead, a key, a floor
that binds. The yardstick does the least that any bill needs: it looks eleven figures up and apportions once. Statements
ask for the same columns of figures again and again, and those are remembered; a row shows the first time too.
"""

import datetime as dt
import gc
import math
import time
import tracemalloc
from decimal import Decimal
from fractions import Fraction
from typing import Any

from bench.paired import paired_ratios

from familjen import ReferenceDate, Statistics, allocate, apportion
from familjen.allocation import occasion
from familjen.model import AmountLimit, CostClause, Equal, Income, Key, Overhead, Population
from familjen.places import municipalities

__all__ = ["growth", "measure", "memory"]

YEAR_END = ReferenceDate(12, 31, years_before=1)
ELEVEN = ("1214", "1257", "1260", "1275", "1276", "1277", "1278", "1282", "1283", "1284", "1292")
DAY = dt.date(2015, 12, 31)
COST = 10_000_000
KRONA = Decimal(1)
KEYS: dict[str, Key] = {
    "by population": Population(YEAR_END),
    "30 % equal, 70 % by population": 0.3 * Equal() + 0.7 * Population(YEAR_END),
}
REPEATS = 100


def clause_by(key: Key) -> CostClause:
    """Give a clause of four steps."""
    floor = AmountLimit(floor=Decimal(50_000))
    return CostClause.of(Income("grants"), Overhead(Fraction(8, 100)), key, floor, unit=KRONA)


def bill(clause: CostClause, parties: tuple[str, ...], cost: int = COST) -> object:
    """Make a statement."""
    return allocate(clause, year=2016, cost=cost, parties=parties, amounts={"grants": 1000})


def least(parties: tuple[str, ...]) -> object:
    """Look figures up and apportion once."""
    figures = Statistics.bundled()
    weights = {code: figures.value("population", code, DAY) for code in parties}
    return apportion(COST, weights, unit=KRONA)


def measure(rounds: int = 31) -> list[dict[str, Any]]:
    """Give a row for each key, and one in which no figure is remembered."""
    rows = [_row(f"four-step clause {name}", clause_by(key), rounds, "≤ 3") for name, key in KEYS.items()]
    name, key = next(iter(KEYS.items()))
    return [*rows, _row(f"the same {name}, no figures remembered", clause_by(key), rounds, "", forget=True)]


def _row(what: str, clause: CostClause, rounds: int, goal: str, *, forget: bool = False) -> dict[str, Any]:
    def ours() -> None:
        for _ in range(REPEATS):
            if forget:
                occasion.forget()
            bill(clause, ELEVEN)

    def peer() -> None:
        for _ in range(REPEATS):
            least(ELEVEN)

    size = f"{REPEATS} statements of {len(ELEVEN)} parties"
    return {"what": f"{what} (one apportion and its look-ups)", "size": size, **paired_ratios(ours, peer, rounds)} | {
        "goal": goal
    }


def memory(statements: int = 10_000) -> dict[str, int]:
    """Give the bytes held after the first thousand statements, and after all of them."""
    clause = clause_by(KEYS["by population"])
    tracemalloc.start()
    held = {}
    for number in range(1, statements + 1):
        bill(clause, ELEVEN, COST + number)
        if number in {1_000, statements}:
            gc.collect()
            held[number] = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return {"statements": statements, "after_1000": held[1_000], "after_all": held[statements]}


def growth(sizes: tuple[int, ...] = (11, 37, 100, 290)) -> list[dict[str, Any]]:
    """Time a statement of each number of parties, and give the exponents between them: 1 is linear."""
    codes = tuple(place.code for place in municipalities())
    clause = clause_by(KEYS["by population"])
    rows: list[dict[str, Any]] = []
    for size in sizes:
        parties = codes[:size]
        bill(clause, parties, 10 * COST)
        times = []
        for _ in range(15):
            start = time.perf_counter()
            for _ in range(20):
                bill(clause, parties, 10 * COST)
            times.append((time.perf_counter() - start) / 20)
        row: dict[str, Any] = {"parties": size, "milliseconds": min(times) * 1e3, "exponent": None}
        if rows:
            before = rows[-1]
            row["exponent"] = math.log(row["milliseconds"] / before["milliseconds"]) / math.log(
                size / before["parties"]
            )
        rows.append(row)
    return rows
