"""What will each pay in the years to come, and how would another key change that?

Inhabitants up to 2025 are real (Statistics Sweden). The cost, its index and the inhabitants of the years to come are
ILLUSTRATIVE.
"""

import datetime as dt
from decimal import Decimal

from familjen.allocation import compare, forecast
from familjen.dates import ReferenceDate
from familjen.model import Equal, Population, Source
from familjen.places import Series, Statistics, municipality

NAMES = ("Helsingborg", "Klippan", "Svalöv", "Åstorp", "Örkelljunga")
CODES = [municipality(name).code for name in NAMES]
LAST = dt.date(2025, 12, 31)
GROWTH = {"Helsingborg": 1_200, "Klippan": -60, "Svalöv": 40, "Åstorp": 90, "Örkelljunga": -50}

counted = {
    name: int(Statistics.bundled().value("population", code, LAST)) for name, code in zip(NAMES, CODES, strict=True)
}
rows = [
    (code, dt.date(year, 12, 31), counted[name] + GROWTH[name] * (year - 2025))
    for name, code in zip(NAMES, CODES, strict=True)
    for year in (2026, 2027, 2028)
]
projection = Series.from_rows("population", "inhabitants", Source("Made up to show the calculation"), rows)
index = {2028: Decimal("0.031"), 2029: Decimal("0.028")}
given = {"years": (2027, 2028, 2029), "cost": 18_500_000, "index": index, "parties": CODES}

plan = forecast(Population(ReferenceDate(12, 31, years_before=1)), projection=projection, **given)
alike = forecast(Equal(), **given)
side = compare(plan[2029], alike[2029], names=["by inhabitants", "equal parts"])

print(f"Cost, index and growth are ILLUSTRATIVE.\n\n{plan}\n\n{side}")

rise = plan[2029].total / plan[2027].total - 1
most = max(CODES, key=lambda code: side.differences(code)["equal parts"] or Decimal(0))
print(f"\nThe whole rises by {rise:.1%} in two years. Equal parts in 2029 would cost {side.parties[most]}")
print("the most more, and Helsingborg less.")


def picture() -> object:
    """Draw what each pays year by year."""
    from familjen.report.plots import plot_forecast

    return plot_forecast(plan, illustrative=True)
