"""Certificates: they hold for what was found, and for nothing that was changed."""

import re
from collections.abc import Callable
from fractions import Fraction
from itertools import combinations, product
from typing import Any

import attrs
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.games.lexicographic.drawn import games

from familjen.errors import CertificateError, FamiljenError
from familjen.games import Certificate, CostGame, Game, Measure, least_core, modiclus, nucleolus, prenucleolus
from familjen.games.lexicographic import least
from familjen.games.lexicographic.beyond import Beyond
from familjen.games.lexicographic.beyond_pairs import BeyondPairs
from familjen.games.lexicographic.span import Equations, whole_row

TABLE = {"a": 6, "b": 7, "c": 9, "a+b": 9, "a+c": 12, "b+c": 14, "a+b+c": 15}


def proof(game: Game, method: Any = nucleolus) -> Certificate:
    """Give the certificate of a result."""
    made = method(game).certificate
    assert isinstance(made, Certificate)
    return made


@pytest.fixture
def game() -> CostGame:
    """Give a cost game of three players with a core."""
    return CostGame.of(TABLE)


def moved(made: Certificate, step: Fraction) -> Certificate:
    """Move some of the first player's part to the second."""
    return attrs.evolve(made, at=(made.at[0] - step, made.at[1] + step, *made.at[2:]))


def first(made: Certificate, **change: Any) -> Certificate:
    """Change the first level."""
    return attrs.evolve(made, levels=(attrs.evolve(made.levels[0], **change), *made.levels[1:]))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda made: attrs.evolve(made, at=made.at[:2]), "2 parts for 3 players"),
        (lambda made: attrs.evolve(made, at=(*made.at[:2], made.at[2] + 1)), "do not sum to the whole"),
        (lambda made: moved(made, Fraction(1, 10**9)), "another excess than level"),
        (lambda made: moved(made, Fraction(-90)), "does worse than alone"),
        (lambda made: attrs.evolve(made, levels=()), "leave some parts open"),
        (lambda made: attrs.evolve(made, levels=made.levels[1:]), "not balanced|an excess above"),
        (lambda made: attrs.evolve(made, levels=made.levels[:-1]), "leave some parts open"),
        (lambda made: first(made, weights=(Fraction(-1),) * len(made.levels[0].weights)), "no positive weight"),
        (lambda made: first(made, weights=made.levels[0].weights[1:]), "no positive weight"),
        (lambda made: first(made, weights=(Fraction(9), *made.levels[0].weights[1:])), "are not balanced"),
        (lambda made: first(made, members=((1, 0), *made.levels[0].members[1:])), "another excess|not balanced"),
        (lambda made: first(made, excess=Fraction(5)), "another excess than level 1"),
        (lambda made: attrs.evolve(made, measure=Measure.PER_CAPITA), "another excess|above level"),
    ],
    ids=range(13),
)
def test_nothing_changed_is_proven(game: CostGame, change: Callable[[Certificate], Certificate], message: str) -> None:
    """A certificate of which anything was changed is refused, and the sentence says what does not hold."""
    made = proof(game)
    assert made.verify(game)
    with pytest.raises(CertificateError, match=message) as caught:
        change(made).verify(game)
    assert caught.value.method == "nucleolus"


def test_another_game_is_not_proven(game: CostGame) -> None:
    """The certificate of one game is refused for another that differs by a hundred-millionth in one number."""
    made = proof(game)
    for coalition in ("a+b", "a+c", "b+c", "a"):
        other = CostGame.of({**TABLE, coalition: TABLE[coalition] - Fraction(1, 10**8)})
        if proof(other).at != made.at:
            with pytest.raises(CertificateError):
                made.verify(other)


def test_levels_are_told_from_the_greatest_excess_down(game: CostGame) -> None:
    """Levels that rise are no proof."""
    made = proof(game)
    assert len(made.levels) > 1
    with pytest.raises(CertificateError):
        attrs.evolve(made, levels=made.levels[::-1]).verify(game)


@given(games(5), st.data())
@settings(max_examples=40, deadline=None)
def test_only_the_parts_found_are_proven(game: Game, data: st.DataObject) -> None:
    """Whatever is moved from one player to another, no proof of the same levels holds for it."""
    made = proof(game, prenucleolus)
    assert made.verify(game)
    if len(game.players) == 1:
        return
    step = data.draw(st.fractions(-5, 5, max_denominator=1000).filter(bool))
    with pytest.raises(CertificateError):
        moved(made, step).verify(game)


