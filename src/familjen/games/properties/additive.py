"""Games in which joining brings nothing (additiva spel)."""

from familjen.games.counts import Counts
from familjen.games.places import mask_without, sides
from familjen.games.properties.verdict import Verdict, judged
from familjen.games.shares import AnyGame
from familjen.games.written_out import written_out
from familjen.language import Phrase

__all__ = ["is_additive"]

_NAME = Phrase("additive", "additivt")
_REFUTED = Phrase(
    "{one} and {other} differ by {by} together and apart",
    "{one} och {other} skiljer sig med {by} tillsammans och var för sig",
)


def is_additive(game: AnyGame) -> Verdict:
    """Tell whether every coalition costs, or gains, what its members do alone (additivt spel).

    Also called inessential. The witness is a coalition and a player whose number together differs from their sum apart,
    the most that adding one player can.

    Complexity: O(n·2ⁿ), in arrays.

    Source: von Neumann and Morgenstern, Theory of Games and Economic Behavior (1944), chapter VI.

    Raises:
        IntractableError: It is a compact game of too many players.

    >>> from familjen.games import CostGame
    >>> bool(is_additive(CostGame.of({"A": 11, "H": 7, "A+H": 18})))
    True
    >>> is_additive(CostGame.of({"A": 11, "H": 7, "A+H": 15})).explain()
    'The game is not additive: H and A differ by 3 together and apart.'
    """
    full = written_out(game, "whether it is additive")
    counts = Counts.of(full)
    most, worst = counts.room, None
    for place in range(len(full.players)):
        seen = sides(counts.values, [place])
        off = abs(seen[:, 1] - seen[:, 0] - counts.values[1 << place]).ravel()
        index = int(off.argmax())
        if off[index] > most:
            most = off[index]
            worst = mask_without(index, [place]), 1 << place, counts.number(most)
    return judged(full, _NAME, _REFUTED, worst)
