"""Write a cost clause as data, bill it for three years, and explain every krona.

The case is real: the rescue federation of Alingsås and Vårgårda adopted a budget table for 2027-2029 that does not sum
to its own totals. The clause below is the one that its figures follow: a base cost that is raised by an index, with
earmarked additions, shared by the population of 31 December 2025, in whole thousands of kronor.
"""

from decimal import Decimal

from familjen import ReferenceDate, allocate
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

print(clause.text("sv"))
before = None
for year in (2027, 2028, 2029):
    before = allocate(clause, year=year, parties=["1489", "1442"], last_year=before)
    print(f"\n{year}")
    print(before)
print(f"\n{before.explain('1442')}" if before else "")
