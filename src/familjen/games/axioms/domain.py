"""Classes of games on which a method keeps an axiom that it does not keep on all (klasser av spel)."""

from enum import Enum

from familjen.games.core import core
from familjen.games.game import Game
from familjen.games.properties import is_concave, is_subadditive
from familjen.language import Phrase

__all__ = ["Domain"]

_THREE = 3


class Domain(Enum):
    """A class of games (klass av spel).

    >>> from familjen.games import CostGame
    >>> Domain.ESSENTIAL.holds(CostGame.of({"A": 11, "H": 7, "A+H": 15}))
    True
    """

    NONNEGATIVE = "no number below zero"
    """No coalition costs, or gains, less than nothing."""
    ESSENTIAL = "all together no worse than alone"
    """All together do no worse than the sum of each alone."""
    THREE = "at most three players"
    """There are at most three players."""
    SUBADDITIVE = "subadditive"
    """Two coalitions never do worse together than apart."""
    BALANCED = "with a core"
    """There is a core."""
    CONCAVE = "concave"
    """Who comes later adds no more to costs, or no less to gains."""

    def holds(self, game: Game) -> bool:
        """Tell whether a game is in the class.

        Complexity: that of `is_subadditive`, `core` or `is_concave`.
        """
        numbers = game.numbers()
        if self is Domain.NONNEGATIVE:
            return min(numbers) >= 0
        if self is Domain.ESSENTIAL:
            alone = sum(numbers[1 << place] for place in range(len(game.players)))
            return game.sign * (numbers[-1] - alone) >= 0
        if self is Domain.THREE:
            return len(game.players) <= _THREE
        if self is Domain.BALANCED:
            return bool(core(game))
        return bool(is_concave(game) if self is Domain.CONCAVE else is_subadditive(game))

    def said(self, lang: str) -> str:
        """Name the class within a sentence."""
        return _NAMES[self].said(lang)


_NAMES = {
    Domain.NONNEGATIVE: Phrase("games with no number below zero", "spel utan tal under noll"),
    Domain.ESSENTIAL: Phrase(
        "games in which all together do no worse than each alone",
        "spel där alla tillsammans inte klarar sig sämre än var för sig",
    ),
    Domain.THREE: Phrase("games of at most three players", "spel med högst tre spelare"),
    Domain.SUBADDITIVE: Phrase(
        "games in which nobody loses by joining (subadditive costs, superadditive gains)",
        "spel där ingen förlorar på att gå ihop (subadditiva kostnader, superadditiva vinster)",
    ),
    Domain.BALANCED: Phrase("games with a core", "spel med en kärna"),
    Domain.CONCAVE: Phrase(
        "games in which who comes later adds no more (concave costs, convex gains)",
        "spel där den som kommer senare inte lägger till mer (konkava kostnader, konvexa vinster)",
    ),
}
