"""What each of the 2ⁿ groups costs, inf for one that may not form (kostnadstabell)."""

import numpy as np
from numpy.typing import NDArray

from familjen.games.game import Game
from familjen.scale.partition.costs import Costs
from familjen.scale.partition.near import connected
from familjen.scale.partition.rules import Rules

__all__ = ["allowed", "table_of"]

Floats = NDArray[np.float64]
_ROWS = 1 << 16


def allowed(rules: Rules) -> NDArray[np.bool_]:
    """Tell of each of the 2ⁿ groups whether it may form, by its number.

    >>> allowed(Rules(None, 1, 1, 2)).tolist()
    [False, True, True, False]
    """
    masks = np.arange(1 << rules.number, dtype=np.uint32)
    sizes = np.bitwise_count(masks)
    found = (sizes >= rules.at_least) & (sizes <= rules.most)
    return found if rules.near is None else found & connected(rules.near)


def table_of(costs: Costs, rules: Rules) -> Floats:
    """Give what each group costs, by its number: inf for one that may not form, and 0 for nobody.

    Complexity: O(2ⁿ), and one question about each group that may form.
    """
    if isinstance(costs.given, Game) and rules.allow_all:
        return costs.given.values
    may = allowed(rules)
    if isinstance(costs.given, Game):
        found = np.where(may, costs.given.values, np.inf)
    else:
        found = np.full(len(may), np.inf)
        places, masks = np.arange(rules.number), np.flatnonzero(may)
        for start in range(0, len(masks), _ROWS):
            some = masks[start : start + _ROWS]
            found[some] = costs.many((some[:, None] >> places & 1).astype(np.bool_))
    found[0] = 0.0
    return found
