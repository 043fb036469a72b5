"""Run every benchmark and write docs/speed.md: ``python -m bench.run``."""

import platform
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from bench import apportion_many, check_register, import_cost, json_register, places_load, statements

__all__ = ["machine", "main", "table"]

PAGE = Path(__file__).parents[1] / "docs" / "speed.md"

VERSIONS = ("attrs", "cattrs", "numpy", "pydantic", "apportionment")

HEAD = """# Speed

Written by `python -m bench.run`. Ours and the peer's are run in turn in one process, so that a drift of the machine's
speed hits both; what counts is the ratio of the pairs (ours / peer's: less than 1 means that ours is faster). Times are
medians in milliseconds.

"""


def main() -> None:
    """Measure, print and write the page."""
    rows = [
        *import_cost.measure(),
        *json_register.measure(),
        *apportion_many.measure(),
        *check_register.measure(),
        *places_load.measure(),
        *statements.measure(),
    ]
    page = HEAD + table(rows) + _growth(check_register.growth()) + _statements() + machine(VERSIONS)
    PAGE.write_text(page, "utf-8")
    print(page)


def table(rows: list[dict[str, Any]]) -> str:
    """Write rows as a Markdown table; a figure that there is none of is left empty."""
    lines = [
        "| what | size | ours, ms | peer, ms | ratio, median | least | most | goal |",
        "|---|---|---:|---:|---:|---:|---:|---|",
    ]
    lines += [
        f"| {row['what']} | {row['size']} | {row['ours_ms']:,.2f} | {row['peer_ms']:,.2f} | {row['ratio']:.4g} "
        f"| {row['least']:.4g} | {row['most']:.4g} | {row.get('goal', '')} |"
        for row in rows
    ]
    return ("\n".join(lines) + "\n").replace("nan", "")


def _growth(rows: list[dict[str, Any]]) -> str:
    lines = [
        "",
        "How a full check grows with the number of agreements; an exponent of 1 is linear.",
        "",
        "| agreements | seconds | exponent from the row above |",
        "|---:|---:|---:|",
    ]
    lines += [
        f"| {row['agreements']:,} | {row['seconds']:.2f} | {row['exponent'] or 0:.2f} |".replace("| 0.00 |", "|  |")
        for row in rows
    ]
    return "\n".join(lines) + "\n"


def _statements() -> str:
    lines = [
        "",
        "How a statement grows with the number of parties; an exponent of 1 is linear.",
        "",
        "| parties | milliseconds | exponent from the row above |",
        "|---:|---:|---:|",
    ]
    for row in statements.growth():
        exponent = "" if row["exponent"] is None else f"{row['exponent']:.2f}"
        lines.append(f"| {row['parties']} | {row['milliseconds']:.3f} | {exponent} |")
    held = statements.memory()
    said = (
        f"Memory held after 1,000 statements in a row: {held['after_1000']:,} bytes; after {held['statements']:,}: "
        f"{held['after_all']:,} bytes."
    )
    return "\n".join([*lines, "", said]) + "\n"


def machine(names: tuple[str, ...]) -> str:
    """Say when, on what, and with which versions was measured."""
    versions = ", ".join(f"{name} {version(name)}" for name in names)
    day = datetime.now(UTC).date()
    return f"\nMeasured on {day} with Python {platform.python_version()} on {platform.machine()}; {versions}.\n"


if __name__ == "__main__":
    main()
