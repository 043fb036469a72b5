"""Efficiency: the parts come to the whole (effektivitet)."""

from fractions import Fraction

from familjen.games.axioms.axiom import Axiom
from familjen.games.axioms.pairs import Failure
from familjen.games.shares import CostShares
from familjen.language import Phrase

__all__ = ["EFFICIENCY", "not_efficient"]


def not_efficient(shares: CostShares) -> Failure | None:
    """Give by how much the parts miss the whole (brist i effektivitet).

    >>> from familjen.games import CostGame, separable_costs
    >>> not_efficient(separable_costs(CostGame.of({"A": 11, "H": 7, "A+H": 15}), exact=True))
    ((), Fraction(3, 1))
    """
    off = abs(sum((Fraction(part) for part in shares.numbers), Fraction(0)) - shares.game.at(-1))
    return ((), off) if off > shares.room() else None


EFFICIENCY = Axiom(
    "efficiency",
    Phrase("efficiency", "effektivitet"),
    Phrase("The parts come to the whole.", "Delarna kommer till det hela."),
    Phrase("The parts miss the whole by {by}", "Delarna missar det hela med {by}"),
    'Shapley, "A value for n-person games", in Contributions to the Theory of Games II (1953), pp. 307-317',
    here=not_efficient,
)
