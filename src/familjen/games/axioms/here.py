"""Which axioms hold for one split of one game (axiom i ett enskilt fall)."""

from collections.abc import Iterator

import attrs

from familjen.errors import IntractableError
from familjen.games.axioms.axiom import Axiom, Violation
from familjen.games.axioms.catalogue import AXIOMS
from familjen.games.compact.game import CompactGame
from familjen.games.shares import CostShares
from familjen.language import Phrase, worded

__all__ = ["Standing", "axioms_here"]

_LARGEST = 14
"""Compact games of more players are not written out to see who is alike, or a dummy."""

_HOLDS = Phrase("{axiom} holds here.", "{axiom} gäller här.")
_FAILS = Phrase("{axiom} does not hold here: {violation}", "{axiom} gäller inte här: {violation}")


@attrs.frozen
class Standing:
    """Whether an axiom holds for a split; it is true where it does (läge).

    >>> from familjen.games import CostGame, equal_division
    >>> equal_division(CostGame.of({"A": 11, "H": 7, "A+H": 15})).axioms()[3].explain()
    'Individual rationality does not hold here: H does 0.5 worse than alone.'
    """

    axiom: Axiom = attrs.field(repr=lambda axiom: repr(axiom.name))
    """What is asked."""
    violation: Violation | None = None
    """How it fails; ``None`` where it holds."""

    @property
    def holds(self) -> bool:
        """Whether it holds."""
        return self.violation is None

    def __bool__(self) -> bool:
        return self.holds

    def explain(self, lang: str = "en") -> str:
        """Say it in a sentence.

        Raises:
            InvalidValueError: It is not a language of ours.
        """
        title = worded(lang, self.axiom.title.en, self.axiom.title.sv)
        named = title[:1].upper() + title[1:]
        if self.violation is None:
            return _HOLDS.of(axiom=named).said(lang)
        return _FAILS.of(axiom=named, violation=self.violation.explain(lang)).said(lang)


def axioms_here(shares: CostShares) -> tuple[Standing, ...]:
    """Tell which axioms hold for this split of this game, whatever its method does elsewhere (axiom i detta fall).

    They are efficiency, symmetry, the dummy player, individual rationality and core selection. What floats cannot tell
    from zero counts as zero. An axiom that is too hard to tell in a large compact game is left out.

    Complexity: O(n²·2ⁿ) at most, and that of `core`.

    >>> from familjen.games import CostGame, shapley
    >>> [standing.axiom.name for standing in axioms_here(shapley(CostGame.of({"A": 11, "H": 7, "A+H": 15})))]
    ['efficiency', 'symmetry', 'dummy', 'individual_rationality', 'core_selection']
    """
    return tuple(_told(shares))


def _told(shares: CostShares) -> Iterator[Standing]:
    large = isinstance(shares.game, CompactGame) and len(shares) > _LARGEST
    for axiom in AXIOMS.values():
        if axiom.here is None or (large and axiom.name in {"symmetry", "dummy"}):
            continue
        try:
            yield Standing(axiom, axiom.violation_here(shares))
        except IntractableError:
            continue
