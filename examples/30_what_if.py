"""What moves our bill? Each figure raised by one per cent, and what happens when somebody leaves.

The eleven and their inhabitants are real; the cost is what 21 kronor per inhabitant came to in 2017.
"""

from decimal import Decimal

from familjen.allocation import sensitivity
from familjen.datasets import familjen_helsingborg_2016
from familjen.dates import ReferenceDate
from familjen.model import CostClause, Equal, Population

PARTIES = [member.party.id for member in familjen_helsingborg_2016().members]

heads = CostClause.of(Population(ReferenceDate(12, 31, years_before=1)), unit=Decimal(1))
found = sensitivity(heads, year=2017, cost=7_268_499, parties=PARTIES, keys={"equal parts": Equal()})
print(found)

own = found.effect("population", "1260").changes["1260"]
most = max(change for party, change in found.effect("1283").changes.items() if party != "1283")
print(f"\nWith one per cent more inhabitants Bjuv pays {float(own):,.0f} kr more. If Helsingborg left")
print(f"and the cost stayed, one of the others would pay {float(most):,.0f} kr more: who takes part")
print("matters more than any figure.")


def picture() -> object:
    """Draw what each figure does to the bill that it moves most."""
    from familjen.report.plots import plot_sensitivity

    return plot_sensitivity(found)
