"""What each activity is to the balance (verksamheternas bidrag)."""

from decimal import Decimal
from typing import TYPE_CHECKING

import attrs
import numpy as np

from familjen.balance.balance import Balance, Range, summed
from familjen.balance.columns import added_up

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["Weighed", "weighed"]


@attrs.frozen
class Weighed:
    """What an activity has brought each party, and what the balance would be without it (vägd verksamhet).

    Without it means that nothing was paid nor received for it, and that nothing else had changed.
    """

    activity: str
    """The activity."""
    nets: dict[str, Decimal]
    """What it brought each party in all, in kronor as they were paid."""
    carried: tuple[str, ...]
    """Who would be behind without it, and is not."""
    burdened: tuple[str, ...]
    """Who is behind with it, and would not be without."""

    @property
    def net(self) -> Decimal:
        """What it brought all together."""
        return sum(self.nets.values(), Decimal(0))

    @property
    def losers(self) -> tuple[str, ...]:
        """Who would be better off without it."""
        return tuple([party for party, net in self.nets.items() if net < 0])


def weighed(of: Balance) -> tuple[Weighed, ...]:
    """Weigh each activity of a balance, as `Balance.activities` tells; the balance is the sum of them all.

    Complexity: O(m) for m entries, and O(parties · years) for each activity.
    """
    ledger, shape = of.ledger, of.nets[Range.BASE].shape
    cells = (ledger.activity * shape[0] + ledger.party) * shape[1] + (ledger.year - of.years[0])
    size = len(ledger.activities) * shape[0] * shape[1]
    each = summed(cells, ledger.received - ledger.paid, size).reshape(-1, *shape)
    final = of.lines()[:, -1]
    factors = np.array(of.factors, dtype=object)
    found: list[Weighed] = []
    for activity, nets in zip(ledger.activities, each, strict=True):
        if not nets.any():
            continue
        worth: NDArray[np.object_] = (nets.astype(object) * factors).sum(axis=1)
        rest = final - worth
        found.append(
            Weighed(
                activity,
                {party: ledger.amount(added_up(nets[place])) for place, party in enumerate(of.parties)},
                tuple([party for place, party in enumerate(of.parties) if rest[place] < 0 <= final[place]]),
                tuple([party for place, party in enumerate(of.parties) if final[place] < 0 <= rest[place]]),
            )
        )
    return tuple(found)