@pytest.mark.parametrize("method", [prenucleolus, modiclus])
def test_a_result_without_proof_is_not_given(method: Any, game: CostGame, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where neither floats nor fractions lead to a proof, an error is raised and no parts are given."""

    def nothing(*_: object, **__: object) -> None:
        raise CertificateError("no", method="x")

    monkeypatch.setattr(Certificate, "verify", nothing)
    with pytest.raises(CertificateError):
        method(game)


def test_a_solver_that_fails_is_made_up_for(game: CostGame, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the solver finds no way in floats, fractions do."""

    def failing(*_: object) -> None:
        raise FamiljenError("no way")

    expected = nucleolus(game, exact=True)
    monkeypatch.setattr(least, "find_levels", failing)
    assert nucleolus(game, exact=True).numbers == expected.numbers


@given(games(5, least=2))
@settings(max_examples=40, deadline=None)
def test_coalitions_above_a_level_are_those_that_enumeration_finds(game: Game) -> None:
    """With nothing settled but the whole, those above a level are found exactly, ties left out."""
    size = len(game.players)
    at = tuple(game.at(-1) / size for _ in range(size))
    every = {
        mask: game.sign * (game.at(mask) - game.at(-1) / size * mask.bit_count()) for mask in range(1, 2**size - 1)
    }
    settled = Equations(size)
    settled.add([1] * size)
    for level in sorted(set(every.values()), reverse=True):
        beyond = Beyond.of(game, at, Measure.PLAIN, level)
        found = {mask for mask, _ in beyond.unsettled_above(level, settled)}
        assert found == {mask for mask, excess in every.items() if excess > level}


@given(games(3))
@settings(max_examples=40, deadline=None)
def test_pairs_above_a_level_are_those_that_enumeration_finds(game: Game) -> None:
    """The pairs of coalitions that differ by more than a level are there, one at least for each two classes."""
    size = len(game.players)
    at = tuple(game.at(-1) / size for _ in range(size))
    excess = [game.sign * (game.at(mask) - game.at(-1) / size * mask.bit_count()) for mask in range(2**size)]
    settled = Equations(size)
    settled.add([1] * size)
    most = max(excess[one] - excess[other] for one, other in product(range(2**size), repeat=2))
    beyond = BeyondPairs.of(game, at)
    full = 2**size - 1
    apart = [(a, b) for a, b in product(range(full + 1), repeat=2) if {a, b} != {0, full} and a != b]
    above = [(a, b) for a, b in apart if excess[a] - excess[b] > most / 2]
    found = beyond.unsettled_above(most / 2, settled)
    assert all(excess[a] - excess[b] > most / 2 for a, b in found)
    assert {frozenset(pair) - {full} for pair in found if full not in pair} <= {frozenset(p) - {full} for p in above}
    assert bool(found) == bool(above)


@given(st.lists(st.lists(st.integers(-3, 3), min_size=4, max_size=4), max_size=6))
@settings(max_examples=60, deadline=None)
def test_equations_know_their_rank_and_what_is_at_right_angles(rows: list[list[int]]) -> None:
    """The rank is that of the matrix, every row follows, and the null space gives each of them zero."""
    known = Equations(4)
    new = [known.add([*row, 0]) for row in rows]
    rank = int(np.linalg.matrix_rank(np.array(rows))) if rows else 0
    assert known.rank == rank == sum(new)
    assert all(known.follows(row) for row in rows)
    assert len(known.null_space()) == 4 - rank
    for vector, row in product(known.null_space(), rows):
        assert sum(part * other for part, other in zip(row, vector, strict=True)) == 0


@given(st.lists(st.fractions(-9, 9, max_denominator=20), min_size=3, max_size=3))
@settings(max_examples=40, deadline=None)
def test_equations_are_solved_exactly(parts: list[Fraction]) -> None:
    """From the sums of every two of three numbers, the numbers come out."""
    known = Equations(3)
    for one, other in combinations(range(3), 2):
        row = [int(place in {one, other}) for place in range(3)]
        known.add(whole_row(row, [parts[one] + parts[other]]))
    assert known.solution() == parts


def test_the_least_core_tells_who_holds_it() -> None:
    """The first level's excess and coalitions are those of the least core, and its point is proven."""
    three = CostGame.of({"a": 3, "b": 3, "c": 3, "a+b": 3, "a+c": 3, "b+c": 3, "a+b+c": 5})
    found = least_core(three)
    assert found.excess == Fraction(1, 3)
    assert set(found.coalitions) == {("a", "b"), ("a", "c"), ("b", "c")}
    assert found.point.worst_off()[1] == pytest.approx(1 / 3)
    assert least_core(CostGame.of({"a": 3})).excess is None


def test_repr_of_a_certificate_names_its_levels(game: CostGame) -> None:
    """A certificate shows its method, its parts and its levels."""
    assert re.match(r"Certificate\(method='nucleolus', measure=<Measure.PLAIN", repr(proof(game)))
