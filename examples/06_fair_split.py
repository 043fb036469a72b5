"""What is a fair split of a joint cost? Several methods side by side on one family law unit, with proof.

Helsingborg performs family law for some of its neighbours; the populations are real. The costs are ILLUSTRATIVE: nobody
publishes what the unit costs. A curve tells what each group would pay for a unit of its own, in whole thousands.
"""

import datetime as dt
import textwrap
from decimal import Decimal

from familjen.games import Comparison, CostGame, CostShares, ScaleGame, compare, core, nucleolus
from familjen.games.compact import Power
from familjen.places import Statistics, municipality

COUNTED = dt.date(2025, 12, 31)
NAMES = ("Helsingborg", "Klippan", "Svalöv", "Åstorp", "Örkelljunga")


def inhabitants() -> dict[str, int]:
    """Give the real population of each municipality."""
    statistics = Statistics.bundled()
    return {name: int(statistics.value("population", municipality(name).code, COUNTED)) for name in NAMES}


def unit() -> CostGame:
    """Tell what each group of them would pay for a unit of its own; ILLUSTRATIVE.

    A head of unit and a system once, 900,000 kronor; 100,000 of travel for each further municipality; and case work
    that grows a little more slowly than the inhabitants.
    """
    curve = ScaleGame.of(inhabitants(), Power(150, Decimal("0.95")), fixed=900_000, link=100_000)
    return CostGame.from_function(NAMES, lambda members: round(curve(members) / 1000) * 1000)


def splits(game: CostGame) -> Comparison:
    """Split it by inhabitants, as many agreements do, and by two methods of the literature."""
    heads, whole = inhabitants(), game.exactly(NAMES)
    parts = [whole * number / sum(heads.values()) for number in heads.values()]
    return compare(game, [CostShares.of(game, parts, "by_inhabitants"), "shapley", "nucleolus"], exact=True)


def main() -> None:
    """Tell the game, ask for its core, split it by several methods, and explain one split."""
    game = unit()
    print(f"A joint family law unit, inhabitants of {COUNTED}. Costs are ILLUSTRATIVE.\n")
    found = splits(game)
    print(f"{'kr per inhabitant':<18}{'alone':>10}", *(f"{name.replace('_', ' '):>15}" for name in found.shares))
    for name, heads in inhabitants().items():
        parts = [float(part) / heads for part in found.parts(name).values()]
        print(f"{name:<18}{game.alone()[name] / heads:>10.2f}", *(f"{part:>15.2f}" for part in parts))
    print()
    for line in str(nucleolus(game, exact=True).explain()).splitlines():
        print(textwrap.fill(line, 80, subsequent_indent="    "))

    kernel, apart = core(game), sum(game.alone().values())
    print(f"\nApart it costs {apart:,.0f} kr, together {game.whole:,.0f} kr. There is a split that no")
    print(f"group can better by itself: {bool(kernel)}, proven: {kernel.verify(game)}.")


def picture() -> object:
    """Draw each one's part by each method."""
    from familjen.report.plots import plot_shares

    return plot_shares(splits(unit()), unit="kr", illustrative=True)


if __name__ == "__main__":
    main()
