"""How does a repository check its cooperations at every change? The same check as a step of continuous integration.

The command ``familjen check --format github`` does what is shown here; ``examples/check.yml`` is a whole workflow.
"""

import datetime as dt
import textwrap

import attrs

import familjen
from familjen.errors import FindingsError
from familjen.model import participations

coop = familjen.datasets.familjen_helsingborg_2016()
broken = attrs.evolve(
    coop, agreements=(attrs.evolve(coop.agreements[0], parties=participations(["1283", "9999"]), host="1499"),)
)

TODAY = dt.date(2016, 6, 1)
print("As annotations, which stand beside the lines of a change:\n")
report = familjen.check(broken, on=TODAY)
for line in report.filter(severity="error").to_github("familjen.coop.json").splitlines():
    print(textwrap.shorten(line, 80, placeholder=" …"))

log = report.to_sarif("familjen.coop.json")
print(f"\nAs SARIF {log['version']}: {len(log['runs'][0]['results'])} results, for a code-scanning service.")

try:
    report.raise_for_errors()
except FindingsError as error:
    print(f"As an error: {', '.join(sorted(set(error.codes)))}.")

ok = familjen.check(coop, on=TODAY).ok
print(f"\nThe change is stopped: the broken document has {len(report.errors)} errors; the bundled one has")
print(f"none: {ok}. What is accepted stays in the document, with its reason.")


def picture() -> object:
    """Draw which rules found something in the broken document."""
    from familjen.report.plots import plot_findings

    return plot_findings(report)
