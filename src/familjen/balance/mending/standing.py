"""Who could give, and who would need, how much at the end of a year (läge vid årets slut)."""

from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

import attrs

from familjen.balance.balance import Balance

__all__ = ["Standing"]


@attrs.frozen
class Standing:
    """What each party needs to be whole at the end of a year, or has to spare, in that year's money (läge).

    Both are whole units of the ledger: a need is rounded up, and what is to spare down, where the balance's prices do
    not leave whole units.
    """

    year: int
    """The year."""
    unit: Decimal
    """The ledger's unit."""
    needs: dict[str, int]
    """What each who is behind needs, in units, above zero."""
    spare: dict[str, int]
    """What each who is ahead can give and still be whole, in units, above zero."""

    @classmethod
    def of(cls, balance: Balance, year: int) -> "Standing":
        """Read it off a balance.

        Raises:
            UnknownIdError: The balance does not reach that year.
        """
        column = balance.column(year)
        worth = {
            party: Fraction(line) / balance.factors[column]
            for party, line in zip(balance.parties, balance.lines()[:, column].tolist(), strict=True)
        }
        needs = {party: ceil(-units) for party, units in worth.items() if units < 0}
        spare = {party: floor(units) for party, units in worth.items() if units >= 1}
        return cls(year, balance.ledger.unit, needs, spare)

    @property
    def missing(self) -> int:
        """How many units those behind need beyond what those ahead can give, zero or more."""
        return max(0, sum(self.needs.values()) - sum(self.spare.values()))
