"""Players who can take each other's place (symmetriska spelare)."""

from itertools import pairwise

from familjen.games.coalition import mask_of
from familjen.games.counts import Counts
from familjen.games.places import mask_without, sides
from familjen.games.properties.verdict import Verdict, judged
from familjen.games.shares import AnyGame
from familjen.games.written_out import written_out
from familjen.language import Phrase

__all__ = ["is_symmetric"]

_NAME = Phrase("symmetric", "symmetriskt")
_REFUTED = Phrase("{one} and {other} differ by {by}", "{one} och {other} skiljer sig med {by}")


def is_symmetric(game: AnyGame, players: object = None) -> Verdict:
    """Tell whether players can take each other's place in every coalition (symmetriskt spel).

    Args:
        game: The game.
        players: The players, as a coalition; all of them unless given. Any one or none of them is symmetric.

    Returns:
        The verdict. Its witness is two coalitions that differ by one of the players each, and in what they cost or gain
        the most.

    Complexity: O(k·2ⁿ) for k players, in arrays: each beside the next.

    Raises:
        InvalidValueError: A player comes twice, or the players are no coalition.
        UnknownIdError: One is no player of the game.
        IntractableError: It is a compact game of too many players.

    >>> from familjen.games import CostGame
    >>> game = CostGame.of({"a": 9, "b": 9, "c": 9, "a+b": 9, "a+c": 9, "b+c": 10, "a+b+c": 10})
    >>> bool(is_symmetric(game, "b+c"))
    True
    >>> is_symmetric(game).explain()
    'The game is not symmetric: a+c and b+c differ by 1.'
    """
    full = written_out(game, "whether it is symmetric")
    mask = mask_of(full.players if players is None else players, full.players)
    counts = Counts.of(full)
    most, worst = counts.room, None
    for low, high in pairwise(place for place in range(len(full.players)) if mask >> place & 1):
        seen = sides(counts.values, [high, low])
        off = abs(seen[:, 0, :, 1] - seen[:, 1, :, 0])
        index = int(off.argmax())
        if off.flat[index] > most:
            most = off.flat[index]
            shared = mask_without(index, [high, low])
            worst = shared | 1 << low, shared | 1 << high, counts.number(most)
    return judged(full, _NAME, _REFUTED, worst)
