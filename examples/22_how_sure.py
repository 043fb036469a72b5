"""How surely does it pay off? What would have to be wrong, which assumption matters most, how often nothing is lost.

Three municipalities share a unit; inhabitants are real, and every cost is ILLUSTRATIVE, with a range.
"""

from familjen.scale import (
    Assumption,
    Basis,
    Cooperating,
    FixedVariable,
    ServiceCost,
    simulate,
    tornado,
    turning_points,
)

SIZES = {"Klippan": 17_713, "Svalöv": 14_474, "Åstorp": 16_494}


def illustrative(base: float, low: float | None = None, high: float | None = None) -> Assumption:
    """Make a number up, and say so."""
    return Assumption(base, low=low, high=high, basis=Basis.ILLUSTRATIVE)


service = ServiceCost.of(
    SIZES,
    FixedVariable(illustrative(900_000, 500_000, 1_000_000), illustrative(130, 110, 180)),
    cooperating=Cooperating(
        per_member=illustrative(350_000, 100_000, 700_000),
        host_overhead=illustrative(0.05, 0, 0.1),
        transition=illustrative(1_500_000, 500_000, 3_000_000),
    ),
)
drawn = simulate(service, samples=5_000, seed=1)
swings = tornado(service)
turning = turning_points(service)

print("All costs are ILLUSTRATIVE.\n")
print(f"{turning}\n")
print(f"{swings}\n")

kept = float((drawn.net >= 0).mean())
low, middle, high = drawn.quantiles()
print(f"In {kept:.1%} of 5,000 draws nothing is lost; nine of ten lie between {low:,.0f} and")
print(f"{high:,.0f} kr over the horizon, with {middle:,.0f} kr in the middle. That is the")
print("chance of the assumptions, not of the world.")


def picture() -> object:
    """Draw what each assumption alone does."""
    from familjen.report.plots import plot_tornado

    return plot_tornado(swings)
