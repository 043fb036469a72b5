"""Results as tables: a bill to Excel and to a data frame, and a ledger from a frame.

The fee is real: 21 kronor for each inhabitant of the eleven municipalities of Familjen Helsingborg. The day on which
inhabitants are counted is not known; 31 December of the year before is assumed.
"""

import tempfile
import textwrap
from pathlib import Path

from familjen import ReferenceDate, allocate
from familjen.datasets import familjen_helsingborg_2016
from familjen.io.flat import Table, as_ledger, read_xlsx, save_table, to_frame


def main() -> None:
    """Bill the fee, save it, read it again, and sum it in a data frame, exactly."""
    agreement = familjen_helsingborg_2016().agreements[0]
    bill = allocate(agreement, year=2016, reference=ReferenceDate(12, 31, years_before=1))
    table = Table.of(bill, name="Fee 2016")
    print(textwrap.fill(str(table), 80))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "fee.xlsx"
        save_table(table, path)
        (again,) = read_xlsx(path, {"Fee 2016": table.columns})
        print(f"Read from Excel, it is the same: {again == table}")
    frame = to_frame(bill, "polars", floats=("share",))
    largest = frame.sort("amount", descending=True).select("name", "amount", "share").head(3)
    for name, amount, share in largest.iter_rows():
        print(f"{name:<14}{amount:>12,}{share:>8.1%}")
    print(f"All together {frame['amount'].sum():,} {bill.currency}, exactly {bill.total == frame['amount'].sum()}")
    paid = frame.rename({"name": "kommun", "year": "år", "amount": "betalat"}).select("kommun", "år", "betalat")
    entries = [{**row, "verksamhet": "Avgift"} for row in paid.to_dicts()]
    ledger = as_ledger(entries)
    print(f"Bjuv in the ledger: {ledger.net('Bjuv'):,} {bill.currency}")
    print("\nThe bill went to Excel, to a frame and into a ledger without losing a krona: the")
    print(f"{len(table)} parties paid {-sum(map(ledger.net, ledger.parties)):,} {bill.currency} in the ledger too.")


if __name__ == "__main__":
    main()
