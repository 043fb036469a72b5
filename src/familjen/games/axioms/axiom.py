"""What may be asked of a method, and where it fails (axiom)."""

from collections.abc import Callable
from fractions import Fraction

import attrs

from familjen.errors import InvalidValueError
from familjen.games.axioms.pairs import Failure, need_game
from familjen.games.coalition import Player
from familjen.games.game import Game
from familjen.games.methods import Method
from familjen.games.reading import Reading
from familjen.games.shares import CostShares
from familjen.language import Phrase, listed, worded

__all__ = ["Axiom", "Violation"]


@attrs.frozen
class Violation:
    """Where an axiom fails: for whom, and by how much (brott mot ett axiom)."""

    axiom: "Axiom" = attrs.field(repr=lambda axiom: repr(axiom.name))
    """What was asked."""
    players: tuple[Player, ...]
    """The players that it fails for; nobody in particular where it is empty."""
    by: Fraction | float
    """By how much, above zero; a Fraction where parts are told exactly."""

    def explain(self, lang: str = "en") -> str:
        """Say it in a sentence.

        Raises:
            InvalidValueError: It is not a language of ours.
        """
        words = worded(lang, self.axiom.refuted.en, self.axiom.refuted.sv)
        who = listed((str(player) for player in self.players), lang)
        return f"{words.format(players=who, by=Reading.of([self.by], lang).say(self.by))}."


@attrs.frozen
class Axiom:
    """What may be asked of a method, and how it is checked (axiom).

    >>> from familjen.games import CostGame, equal_division
    >>> from familjen.games.axioms import AXIOMS
    >>> found = AXIOMS["individual_rationality"].violation(equal_division, CostGame.of({"A": 11, "H": 7, "A+H": 15}))
    >>> found.explain(), found.by
    ('H does 0.5 worse than alone.', Fraction(1, 2))
    """

    name: str
    """Its name in the literature, as an identifier."""
    title: Phrase
    """Its name in words."""
    meaning: Phrase
    """What it asks, in a sentence."""
    refuted: Phrase
    """How it fails, by ``{players}`` and ``{by}`` so much."""
    source: str
    """Where it is from."""
    here: Callable[[CostShares], Failure | None] | None = attrs.field(default=None, repr=False)
    """How it fails in a single split, where that is enough to tell."""
    check: Callable[..., Failure | None] | None = attrs.field(default=None, repr=False)
    """How a method fails it in one game or two, where a split is not enough."""
    games: int = 1
    """How many games it speaks of at a time."""

    def violation(self, method: Method, *games: Game) -> Violation | None:
        """Give where a method fails it in this game, or in these two; ``None`` where it does not.

        The parts are compared exactly.

        Raises:
            InvalidValueError: There are more or fewer games than it speaks of; two games do not differ as they must for
                it; or the method does not split a game.
        """
        if len(games) != self.games:
            many = "one game" if self.games == 1 else "two games"
            raise InvalidValueError(f"{self.name} speaks of {many}, and got {len(games)}", attribute="games")
        for game in games:
            need_game(game)
        if self.here is not None:
            return self._made(self.here(method(games[0], exact=True)))
        return self._made(None if self.check is None else self.check(method, *games))

    def violation_here(self, shares: CostShares) -> Violation | None:
        """Give where a split fails it; ``None`` where it does not, or where no single split can tell."""
        return self._made(None if self.here is None else self.here(shares))

    def _made(self, failure: Failure | None) -> Violation | None:
        return None if failure is None else Violation(self, *failure)
