"""Which mix of keys comes closest to what the parties think is right?

Inhabitants and tax bases are real (Statistics Sweden); the shares that are wished for are ILLUSTRATIVE.
"""

import textwrap
from decimal import Decimal

from familjen.allocation import allocate, compare, find_mix
from familjen.dates import ReferenceDate
from familjen.model import CostClause, Equal, Population

WISHED = {"1283": 62, "1260": 14, "1276": 14, "1214": 10}

heads = Population(ReferenceDate(12, 31, years_before=1))
found = find_mix(WISHED, {"equal": Equal(), "inhabitants": heads}, year=2025)
print("The shares wished for are ILLUSTRATIVE.\n")
print(textwrap.fill(str(found), 80), end="\n\n")

bills = {
    name: allocate(CostClause.of(key, unit=Decimal(1)), year=2025, cost=10_000_000, parties=list(WISHED))
    for name, key in {"heads": heads, "equal": Equal(), "mix": found.key}.items()
}
side = compare(bills)
print(side)

print(f"\nNo mix of the two comes closer: for nobody is it more than {float(found.distance):.2%} of the whole")
print("from what was wished for.")


def picture() -> object:
    """Draw what equal parts and the mix change against inhabitants alone."""
    from familjen.report.plots import plot_comparison

    return plot_comparison(side, illustrative=True)
