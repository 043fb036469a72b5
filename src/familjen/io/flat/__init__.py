"""Flat tables of anything: CSV, Excel and data frames (platta tabeller).

`Table` is named columns of one kind each, and rows of values. `Table.of` makes one of any result.
"""

from familjen.io.flat.column import KINDS, Column, Kind, Value
from familjen.io.flat.csv_text import from_csv, read_csv, to_csv, write_csv
from familjen.io.flat.from_frames import from_frame
from familjen.io.flat.inputs import as_figures, as_game, as_ledger, as_published_table
from familjen.io.flat.saving import save_table
from familjen.io.flat.source import as_table
from familjen.io.flat.table import Table
from familjen.io.flat.to_frames import to_frame
from familjen.io.flat.xlsx_read import read_xlsx
from familjen.io.flat.xlsx_written import write_xlsx

__all__ = [
    "KINDS",
    "Column",
    "Kind",
    "Table",
    "Value",
    "as_figures",
    "as_game",
    "as_ledger",
    "as_published_table",
    "as_table",
    "from_csv",
    "from_frame",
    "read_csv",
    "read_xlsx",
    "save_table",
    "to_csv",
    "to_frame",
    "write_csv",
    "write_xlsx",
]
