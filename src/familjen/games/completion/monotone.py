"""Missing coalitions that do what a coalition around them, or within them, does (monoton komplettering)."""

from fractions import Fraction

import numpy as np

from familjen.games.completion.partial import Partial

__all__ = ["monotone"]


def monotone(partial: Partial) -> list[Fraction]:
    """Let a missing coalition cost the least that a given one around it costs (monoton komplettering).

    What serves more serves fewer. In gain games it gains the most that a given coalition within it gains, nobody's zero
    among them. It is the most that a missing coalition can cost, or the least that it can gain, in a monotone game with
    these numbers.

    Complexity: O(n·2ⁿ).

    Raises:
        InvalidValueError: No coalition is given that holds all members of one that is missing.

    >>> known = {0: Fraction(0), 1: Fraction(11), 2: Fraction(7), 4: Fraction(5), 7: Fraction(20)}
    >>> [str(number) for number in monotone(Partial(("A", "H", "T"), known, -1))]
    ['0', '11', '7', '20', '5', '20', '20', '20']
    """
    masks, costs, over = partial.as_costs()
    far = costs.max() + 1
    best = np.full(partial.size, far, dtype=costs.dtype)
    best[masks] = costs
    for place in range(len(partial.players)):
        sides = best.reshape(-1, 2, 1 << place)
        outside, inside = sides[:, 0], sides[:, 1]
        better, worse = (inside, outside) if partial.sign < 0 else (outside, inside)
        np.minimum(worse, better, out=worse)
    numbers = [Fraction(int(count), over) for count in -partial.sign * best]
    return partial.filled(numbers, best < far, "no coalition around it has one")
