"""Whether a game has a property, and the coalitions that show that it has not (utslag)."""

from decimal import Decimal
from fractions import Fraction

import attrs

from familjen.games.coalition import Player, members_of
from familjen.games.game import Game
from familjen.language import Phrase, Sentence, say, speaking

__all__ = ["Refutation", "Verdict", "judged"]

_DIGITS = 15
_HOLDS = Phrase("The game is {name}", "Spelet är {name}")
_HOLDS_NOT = Phrase("The game is not {name}: {refuted}", "Spelet är inte {name}: {refuted}")
_NEARLY = Phrase(
    "{sentence}, as far as floats of its size tell", "{sentence}, så långt flyttal av dess storlek räcker till"
)
_BY_CLASS = Phrase("{sentence}, as every {kind} is", "{sentence}, som varje {kind}")
_NOBODY = Phrase("nobody", "ingen")


@attrs.frozen
class Refutation:
    """Two coalitions that show that a game lacks a property (motbevis)."""

    one: tuple[Player, ...]
    """A coalition."""
    other: tuple[Player, ...]
    """Another."""
    by: Fraction | float
    """By how much the property fails for them, above zero; a Fraction where the game's numbers are told exactly."""


@attrs.frozen
class Verdict:
    """Whether a game has a property; it is true where it has (utslag).

    >>> from familjen.games import CostGame
    >>> from familjen.games.properties import is_subadditive
    >>> verdict = is_subadditive(CostGame.of({"A": 11, "H": 7, "A+H": 20.5}))
    >>> bool(verdict), verdict.witness
    (False, Refutation(one=('H',), other=('A',), by=Fraction(5, 2)))
    >>> verdict.explain("sv")
    'Spelet är inte subadditivt: H och A kostar 2,5 mer tillsammans än var för sig.'
    """

    name: Phrase = attrs.field(repr=lambda phrase: phrase.en)
    """The property's name in the literature, such as "subadditive"."""
    refuted: Phrase = attrs.field(repr=False)
    """How it is refuted, by ``{one}`` and ``{other}`` coalition, ``{by}`` so much."""
    witness: Refutation | None = None
    """The coalitions that refute it most; ``None`` where it holds."""
    exact: bool = True
    """Whether it was told exactly, from numbers that are; else within the tolerance of floats."""
    known_of: str = ""
    """The class of games that all have the property, where that was enough to know."""

    @property
    def holds(self) -> bool:
        """Whether the game has the property."""
        return self.witness is None

    def __bool__(self) -> bool:
        return self.holds

    def explain(self, lang: str = "en") -> str:
        """Say it in a sentence.

        Raises:
            InvalidValueError: It is not a language of ours.
        """
        with speaking(lang):
            return f"{self._sentence(lang).said(lang)}."

    def _sentence(self, lang: str) -> Sentence:
        if self.witness is not None:
            found = self.witness
            refuted = self.refuted.of(one=_said(found.one, lang), other=_said(found.other, lang), by=_much(found, lang))
            return _HOLDS_NOT.of(name=self.name, refuted=refuted)
        sentence = _HOLDS.of(name=self.name)
        if self.known_of:
            return _BY_CLASS.of(sentence=sentence, kind=self.known_of)
        return sentence if self.exact else _NEARLY.of(sentence=sentence)


def judged(game: Game, name: Phrase, refuted: Phrase, worst: tuple[int, int, Fraction | float] | None) -> Verdict:
    """Make a verdict of the numbers of two coalitions, and by how much they refute the property, if any do."""
    if worst is None:
        return Verdict(name, refuted, exact=game.exact is not None)
    one, other, by = worst
    players = game.players
    witness = Refutation(members_of(one, players), members_of(other, players), by)
    return Verdict(name, refuted, witness, exact=game.exact is not None)


def _said(coalition: tuple[Player, ...], lang: str) -> str:
    return "+".join(str(member) for member in coalition) or _NOBODY.said(lang)


def _much(found: Refutation, lang: str) -> str:
    """Write it in full where it is short, else about."""
    number = Fraction(found.by)
    in_full = Decimal(number.numerator) / number.denominator
    if in_full == number and abs(in_full.adjusted()) < _DIGITS and len(in_full.normalize().as_tuple().digits) < _DIGITS:
        return say(Decimal(f"{in_full.normalize():f}"), lang)
    return f"≈ {say(Decimal(f'{float(number):.6g}'), lang)}"
