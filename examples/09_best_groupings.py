"""Which of Skåne's 33 municipalities would do a service together, if only neighbours may, and cost alone decided?

Populations, borders and centroids are real; the costs are ILLUSTRATIVE. Every number here could be another, and the
groups with it: see how they change when distance costs twice as much.
"""

import datetime as dt

from familjen.places import Statistics, municipalities
from familjen.scale import Assumption, Basis, Cooperating, FixedVariable, ServiceCost, best_partition, best_partners

COUNTED = dt.date(2025, 12, 31)
LARGEST = 6


def service(per_km: float) -> ServiceCost:
    """Say what a unit costs any group: once a head and a system, work by inhabitants, and the way to the centre."""
    statistics = Statistics.bundled()
    skane = [each for each in municipalities() if each.county == "12"]
    inhabitants = {each.name: statistics.value("population", each.code, COUNTED) for each in skane}
    made_up = Basis.ILLUSTRATIVE
    return ServiceCost.of(
        inhabitants,
        FixedVariable(Assumption(900_000, basis=made_up), Assumption(130, basis=made_up)),
        distance=Assumption(per_km, basis=made_up),
        cooperating=Cooperating(per_pair=Assumption(60_000, basis=made_up)),
    )


def main() -> None:
    """Find the cheapest groups of neighbours for two costs of distance, and the best partners of one of them."""
    print("Costs are ILLUSTRATIVE: nobody has published them.\n")
    for per_km in (0.5, 1.0):
        found = best_partition(service(per_km), neighbours=True, most=LARGEST)
        print(f"At {per_km} kr for each inhabitant and km, groups of at most {LARGEST} neighbours:\n{found}\n")
    best = best_partners(service(0.5), "Svalöv", neighbours=True, most=4, first=3)
    print("Of groups with Svalöv, split so that all save alike, it pays least in:")
    for group in best.ranked:
        print(f"  {' + '.join(map(str, group.members))}:")
        print(f"    {group.part:,.0f} kr a year, {group.gain:,.0f} kr less than alone")
    near, far = (len(best_partition(service(per_km), neighbours=True, most=LARGEST).groups) for per_km in (0.5, 1.0))
    print(f"\nWith distance at half a krona {near} groups are cheapest, at a whole one {far}: groups")
    print("follow from the costs that were given, and are no evidence that they save.")


def picture() -> object:
    """Draw the groups as a map."""
    from familjen.report.plots import plot_partition

    return plot_partition(best_partition(service(0.5), neighbours=True, most=LARGEST))


if __name__ == "__main__":
    main()
