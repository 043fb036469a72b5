"""Individual rationality: nobody does worse than alone (individuell rationalitet)."""

from fractions import Fraction

from familjen.games.axioms.axiom import Axiom
from familjen.games.axioms.pairs import Failure, most
from familjen.games.shares import CostShares
from familjen.language import Phrase

__all__ = ["INDIVIDUAL_RATIONALITY", "worse_than_alone"]


def worse_than_alone(shares: CostShares) -> Failure | None:
    """Give the player who does worst against what it has alone, where one does worse (sämre än ensam).

    >>> from familjen.games import CostGame, equal_division
    >>> worse_than_alone(equal_division(CostGame.of({"A": 11, "H": 7, "A+H": 15}), exact=True))
    (('H',), Fraction(1, 2))
    """
    game = shares.game
    found = (
        ((player,), game.sign * (game.at(1 << place) - Fraction(part)))
        for place, (player, part) in enumerate(shares.items())
    )
    return most(found, shares.room())


INDIVIDUAL_RATIONALITY = Axiom(
    "individual_rationality",
    Phrase("individual rationality", "individuell rationalitet"),
    Phrase("Nobody does worse than alone.", "Ingen får det sämre än ensam."),
    Phrase("{players} does {by} worse than alone", "{players} får det {by} sämre än ensam"),
    "von Neumann and Morgenstern, Theory of Games and Economic Behavior (1944), chapter VI",
    here=worse_than_alone,
)
