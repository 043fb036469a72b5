"""A party leaves: when is it out, what does it pay until then, and what does it take with it?

The parties are real, the agreement and its amounts are ILLUSTRATIVE: notice of one year, and a settlement by the
capital that each has paid in.
"""

import datetime as dt
import textwrap
from decimal import Decimal

from familjen.allocation import allocate, leave, sensitivity
from familjen.dates import Notice, ReferenceDate
from familjen.model import (
    Agreement,
    CostClause,
    ExitSettlement,
    LegalForm,
    MembershipTerms,
    Population,
    participations,
)

heads = Population(ReferenceDate(12, 31, years_before=1))
capital = {"1489": Decimal(4_200_000), "1442": Decimal(1_200_000), "1441": Decimal(3_600_000)}
names = {"1489": "Alingsås", "1442": "Vårgårda", "1441": "Lerum"}
rescue = Agreement(
    "raddning",
    "Rescue services",
    LegalForm.CIVIL_LAW,
    parties=participations(names),
    notice=Notice(years=1),
    cost_clause=CostClause.of(heads, membership=MembershipTerms(exit=ExitSettlement.CAPITAL_SHARE)),
)

left = leave(rescue, "1442", noticed=dt.date(2025, 4, 1), equity=12_000_000, capital=capital)
print("The agreement and its amounts are ILLUSTRATIVE.\n")
print(textwrap.fill(str(left), 80))
print()
bill = allocate(rescue, year=2025, cost=90_000_000)
print(bill)

effect = sensitivity(rescue, year=2025, cost=90_000_000).effect("1442")
print("\nIf the cost stayed the same, the others would then pay more:")
for party, change in effect.changes.items():
    if party != "1442":
        print(f"  {names[party]:<10}{float(change):+15,.0f} kr a year")

print(f"\nVårgårda's {bill.charge('1442').amount:,} kr a year fall on the others unless the cost falls too:")
print("the settlement pays out what was put in, and not what staying was worth.")


def picture() -> object:
    """Draw what each one's leaving does to the others."""
    from familjen.report.plots import plot_sensitivity

    return plot_sensitivity(sensitivity(rescue, year=2025, cost=90_000_000), kinds=["party"], illustrative=True)
