"""Balances to draw."""

import numpy as np

from familjen.balance import Balance, Entry, Ledger, balance
from familjen.scale import Basis

ELEVEN = (
    "Bjuv",
    "Båstad",
    "Helsingborg",
    "Höganäs",
    "Klippan",
    "Landskrona",
    "Perstorp",
    "Svalöv",
    "Åstorp",
    "Ängelholm",
    "Örkelljunga",
)
MANY = tuple([f"Kommun nummer {number} i länet" for number in range(33)])
SWEDISH = ("ligger", "efter", "före", "hel ", "miljoner", "tusen", "poster", "slutet", "inbringat", "utan ", "till ")
ENGLISH = ("behind", "ahead", "whole", "million ", "thousand", "entries", "without", "end of", "kronor as", "brought")


def of(*rows: tuple[str, int, str, int], **more: object) -> Balance:
    """Give the balance of nets: who, when, what for and how much."""
    entries = [Entry(who, year, what, paid=max(-net, 0), received=max(net, 0)) for who, year, what, net in rows]
    return balance(Ledger.of(entries), **more)  # type: ignore[arg-type] - tests name the rest


def drawn(parties: tuple[str, ...], years: int, activities: int = 4, *, seed: int = 7) -> Balance:
    """Give a balance of made-up entries with ranges, the same for the same numbers."""
    draw = np.random.default_rng(seed)
    entries: list[Entry] = []
    for party in parties:
        for year in range(2024 - years, 2024):
            for number in range(activities):
                net = int(draw.integers(-900_000, 1_000_000))
                low, high = net - int(draw.integers(300_000)), net + int(draw.integers(300_000))
                given = {"paid": max(-net, 0), "received": max(net, 0)}
                basis = Basis.ILLUSTRATIVE if number else Basis.MEASURED
                entries.append(Entry(party, year, f"Verksamhet {number}", low=low, high=high, basis=basis, **given))
    return balance(Ledger.of(entries))


SMALL = of(
    ("Bjuv", 2023, "Fee", -300_000),
    ("Bjuv", 2025, "Event", 500_000),
    ("Åstorp", 2023, "Fee", -300_000),
    ("Åstorp", 2024, "Course", 280_000),
)
