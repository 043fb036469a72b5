"""Dummy: who always adds what it comes to alone has just that (dummyspelare)."""

from fractions import Fraction

from familjen.games.axioms.axiom import Axiom
from familjen.games.axioms.pairs import Failure, most
from familjen.games.properties import dummies
from familjen.games.shares import CostShares
from familjen.language import Phrase

__all__ = ["DUMMY", "dummy_differs"]


def dummy_differs(shares: CostShares) -> Failure | None:
    """Give the dummy player whose part differs most from what it comes to alone (brist för dummyspelare).

    Complexity: O(n·2ⁿ).

    >>> from familjen.games import CostGame, equal_division
    >>> dummy_differs(equal_division(CostGame.of({"A": 4, "H": 6, "A+H": 10}), exact=True))
    (('A',), Fraction(1, 1))
    """
    game = shares.game
    alone = {player: game.at(1 << place) for place, player in enumerate(game.players)}
    found = (((player,), abs(Fraction(shares[player]) - alone[player])) for player in dummies(game))
    return most(found, shares.room())


DUMMY = Axiom(
    "dummy",
    Phrase("the dummy player axiom", "axiomet om dummyspelare"),
    Phrase(
        "A player who adds to every coalition what it comes to alone has just that.",
        "En spelare som till varje koalition lägger vad den kommer till ensam har just det.",
    ),
    Phrase(
        "{players} adds to every coalition what it comes to alone, and its part differs from that by {by}",
        "{players} lägger till varje koalition vad den kommer till ensam, och dess del skiljer sig från det med {by}",
    ),
    'Shapley, "A value for n-person games", in Contributions to the Theory of Games II (1953), pp. 307-317',
    here=dummy_differs,
)
