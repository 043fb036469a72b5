"""How fast many amounts are split by largest remainders, against the PyPI package apportionment on the same rows.

The peer splits one amount a call, so it is timed on a sample of the rows and its time scaled to all of them, while
ours splits all rows. Both get numpy arrays, made beforehand, and the two take turns within each round. The peer breaks
ties in another way, so rows without a tie are compared, and they agree in every part before anything is timed.
"""

from typing import Any

import numpy as np
import numpy.typing as npt
from apportionment.methods import compute
from bench.paired import paired_ratios

from familjen.amounts import apportion_many, apportionment

__all__ = ["measure"]

PARTIES = 11
ALLOCATIONS = 100_000
SAMPLE = 2_000
GOAL = 1 / 100

Integers = npt.NDArray[np.int64]


def measure(rounds: int = 15) -> list[dict[str, Any]]:
    """Give a row for a weight table (inhabitants by year, say) and one for a single row of weights."""
    random = np.random.default_rng(20151231)
    totals = random.integers(1_000, 1_000_000, size=ALLOCATIONS)
    table = random.integers(7_000, 140_000, size=(ALLOCATIONS, PARTIES))
    return [
        _compare("a row of weights for each total", totals, table, rounds),
        _compare("one row of weights for all totals", totals, table[0], rounds),
    ]


def _compare(what: str, totals: Integers, weights: Integers, rounds: int) -> dict[str, Any]:
    rows = list(np.broadcast_to(weights, (ALLOCATIONS, PARTIES))[:SAMPLE])
    seats = totals[:SAMPLE].tolist()

    def peer() -> list[list[int]]:
        return [compute("largest_remainder", row, total) for row, total in zip(rows, seats, strict=True)]

    compared = _agreeing(apportion_many(totals, weights)[:SAMPLE], peer(), seats, rows)
    timed = paired_ratios(lambda: apportion_many(totals, weights), peer, rounds)
    scale = ALLOCATIONS / SAMPLE
    return {
        "what": f"apportion_many, {what} (apportionment; timed on {SAMPLE:,} of the rows and scaled)",
        "size": f"{ALLOCATIONS:,} × {PARTIES}; {compared:,} rows without ties agree",
        "ours_ms": timed["ours_ms"],
        "peer_ms": timed["peer_ms"] * scale,
        **{name: timed[name] / scale for name in ("ratio", "least", "most")},
        "goal": f"≤ {GOAL:g}",
    }


def _agreeing(ours: Any, theirs: list[list[int]], seats: list[int], rows: list[Any]) -> int:
    """Count the rows without a tie, once ours and the peer's are the same in all of them."""
    compared = 0
    for mine, other, total, row in zip(ours.tolist(), theirs, seats, rows, strict=True):
        if apportionment(total, row.tolist(), unit=1).ties:
            continue
        if mine != other:
            raise AssertionError(f"{total} by {row.tolist()}: ours {mine}, the peer's {other}")
        compared += 1
    return compared


def main() -> None:
    """Print a small table: milliseconds, and how many times faster ours is."""
    for row in measure():
        print(row["what"], "|", row["size"])
        median, least, most = (1 / row[name] for name in ("ratio", "most", "least"))
        faster = f"{median:.0f} times faster ({least:.0f} to {most:.0f})"
        print(f"  ours {row['ours_ms']:.1f} ms, peer {row['peer_ms']:,.0f} ms: {faster}")


if __name__ == "__main__":
    main()
