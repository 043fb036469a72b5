"""Symmetry: players who can take each other's place have equal parts (symmetri)."""

from fractions import Fraction
from itertools import combinations

from familjen.games.axioms.axiom import Axiom
from familjen.games.axioms.pairs import Failure, most
from familjen.games.properties import is_symmetric
from familjen.games.shares import CostShares
from familjen.games.written_out import written_out
from familjen.language import Phrase

__all__ = ["SYMMETRY", "not_symmetric"]


def not_symmetric(shares: CostShares) -> Failure | None:
    """Give the two players who can take each other's place and whose parts differ most (brist i symmetri).

    Complexity: O(n²·2ⁿ) at most: only players whose parts differ are looked at.

    >>> from familjen.games import CostGame, CostShares
    >>> not_symmetric(CostShares.of(CostGame.of({"A": 4, "H": 4, "A+H": 5}), [2, 3], "agreed"))
    (('A', 'H'), Fraction(1, 1))
    """
    game, room = written_out(shares.game, "which players are alike"), shares.room()
    apart = {pair: abs(Fraction(shares[pair[0]]) - Fraction(shares[pair[1]])) for pair in combinations(shares, 2)}
    return most((pair, by) for pair, by in apart.items() if by > room and is_symmetric(game, pair))


SYMMETRY = Axiom(
    "symmetry",
    Phrase("symmetry (equal treatment of equals)", "symmetri (lika behandling av lika)"),
    Phrase(
        "Two players who can take each other's place have equal parts.",
        "Två spelare som kan ta varandras plats har lika delar.",
    ),
    Phrase(
        "{players} can take each other's place, and their parts differ by {by}",
        "{players} kan ta varandras plats, och deras delar skiljer sig med {by}",
    ),
    'Shapley, "A value for n-person games", in Contributions to the Theory of Games II (1953), pp. 307-317',
    here=not_symmetric,
)
