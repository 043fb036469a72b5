"""Nouns to and from files."""

from familjen.io.json import dump, dumps, load, loads
from familjen.io.located import Located
from familjen.io.schema import json_schema

__all__ = ["Located", "dump", "dumps", "json_schema", "load", "loads"]
