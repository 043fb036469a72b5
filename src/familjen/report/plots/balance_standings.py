"""Where each party stands, year by year (ställning)."""

from collections.abc import Sequence

import attrs
import numpy as np

from familjen.balance import Balance, Range
from familjen.errors import InvalidValueError, UnknownIdError
from familjen.validators import show

__all__ = ["Standing", "chosen", "standings_of"]


@attrs.frozen
class Standing:
    """How far a party is ahead or behind at the end of each year (ställning)."""

    party: str
    """Who."""
    sums: tuple[float, ...]
    """Kronor in the first year's money at the end of each year; below zero it is behind."""
    whole: int | None
    """The year from whose end on it is never behind; ``None`` where it is behind at the end."""
    since: int | None
    """The year from whose end on it has been behind without a break; ``None`` where it is not behind."""

    @property
    def last(self) -> float:
        """Kronor at the end of the last year."""
        return self.sums[-1]


def standings_of(balance: Balance, end: Range = Range.BASE) -> list[Standing]:
    """Give the standing of all parties, in the order of the balance.

    Raises:
        InvalidValueError: It is no balance.

    Complexity: O(parties · years).
    """
    if not isinstance(balance, Balance):
        raise InvalidValueError(f"{show(balance)} is no Balance; make one with balance", attribute="balance")
    unit, first = float(balance.ledger.unit), balance.years[0]
    found: list[Standing] = []
    for party, line in zip(balance.parties, balance.lines(end), strict=True):
        behind = np.asarray(line < 0, dtype=np.bool_)
        others = np.flatnonzero(behind != behind[-1])
        turn = first + int(others[-1]) + 1 if len(others) else first
        sums = tuple([float(each) * unit for each in line])
        found.append(Standing(party, sums, *((None, turn) if behind[-1] else (turn, None))))
    return found


def chosen(standings: Sequence[Standing], parties: Sequence[str] | None) -> list[Standing]:
    """Give the standings of these parties, in the order of the balance; all where it is ``None``.

    Raises:
        InvalidValueError: There is none, one is there twice, or it is one text instead of several.
        UnknownIdError: One has no standing.
    """
    if parties is None:
        return list(standings)
    if not isinstance(parties, list | tuple) or not parties:
        reason = f"{show(parties)} are no parties; give a list of at least one, or None for all"
        raise InvalidValueError(reason, attribute="parties")
    known = {each.party: each for each in standings}
    for place, party in enumerate(parties):
        if party in parties[:place]:
            raise InvalidValueError(f"{show(party)} is there twice; give each party once", attribute="parties")
        if party not in known:
            raise UnknownIdError.of("party of the balance", str(party), known)
    return [each for each in standings if each.party in parties]
