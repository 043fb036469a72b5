"""Somebody is behind: what would make everyone whole? Payments, another key for the fee, turns of hosting.

Three municipalities; the fees are what 21 kronor per inhabitant comes to, and what they get is ILLUSTRATIVE.
"""

import textwrap

from familjen.balance import Entry, Ledger, balance
from familjen.balance.mending import smallest_key_change, smallest_transfers

FEES = {"Bjuv": 314_000, "Klippan": 355_000, "Svalöv": 298_000}

ledger = Ledger.of(
    [
        *[Entry(name, year, "Fee", paid=paid, kind="charge") for year in (2024, 2025) for name, paid in FEES.items()],
        Entry("Bjuv", 2024, "Event", received=900_000, kind="spending", basis="illustrative"),
        Entry("Klippan", 2025, "Programme", received=800_000, kind="seats", basis="illustrative"),
        Entry("Svalöv", 2025, "Programme", received=400_000, kind="seats", basis="illustrative"),
    ]
)
before = balance(ledger)
payments = smallest_transfers(before, 2025)
key = smallest_key_change(before, "Fee")

print(f"What they get is ILLUSTRATIVE.\n\n{before}\n")
for line in payments.explain().splitlines():
    print(textwrap.fill(line, 80))
print(f"\nOr the fee by another key, the same in all:\n\n{key}")

after = [len(proposal.apply().behind()) for proposal in (payments, key)]
behind = " and ".join(map(str, before.behind()))
print(f"\n{behind} is behind as it is. With the payments {after[0]} are behind, with the other key")
print(f"{after[1]}: each of the two is enough, and neither is more than is needed.")


def picture() -> object:
    """Draw who is ahead and who behind, as it is."""
    from familjen.report.plots import plot_balance

    return plot_balance(before)
