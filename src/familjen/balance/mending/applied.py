"""A balance with entries added to it (balans med tillagda poster)."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import attrs
import numpy as np

from familjen.balance.balance import Balance, balance
from familjen.balance.kind import Kind
from familjen.balance.ledger import Ledger
from familjen.errors import InvalidValueError
from familjen.scale.assumption import Basis
from familjen.validators import show

__all__ = ["Line", "amounts_of", "ledger_of", "read_balance", "read_name", "with_entries"]

Line = tuple[str, int, int]
"""Who, in which year, and the net in units of the ledger."""

_COLUMNS = ("party", "year", "activity", "paid", "received", "low", "high", "kind", "basis", "source")


def read_balance(given: object) -> Balance:
    """Give it back where it is a balance.

    Raises:
        InvalidValueError: It is none.
    """
    if not isinstance(given, Balance):
        raise InvalidValueError(f"{show(given)} is no Balance; make one with balance(ledger)", attribute="balance")
    return given


def read_name(name: object, attribute: str) -> str:
    """Give back the name of an activity.

    Raises:
        InvalidValueError: It is no text, or blank.
    """
    if not isinstance(name, str) or not name.strip():
        raise InvalidValueError(f"{show(name)} names no activity; give text that is not blank", attribute=attribute)
    return name


def ledger_of(before: Balance, lines: Sequence[Line], activity: str, kind: Kind) -> Ledger:
    """Make entries of an activity among the parties of a balance, in the units of its ledger; there may be none."""
    of = before.ledger
    if not lines:
        return of.only(np.zeros(len(of), dtype=bool))
    made = Ledger.of_columns(
        party=[party for party, _, _ in lines],
        year=[year for _, year, _ in lines],
        activity=[activity] * len(lines),
        paid=[max(0, -units) for _, _, units in lines],
        received=[max(0, units) for _, _, units in lines],
        unit=of.unit,
        kind=kind,
        basis=Basis.ASSUMED,
    )
    places = np.array([of.place(party) for party in made.parties], dtype=np.int64)
    activities = of.activities if activity in of.activities else (*of.activities, activity)
    doing = np.full(len(made), activities.index(activity), dtype=np.int64)
    return attrs.evolve(
        made, parties=of.parties, party=places[made.party], activities=activities, activity=doing, sources=of.sources
    )


def with_entries(before: Balance, added: Ledger) -> Balance:
    """Sum a balance up once more with entries of `ledger_of` added, in the same prices, to the last year of both."""
    of = before.ledger
    columns: dict[str, Any] = {name: np.concatenate([getattr(of, name), getattr(added, name)]) for name in _COLUMNS}
    last = max([before.years[-1], *(added.years if len(added) else ())])
    both = attrs.evolve(of, activities=added.activities, **columns)
    prices = before.prices
    return balance(both, rate=prices.rate, index=dict(prices.index), first_year=before.years[0], last_year=last)


def amounts_of(before: Balance, lines: Sequence[Line]) -> dict[str, Decimal]:
    """Sum up each party's lines in kronor, as they are paid."""
    units = dict.fromkeys(before.parties, 0)
    for party, _, net in lines:
        units[party] += net
    return {party: before.ledger.amount(net) for party, net in units.items()}
