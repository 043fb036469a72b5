"""How have the members grown, and what would the fee have been in each year?

Inhabitants are real (Statistics Sweden, 31 December). The fee of 21 kronor is that of 2016; applied to other years it
is ILLUSTRATIVE.
"""

import datetime as dt

from familjen.datasets import familjen_helsingborg_2016
from familjen.places import Statistics

YEARS = (1995, 2005, 2015, 2025)
MEMBERS = [member.party for member in familjen_helsingborg_2016().members]
figures = Statistics.bundled()


def counted(code: str) -> list[int]:
    """Give the inhabitants at the end of each year."""
    return [int(figures.value("population", code, dt.date(year, 12, 31))) for year in YEARS]


print(f"{'Inhabitants':<14}", *(f"{year:>9}" for year in YEARS), f"{'change':>9}")
for party in MEMBERS:
    counts = counted(party.id)
    print(f"{party.name:<14}", *(f"{count:>9,}" for count in counts), f"{counts[-1] / counts[0] - 1:>+9.1%}")
whole = [sum(column) for column in zip(*(counted(party.id) for party in MEMBERS), strict=True)]
print(f"{'All':<14}", *(f"{count:>9,}" for count in whole), f"{whole[-1] / whole[0] - 1:>+9.1%}")
print(f"{'21 kr each':<14}", *(f"{21 * count:>9,}" for count in whole), "  ILLUSTRATIVE")

largest = [max(counted(party.id)[place] for party in MEMBERS) / whole[place] for place in (0, -1)]
print("\nHelsingborg's share of the inhabitants, and so of a fee per inhabitant, has gone")
print(f"from {largest[0]:.1%} to {largest[1]:.1%} in thirty years.")


def picture() -> object:
    """Draw how the inhabitants of each have changed."""
    from familjen.report.plots import plot_population

    return plot_population([party.id for party in MEMBERS], range(YEARS[0], YEARS[-1] + 1))
