"""Compact games that are drawn at random, with ties and zeros among their numbers."""

from fractions import Fraction

from hypothesis import strategies as st

from familjen.games.compact.airport import AirportGame
from familjen.games.compact.claims_game import ClaimsGame
from familjen.games.compact.fixed_tree import FixedTreeGame
from familjen.games.compact.sequencing import SequencingGame
from familjen.games.compact.spanning_tree import SpanningTreeGame
from familjen.games.compact.voting import VotingGame

numbers = st.one_of(st.integers(0, 9), st.fractions(0, 9, max_denominator=6))


@st.composite
def airports(draw: st.DrawFn, most: int = 5) -> AirportGame:
    """Draw what each costs alone."""
    return AirportGame.of(dict(enumerate(draw(st.lists(numbers, min_size=1, max_size=most)))))


@st.composite
def trees(draw: st.DrawFn, most: int = 5) -> FixedTreeGame:
    """Draw a tree, with nodes where nobody or several live, at the root too."""
    size = draw(st.integers(1, 7))
    links = {node: (draw(st.integers(0, node - 1)) if node > 1 else 0, draw(numbers)) for node in range(1, size + 1)}
    homes = draw(st.lists(st.integers(0, size), min_size=1, max_size=most))
    return FixedTreeGame.of(links, {f"p{place}": home for place, home in enumerate(homes)})


@st.composite
def claims_games(draw: st.DrawFn, most: int = 5) -> ClaimsGame:
    """Draw claims, and an estate that they reach."""
    claims = draw(st.lists(numbers, min_size=1, max_size=most))
    parts = draw(st.integers(0, 12))
    return ClaimsGame.of(sum(map(Fraction, claims), Fraction(0)) * parts / 12, dict(enumerate(claims)))


@st.composite
def queues(draw: st.DrawFn, most: int = 5) -> SequencingGame:
    """Draw a queue of jobs."""
    return SequencingGame.of(dict(enumerate(draw(st.lists(st.tuples(numbers, numbers), min_size=1, max_size=most)))))


@st.composite
def votes(draw: st.DrawFn, most: int = 5) -> VotingGame:
    """Draw weights, and a quota that they reach."""
    weights = draw(st.lists(numbers, min_size=1, max_size=most).filter(any))
    parts = draw(st.integers(1, 12))
    return VotingGame.of(sum(map(Fraction, weights), Fraction(0)) * parts / 12, dict(enumerate(weights)))


@st.composite
def spanning_trees(draw: st.DrawFn, most: int = 4) -> SpanningTreeGame:
    """Draw a symmetric matrix of costs with ties."""
    number = draw(st.integers(1, most))
    matrix: list[list[int | Fraction]] = [[0] * (number + 1) for _ in range(number + 1)]
    for row in range(number + 1):
        for column in range(row):
            matrix[row][column] = matrix[column][row] = draw(numbers)
    return SpanningTreeGame.from_matrix([f"p{place}" for place in range(number)], matrix)
