"""Do the eleven of Familjen Helsingborg weigh more together among Skåne's 33 municipalities?

Inhabitants are real (Statistics Sweden, 31 December 2025); the bodies are made up: one in which inhabitants vote, and a
board with two seats for each. An index counts the arithmetic of votes, and not who persuades whom.
"""

import datetime as dt
import textwrap

from familjen.datasets import familjen_helsingborg_2016
from familjen.influence import WeightedVotes, voting_power
from familjen.places import Statistics, municipalities

COUNTED = dt.date(2025, 12, 31)
ELEVEN = tuple(member.party.name for member in familjen_helsingborg_2016().members)


def inhabitants() -> dict[str, int]:
    """Give the inhabitants of Skåne's municipalities."""
    statistics = Statistics.bundled()
    skane = [each for each in municipalities() if each.county == "12"]
    return {each.name: int(statistics.value("population", each.code, COUNTED)) for each in skane}


def by_inhabitants() -> WeightedVotes:
    """Let inhabitants vote, in hundreds, which is quicker to count."""
    return WeightedVotes.of(inhabitants(), majority="more than half", name="inhabitants").rounded(100)


def main() -> None:
    """Weigh the eleven as one in two bodies."""
    people = inhabitants()
    bodies = {
        "By inhabitants": by_inhabitants(),
        "Two seats each": WeightedVotes.of(dict.fromkeys(people, 2), majority="more than half", name="seats"),
    }
    gains: list[float] = []
    for title, votes in bodies.items():
        power = voting_power(votes, bloc=ELEVEN)
        print(title)
        for line in power.explain().splitlines():
            print(textwrap.fill(line, 80, initial_indent="  ", subsequent_indent="    "))
        print()
        gains.append(float(power.bloc.gain) if power.bloc else 0.0)
    people, seats = (100 * gain for gain in gains)
    print(f"As one the eleven gain {people:.1f} points of power where inhabitants vote, and {seats:.1f}")
    print("with two seats each: acting as one gives weight; how much is for the rules.")


def picture() -> object:
    """Draw each one's power beside its share of the inhabitants, and the bloc's."""
    from familjen.report.plots import plot_power

    return plot_power(voting_power(by_inhabitants(), bloc=ELEVEN))


if __name__ == "__main__":
    main()
