"""Nouns to and from files."""

from familjen.io.json import dump, dumps, load, loads
from familjen.io.located import Located
from familjen.io.schema import json_schema
from familjen.io.tables import read_table, table_from_csv

__all__ = ["Located", "dump", "dumps", "json_schema", "load", "loads", "read_table", "table_from_csv"]
