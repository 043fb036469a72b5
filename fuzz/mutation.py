"""Mutating documents as documents: values, names and lists of a JSON tree, and cells of a table."""

# ruff: noqa: PLR2004, S311 - a kind of change is a number that is drawn, and need not be secret

import copy
import json
import random
from collections.abc import Iterator
from typing import Any

__all__ = ["mutated"]

_RAW = "@@raw@@"
_VALUES: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 2, 9999, 10**15, 10**15 + 1, -(10**18), 0.5, -0.0, 1e308,
    "", " ", "a", "1", "-1", "0.1", "1/3", "1/0", "0/1", "NaN", "Infinity", "-0", "1E+99", "1e-99", "1_000", "١",
    "2016-02-30", "2016-01-01", "9999-12-31", "0001-01-01", "1283", "12", "x" * 300, "\x00", "\ud800", "å̈\u202e",
    "A+B", "+", "A + ", [], {}, [[]], [{}], [None], {"": None}, {"type": "equal"}, {"type": []}, {"base": "1"},
)  # fmt: skip
_TEXTS = (
    "NaN", "-Infinity", "1e999999999", "-1e-999999999", "1e99999999999999999999", "9" * 4301, "0." + "1" * 5000,
    "1E99", "1e400", '"\\ud800"', '{"a":1,"a":2}', "[" * 200 + "]" * 200, '"' + "9" * 4301 + '"', '"1e999999999"',
    '"' + "1" * 61 + '"', "01", "+1", ".5", "1.", "'a'", "", ",", "}", "/*x*/1", "\ufeff1",
)  # fmt: skip
_CELLS = (
    "",
    "-",
    "NaN",
    "1e999",
    "1,5",
    "1.5",
    "1 000",
    "−1",
    '"',
    '""',
    ";",
    "\t",
    "\n",
    "\r",
    "\x00",
    "Summa",
    "9" * 5000,
)


def mutated(data: bytes, seed: int) -> bytes:
    """Change a document in one to three places, most often in one, as its kind allows."""
    rng = random.Random(seed)
    try:
        tree = json.loads(data)
    except (ValueError, RecursionError):
        return _table(data, rng)
    raws: list[str] = []
    for _ in range(rng.choice((1, 1, 2, 3))):
        tree = _changed(tree, rng, raws)
    text = json.dumps(tree, ensure_ascii=rng.random() < 0.5)
    for raw in raws:
        text = text.replace(f'"{_RAW}"', raw, 1)
    return text.encode("utf-8", "surrogatepass")


def _changed(tree: Any, rng: random.Random, raws: list[str]) -> Any:
    """Change one place of the tree."""
    places = [*_places(tree)]
    if not places:
        return _value(rng, raws)
    inside, step = rng.choice(places)
    what = rng.randrange(7)
    if what == 0:
        del inside[step]
    elif what == 1:
        inside[step] = [copy.deepcopy(inside[step]) for _ in range(rng.choice((0, 1, 2, 50)))]
    elif what == 2:
        other, from_step = rng.choice(places)
        inside[step] = copy.deepcopy(other[from_step])
    elif what == 3 and isinstance(inside, dict):
        inside[_name(step, rng, places)] = inside.pop(step)
    elif what == 3:
        inside.insert(step, copy.deepcopy(inside[step]))
    elif what == 4 and isinstance(inside[step], str) and inside[step]:
        inside[step] = _text(inside[step], rng)
    else:
        inside[step] = _value(rng, raws)
    return tree


def _places(tree: Any) -> Iterator[tuple[Any, Any]]:
    """Give every place inside a tree, as what it is in and the step to it."""
    stack = [tree]
    while stack:
        inside = stack.pop()
        steps = [*inside] if isinstance(inside, dict) else range(len(inside)) if isinstance(inside, list) else ()
        for step in steps:
            yield inside, step
            stack.append(inside[step])


def _value(rng: random.Random, raws: list[str]) -> Any:
    if rng.random() < 0.3:
        raws.append(rng.choice(_TEXTS))
        return _RAW
    return copy.deepcopy(rng.choice(_VALUES))


def _name(step: str, rng: random.Random, places: list[tuple[Any, Any]]) -> str:
    names = [each for inside, each in places if isinstance(inside, dict)]
    return rng.choice((*names[:200], "", "type", "\ud800", step + "x", step[:-1], "a.b", "it's", "x" * 500))


def _text(text: str, rng: random.Random) -> str:
    at = rng.randrange(len(text))
    put = rng.choice(("", " ", "0", "9", ".", "/", "-", "å", "\x00", "\ud800", "e", "+", "٣"))
    return text[:at] + put + text[at + rng.randrange(2) :]


def _table(data: bytes, rng: random.Random) -> bytes:
    """Change a cell or a line of a table."""
    lines = data.decode("utf-8", "surrogateescape").split("\n")
    mark = next((mark for mark in ";\t," if mark in lines[0]), ";")
    at = rng.randrange(len(lines))
    cells = lines[at].split(mark)
    what = rng.randrange(5)
    if what == 0:
        lines.insert(at, rng.choice(lines))
    elif what == 1 and len(lines) > 1:
        del lines[at]
    else:
        cells[rng.randrange(len(cells))] = rng.choice((*_CELLS, *(lines[rng.randrange(len(lines))].split(mark))))
        lines[at] = mark.join(cells)
    return "\n".join(lines).encode("utf-8", "surrogateescape")
