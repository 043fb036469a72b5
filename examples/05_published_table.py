"""Does an adopted budget table add up? What is wrong with it, its key, and the exact table.

The table is that of the rescue federation of Alingsås and Vårgårda, in thousands of kronor. It does not sum to its own
totals: 814,000 kronor of 2029 are nobody's.
"""

from decimal import Decimal

from familjen import ReferenceDate, check_table
from familjen.io import table_from_csv
from familjen.model import BaseCost, CostClause, Earmark, Frozen, Indexation, IndexPart, Population, YearChange

adopted = """\
kSEK;2027;2028;2029
Alingsås;69 994;72 906;75 706
Vårgårda;20 367;21 215;21 215
Summa;90 362;94 120;97 735
"""
table = table_from_csv(adopted, name="ramar", title="Shares of the members, budget 2027 and plan 2028-2029")

checked = check_table(table)
print(checked)

changes = (
    YearChange(2027, Decimal("0.030")),
    YearChange(2028, Decimal("0.037")),
    YearChange(2029, Decimal("0.034")),
)
added = (Earmark(2027, Decimal(1_000_000)), Earmark(2028, Decimal(415_000)), Earmark(2029, Decimal(415_000)))
clause = CostClause.of(
    BaseCost(Decimal(86_759_000), 2026),
    Indexation(2026, (IndexPart("PKV", changes=changes),), earmarks=added),
    Frozen(Population(ReferenceDate(12, 31, years_before=2)), 2027),
    unit=Decimal(1000),
)
print("\nThe same table beside the bill of a clause:\n")
compared = check_table(table, clause, lang="sv")
print(compared)

print(f"\nThe adopted table has {len(compared.findings)} faults, each told with its place. The clause beside it")
print("gives the same years in whole thousands that come to their totals.")
