"""Nouns to and from flat tables: a register kept in spreadsheets, a database or a data package (register)."""

from familjen.io.register.build import layout_of
from familjen.io.register.database import from_sqlite, to_sqlite
from familjen.io.register.folder import read_csv_folder, write_csv_folder
from familjen.io.register.package import read_data_package, write_data_package
from familjen.io.register.reading import from_tables
from familjen.io.register.template import write_template
from familjen.io.register.workbook import read_workbook, write_workbook
from familjen.io.register.writing import to_tables

__all__ = [
    "from_sqlite",
    "from_tables",
    "layout_of",
    "read_csv_folder",
    "read_data_package",
    "read_workbook",
    "to_sqlite",
    "to_tables",
    "write_csv_folder",
    "write_data_package",
    "write_template",
    "write_workbook",
]
