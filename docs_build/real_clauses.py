"""The documentation's page on clauses of real agreements, made from the data: ``python -m docs_build.real_clauses``."""

from pathlib import Path

from familjen.datasets import RealClause, real_clauses
from familjen.places import municipality

__all__ = ["page", "write"]

PAGE = Path(__file__).parents[1] / "docs" / "real-clauses.md"
HEAD = """<!-- Made by python -m docs_build.real_clauses from the bundled data; do not edit. -->

# Clauses of real agreements

Each of these is data in the package, with its source: `familjen.datasets.real_clauses()` gives all of them,
`real_clause(id)` one. The words are written by `clause.text()`; what no calculation can decide is shown as a condition,
in the source's language. Published figures are held against the clauses in the tests. What is an assumption is called
illustrative.

```python
>>> from familjen.datasets import real_clause, real_clauses
>>> len(real_clauses())
17
>>> real_clause("alingsas-vargarda-raddning").clause.unit
Decimal('1000')

```
"""


def page() -> str:
    """Write the page."""
    return HEAD + "".join(map(_section, real_clauses()))


def _section(real: RealClause) -> str:
    lines = [f"\n## {real.title}\n", f"`{real.id}` · {real.country} · {real.currency}\n"]
    lines += real.text().splitlines()
    if real.figures:
        lines.append("\nPublished:\n")
        for figure in real.figures:
            when = "" if figure.year is None else f", {figure.year}"
            whose = "" if figure.party is None else f", {municipality(figure.party).name}"
            lines.append(f"- {figure.what}{whose}{when}: {figure.amount:,}")
    lines.append(f"\n{real.note}\n")
    for source in real.sources:
        title = source.title if source.url is None else f"[{source.title}]({source.url})"
        lines.append(f"Source: {title}\n")
    return "\n".join(lines)


def write() -> None:
    """Write the file."""
    PAGE.write_text(page(), "utf-8")


if __name__ == "__main__":
    write()
