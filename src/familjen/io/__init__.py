"""Nouns to and from files."""

from familjen.io.json import dump, dumps, load, loads
from familjen.io.schema import json_schema

__all__ = ["dump", "dumps", "json_schema", "load", "loads"]
