"""Can one cost be split among all 290 municipalities? To twelve digits, with proof, and not by 2^290 coalitions.

The populations are real. The cost curve is ILLUSTRATIVE: nobody has published what such a joint service would cost.
"""

import datetime as dt

from familjen.games import ScaleGame, core, nucleolus, shapley
from familjen.games.compact import Power
from familjen.places import Statistics, municipalities

COUNTED = dt.date(2025, 12, 31)
SHOWN = ("Stockholm", "Göteborg", "Malmö", "Helsingborg", "Åstorp", "Örkelljunga", "Arjeplog", "Bjurholm")


def sweden() -> ScaleGame:
    """Tell the game: 2 million kronor once, 100,000 for each further member, and a curve of the inhabitants."""
    statistics = Statistics.bundled()
    inhabitants = {each.name: statistics.value("population", each.code, COUNTED) for each in municipalities()}
    return ScaleGame.of(inhabitants, Power(400, 0.9), fixed=2_000_000, link=100_000)


def main() -> None:
    """Split it by the Shapley value and the nucleolus, and show what small and large ones pay per inhabitant."""
    game = sweden()
    inhabitants = dict(zip(game.players, game.weights, strict=True))
    apart = sum(game.alone().values())
    print(f"{game.number_of_players} municipalities, {int(sum(game.weights)):,} inhabitants on {COUNTED}")
    print("Costs are ILLUSTRATIVE, in kronor:")
    print("2,000,000 + 100,000 for each further member + 400·inhabitants^0.9.")
    print(
        f"Apart {apart / 1e6:,.1f} million kronor, together {game.whole / 1e6:,.1f}: {1 - game.whole / apart:.0%} less."
    )

    value, nucleus = shapley(game), nucleolus(game)
    if nucleus.certificate is None:
        raise RuntimeError("a nucleolus comes with its certificate")
    print(f"\nThe game has a core: {bool(core(game))}; the Shapley value is in it: {value.is_in_core()}")
    print(f"The nucleolus is proven: {nucleus.certificate.verify(game)}; it is in the core: {nucleus.is_in_core()}")

    alone = game.alone()
    print(f"\n{'kr per inhabitant':<20}{'inhabitants':>12}{'alone':>9}{'shapley':>9}{'nucleolus':>11}")
    for name in SHOWN:
        head = inhabitants[name]
        each = (float(cost / head) for cost in (alone[name], value[name], nucleus[name]))
        print("{:<20}{:>12,}{:>9.2f}{:>9.2f}{:>11.2f}".format(name, int(head), *each))

    print()
    half = sorted(game.players, key=lambda player: inhabitants[player])[: game.number_of_players // 2]
    savings = (shares.savings() for shares in (value, nucleus))
    kept = [sum(saved[player] for player in half) / (apart - game.whole) for saved in savings]
    print(f"Of all that is saved the smaller half keeps {kept[0]:.0%} by the Shapley value, and {kept[1]:.0%}")
    print("by the nucleolus. Which of the two is fairer is for people to say.")


if __name__ == "__main__":
    main()
