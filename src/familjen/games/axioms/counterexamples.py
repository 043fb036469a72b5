"""Games in which a method does not keep an axiom (motexempel)."""

from collections.abc import Mapping
from types import MappingProxyType

from familjen.games.game import CostGame

__all__ = ["counterexample"]

_COSTS: Mapping[str, tuple[tuple[str, tuple[tuple[int, ...], ...]], ...]] = MappingProxyType(
    {
        "efficiency": (
            (
                "banzhaf",
                ((1, 1, 1, 1, 1, 1, 1),),
            ),
        ),
        "symmetry": (
            (
                "equal_profit",
                ((10, 10, 14, 10, 20, 20, 24, 10, 20, 20, 24, 20, 30, 20, 30),),
            ),
        ),
        "anonymity": (
            (
                "equal_profit",
                ((10, 10, 14, 10, 20, 20, 24, 10, 20, 20, 24, 20, 30, 20, 30),),
            ),
        ),
        "dummy": (
            (
                "ensc equal_division equal_surplus proportional_to_alone solidarity",
                ((1, 1, 2, 1, 1, 2, 2),),
            ),
        ),
        "additivity": (
            (
                (
                    "aca disruption_nucleolus equal_profit gately modiclus nucleolus per_capita_nucleolus "
                    "prenucleolus proportional_nucleolus proportional_to_alone scrb tau"
                ),
                (
                    (2, 3, 5, 4, 6, 6, 6),
                    (7, 5, 11, 4, 8, 6, 12),
                ),
            ),
        ),
        "marginality": (
            (
                (
                    "aca disruption_nucleolus ensc equal_division equal_profit equal_surplus gately modiclus "
                    "nucleolus per_capita_nucleolus prenucleolus proportional_nucleolus proportional_to_alone scrb "
                    "solidarity tau"
                ),
                (
                    (5, 4, 7, 4, 7, 6, 9),
                    (6, 4, 8, 4, 6, 6, 8),
                ),
            ),
        ),
        "covariance": (
            (
                "equal_division equal_profit proportional_nucleolus proportional_to_alone solidarity",
                (
                    (1, 3, 3),
                    (3, 3, 5),
                ),
            ),
        ),
        "self_duality": (
            (
                (
                    "ensc equal_surplus nucleolus per_capita_nucleolus prenucleolus proportional_nucleolus "
                    "proportional_to_alone solidarity"
                ),
                ((4, 2, 4, 2, 4, 3, 6),),
            ),
            (
                "aca",
                ((1, 0, 1, 1, 0, 2, 1),),
            ),
        ),
        "individual_rationality": (
            (
                "ensc equal_division solidarity",
                ((1, 3, 4, 1, 2, 3, 4),),
            ),
            (
                "aca banzhaf equal_surplus modiclus prenucleolus proportional_to_alone scrb shapley",
                ((1, 0, 3, 0, 5, 6, 3),),
            ),
        ),
        "core_selection": (
            (
                (
                    "aca banzhaf ensc equal_division equal_surplus gately modiclus proportional_to_alone scrb shapley "
                    "solidarity"
                ),
                ((1, 1, 1, 5, 6, 5, 6, 1, 1, 2, 2, 5, 6, 5, 6),),
            ),
            (
                "tau",
                ((4, 3, 6, 4, 6, 6, 8, 2, 4, 3, 7, 5, 8, 7, 9),),
            ),
        ),
        "aggregate_monotonicity": (
            (
                "aca disruption_nucleolus equal_profit gately modiclus scrb tau",
                (
                    (7, 4, 10, 13, 19, 13, 19, 9, 13, 9, 13, 15, 19, 15, 19),
                    (7, 4, 10, 13, 19, 13, 19, 9, 13, 9, 13, 15, 19, 15, 21),
                ),
            ),
            (
                "proportional_nucleolus",
                (
                    (5, 5, 10, 1, 6, 5, 10, 6, 11, 11, 15, 6, 11, 11, 15),
                    (5, 5, 10, 1, 6, 5, 10, 6, 11, 11, 15, 6, 11, 11, 16),
                ),
            ),
            (
                "nucleolus prenucleolus",
                (
                    (8, 9, 15, 6, 12, 13, 16, 9, 16, 15, 20, 13, 19, 18, 20),
                    (8, 9, 15, 6, 12, 13, 16, 9, 16, 15, 20, 13, 19, 18, 21),
                ),
            ),
        ),
        "coalitional_monotonicity": (
            (
                "aca disruption_nucleolus equal_profit gately modiclus scrb tau",
                (
                    (9, 13, 16, 11, 16, 15, 18, 9, 14, 17, 20, 15, 20, 19, 22),
                    (9, 13, 16, 11, 16, 15, 18, 9, 14, 17, 20, 15, 20, 19, 25),
                ),
            ),
            (
                "nucleolus per_capita_nucleolus prenucleolus proportional_nucleolus",
                (
                    (2, 6, 7, 6, 8, 11, 13, 3, 5, 9, 9, 7, 8, 13, 14),
                    (2, 6, 7, 6, 8, 11, 13, 3, 5, 9, 9, 7, 9, 13, 14),
                ),
            ),
            (
                "proportional_to_alone",
                (
                    (1, 0, -1),
                    (1, 1, -1),
                ),
            ),
        ),
        "strong_monotonicity": (
            (
                (
                    "aca disruption_nucleolus ensc equal_profit equal_surplus gately modiclus nucleolus "
                    "per_capita_nucleolus prenucleolus proportional_nucleolus proportional_to_alone scrb solidarity "
                    "tau"
                ),
                (
                    (9, 7, 11, 11, 16, 14, 18, 8, 12, 10, 14, 14, 18, 16, 20),
                    (9, 7, 10, 11, 16, 14, 17, 9, 12, 10, 14, 15, 18, 16, 20),
                ),
            ),
            (
                "equal_division",
                (
                    (1, 3, 3),
                    (1, 2, 2),
                ),
            ),
        ),
        "consistency": (
            (
                (
                    "aca banzhaf disruption_nucleolus ensc equal_profit equal_surplus gately modiclus "
                    "per_capita_nucleolus proportional_nucleolus proportional_to_alone scrb shapley solidarity tau"
                ),
                ((3, 1, 4, 4, 5, 5, 5),),
            ),
            (
                "nucleolus",
                ((1, 1, 1, 5, 5, 5, 6, 2, 3, 2, 3, 6, 6, 7, 7),),
            ),
        ),
        "hart_mas_colell": (
            (
                (
                    "aca banzhaf disruption_nucleolus ensc equal_profit equal_surplus gately modiclus nucleolus "
                    "per_capita_nucleolus prenucleolus proportional_nucleolus proportional_to_alone scrb solidarity "
                    "tau"
                ),
                ((1, 2, 2, 7, 7, 7, 7),),
            ),
        ),
    }
)
"""By axiom: some methods, and a game or two that show that none of them keeps it.

The costs are those of a, b, a+b, c, a+c, b+c, a+b+c, d, and so on.
"""


def counterexample(method: str, axiom: str) -> tuple[CostGame, ...]:
    """Give a game or two that show that a method does not keep an axiom; none where there is no such.

    >>> counterexample("equal_division", "dummy")
    (CostGame(a, b, c; all together 2),)
    """
    for methods, vectors in _COSTS.get(axiom, ()):
        if method in methods.split():
            return tuple(_game(numbers) for numbers in vectors)
    return ()


def _game(numbers: tuple[int, ...]) -> CostGame:
    players = "abcdefgh"[: len(numbers).bit_length()]
    return CostGame.from_vector(list(players), [0, *numbers])
