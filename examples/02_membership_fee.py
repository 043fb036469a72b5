"""Bill the yearly fee of Familjen Helsingborg, and see what another reference date would change.

The fee is 21 kr per inhabitant. On which day inhabitants are counted is not known, so the two usual days are compared;
both are assumptions and the statements say so.
"""

import familjen

coop = familjen.datasets.familjen_helsingborg_2016()
agreement = coop.agreements[0]
one_year, two_years = (
    familjen.allocate(agreement, year=2017, reference=familjen.ReferenceDate(12, 31, years_before=years))
    for years in (1, 2)
)

print(one_year)
print()
print(one_year.explain("1260"))
print()
print("Counted a year earlier, the parties would pay:")
for early, late in zip(two_years.charges, one_year.charges, strict=True):
    print(f"  {early.name:<12} {early.amount:>10,} kr  ({early.amount - late.amount:+,} kr)")
print(f"  {'Total':<12} {two_years.total:>10,} kr  ({two_years.total - one_year.total:+,} kr)")
