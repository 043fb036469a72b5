"""Games to draw for the nucleolus family, and the literature's."""

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from familjen.games import CostGame, Game

CASES = Path(__file__).parents[2] / "cases"


@st.composite
def games(draw: st.DrawFn, most: int = 5, *, least: int = 1) -> Game:
    """Draw a gain or cost game of whole numbers, few of them so that ties abound, or many."""
    number = draw(st.integers(least, most))
    largest = draw(st.sampled_from([1, 3, 50, 10**6]))
    numbers = draw(st.lists(st.integers(0, largest), min_size=2**number - 1, max_size=2**number - 1))
    kind = draw(st.sampled_from([Game, CostGame]))
    return kind.from_vector(range(number), [0, *numbers])


@st.composite
def essential_games(draw: st.DrawFn, most: int = 5) -> Game:
    """Draw a game in which all together do no worse than the sum of each alone."""
    game = draw(games(most))
    numbers = list(game.numbers())
    alone = sum((numbers[1 << place] for place in range(len(game.players))), Fraction(0))
    spared = draw(st.integers(0, 100))
    numbers[-1] = alone + game.sign * spared if len(game.players) > 1 else numbers[-1]
    return type(game).from_vector(game.players, numbers)


def case(name: str) -> dict[str, Any]:
    """Read a case of the literature."""
    found: dict[str, Any] = json.loads((CASES / f"{name}.json").read_text("utf-8"))
    return found
