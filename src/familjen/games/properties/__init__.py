"""What a game is like, told exactly and refuted by coalitions: monotone, subadditive, concave (spels egenskaper).

Each function answers with a `Verdict`, which is true or false, knows the coalitions that refute it most, and by how
much, and says so in words. Where a game's numbers are told exactly the answer is exact. Where they are floats, what is
below 10⁻¹² of the largest of them counts as nothing.

A game that is made by a function which computes in floats is told exactly by their decimals, and their last digits may
refute what would hold without rounding. Make such a game from an array of float64, by `Game.from_vector`.
"""

from familjen.games.properties.additive import is_additive
from familjen.games.properties.concave import is_concave
from familjen.games.properties.dummies import dummies
from familjen.games.properties.monotone import is_monotone
from familjen.games.properties.subadditive import is_subadditive
from familjen.games.properties.symmetric import is_symmetric
from familjen.games.properties.verdict import Refutation, Verdict

__all__ = [
    "Refutation",
    "Verdict",
    "dummies",
    "is_additive",
    "is_concave",
    "is_monotone",
    "is_subadditive",
    "is_symmetric",
]
