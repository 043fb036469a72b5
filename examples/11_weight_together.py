"""Do the eleven of Familjen Helsingborg weigh more together among Skåne's 33 municipalities?

Inhabitants are real (Statistics Sweden, 31 December 2025); the bodies are made up: one in which inhabitants vote, and a
board with two seats for each. An index counts the arithmetic of votes, and not who persuades whom.
"""

import datetime as dt

from familjen.influence import WeightedVotes, proportional_quota, voting_power
from familjen.places import Statistics, municipalities

COUNTED = dt.date(2025, 12, 31)
ELEVEN = (
    "Bjuv",
    "Båstad",
    "Helsingborg",
    "Höganäs",
    "Klippan",
    "Landskrona",
    "Perstorp",
    "Svalöv",
    "Åstorp",
    "Ängelholm",
    "Örkelljunga",
)


def inhabitants() -> dict[str, int]:
    """Give the inhabitants of Skåne's municipalities."""
    statistics = Statistics.bundled()
    skane = [each for each in municipalities() if each.county == "12"]
    return {each.name: int(statistics.value("population", each.code, COUNTED)) for each in skane}


def main() -> None:
    """Weigh the eleven as one in two bodies, and find the quota that gives each its share among themselves."""
    people = inhabitants()
    bodies = {
        "By inhabitants": WeightedVotes.of(people, majority="more than half", name="inhabitants"),
        "Two seats each": WeightedVotes.of(dict.fromkeys(people, 2), majority="more than half", name="seats"),
    }
    for title, votes in bodies.items():
        power = voting_power(votes, bloc=ELEVEN)
        print(f"{title}: {power!r}")
        print(f"{power.explain()}\n")
    among = WeightedVotes.of({name: people[name] for name in ELEVEN}, majority="more than half", name="inhabitants")
    print("The eleven among themselves, by inhabitants:")
    print(voting_power(among))
    print(f"\n{proportional_quota(among).explain()}")


if __name__ == "__main__":
    main()
