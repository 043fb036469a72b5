"""How fast a ledger of a million entries balances, against a loop over its rows in Decimals."""

import statistics
import time
from collections import defaultdict
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np
from bench.paired import paired_ratios
from bench.run import machine, table

from familjen.balance import Balance, Ledger, balance

__all__ = ["main", "measure"]

PAGE = Path(__file__).parents[1] / "docs" / "speed-balance.md"
HEAD = """# Speed of balances

Written by `python -m bench.balance`. Ours and the peer's are run in turn in one process; what counts is the ratio of
the pairs (ours / peer's: less than 1 means that ours is faster). Times are medians in milliseconds. The peer is a loop
in plain Python that adds up the same rows in Decimals, by party and year; the sums are compared before anything is
timed. Amounts are drawn, of 290 parties, 16 years and 40 activities.

"""
_NONE = dict.fromkeys(("peer_ms", "ratio", "least", "most"), float("nan"))
_MILLION = 1_000_000
_CENT = Decimal("0.01")


def columns(size: int) -> dict[str, Any]:
    """Draw the columns of a ledger."""
    rng = np.random.default_rng(1)
    parties = np.array([f"{place:04}" for place in range(290)])
    activities = np.array([f"activity {place}" for place in range(40)])
    return {
        "party": parties[rng.integers(0, 290, size)],
        "year": rng.integers(2015, 2031, size),
        "activity": activities[rng.integers(0, 40, size)],
        "paid": rng.integers(0, 10**8, size),
        "received": rng.integers(0, 10**8, size),
    }


def loop(rows: list[tuple[str, int, Decimal]]) -> dict[tuple[str, int], Decimal]:
    """Add up nets by party and year, row by row."""
    found: dict[tuple[str, int], Decimal] = defaultdict(Decimal)
    for party, year, net in rows:
        found[party, year] += net
    return found


def measure(rounds: int = 5) -> list[dict[str, Any]]:
    """Time reading, balancing and weighing a million entries, and balancing 100,000 beside the loop."""
    drawn = columns(_MILLION)
    begun = time.perf_counter()
    ledger = Ledger.of_columns(**drawn)
    read = time.perf_counter() - begun
    steps = (("balance", lambda: balance(ledger).everyone_wins_by), ("activities", balance(ledger).activities))
    rows = [{"what": "ledger of columns, alone", "ours_ms": read * 1000, "goal": ""}]
    for name, step in steps:
        times = [_timed(step) for _ in range(rounds)]
        goal = "≤ 1,000" if name == "balance" else ""
        rows.append({"what": f"{name}, alone", "ours_ms": statistics.median(times) * 1000, "goal": goal})
    whole = [{**_NONE, "size": "1,000,000 entries", **row} for row in rows]
    return [*whole, _beside(rounds)]


def _timed(step: Any) -> float:
    begun = time.perf_counter()
    step()
    return time.perf_counter() - begun


def _beside(rounds: int) -> dict[str, Any]:
    drawn = columns(100_000)
    ledger = Ledger.of_columns(**drawn)
    nets = (drawn["received"] - drawn["paid"]).tolist()
    given = list(zip(drawn["party"].tolist(), drawn["year"].tolist(), [net * _CENT for net in nets], strict=True))
    ours, theirs = balance(ledger), loop(given)
    if any(ours.net(party, year) != net for (party, year), net in theirs.items()):
        raise RuntimeError("the sums differ")

    def mine() -> Balance:
        return balance(ledger)

    def peer() -> Any:
        return loop(given)

    return {
        "what": "balance (a loop in Decimals)",
        "size": "100,000 entries",
        **paired_ratios(mine, peer, rounds=rounds),
        "goal": "",
    }


def main() -> None:
    """Measure, print, and write the page."""
    page = HEAD + table(measure()) + machine(("numpy",))
    PAGE.write_text(page, "utf-8")
    print(page)


if __name__ == "__main__":
    main()
