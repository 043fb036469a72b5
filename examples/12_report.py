"""What do I put before the board? One HTML file on the eleven of Familjen Helsingborg.

The yearly fee is real (21 kronor for each inhabitant); the day on which inhabitants are counted is not known, so that
31 December of the year before is an assumption, and stands in the report as one. What nobody has given figures for is
named at the end of the report, with what it would take; nothing is made up.
"""

import datetime as dt
import tempfile
from pathlib import Path

from familjen import ReferenceDate
from familjen.datasets import familjen_helsingborg_2016
from familjen.report import HtmlReport, bill_all, html


def report() -> HtmlReport:
    """Bill the year, and make the report; ``lang="sv"`` makes it in Swedish."""
    coop = familjen_helsingborg_2016()
    bills = bill_all(coop, year=2016, reference=ReferenceDate(12, 31, years_before=1))
    return html(coop, statements=bills, made=dt.date(2026, 1, 31))


def main() -> None:
    """Save the report, and say what is in it and what is not."""
    made = report()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "report.html")
        made.save(path)
        print(f"{path.name}: {made.title}")
    print(f"Sections: {', '.join(made.sections)}\n")
    for each in made.absent:
        print(f"Not answered – {each.title}")
    print(
        f"\nThe board gets {len(made.sections)} sections in one file that needs no network;"
        f"\n{len(made.absent)} questions stay open until somebody gives their figures."
    )


if __name__ == "__main__":
    main()
