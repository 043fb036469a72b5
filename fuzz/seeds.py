"""Documents to begin with: our own, one of each kind."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs

from familjen.datasets import familjen_helsingborg_2016, real_clauses
from familjen.io import dumps
from familjen.io.document import NOUNS
from familjen.io.flat import to_csv
from familjen.io.register import to_tables
from fuzz.readers import BETWEEN

__all__ = ["seeds"]

_ROOT = Path(__file__).parents[1]
_PER_NOUN = 4
_GAMES = (
    {"cost": {"A": "34.69", "H": 7, "A+H": 40.5}, "unit": "kSEK", "source": "Own", "illustrative": True},
    {"value": {"A": 0, "B": 0, "C": "1/3", "A+B": 9}, "players": ["A", "B", "C"], "completion": "additive"},
    {"alone": {"A": 5, "B": 6, "C": 7}, "savings": {"A+B": 1, "A+C": 0, "B+C": "1/2", "A+B+C": 4}},
)
_BODIES = (
    {"title": "A board", "chambers": [{"weights": {"A": 2, "B": 1, "C": 1}, "majority": "more than half"}]},
    {
        "title": "Two", "veto": ["A"], "index": "banzhaf",
        "chambers": [{"weights": {"A": "1.5", "B": 1}, "quota": 2, "name": "n", "rounded_to": "0.5"},
                     {"weights": {"A": 1, "B": 1}, "majority": "2/3"}],
    },
    {"title": "U", "chambers": [{"weights": {"A": 2, "B": 1, "C": 1}, "quota": 3}], "unions": [["A", "B"], ["C"]]},
)  # fmt: skip
_LEDGER = [
    {"party": "Bjuv", "year": 2024, "activity": "Fee", "paid": "314202.50", "kind": "charge", "basis": "assumed"},
    {"party": "Åstorp", "year": 2024, "activity": "Fair", "received": 500000, "low": 1, "high": 5e5, "source": "S"},
]


def seeds() -> dict[str, list[bytes]]:
    """Give documents by reader."""
    scale = [(_ROOT / "docs/scale/family-law.json").read_bytes(), *map(_json, _scales())]
    games = [(_ROOT / "docs/games/family-law.json").read_bytes(), *map(_json, _GAMES)]
    return {
        "noun": [dumps(noun).encode() for noun in _nouns()],
        "game-json": games,
        "game-csv": [b"koalition;kostnad\nA;34,69\nH;7\nA+H;1 040,50", b"coalition,value\nA,1\nH,2\nA+H,4.5\n"],
        "ledger-json": [_json(_LEDGER), _json({"entries": _LEDGER})],
        "ledger-csv": [
            "kommun;år;verksamhet;betalat;fått\nBjuv;2024;Avgift;314 202,50;\nBjuv;2024;Mässa;;500 000".encode(),
            b"party,year,activity,paid,low,high,kind,basis,source\nA,2024,x,1.5,-3,0,charge,assumed,Y\n",
        ],
        "body": [*map(_json, _BODIES)],
        "scale": scale,
        "table": [
            "kSEK;2027;2028;Summa\nAlingsås;69 994;72 906;142 900\nVårgårda;20 367;21 215;41 582\n".encode(),
            b"kr\t2027\t2028\nA\t-\t1,5\nTotal\t2\t3\n",
            b',2027\n"A, B",1.5\n',
        ],
        "flat": [
            "party;year;amount;share;paid;day\nBjuv;2024;12,50;1/3;true;2024-02-29\nÅstorp;;-1;;false;\n".encode(),
            b'name\n"=1+1"\n"a;b"\n',
        ],
        "register": [_register()],
    }


def _register() -> bytes:
    tables = [table for table in to_tables(familjen_helsingborg_2016()) if table.rows]
    return BETWEEN.join(f"{table.name}\n{to_csv(table)}" for table in tables).encode()


def _json(tree: Any) -> bytes:
    return json.dumps(tree, ensure_ascii=False).encode()


def _scales() -> Iterator[dict[str, Any]]:
    base = {
        "low": "0.01",
        "base": "0.07",
        "high": 0.1,
        "basis": "assumed",
        "shape": "triangular",
        "source": {"title": "S"},
    }
    sizes = {"A": 10000, "B": "20000"}
    curves = (
        {"type": "fixed-variable", "fixed": 9, "variable": base},
        {"type": "power-curve", "coefficient": 900, "elasticity": base, "reference": 10000},
        {"type": "piecewise-linear-curve", "points": [[5000, 2000000], [20000, 5000000]], "fixed": 1},
    )
    for curve in curves:
        yield {"title": "IT", "sizes": sizes, "curve": curve, "alone": {"A": base, "B": 5}, "horizon": 3, "rate": base}
    yield {
        "title": "IT", "parties": ["1260", "Klippan"], "counted": "2015-12-31", "curve": curves[0], "horizon": 2,
        "distance": {"per_km": 1}, "index": {"2028": "0.02"}, "first_year": 2027, "split": "by size",
    }  # fmt: skip


def _nouns() -> Iterator[object]:
    """Give some of each noun that our own cooperation and clauses hold, and both whole."""
    found: dict[type, list[object]] = {}
    coop = familjen_helsingborg_2016()
    for whole in (coop, *(clause.clause for clause in real_clauses())):
        _walk(whole, found)
    yield coop
    for nouns in found.values():
        yield from nouns[:_PER_NOUN]


def _walk(value: object, found: dict[type, list[object]]) -> None:
    if isinstance(value, tuple):
        for each in value:
            _walk(each, found)
    elif attrs.has(type(value)):
        if type(value) in NOUNS.values() and value not in found.setdefault(type(value), []):
            found[type(value)].append(value)
        for field in attrs.fields(type(value)):
            _walk(getattr(value, field.name), found)
