"""Whether the bundled data may be uploaded: ``python -m release.licences`` refuses while a line is left to settle."""

import re
import sys
from pathlib import Path

import attrs

__all__ = ["Open", "main", "named", "open_lines"]

PAGE = Path(__file__).parents[1] / "DATA-LICENSES.md"
_BETWEEN = re.compile(r"<!-- to be settled: begin -->\n(.*?)<!-- to be settled: end -->", re.DOTALL)
_HEAD = ("File", "What", "Read from", "To be fetched from")


@attrs.frozen
class Open:
    """Bundled data whose terms are not settled."""

    file: str
    """The file, from the root of the repository."""
    what: str
    """Which of its figures or words."""
    read_from: str
    """The copy that states no licence."""
    fetch_from: str
    """Where the same is to be had with terms."""


def open_lines(text: str) -> tuple[Open, ...]:
    """Read the table between the markers; a page without it is refused, since it would say that all is well.

    Raises:
        ValueError: The markers or the head of the table are missing, stand there twice, or a line is no line of it.
    """
    tables = _BETWEEN.findall(text)
    if len(tables) != 1:
        raise ValueError(f"{PAGE.name} has {len(tables)} tables between the markers; there must be one")
    head, rule, *lines = [_cells(line) for line in tables[0].splitlines()] + [(), ()]
    if head != _HEAD or not all(set(cell) == {"-"} for cell in rule):
        raise ValueError(f"the table in {PAGE.name} must have the columns {', '.join(_HEAD)}")
    wrong = [line for line in lines if line and (len(line) != len(_HEAD) or not all(line))]
    if wrong:
        raise ValueError(f"{' | '.join(wrong[0])!r} in {PAGE.name} is no line of four cells")
    return tuple(Open(line[0].strip("`"), *line[1:]) for line in lines if line)


def named(text: str) -> frozenset[str]:
    """Give the files that the page speaks of."""
    return frozenset(re.findall(r"^\| `([^`]+)` \|", text, re.MULTILINE))


def main() -> int:
    """Say what is left to settle; 0 when there is nothing, 1 otherwise."""
    left = open_lines(PAGE.read_text("utf-8"))
    for each in left:
        print(f"{each.file}: {each.what}; fetch from: {each.fetch_from}", file=sys.stderr)  # noqa: T201 - for people
    if left:
        print(f"{len(left)} left to settle: nothing may be uploaded. See {PAGE.name}.", file=sys.stderr)  # noqa: T201
        return 1
    print("The terms of all bundled data are settled.")  # noqa: T201 - for people
    return 0


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.strip().strip("|").split("|"))


if __name__ == "__main__":
    sys.exit(main())
