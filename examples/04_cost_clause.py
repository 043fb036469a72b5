"""How do I write a cost clause as data? Bill it for three years, and explain every krona.

The case is real: the rescue federation of Alingsås and Vårgårda adopted a budget table for 2027-2029 that does not sum
to its own totals. The clause below is the one that its figures follow: a base cost that is raised by an index, with
earmarked additions, shared by the population of 31 December 2025, in whole thousands of kronor.
"""

import textwrap
from decimal import Decimal

from familjen import ReferenceDate
from familjen.allocation import forecast
from familjen.model import BaseCost, CostClause, Earmark, Frozen, Indexation, IndexPart, Population, YearChange

changes = (
    YearChange(2027, Decimal("0.030")),
    YearChange(2028, Decimal("0.037")),
    YearChange(2029, Decimal("0.034")),
)
added = (Earmark(2027, Decimal(1_000_000)), Earmark(2028, Decimal(415_000)), Earmark(2029, Decimal(415_000)))
population = Frozen(Population(ReferenceDate(12, 31, years_before=2)), 2027)
clause = CostClause.of(
    BaseCost(Decimal(86_759_000), 2026),
    Indexation(2026, (IndexPart("PKV", changes=changes),), earmarks=added),
    population,
    unit=Decimal(1000),
)


def show(text: object) -> None:
    """Print a text in lines of 80 letters at most."""
    for line in str(text).splitlines():
        print(textwrap.fill(line, 80, subsequent_indent="     "))


show(clause.text("sv"))
years = range(2027, 2030)
plan = forecast(clause, years=years, parties=["1489", "1442"])
print(f"\n{plan}\n")
show(plan[2029].explain("1442"))

part = plan[2029].charge("1442")
print(f"\n{part.name} pays {part.amount:,} kr in 2029, and every step to that sum can be read")
print("and checked: the clause is data, and says the same to people and to the machine.")


def picture() -> object:
    """Draw what each pays year by year."""
    from familjen.report.plots import plot_forecast

    return plot_forecast(plan)
