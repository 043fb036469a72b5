"""Games in which more players never cost less (monotona spel)."""

from familjen.games.counts import Counts
from familjen.games.places import mask_without, sides
from familjen.games.properties.verdict import Verdict, judged
from familjen.games.shares import AnyGame
from familjen.games.written_out import written_out
from familjen.language import Phrase

__all__ = ["is_monotone"]

_NAME = Phrase("monotone", "monotont")
_COST = Phrase("{other} costs {by} less than {one}, which is part of it", "{other} kostar {by} mindre än delen {one}")
_GAIN = Phrase("{other} gains {by} less than {one}, which is part of it", "{other} vinner {by} mindre än delen {one}")


def is_monotone(game: AnyGame) -> Verdict:
    """Tell whether a coalition never costs, or gains, less than a part of it (monotont spel).

    The witness is a coalition, and the same with one player more, that costs or gains the most less. In a game of costs
    and in one of gains it is the same property.

    Complexity: O(n·2ⁿ), in arrays: each coalition beside the same with one player more.

    Raises:
        IntractableError: It is a compact game of too many players.

    >>> from familjen.games import CostGame
    >>> bool(is_monotone(CostGame.of({"A": 11, "H": 7, "A+H": 15})))
    True
    >>> is_monotone(CostGame.of({"A": 11, "H": 7, "A+H": 10})).explain()
    'The game is not monotone: A+H costs 1 less than A, which is part of it.'
    """
    full = written_out(game, "whether it is monotone")
    counts = Counts.of(full)
    most, worst = counts.room, None
    for place in range(len(full.players)):
        seen = sides(counts.values, [place])
        lost = (seen[:, 0] - seen[:, 1]).ravel()
        index = int(lost.argmax())
        if lost[index] > most:
            most = lost[index]
            mask = mask_without(index, [place])
            worst = mask, mask | 1 << place, counts.number(most)
    return judged(full, _NAME, _COST if full.sign < 0 else _GAIN, worst)
