"""Who decides more than its votes? The eleven of Familjen Helsingborg in a vote by inhabitants, by several indices.

Inhabitants are real (Statistics Sweden, 31 December 2025); that they vote by inhabitants is ILLUSTRATIVE: a committee
of the cooperation may decide otherwise. The second body also needs most of the municipalities.
"""

import datetime as dt
from fractions import Fraction

from familjen.datasets import familjen_helsingborg_2016
from familjen.influence import Chambers, WeightedVotes, voting_power
from familjen.places import Statistics

COUNTED = dt.date(2025, 12, 31)
MEMBERS = {member.party.id: member.party.name for member in familjen_helsingborg_2016().members}
PEOPLE = {name: int(Statistics.bundled().value("population", code, COUNTED)) for code, name in MEMBERS.items()}

by_heads = WeightedVotes.of(PEOPLE, majority="more than half", name="inhabitants")
one_each = WeightedVotes.of(dict.fromkeys(PEOPLE, 1), majority="more than half", name="members")
both = Chambers.of(by_heads, one_each)

rows = {
    "inhabitants, Shapley-Shubik": voting_power(by_heads),
    "inhabitants, Banzhaf (normalised)": voting_power(by_heads, "banzhaf_normalised"),
    "and most members, Shapley-Shubik": voting_power(both),
}
print("That the eleven vote like this is ILLUSTRATIVE.\n")
shown = ("Helsingborg", "Landskrona", "Perstorp")
print(f"{'':<36}", *(f"{name:>12}" for name in shown))
share = {name: Fraction(PEOPLE[name], sum(PEOPLE.values())) for name in shown}
print(f"{'share of inhabitants':<36}", *(f"{float(share[name]):>12.1%}" for name in shown))
for title, power in rows.items():
    print(f"{title:<36}", *(f"{float(power[name]):>12.1%}" for name in shown))

first, second = (float(rows[title]["Helsingborg"]) for title in ("inhabitants, Shapley-Shubik", list(rows)[-1]))
print(f"\nWith {float(share['Helsingborg']):.1%} of the inhabitants Helsingborg has {first:.1%} of the power;")
print(f"where most members must agree too it is {second:.1%}.")


def picture() -> object:
    """Draw each one's power beside its share of the inhabitants."""
    from familjen.report.plots import plot_power

    return plot_power(rows["inhabitants, Shapley-Shubik"])
