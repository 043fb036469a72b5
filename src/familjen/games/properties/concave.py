"""Games in which who comes later adds no more: concave costs, convex gains (konkava spel)."""

from itertools import combinations

from familjen.games.compact.submodular import SubmodularGame
from familjen.games.counts import Counts
from familjen.games.places import mask_without, sides
from familjen.games.properties.verdict import Verdict, judged
from familjen.games.shares import AnyGame
from familjen.games.written_out import written_out
from familjen.language import Phrase

__all__ = ["is_concave"]

_COST = (
    Phrase("concave", "konkavt"),
    Phrase(
        "those in {one} or {other}, and those in both, cost {by} more than the two coalitions",
        "de i {one} eller {other}, och de i båda, kostar {by} mer än de två koalitionerna",
    ),
)
_GAIN = (
    Phrase("convex", "konvext"),
    Phrase(
        "those in {one} or {other}, and those in both, gain {by} less than the two coalitions",
        "de i {one} eller {other}, och de i båda, vinner {by} mindre än de två koalitionerna",
    ),
)


def is_concave(game: AnyGame) -> Verdict:
    """Tell whether c(S∪T) + c(S∩T) ≤ c(S) + c(T) for all coalitions: a player adds less to more (konkavt spel).

    Of a gain game it tells whether v(S∪T) + v(S∩T) ≥ v(S) + v(T): whether it is convex. The core of such a game holds
    the Shapley value. It is enough that it holds for coalitions that differ by a player each, and the witness is the
    two of those for which it fails the most.

    Complexity: O(n²·2ⁿ), in arrays, pair of players by pair. A `SubmodularGame` is known by its class.

    Source: Shapley, "Cores of convex games", International Journal of Game Theory 1 (1971), pp. 11-26.

    Raises:
        IntractableError: It is a compact game of too many players.

    >>> from familjen.games import CostGame
    >>> metres = {"jet": 3000, "glider": 600, "balloon": 1}
    >>> bool(is_concave(CostGame.from_function(metres, lambda members: max(metres[each] for each in members))))
    True
    >>> table = {"a": 4, "b": 4, "c": 4, "a+b": 5, "a+c": 5, "b+c": 5, "a+b+c": 8}
    >>> is_concave(CostGame.of(table)).witness
    Refutation(one=('a', 'c'), other=('b', 'c'), by=Fraction(2, 1))
    """
    if isinstance(game, SubmodularGame):
        return Verdict(*(_COST if game.sign < 0 else _GAIN), known_of=type(game).__name__)
    full = written_out(game, "whether it is concave")
    counts = Counts.of(full)
    costs = -full.sign * counts.values
    most, worst = counts.room, None
    for low, high in combinations(range(len(full.players)), 2):
        seen = sides(costs, [high, low])
        lost = seen[:, 1, :, 1] + seen[:, 0, :, 0] - seen[:, 0, :, 1] - seen[:, 1, :, 0]
        index = int(lost.argmax())
        if lost.flat[index] > most:
            most = lost.flat[index]
            shared = mask_without(index, [high, low])
            worst = shared | 1 << low, shared | 1 << high, counts.number(most)
    return judged(full, *(_COST if full.sign < 0 else _GAIN), worst)
