"""How fast many splits are, against the package `apportionment`, one split at a time."""

from typing import Any

import numpy as np
from apportionment.methods import compute
from bench.paired import paired_ratios

from familjen import apportion_many

__all__ = ["measure"]

ROWS, PARTIES, SAMPLE = 100_000, 11, 1_000


def measure(rounds: int = 7) -> list[dict[str, Any]]:
    """Give a row for weights that differ by row, and one for the same weights in all rows.

    The peer runs on a sample of the same rows, and its time is scaled to all of them; the results are compared there.
    """
    rng = np.random.default_rng(2016)
    totals = rng.integers(50, 1_000, ROWS)
    own = rng.integers(7_000, 140_000, (ROWS, PARTIES))
    rows = [_compare("weights differ by row", totals, own, rounds)]
    rows.append(_compare("the same weights in all rows", totals, np.broadcast_to(own[0], own.shape), rounds, own[0]))
    return rows


def _compare(what: str, totals: Any, weights: Any, rounds: int, given: Any = None) -> dict[str, Any]:
    sample = [(weights[row].tolist(), int(totals[row])) for row in range(SAMPLE)]

    def peer() -> list[list[int]]:
        return [compute("largest_remainder", votes, seats, verbose=False) for votes, seats in sample]

    def ours() -> Any:
        return apportion_many(totals, weights if given is None else given)

    if ours()[:SAMPLE].tolist() != [list(map(int, split)) for split in peer()]:
        raise AssertionError("the splits differ")
    timed = paired_ratios(ours, peer, rounds)
    scale = ROWS / SAMPLE
    scaled = {name: timed[name] / scale for name in ("ratio", "least", "most")}
    title = f"`apportion_many`, {what} (apportionment, largest remainder, {SAMPLE:,} rows scaled to {ROWS:,})"
    size = f"{ROWS:,} splits over {PARTIES} parties"
    return {"what": title, "size": size, **timed, **scaled, "peer_ms": timed["peer_ms"] * scale, "goal": "≤ 0.01"}
