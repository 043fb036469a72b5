"""What does each member pay, and what would another reference date change?

The fee is 21 kr per inhabitant. On which day inhabitants are counted is not known, so the two usual days are compared;
both are assumptions and the statements say so.
"""

import textwrap

import familjen

coop = familjen.datasets.familjen_helsingborg_2016()
agreement = coop.agreements[0]
one_year, two_years = (
    familjen.allocate(agreement, year=2017, reference=familjen.ReferenceDate(12, 31, years_before=years))
    for years in (1, 2)
)

for text in (one_year, one_year.explain("1260")):
    for line in str(text).splitlines():
        print(textwrap.fill(line, 80, subsequent_indent="     "))
print()
print("Counted a year earlier, the parties would pay:")
for early, late in zip(two_years.charges, one_year.charges, strict=True):
    print(f"  {early.name:<12} {early.amount:>10,} kr  ({early.amount - late.amount:+,} kr)")
print(f"  {'Total':<12} {two_years.total:>10,} kr  ({two_years.total - one_year.total:+,} kr)")

most = max(one_year.charges, key=lambda charge: charge.amount)
print(f"\nCounted a year earlier it is {one_year.total - two_years.total:,} kr less in all: an agreement that")
print(f"names no day leaves that open. {most.name} pays the most, {float(most.share):.1%}.")


def picture() -> object:
    """Draw who pays what."""
    from familjen.report.plots import plot_charges

    return plot_charges(one_year)
