"""Whether a method keeps an axiom, and the games that show that it does not (utslag)."""

import attrs

from familjen.games.axioms.axiom import Axiom, Violation
from familjen.games.axioms.domain import Domain
from familjen.games.game import Game
from familjen.games.methods import Method
from familjen.games.wording import WORDINGS
from familjen.language import Phrase, worded

__all__ = ["AxiomVerdict"]

_HOLDS = Phrase(
    "{method} keeps {axiom} in every game that it splits.", "{method} uppfyller {axiom} i varje spel den fördelar."
)
_FAILS = Phrase("{method} does not keep {axiom}.", "{method} uppfyller inte {axiom}.")
_BUT = Phrase(
    "{method} does not keep {axiom}, but does in {domain}.", "{method} uppfyller inte {axiom}, men gör det i {domain}."
)
_EXAMPLE = Phrase("In the counterexample", "I motexemplet")


@attrs.frozen
class AxiomVerdict:
    """Whether a method keeps an axiom in every game that it splits; it is true where it does (utslag om axiom).

    >>> from familjen.games import shapley
    >>> from familjen.games.axioms import axioms
    >>> verdict = axioms(shapley)["core_selection"]
    >>> bool(verdict), verdict.holds_on, verdict.violation().by > 0
    (False, <Domain.CONCAVE: 'concave'>, True)
    >>> axioms(shapley)["additivity"].explain()
    'The Shapley value keeps additivity in every game that it splits.'
    """

    method: str
    """The method's name."""
    axiom: Axiom = attrs.field(repr=lambda axiom: repr(axiom.name))
    """What is asked of it."""
    holds: bool
    """Whether it holds in every game that the method splits."""
    holds_on: Domain | None = None
    """Where it does not, a class of games for which it does; there may be larger ones."""
    counterexample: tuple[Game, ...] = ()
    """Where it does not, a game or two that show it."""
    source: str = ""
    """Who has shown it; empty where it follows from the method's definition, or from the counterexample."""
    function: Method = attrs.field(kw_only=True, repr=False, eq=False)
    """The method."""

    def __bool__(self) -> bool:
        return self.holds

    def violation(self) -> Violation | None:
        """Reckon anew how the counterexample shows that it does not hold; ``None`` where there is none."""
        return self.axiom.violation(self.function, *self.counterexample) if self.counterexample else None

    def explain(self, lang: str = "en") -> str:
        """Say it in a sentence, or two where a counterexample shows it.

        Raises:
            InvalidValueError: It is not a language of ours.
        """
        phrase = _HOLDS if self.holds else _FAILS if self.holds_on is None else _BUT
        name = WORDINGS[self.method].name.said(lang)
        domain = "" if self.holds_on is None else self.holds_on.said(lang)
        words = {"method": name[:1].upper() + name[1:], "axiom": self.axiom.title.said(lang), "domain": domain}
        said = worded(lang, phrase.en, phrase.sv).format(**words)
        found = self.violation()
        return said if found is None else f"{said} {_EXAMPLE.said(lang)}: {found.explain(lang)}"
