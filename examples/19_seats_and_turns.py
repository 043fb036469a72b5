"""Who gets the seats that are left over, and whose turn is it to be host? Fair over rounds, with a memory.

Thirteen seats of a leadership programme go to eleven municipalities: one each, and two more. The seats are real, the
rounds to come are ILLUSTRATIVE.
"""

import textwrap

from familjen.balance.turns import allocate_seats, rotation
from familjen.datasets import familjen_helsingborg_2016

ELEVEN = [member.party.name for member in familjen_helsingborg_2016().members]

print("The rounds are ILLUSTRATIVE.\n")
rounds = [allocate_seats(13, ELEVEN, at_least=1)]
for _ in range(5):
    rounds.append(allocate_seats(13, ELEVEN, at_least=1, memory=rounds[-1]))
for number, each in enumerate(rounds, start=1):
    print(f"Round {number}: two seats to {' and '.join(name for name, seats in each.seats.items() if seats > 1)}.")

print(f"\n{rounds[-1]}\n")
print(textwrap.fill(rounds[-1].explain("Bjuv"), 80))

hosts = rotation(ELEVEN, range(2027, 2032), history=["Helsingborg", "Ängelholm"])
print(f"Hosts 2027-2031: {', '.join(hosts.holders)}.")

so_far = {name: sum(each.seats[name] for each in rounds) for name in ELEVEN}
print(f"\nAfter six rounds everybody has had {min(so_far.values())} to {max(so_far.values())} seats: nobody is ever a")
print("whole seat from its share, whatever the round.")
