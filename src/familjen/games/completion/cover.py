"""Missing coalitions that are put together from those given (övertäckande komplettering)."""

from fractions import Fraction

from familjen.games.completion.partial import Partial
from familjen.games.division import cheapest

__all__ = ["cover"]


def cover(partial: Partial) -> list[Fraction]:
    """Let a missing coalition cost the least that it costs in parts that are given, or gain the most (täckning).

    Each member is in one part. In cost games that is the subadditive cover of the table, and the most that a missing
    coalition can cost in a subadditive game with these numbers; in gain games it is the mirror.

    Complexity: O(3ⁿ), and O(m·2ⁿ) where m coalitions are given.

    Raises:
        InvalidValueError: A coalition cannot be parted into coalitions that are given.

    Source: Masuya and Inuiguchi, "A fundamental study for partially defined cooperative games", Fuzzy Optimization and
    Decision Making 15 (2016), pp. 281-306, where it is the lower game.

    >>> known = {0: Fraction(0), 1: Fraction(11), 2: Fraction(7), 4: Fraction(5), 3: Fraction(15)}
    >>> [str(number) for number in cover(Partial(("A", "H", "T"), known, -1))]
    ['0', '11', '7', '15', '5', '16', '12', '20']
    """
    masks, costs, over = partial.as_costs()
    best, reached = cheapest(len(partial.players), masks, costs)
    numbers = [Fraction(int(count), over) for count in -partial.sign * best]
    return partial.filled(numbers, reached, "it cannot be put together from coalitions that have one")
