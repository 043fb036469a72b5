"""What members weigh when unions act as one: the Owen and the Owen–Banzhaf index (a priori-unioner)."""

from collections.abc import Sequence
from fractions import Fraction

from familjen.errors import IntractableError
from familjen.games import Game, banzhaf, shapley
from familjen.influence.counting import need_room
from familjen.influence.outside import Outside, size_of_outside
from familjen.influence.shapley_shubik import orders
from familjen.influence.whole import Whole

__all__ = ["LARGEST", "in_unions"]

LARGEST = 16
"""So many members at most may be in one union: 65,536 parts of it are weighed."""

Union = Sequence[int]


def in_unions(whole: Whole, unions: Sequence[Union], *, owen: bool) -> list[Fraction]:
    """Give each member's power where unions act as one, and each divides by what its parts could do alone.

    With Owen, the members of a union share what the union has by the Shapley–Shubik index among unions, and the sum is
    one. With Owen–Banzhaf both steps are Banzhaf's, and nothing need sum to anything.

    Complexity: for each union of b members a table of `Outside` for the other unions, and 2ᵇ readings of it; exact.

    Source: Owen, "Values of games with a priori unions", in Mathematical Economics and Game Theory (1977), pp. 76-88;
    Owen, "Modification of the Banzhaf–Coleman index for games with a priori unions", in Power, Voting, and Voting Power
    (1981).

    Raises:
        IntractableError: A union has more than 16 members, or a table would take more than 512 MiB.

    >>> in_unions(Whole(((2,), (1,), (1,)), (1,)), [[0], [1, 2]], owen=True)
    [Fraction(1, 2), Fraction(1, 4), Fraction(1, 4)]
    """
    parts: dict[int, Fraction] = {}
    for union in unions:
        others = whole.merged([other for other in unions if other is not union])
        values = _within(whole, union, others, owen=owen)
        game = Game.of_fractions(tuple(union), values)
        shares = shapley(game, exact=True) if owen else banzhaf(game, exact=True)
        parts |= {place: Fraction(shares[place]) for place in union}
    return [parts[place] for place in range(len(whole.weights))]


def _within(whole: Whole, union: Union, others: Whole, *, owen: bool) -> list[Fraction]:
    """Give, for each part of a union, the chance that it wins with the unions that come before it, less nobody's."""
    if len(union) > LARGEST:
        kind = f"union of {len(union)} members"
        hard = f"all of its 2^{len(union)} parts are weighed"
        raise IntractableError.of("each member's share", kind, hard, f"at most {LARGEST} may act as one")
    number = len(others.weights)
    need_room(size_of_outside(others.weights, others.room, by_size=owen), others, "the power in unions")
    table = Outside.of(others.weights, others.room, by_size=owen)
    # Those outside number as many as those who come after: the chance of so many is that of so many before.
    chances = orders(number + 1) if owen else [Fraction(1, 1 << number)]
    read: dict[tuple[int, ...], Fraction] = {}
    found: list[Fraction] = []
    for part in range(1 << len(union)):
        gone = whole.weight_of([place for at, place in enumerate(union) if not part >> at & 1])
        room = whole.left(gone)
        if room not in read:
            read[room] = sum((one * each for one, each in zip(table.counts(room), chances, strict=False)), Fraction(0))
        found.append(read[room])
    return [each - found[0] for each in found]
