"""Published apportionments."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from familjen.amounts import apportion

CASES = Path(__file__).parent.parent / "cases"

METHODS: dict[str, dict[str, Any]] = {
    "largest_remainder_hare": {"method": "largest-remainder"},
    "dhondt_jefferson": {"method": "jefferson"},
    "sainte_lague_webster": {"method": "webster"},
    "modified_sainte_lague_1.2": {"method": "modified-webster", "first_divisor": Decimal("1.2")},
    "modified_sainte_lague_1.4": {"method": "modified-webster", "first_divisor": Decimal("1.4")},
    "huntington_hill": {"method": "huntington-hill"},
    "adams": {"method": "adams"},
    "dean": {"method": "dean"},
}


def published() -> list[Any]:
    """Give every published result: weights, seats, arguments and seats by party."""
    found: list[Any] = []
    for file in sorted(CASES.glob("apportion_*.json")):
        case = json.loads(file.read_text("utf-8"))
        inputs = case["inputs"]
        found += [
            pytest.param(inputs["weights"], inputs["seats"], METHODS[name], expected, id=f"{case['id']}-{name}")
            for name, expected in case["expected"].items()
        ]
    return found


@pytest.mark.parametrize(("weights", "seats", "arguments", "expected"), published())
def test_published_seats(
    weights: dict[str, int], seats: int, arguments: dict[str, Any], expected: dict[str, int]
) -> None:
    """Each published apportionment comes out seat by seat."""
    assert apportion(seats, weights, unit=1, **arguments) == expected


def test_every_method_is_published() -> None:
    """The published cases reach every method that is offered."""
    names = {
        name for file in CASES.glob("apportion_*.json") for name in json.loads(file.read_text("utf-8"))["expected"]
    }
    assert names == set(METHODS)


def test_alabama_paradox() -> None:
    """Largest remainder may take a seat from a party when there are more seats, as is known of it."""
    assert apportion(10, {"A": 6, "B": 6, "C": 2}, unit=1)["C"] == 2
    assert apportion(11, {"A": 6, "B": 6, "C": 2}, unit=1)["C"] == 1


def test_rescue_budget_sums() -> None:
    """A rescue budget whose published shares sum to one too many is split so that they sum to the total."""
    split = apportion(94_120, {"Alingsås": 42_861, "Vårgårda": 12_472}, unit=1)
    assert split == {"Alingsås": 72_905, "Vårgårda": 21_215}
    assert 72_906 + 21_215 != 94_120 == sum(split.values())


def test_membership_fee_in_ore() -> None:
    """A fee of 21 kronor for each inhabitant needs no rounding and keeps the unit's decimals."""
    fee = apportion(21 * (137_909 + 15_173), {"Helsingborg": 137_909, "Bjuv": 15_173})
    assert {label: str(part) for label, part in fee.items()} == {"Helsingborg": "2896089.00", "Bjuv": "318633.00"}
