"""Published tables of who pays what, checked: do they add up, and which key gives them (tabellgranskning)."""

from familjen.tables.check import check_table
from familjen.tables.checked import CellGap, Fit, TableCheck

__all__ = ["CellGap", "Fit", "TableCheck", "check_table"]
