"""Timing two functions in turn, so that a drift of the machine's speed hits both."""

import gc
import statistics
import time
from collections.abc import Callable

__all__ = ["paired_ratios"]


def paired_ratios(ours: Callable[[], object], peer: Callable[[], object], rounds: int = 15) -> dict[str, float]:
    """Run ours and the peer's in turn and give medians in milliseconds, and the pairs' ratios."""
    ours(), peer()
    mine: list[float] = []
    theirs: list[float] = []
    for _ in range(rounds):
        mine.append(_milliseconds(ours))
        theirs.append(_milliseconds(peer))
    ratios = [one / other for one, other in zip(mine, theirs, strict=True)]
    return {
        "ours_ms": statistics.median(mine),
        "peer_ms": statistics.median(theirs),
        "ratio": statistics.median(ratios),
        "least": min(ratios),
        "most": max(ratios),
    }


def _milliseconds(function: Callable[[], object]) -> float:
    gc.collect()
    start = time.perf_counter()
    function()
    return (time.perf_counter() - start) * 1e3
