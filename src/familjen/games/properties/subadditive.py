"""Games in which nobody loses by joining: subadditive costs, superadditive gains (subadditiva spel)."""

from familjen.games.compact.submodular import SubmodularGame
from familjen.games.counts import Counts
from familjen.games.division import rests_below
from familjen.games.properties.verdict import Verdict, judged
from familjen.games.shares import AnyGame
from familjen.games.written_out import written_out
from familjen.language import Phrase

__all__ = ["is_subadditive"]

_COST = (
    Phrase("subadditive", "subadditivt"),
    Phrase(
        "{one} and {other} cost {by} more together than apart",
        "{one} och {other} kostar {by} mer tillsammans än var för sig",
    ),
)
_GAIN = (
    Phrase("superadditive", "superadditivt"),
    Phrase(
        "{one} and {other} gain {by} less together than apart",
        "{one} och {other} vinner {by} mindre tillsammans än var för sig",
    ),
)


def is_subadditive(game: AnyGame) -> Verdict:
    """Tell whether two coalitions never cost more together than apart (subadditivt spel).

    Of a gain game it tells whether they never gain less: whether it is superadditive. The witness is the two coalitions
    without a common member that lose the most by joining.

    Complexity: O(3ⁿ): each of (3ⁿ − 2·2ⁿ + 1)/2 pairs, in arrays of all coalitions that one can join. That is about a
    second for 16 players, and half a minute for 20. A `SubmodularGame` is known by its class.

    Raises:
        IntractableError: It is a compact game of too many players.

    >>> from familjen.games import CostGame, Game
    >>> bool(is_subadditive(CostGame.of({"A": 11, "H": 7, "A+H": 15})))
    True
    >>> is_subadditive(Game.of({"A": 11, "H": 7, "A+H": 15})).explain()
    'The game is not superadditive: H and A gain 3 less together than apart.'
    """
    if isinstance(game, SubmodularGame):
        return Verdict(*(_COST if game.sign < 0 else _GAIN), known_of=type(game).__name__)
    full = written_out(game, "whether it is subadditive")
    counts = Counts.of(full)
    costs = -full.sign * counts.values
    most, worst = counts.room, None
    for mask in range(1, len(costs)):
        rests = rests_below(mask)
        lost = costs[rests | mask] - costs[rests]
        index = int(lost.argmax())
        if lost[index] - costs[mask] > most:
            most = lost[index] - costs[mask]
            worst = mask, int(rests[index]), counts.number(most)
    return judged(full, *(_COST if full.sign < 0 else _GAIN), worst)
