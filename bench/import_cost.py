"""What ``import familjen`` costs beside ``import attrs``, each in a fresh interpreter."""

import subprocess
import sys
from typing import Any

from bench.paired import paired_ratios

__all__ = ["measure"]


def measure(rounds: int = 15) -> list[dict[str, Any]]:
    """Give one row: the wall time of an interpreter that imports us, and of one that imports attrs."""
    ratio = paired_ratios(lambda: _start("import familjen"), lambda: _start("import attrs"), rounds)
    bare = paired_ratios(lambda: _start("import familjen"), lambda: _start("pass"), rounds)
    size = "an interpreter's start and one import"
    return [
        {"what": "`import familjen` beside `import attrs`", "size": size, **ratio},
        {"what": "`import familjen` beside no import", "size": size, **bare},
    ]


def _start(code: str) -> None:
    subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603 - our own words
