"""What an activity was charged for, by party and year, and how a key would charge it (avgifter)."""

from collections.abc import Mapping
from fractions import Fraction

import attrs
import numpy as np

from familjen.amounts import apportion
from familjen.balance.balance import Balance, summed
from familjen.balance.kind import Kind
from familjen.errors import InvalidValueError, UnknownIdError

__all__ = ["Charges"]

Amounts = dict[tuple[str, int], int]
_KINDS = tuple(Kind)
_CHARGED = [_KINDS.index(kind) for kind in (Kind.CHARGE, Kind.TRANSFER)]


@attrs.frozen(eq=False)
class Charges:
    """An activity's charges in some years, less what was evened out of them before (avgifter)."""

    balance: Balance
    """The balance that they are part of."""
    by: int
    """The year at whose end all are to be whole."""
    amounts: Amounts
    """What each party was charged in each year, in units of the ledger."""
    totals: dict[int, int]
    """What was charged in each year, above zero."""

    @classmethod
    def of(cls, balance: Balance, activity: str, first: int, by: int) -> "Charges":
        """Read them off a balance.

        Raises:
            UnknownIdError: There is no such activity.
            InvalidValueError: Nothing was charged for it in those years, or a party got more back than it was charged.
        """
        ledger = balance.ledger
        if activity not in ledger.activities:
            raise UnknownIdError.of("activity of the ledger", str(activity), ledger.activities)
        meant = (ledger.activity == ledger.activities.index(activity)) & np.isin(ledger.kind, _CHARGED)
        some = ledger.only(meant & (ledger.year >= first) & (ledger.year <= by))
        years = range(first, by + 1)
        cells = some.party * len(years) + (some.year - first)
        units = summed(cells, some.paid - some.received, len(balance.parties) * len(years))
        nets = units.reshape(len(balance.parties), len(years))
        totals = {year: int(total) for year, total in zip(years, nets.sum(axis=0), strict=True) if total}
        if not totals:
            reason = f"nothing was charged for {activity!r} from {first} to {by}; a key splits entries of kind 'charge'"
            raise InvalidValueError(reason, attribute="activity")
        if nets.sum(axis=1).min() < 0 or min(totals.values()) < 0:
            reason = f"more was paid back than was charged for {activity!r}, so that its shares are below zero"
            raise InvalidValueError(reason, attribute="activity")
        amounts = {
            (party, year): int(nets[place, year - first])
            for place, party in enumerate(balance.parties)
            for year in totals
        }
        return cls(balance, by, amounts, totals)

    def shares(self) -> dict[str, Fraction]:
        """Give each party's share of what was charged in all, as it was paid."""
        whole = sum(self.totals.values())
        return {
            party: Fraction(sum(self.amounts[party, year] for year in self.totals), whole)
            for party in self.balance.parties
        }

    def factor(self, year: int) -> Fraction:
        """Give what a krona of a year counts for."""
        return self.balance.factors[self.balance.column(year)]

    def able(self) -> dict[str, Fraction]:
        """Give how many units each party could be charged and be whole, in the first year's money."""
        column = self.balance.column(self.by)
        lines: list[Fraction] = self.balance.lines()[:, column].tolist()
        return {
            party: Fraction(line) + sum(self.factor(year) * self.amounts[party, year] for year in self.totals)
            for party, line in zip(self.balance.parties, lines, strict=True)
        }

    def split(self, shares: Mapping[str, Fraction]) -> Amounts | None:
        """Charge each year by a key in whole units, so that all are whole; ``None`` where whole units do not allow it.

        Years are apportioned by largest remainder. Where that leaves somebody behind, units move one at a time from who
        is most behind to who is most ahead.
        """
        found: Amounts = {}
        for year, total in self.totals.items():
            found |= {(party, year): units for party, units in apportion(total, shares, unit=1).items()}
        slack = {
            party: able - sum(self.factor(year) * found[party, year] for year in self.totals)
            for party, able in self.able().items()
        }
        while min(slack.values()) < 0:
            behind, ahead = min(slack, key=lambda party: slack[party]), max(slack, key=lambda party: slack[party])
            fit = [year for year in self.totals if found[behind, year] and self.factor(year) <= slack[ahead]]
            if not fit:
                return None
            found[behind, fit[-1]] -= 1
            found[ahead, fit[-1]] += 1
            slack[behind] += self.factor(fit[-1])
            slack[ahead] -= self.factor(fit[-1])
        return found
