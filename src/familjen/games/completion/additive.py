"""Missing coalitions that cost what their members cost alone (additiv komplettering)."""

from fractions import Fraction

import numpy as np

from familjen.games.completion.partial import Partial
from familjen.games.vector import sums

__all__ = ["additive"]


def additive(partial: Partial) -> list[Fraction]:
    """Let a missing coalition cost, or gain, what its members do alone: joining brings nothing (additiv komplettering).

    Complexity: O(2ⁿ).

    Raises:
        InvalidValueError: A player has no number alone.

    >>> known = {0: Fraction(0), 1: Fraction(11), 2: Fraction(7), 4: Fraction(5), 7: Fraction(20)}
    >>> [str(number) for number in additive(Partial(("A", "H", "T"), known, -1))]
    ['0', '11', '7', '18', '5', '16', '12', '20']
    """
    bits = [1 << place for place in range(len(partial.players))]
    alone = np.array([partial.known.get(bit, Fraction(0)) for bit in bits], dtype=object)
    unknown = sums(np.array([bit not in partial.known for bit in bits], dtype=np.int64))
    return partial.filled(sums(alone).tolist(), unknown == 0, "it is not known what each member comes to alone")
