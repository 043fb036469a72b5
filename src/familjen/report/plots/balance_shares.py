"""What each activity brought each party (verksamheternas andelar)."""

from collections.abc import Sequence

import attrs

from familjen.balance import Balance, balance
from familjen.scale.assumption import Basis

__all__ = ["Share", "shares_of"]

_MADE_UP = tuple(Basis).index(Basis.ILLUSTRATIVE)


@attrs.frozen
class Share:
    """What an activity, or several, brought the parties in all, in the first year's money (andel)."""

    activities: tuple[str, ...]
    """The activity, or those that are taken together."""
    sums: tuple[float, ...]
    """Kronor received less paid, for each party of the balance."""
    made_up: bool
    """Whether something of it is illustrative."""


def shares_of(of: Balance, parties: Sequence[str], most: int) -> list[Share]:
    """Split the last year's balances by activity: they add up to it for each party.

    The activity that moved most comes first. Of more than ``most`` those that moved least are taken together.

    Args:
        of: The balance.
        parties: Whose shares are given, in this order.
        most: How many shares there are at most, two or more.

    Complexity: O(activities · (entries + parties · years)).
    """
    ledger, unit = of.ledger, float(of.ledger.unit)
    places = [of.place(party) for party in parties]
    found: list[Share] = []
    for number, activity in enumerate(ledger.activities):
        mask = ledger.activity == number
        if mask.any():
            span = {"first_year": of.years[0], "last_year": of.years[-1]}
            part = balance(ledger.only(mask), rate=of.prices.rate, index=dict(of.prices.index), **span)
            last = part.lines()[:, -1]
            sums = tuple([float(last[place]) * unit for place in places])
            found.append(Share((activity,), sums, bool((ledger.basis[mask] == _MADE_UP).any())))
    found.sort(key=lambda each: -sum(map(abs, each.sums)))
    head, rest = (found, []) if len(found) <= most else (found[: most - 1], found[most - 1 :])
    return head + ([_together(rest)] if rest else [])


def _together(shares: Sequence[Share]) -> Share:
    names = tuple([activity for each in shares for activity in each.activities])
    sums = tuple(map(sum, zip(*(each.sums for each in shares), strict=True)))
    return Share(names, sums, any(each.made_up for each in shares))
