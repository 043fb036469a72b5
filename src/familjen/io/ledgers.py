"""Ledgers from files: who paid and received what, a line an entry (huvudbok i filer)."""

# JSON values of any kind pass through here, so their types are not known to a checker.
# pyright: basic

import os
import re
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import attrs

from familjen.balance import Entry, Ledger
from familjen.errors import InvalidValueError, near_matches
from familjen.io.gathering import MOST_PROBLEMS
from familjen.io.numbers import read_decimal
from familjen.io.parse import child_path, document_error, parse, shortened
from familjen.io.tables import amount_of, lines_of
from familjen.model import Source
from familjen.validators import show

__all__ = ["ledger_from_csv", "ledger_from_json", "read_ledger"]

Problems = list[tuple[str, str]]

_NAMES = {
    "party": ("party", "part", "kommun"),
    "year": ("year", "år"),
    "activity": ("activity", "verksamhet", "aktivitet"),
    "paid": ("paid", "betalat"),
    "received": ("received", "fått"),
    "low": ("low", "lägst"),
    "high": ("high", "högst"),
    "kind": ("kind", "slag"),
    "basis": ("basis", "grund"),
    "source": ("source", "källa"),
}
"""What a column or a field is called, in English and Swedish."""
_FIELDS = {heading: name for name, headings in _NAMES.items() for heading in headings}
_NEEDED = ("party", "year", "activity")
_AMOUNTS = ("paid", "received", "low", "high")
_CSV = {".csv", ".tsv", ".txt"}


def read_ledger(path: str | os.PathLike[str], *, decimal: str | None = None) -> Ledger:
    """Read a ledger from a CSV or JSON file, told by its ending (läs huvudbok).

    Raises:
        DocumentError: The file holds no ledger; its ``problems`` tell what is first wrong with each entry, and where.
        InvalidValueError: The ending is another, or a decimal mark is given for JSON.
        OSError: It cannot be opened.
    """
    place = Path(path)
    ending = place.suffix.casefold()
    if ending == ".json":
        if decimal is not None:
            raise InvalidValueError("JSON has its own decimal mark; leave decimal out", attribute="decimal")
        return ledger_from_json(place.read_bytes(), origin=str(path))
    if ending not in _CSV:
        raise InvalidValueError(f"{place.name} ends in neither .csv nor .json", attribute="path")
    try:
        text = place.read_text("utf-8-sig")
    except UnicodeDecodeError:
        reason = "is not UTF-8; save it as CSV UTF-8"
        raise document_error([("$", reason)], str(path)) from None
    return ledger_from_csv(text, decimal=decimal, origin=str(path))


def ledger_from_csv(text: str, *, decimal: str | None = None, origin: str = "") -> Ledger:
    r"""Understand text in CSV form as a ledger.

    The first line holds the headings ``party``, ``year``, ``activity``, ``paid``, ``received``, and ``low``, ``high``,
    ``kind``, ``basis``, ``source`` where they are wanted, in any order, in English or Swedish. An empty amount is none.

    Args:
        text: The text.
        decimal: The decimal mark: a comma where fields are parted by semicolons or tabs, and else a point.
        origin: Where it came from, for messages.

    Raises:
        DocumentError: It is no ledger. Its ``problems`` tell what is first wrong with each line, by its number.
        InvalidValueError: The decimal mark is neither comma nor point.

    >>> ledger_from_csv("kommun;år;verksamhet;betalat;fått\nBjuv;2024;Avgift;314 202,50;\nBjuv;2024;Mässa;;500 000")
    <Ledger: 2 entries, 1 parties, 2 activities, 2024-2024>
    """
    if decimal not in {",", ".", None}:
        raise InvalidValueError(f"{decimal!r} is no decimal mark; use ',' or '.'", attribute="decimal")
    try:
        mark, lines = lines_of(text)
    except InvalidValueError as error:
        raise document_error([("$", error.reason)], origin) from None
    problems: Problems = []
    headings = [field.strip().casefold() for field in (lines[0][1] if lines else [])]
    names = _headings(headings, problems)
    if names and not {"paid", "received"} & set(names):
        problems.append(("line 1", "there is no heading paid or received; give at least one of them"))
    rows: list[tuple[str, dict[str, Any]]] = []
    for number, fields in lines[1:]:
        where = f"line {number}"
        if len(fields) != len(headings):
            problems.append((where, f"has {len(fields)} fields where the headings are {len(headings)}"))
            continue
        given = {name: field.strip() for name, field in zip(names, fields, strict=True) if name and field.strip()}
        try:
            amounts = {
                name: amount_of(given.pop(name), decimal or ("." if mark == "," else ","), name)
                for name in _AMOUNTS
                if name in given
            }
        except InvalidValueError as error:
            problems.append((where, shortened(error.reason)))
            continue
        rows.append((where, {**given, **{name: value for name, value in amounts.items() if value is not None}}))
    return _ledger(rows, problems, origin)


