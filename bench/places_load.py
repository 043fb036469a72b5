"""What the bundled population costs to load, beside importing numpy, each in a fresh interpreter."""

import subprocess
import sys
from typing import Any

from bench.paired import paired_ratios

__all__ = ["main", "measure"]

_NUMPY = "import numpy\n"
_PLACES = "from familjen import places\n"
_ALL = "from familjen.places import bundled\nassert sum(map(len, bundled.table('population').values())) == 22040\n"


def measure(rounds: int = 15) -> list[dict[str, Any]]:
    """Give a row for each comparison of two interpreters, one of which loads all cells of the population."""
    size = "22,040 cells, an interpreter's start and its imports"
    pairs = [
        ("population loaded, beside all the same imports without it", _NUMPY + _PLACES + _ALL, _NUMPY + _PLACES),
        ("places imported and population loaded, beside numpy imported", _PLACES + _ALL, _NUMPY),
        ("numpy and places imported and population loaded, beside numpy imported", _NUMPY + _PLACES + _ALL, _NUMPY),
    ]
    return [
        {"what": what, "size": size, **_compare(ours, peer, rounds), "goal": "≤ 50 ms more"}
        for what, ours, peer in pairs
    ]


def main() -> None:
    """Measure and print."""
    for row in measure():
        more = row["ours_ms"] - row["peer_ms"]
        print(f"{row['what']}: {row['ours_ms']:.1f} ms, {row['peer_ms']:.1f} ms; {more:+.1f} ms {row['goal']}")


def _compare(ours: str, peer: str, rounds: int) -> dict[str, float]:
    return paired_ratios(lambda: _start(ours), lambda: _start(peer), rounds)


def _start(code: str) -> None:
    subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603 - our own words


if __name__ == "__main__":
    main()
