"""Keep a cooperation in spreadsheets, and hear of every mistake by its cell.

The register is the bundled Familjen Helsingborg 2016; the two mistakes are made here.
"""

import tempfile
from pathlib import Path

from familjen.datasets import familjen_helsingborg_2016
from familjen.errors import DocumentError
from familjen.io.register import from_sqlite, read_csv_folder, to_sqlite, to_tables, write_csv_folder


def make_mistakes(folder: Path) -> None:
    """Do what a spreadsheet and a hurried hand do to a register."""
    members, activities = folder / "members.csv", folder / "activities.csv"
    members.write_text(members.read_text("utf-8-sig").replace("1283;", "283;", 1), "utf-8")
    activities.write_text(activities.read_text("utf-8-sig").replace(";project;", ";projct;", 1), "utf-8")


def main() -> None:
    """Write the register as tables, spoil it, read it, and keep it in a database."""
    coop = familjen_helsingborg_2016()
    print("Rows of the first four tables:")
    for table in to_tables(coop, empty=False)[:4]:
        print(f"{table.name} ({', '.join(table.names[:4])} …): {len(table)}")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "register"
        files = write_csv_folder(coop, folder)
        print(f"{len(files)} files, read without loss: {read_csv_folder(folder) == coop}")
        make_mistakes(folder)
        try:
            read_csv_folder(folder, references=True)
        except DocumentError as error:
            problems = error.problems
            for cell, sentence in problems:
                print(f"{cell}: {sentence}")
        to_sqlite(coop, Path(place) / "register.db")
        print(f"From the database without loss: {from_sqlite(Path(place) / 'register.db') == coop}")
    print(f"\nA register can live in spreadsheets: both ways nothing is lost, and {len(problems)} slips of")
    print("the hand are told with their cells before anybody is billed by them.")


if __name__ == "__main__":
    main()
