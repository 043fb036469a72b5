"""How fast reports are made, and how large they are: ``python -m bench.report`` writes docs/speed-report.md."""

import datetime as dt
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
from bench.register import synthetic_register
from bench.run import machine

from familjen.datasets import familjen_helsingborg_2016
from familjen.dates import Period, ReferenceDate
from familjen.io import dump
from familjen.model import Cooperation, CostClause, Rate

__all__ = ["main", "measure", "register"]

PAGE = Path(__file__).parents[1] / "docs" / "speed-report.md"
HEAD = """# Speed of reports

Written by `python -m bench.report`. The whole command `familjen report` is timed: Python's start, reading the file, the
check of all rules, drawing and writing. Times are medians in seconds. The large cooperation is made up: 290 real
municipalities, 1,000 agreements and 200 networks. In the last row all agreements are billed, and 400 of the amounts are
explained one by one.

| what | seconds | goal | size, kB | goal |
|---|---:|---:|---:|---:|
"""


def register() -> Cooperation:
    """Make 1,000 agreements between 290 municipalities, at 21 kronor for each inhabitant."""
    made = synthetic_register(networks=200, agreements=1_000)
    clause = CostClause.of(Rate(Decimal(21), reference=ReferenceDate(12, 31, years_before=1)))
    endless = [attrs.evolve(each, period=Period(dt.date(2000, 1, 1)), cost_clause=clause) for each in made.agreements]
    return attrs.evolve(made, agreements=tuple(endless))


def measure(rounds: int = 5) -> Iterator[dict[str, Any]]:
    """Give a row for each report, as they are made."""
    with tempfile.TemporaryDirectory() as folder:
        bundled, whole = Path(folder, "bundled.json"), Path(folder, "large.json")
        dump(familjen_helsingborg_2016(), bundled)
        dump(register(), whole)
        year = ["--year", "2016", "--counted", "2015-12-31"]
        yield _row("Familjen Helsingborg", bundled, [], rounds, ("≤ 3", "≤ 1,500"))
        yield _row("Familjen Helsingborg, with the year's bill", bundled, year, rounds, ("≤ 3", "≤ 1,500"))
        yield _row("290 municipalities, 1,000 agreements", whole, [], rounds, ("≤ 15", ""))
        yield _row("290 municipalities, 1,000 agreements, with the year's bills", whole, year, rounds, ("≤ 15", ""))


def _row(what: str, file: Path, words: list[str], rounds: int, goals: tuple[str, str]) -> dict[str, Any]:
    target = file.with_suffix(".html")
    command = [sys.executable, "-m", "familjen", "report", str(file), "-o", str(target), *words]
    seconds: list[float] = []
    for _ in range(rounds):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own command
        seconds.append(time.perf_counter() - start)
    return {"what": what, "seconds": statistics.median(seconds), "size": target.stat().st_size / 1000, "goals": goals}


def main() -> None:
    """Measure, print and write the page."""
    lines = [
        f"| {row['what']} | {row['seconds']:.2f} | {row['goals'][0]} | {row['size']:,.0f} | {row['goals'][1]} |"
        for row in measure()
    ]
    page = HEAD + "\n".join(lines) + "\n" + machine(("Jinja2", "Babel"))
    PAGE.write_text(page, "utf-8")
    print(page)


if __name__ == "__main__":
    main()