def ledger_from_json(document: str | bytes, *, origin: str = "") -> Ledger:
    """Read a ledger from JSON: an array of entries, or an object with one as ``"entries"``.

    An entry has ``party``, ``year``, ``activity``, and what else `Entry` has. Amounts are text or numbers, which are
    read by their decimals. A range and a source may be null, so that rows of `Ledger.to_rows` are
    understood.

    Raises:
        DocumentError: It is no ledger. Its ``problems`` tell what is first wrong with each entry, by its JSONPath.

    >>> ledger_from_json('[{"party": "Bjuv", "year": 2024, "activity": "Fee", "paid": "314202.50"}]').net("Bjuv")
    Decimal('-314202.5')
    >>> ledger_from_json('[{"party": "Bjuv", "year": 2024, "paid": "-1"}]')
    Traceback (most recent call last):
    familjen.errors.DocumentError: the document: 1 problem
      $[0]: activity is missing
    """
    body = parse(document, origin=origin, read_float=read_decimal)
    path, entries = "$", body
    if isinstance(body, dict):
        path, entries = "$.entries", body.get("entries")
        unknown = sorted(set(body) - {"entries"})
        if unknown:
            raise document_error([(child_path("$", unknown[0]), "is not a known name here; give 'entries'")], origin)
    if not isinstance(entries, list):
        raise document_error([(path, f"{show(entries)} is not an array of entries")], origin)
    problems: Problems = []
    rows: list[tuple[str, dict[str, Any]]] = []
    for place, entry in enumerate(entries):
        where = child_path(path, place)
        if isinstance(entry, dict):
            rows.append((where, dict(entry)))
        else:
            problems.append((where, f"{show(entry)} is not an object"))
    return _ledger(rows, problems, origin)


def _headings(headings: list[str], problems: Problems) -> list[str]:
    names = [_FIELDS.get(heading, "") for heading in headings]
    for heading, name in zip(headings, names, strict=True):
        if not name:
            near = near_matches(heading, _FIELDS, most=1)
            hint = f"did you mean {near[0]!r}?" if near else f"the known ones are {', '.join(_NAMES)}"
            problems.append(("line 1", f"{show(heading)} is no heading of a ledger; {hint}"))
        if len(problems) > MOST_PROBLEMS:
            break
    twice = sorted(name for name, times in Counter(names).items() if name and times > 1)
    problems += [("line 1", f"the heading {name} stands there twice") for name in twice]
    missing = [name for name in _NEEDED if name not in names]
    if missing:
        problems.append(("line 1", f"there is no heading {', '.join(missing)}"))
    return names


def _ledger(rows: Iterable[tuple[str, dict[str, Any]]], problems: Problems, origin: str) -> Ledger:
    entries: list[Entry] = []
    for where, row in rows:
        try:
            entries.append(_entry(row))
        except InvalidValueError as error:
            said = f"{error.attribute}: {error.reason}" if error.attribute else error.reason
            problems.append((where, shortened(said)))
        if len(problems) > MOST_PROBLEMS:
            break
    if not entries and not problems:
        problems.append(("$", "there are no entries"))
    if problems:
        raise document_error(problems, origin)
    try:
        return Ledger.of(entries)
    except InvalidValueError as error:
        raise document_error([("$", error.reason)], origin) from None


def _entry(row: dict[str, Any]) -> Entry:
    known = [field.name for field in attrs.fields(Entry)]
    for name in row:
        if name not in known:
            near = near_matches(name, known, most=1)
            hint = f"did you mean {near[0]!r}?" if near else f"the known ones are {', '.join(known)}"
            raise InvalidValueError(f"{show(name)} is not a known name here; {hint}")
    for name in _NEEDED:
        if name not in row:
            raise InvalidValueError(f"{name} is missing")
    given = {name: _amount(name, value) if name in _AMOUNTS else value for name, value in row.items()}
    if isinstance(given["year"], str) and re.fullmatch(r"[0-9]{1,9}", given["year"]):
        given["year"] = int(given["year"])
    if given.get("source") is not None:
        given["source"] = Source(given["source"])
    return Entry(**given)


def _amount(name: str, value: Any) -> Any:
    if isinstance(value, str):
        try:
            return Decimal(value)
        except InvalidOperation:
            raise InvalidValueError(f"{show(value)} is no number", attribute=name) from None
    return value
