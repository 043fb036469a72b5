"""Split the cost of a joint family law unit among five municipalities, by several methods, with proof and explanation.

Helsingborg performs family law for some of its neighbours; the populations are real. The costs are ILLUSTRATIVE: nobody
publishes what the unit costs. A curve tells what each group would pay for a unit of its own, in whole thousands.
"""

import datetime as dt
from decimal import Decimal

from familjen.games import METHODS, CostGame, CostShares, ScaleGame, core, nucleolus
from familjen.games.compact import Power
from familjen.places import Statistics, municipality

COUNTED = dt.date(2025, 12, 31)
NAMES = ("Helsingborg", "Klippan", "Svalöv", "Åstorp", "Örkelljunga")
CHOSEN = ("proportional_to_alone", "scrb", "shapley", "nucleolus", "equal_profit")
HUNDRED = Decimal(100)


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


def by_inhabitants(game: CostGame) -> CostShares:
    """Split the whole by inhabitants, as many agreements do."""
    heads = inhabitants()
    whole = game.exactly(NAMES)
    return CostShares.of(game, [whole * number / sum(heads.values()) for number in heads.values()], "by inhabitants")


def table(game: CostGame, splits: list[CostShares]) -> str:
    """Set splits side by side, in kronor per inhabitant, and say which keep every group."""
    rows = [["kr per inhabitant", "alone", *(shares.method.replace("_", " ") for shares in splits)]]
    for name, number in inhabitants().items():
        parts = [game.alone()[name], *(float(shares[name]) for shares in splits)]
        rows.append([name, *(f"{part / number:.2f}" for part in parts)])
    rows.append(["in the core", "", *("yes" if shares.is_in_core() else "no" for shares in splits)])
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join("  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)


def main() -> None:
    """Tell the game, ask for its core, split it by several methods, and explain one split."""
    game = unit()
    print(f"A joint family law unit; inhabitants of {COUNTED}. The costs are ILLUSTRATIVE: nobody publishes them.")
    print(f"Apart {sum(game.alone().values()):,.0f} kr, together {game.whole:,.0f} kr.\n")
    print(table(game, [by_inhabitants(game), *(METHODS[name](game, exact=True) for name in CHOSEN)]))

    found = core(game)
    print(f"\nIs there a split that no group can better by itself? {bool(found)}; proven: {found.verify(game)}.")
    group, excess = METHODS["proportional_to_alone"](game).worst_off()
    print(f"In proportion to cost alone, {', '.join(map(str, group))} would pay {excess:,.0f} kr less by themselves.")

    shares = nucleolus(game, exact=True)
    if shares.certificate is None:
        raise RuntimeError("a nucleolus comes with its certificate")
    print(f"\nThe nucleolus is proven: {shares.certificate.verify(game)}. In whole hundreds of kronor:")
    for name, amount in shares.to_amounts(HUNDRED).items():
        print(f"  {name:<12}{amount:>12,}")
    for lang in ("en", "sv"):
        print(f"\n{shares.explain(lang)}")


if __name__ == "__main__":
    main()
