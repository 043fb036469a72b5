"""Does everyone win over time – if not every time? A ledger of the eleven of Familjen Helsingborg, with a verdict.

The yearly fee is real (21 kronor for each inhabitant) and so are the populations, though the day that they are counted
is not known: 31 December of the year before is assumed. What members got for it is ILLUSTRATIVE: nobody keeps such
accounts. The hosts of events and the worth of a seat in a programme are made up to show how it goes.
"""

import textwrap
from decimal import Decimal

from familjen import ReferenceDate, allocate
from familjen.balance import Entry, Kind, Ledger, balance, of_statement
from familjen.balance.mending import smallest_transfers
from familjen.datasets import familjen_helsingborg_2016
from familjen.model import Rate
from familjen.scale import Basis

YEARS = range(2016, 2022)
SEATS = Decimal(60_000)
HOSTS = {2016: "Helsingborg", 2017: "Ängelholm", 2018: "Landskrona", 2019: "Höganäs", 2020: "Klippan", 2021: "Båstad"}


def ledger() -> Ledger:
    """Record the fees, seats in a programme, an event a year, and what networks are worth."""
    members = [member.party for member in familjen_helsingborg_2016().members]
    fee = Rate(Decimal(21), reference=ReferenceDate(12, 31, years_before=1))
    made_up = {"basis": Basis.ILLUSTRATIVE}
    entries: list[Entry] = []
    for year in YEARS:
        bill = allocate(fee, year=year, parties=members)
        entries += of_statement(bill, "Yearly fee")
        for name, amount in zip(bill.names, bill.amounts, strict=True):
            low, high = amount / 2, amount * 2
            worth = Decimal(150_000) + amount * Decimal("0.6")
            entries.append(
                Entry(name, year, "Networks", received=worth, low=min(low, worth), high=max(high, worth), **made_up)
            )
        for name in bill.names:
            entries.append(Entry(name, year, "Leadership", received=SEATS, kind=Kind.SEATS, **made_up))
        host = HOSTS[year]
        entries.append(Entry(host, year, "Event", received=1_500_000, kind=Kind.SPENDING, **made_up))
    return Ledger.of(entries)


def main() -> None:
    """Sum up, say who wins when and what carries it, and what would make all whole."""
    found = balance(ledger(), rate=Decimal("0.03"))
    print(f"{found}\n")
    for text in (found.explain(), smallest_transfers(found).explain()):
        for line in text.splitlines():
            print(textwrap.fill(line, 80, subsequent_indent="    "))
        print()
    behind = found.behind()
    whole, every = len(found.parties) - len(behind), len(found.parties)
    print(f"With these made-up benefits {whole} of {every} are whole by {YEARS[-1]},")
    print(f"and {' and '.join(map(str, behind))} would need the payments above to be so too.")


def picture() -> object:
    """Draw who is ahead and who behind, year by year."""
    from familjen.report.plots import plot_balance_map

    return plot_balance_map(balance(ledger(), rate=Decimal("0.03")))


if __name__ == "__main__":
    main()
