"""Does it pay off to do family law together, for whom, how surely – and what would have to be true?

Helsingborg performs family law for some of its neighbours; the populations are real. The costs are ILLUSTRATIVE: nobody
publishes what the unit costs. Nothing is saved unless an assumption says so, and each stands on the result.
"""

import datetime as dt
import textwrap

from familjen.places import Statistics, municipality
from familjen.scale import (
    Assumption,
    Basis,
    Cooperating,
    Discounting,
    FixedVariable,
    Meetings,
    ServiceCost,
    break_even,
    scale_benefit,
)

COUNTED = dt.date(2025, 12, 31)
NAMES = ("Helsingborg", "Klippan", "Svalöv", "Åstorp", "Örkelljunga")


def illustrative(base: float, low: float | None = None, high: float | None = None) -> Assumption:
    """Make a number up, and say so."""
    return Assumption(base, low=low, high=high, basis=Basis.ILLUSTRATIVE)


def family_law() -> ServiceCost:
    """Say what a unit costs any group of them: once a head and a system, and case work by inhabitants."""
    statistics = Statistics.bundled()
    inhabitants = {name: statistics.value("population", municipality(name).code, COUNTED) for name in NAMES}
    return ServiceCost.of(
        inhabitants,
        FixedVariable(illustrative(900_000, 600_000, 1_100_000), illustrative(130)),
        distance=illustrative(0.3, 0, 1),
        cooperating=Cooperating(
            per_further_member=illustrative(100_000, 50_000, 300_000),
            meetings=(Meetings(10, hours=3, rate=600),),
            transition=illustrative(2_000_000, 1_000_000, 4_000_000),
        ),
    )


def show(text: object) -> None:
    """Print a text in lines of 80 letters at most."""
    for line in str(text).splitlines():
        print(textwrap.fill(line, 80, subsequent_indent="    "))


def main() -> None:
    """Reckon it, split it two ways, and say how many partners it takes."""
    service = family_law()
    counting = Discounting(Assumption(0.03, low=0.01, high=0.05), first_year=2027)
    by_size = scale_benefit(service, discounting=counting)
    show(f"Family law together, split by inhabitants as many agreements do:\n{by_size}\n")
    fair = scale_benefit(service, split="shapley", discounting=counting)
    show(f"The same by the Shapley value:\n{fair}\n\n{break_even(service).explain()}")
    print()
    show(f"Who loses by a split by inhabitants: {', '.join(by_size.losers()) or 'nobody'}.")
    show(f"Who loses by the Shapley value: {', '.join(fair.losers()) or 'nobody'}.")


def picture() -> object:
    """Draw what each saves, from low over base to high."""
    from familjen.report.plots import plot_savings

    return plot_savings(scale_benefit(family_law(), split="shapley"))


if __name__ == "__main__":
    main()
