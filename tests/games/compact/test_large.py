"""Games of all municipalities: the nucleolus is found by asking, proven, and the one that writing out gives."""

from collections.abc import Sequence
from fractions import Fraction
from functools import cache, partial
from importlib import import_module
from typing import Any, ClassVar

import attrs
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.games.compact.brute import check_separation
from tests.games.compact.drawn import airports, claims_games, numbers, queues, trees

from familjen.errors import CertificateError, FamiljenError, IntractableError
from familjen.games import CostShares, core, least_core, nucleolus, prenucleolus, shapley
from familjen.games.compact.airport import AirportGame
from familjen.games.compact.claims_game import ClaimsGame
from familjen.games.compact.fixed_tree import FixedTreeGame
from familjen.games.compact.game import CompactGame, Floats, Members
from familjen.games.compact.pooling import PoolingGame
from familjen.games.compact.scale import ScaleGame
from familjen.games.compact.scale_concave import Concave
from familjen.games.compact.scale_curve import ScaleCurve
from familjen.games.compact.scale_logarithm import Logarithm
from familjen.games.compact.scale_piecewise import PiecewiseLinear
from familjen.games.compact.scale_power import Power
from familjen.games.compact.sequencing import SequencingGame
from familjen.games.compact.sequencing_rows import BestRows
from familjen.games.compact.spanning_tree import SpanningTreeGame
from familjen.games.compact.submodular import Places, SubmodularGame
from familjen.games.compact.voting import VotingGame
from familjen.games.core_point import core_point
from familjen.games.game import sums
from familjen.games.lexicographic import large
from familjen.games.lexicographic.asked import Asked
from familjen.games.lexicographic.balance import balance
from familjen.games.lexicographic.kernel import KernelCertificate
from familjen.games.lexicographic.levels import find_levels

ALL = 290
LINES = PiecewiseLinear.of({10_000: 3_000_000, 50_000: 11_000_000, 500_000: 60_000_000})


def drawn_numbers(most: int, seed: int = 1) -> list[int]:
    """Draw a whole number from 1 for each municipality."""
    return np.random.default_rng(seed).integers(1, most, ALL).tolist()


def inhabitants() -> dict[int, int]:
    """Draw sizes that spread as municipalities' do: a few are large."""
    return dict(enumerate(np.random.default_rng(1).lognormal(9.7, 0.9, ALL).astype(int).tolist()))


def scale(curve: ScaleCurve, fixed: int = 0) -> ScaleGame:
    """Make a game with scale benefits of all."""
    return ScaleGame.of(inhabitants(), curve, fixed=fixed)


def tree(parents: Sequence[int]) -> FixedTreeGame:
    """Make a tree from the node that each hangs on, 0 being the root."""
    return FixedTreeGame.of(dict(enumerate(zip(parents, drawn_numbers(50), strict=True), 1)))


def queue() -> SequencingGame:
    """Make a queue of all."""
    return SequencingGame.of(dict(enumerate(zip(drawn_numbers(20), drawn_numbers(20, 2), strict=True))))


LARGE = {
    "airport": lambda: AirportGame.of(inhabitants()),
    "path": lambda: tree(range(ALL)),
    "star": lambda: tree([0, *([1] * (ALL - 1))]),
    "tree": lambda: tree([int(place * part) for place, part in enumerate(np.random.default_rng(3).random(ALL), 1)]),
    "claims": lambda: ClaimsGame.of(1000, dict(enumerate(drawn_numbers(20)))),
    "pooling": lambda: PoolingGame.of_deviations(dict(enumerate(drawn_numbers(100))), factor=10),
    "power": partial(scale, Power(900, 0.85)),
    "power and fixed": partial(scale, Power(900, 0.85), 2_000_000),
    "root": partial(scale, Power(1, 0.5)),
    "root and fixed": partial(scale, Power(1000, 0.5), 20_000),
    "logarithm": partial(scale, Logarithm(1_000_000, 20_000)),
    "logarithm and fixed": partial(scale, Logarithm(1_000_000, 20_000), 1_000_000),
    "lines": partial(scale, LINES),
    "lines and fixed": partial(scale, LINES, 2_000_000),
    "queue": queue,
}


@st.composite
def scales(draw: st.DrawFn, most: int) -> ScaleGame:
    """Draw weights with zeros and ties, a curve, a fixed cost and own costs."""
    sizes = draw(st.lists(st.integers(0, 20), min_size=1, max_size=most))
    curve = draw(
        st.one_of(
            st.builds(Power, st.integers(0, 100), st.sampled_from([0.5, 0.85, 1])),
            st.builds(Logarithm, st.integers(0, 100), st.sampled_from([1, 10])),
            st.sampled_from([PiecewiseLinear.of({3: 30, 10: 65, 40: 95}), PiecewiseLinear.of({3: 30, 10: 10})]),
        )
    )
    own = {place: draw(st.integers(-9, 9)) for place in range(len(sizes))}
    return ScaleGame.of(dict(enumerate(sizes)), curve, fixed=draw(st.integers(0, 20)), own=own)


@st.composite
def pools(draw: st.DrawFn, most: int) -> PoolingGame:
    """Draw deviations with zeros and ties."""
    return PoolingGame.of_deviations(dict(enumerate(draw(st.lists(st.integers(0, 9), min_size=1, max_size=most)))))


@attrs.frozen(repr=False)
class Listed(SubmodularGame):
    """A convex game told by a number for each coalition, which looks through them all."""

    players: tuple[int, ...]
    gains: tuple[Fraction, ...]

    sign: ClassVar[int] = 1

    def of_places(self, places: Sequence[int]) -> Fraction:
        """Look it up."""
        return self.gains[sum(1 << place for place in places)]

    def separate(self, paid: Floats, inside: Places, outside: Places) -> tuple[Members, Floats]:
        """Look through all, in their order."""
        excess = np.array([float(gain) for gain in self.gains]) - sums(paid)
        members = (np.arange(len(excess))[:, None] >> np.arange(len(paid)) & 1).astype(bool)
        fits = members[:, inside] & ~members[:, outside]
        best = np.where(fits, excess[:, None], -np.inf).argmax(axis=0)
        return members[best], excess[best]


@st.composite
def listed(draw: st.DrawFn, most: int) -> Listed:
    """Draw a sum of games in which all of a few have something only together, which is convex."""
    number = draw(st.integers(2, most))
    needs = draw(st.lists(st.tuples(st.integers(1, (1 << number) - 1), st.integers(1, 4)), max_size=8))
    masks = range(1 << number)
    return Listed(tuple(range(number)), tuple(Fraction(sum(c for all_, c in needs if m & all_ == all_)) for m in masks))


def ring_of_links(number: int) -> Listed:
    """Make the game in which each two neighbours in a ring gain 1 together, whoever else is there."""
    links = [1 << place | 1 << (place + 1) % number for place in range(number)]
    gains = (Fraction(sum(mask & link == link for link in links)) for mask in range(1 << number))
    return Listed(tuple(range(number)), tuple(gains))


any_game = st.one_of(airports(7), trees(7), claims_games(7), queues(7), scales(9), pools(9), listed(6))


def size_of(game: CompactGame) -> float:
    """Give the largest number of a game, or 1."""
    return max(1.0, *(abs(own) for own in game.alone().values()), abs(game.whole))


@cache
def solved(name: str) -> CostShares:
    """Find the nucleolus of a large game once for all tests."""
    return nucleolus(LARGE[name](), exact=True)


@pytest.mark.parametrize("name", LARGE)
def test_the_nucleolus_of_all_municipalities_is_proven(name: str) -> None:
    """With 290 players each class has its nucleolus, which sums up, is in the core, and is where nobody beats another.

    What is looked at anew: the greatest excess with one in and another out is the same for the two, for some pairs.
    """
    shares = solved(name)
    game: Any = shares.game
    assert shares.certificate is not None
    assert float(shares.total) == pytest.approx(game.whole, rel=1e-12)
    assert shares.is_in_core(tolerance=1e-9)
    paid = np.array([float(part) for part in shares.numbers])
    one, other = np.arange(0, ALL - 7), np.arange(7, ALL)
    assert game.separate(paid, one, other)[1] == pytest.approx(
        game.separate(paid, other, one)[1], abs=1e-9 * size_of(game)
    )


@pytest.mark.parametrize("name", [name for name in LARGE if name not in {"lines", "queue"}])  # they are slow; see above
def test_the_core_and_the_least_core_of_all_municipalities(name: str) -> None:
    """With 290 players each class has a point of its core and the least tax on leaving, which nobody exceeds there."""
    game = LARGE[name]()
    found = core(game)
    assert found
    assert found.verify(game)
    least = least_core(game)
    assert least.excess is not None
    assert least.excess <= 1e-9 * size_of(game)
    # a coalition and all others have excesses that sum to what parting them costs, whatever the split
    assert found.point is not None
    assert found.point.worst_off()[1] >= float(least.excess) - 1e-9 * size_of(game)
    assert least.point.worst_off()[1] == pytest.approx(float(least.excess), abs=1e-9 * size_of(game))


@pytest.mark.parametrize("name", LARGE)
def test_a_split_that_is_no_nucleolus_is_refused(name: str) -> None:
    """A proof whose parts are moved by a ten-millionth from one to another does not hold for any class."""
    game: Any = solved(name).game
    at = list(solved(name).numbers)
    some = Fraction(max(size_of(game), float(max(map(abs, at)))) / 10**7)
    moved = tuple(part + some * (place == 0) - some * (place == 1) for place, part in enumerate(map(Fraction, at)))
    with pytest.raises(CertificateError, match="are not in balance"):
        KernelCertificate("nucleolus", moved).verify(game)
    with pytest.raises(CertificateError, match="do not sum to the whole"):
        KernelCertificate("nucleolus", (at[0] + some, *at[1:])).verify(game)
    with pytest.raises(CertificateError, match="289 parts for 290 players"):
        KernelCertificate("nucleolus", tuple(at[1:])).verify(game)


@given(any_game.filter(lambda game: len(game.players) > 1))
@settings(max_examples=60, deadline=None)
def test_asking_finds_what_writing_out_finds(game: SubmodularGame) -> None:
    """By levels of coalitions that are asked for, the parts are those that exact arithmetic finds among all of them."""
    exact = nucleolus(game.enumerated(), exact=True)
    start = np.array([game.sign * float(part) for part in shapley(game).numbers])
    _, at = find_levels(Asked(game), start, None)
    assert (game.sign * at).tolist() == pytest.approx(
        [float(part) for part in exact.numbers], abs=1e-10 * size_of(game)
    )


@given(st.one_of(airports(7), trees(7), claims_games(7), queues(7), scales(8), pools(8)))
@settings(max_examples=60, deadline=None)
def test_large_games_are_solved_as_small_ones(game: SubmodularGame) -> None:
    """Where games of any size count as large, each method gives what it gives of the game written out."""
    exact = nucleolus(game.enumerated(), exact=True)
    expected = pytest.approx([float(part) for part in exact.numbers], abs=1e-9 * size_of(game))
    with pytest.MonkeyPatch.context() as patched:
        for name in ("nucleolus", "prenucleolus", "least_core"):
            patched.setattr(import_module(f"familjen.games.{name}"), "WRITTEN_OUT", 1)
        assert list(nucleolus(game).numbers) == expected
        assert list(prenucleolus(game).numbers) == expected
        least = least_core(game)
    first = least_core(game.enumerated()).excess
    assert least.excess == pytest.approx(None if first is None else float(first), abs=1e-9 * size_of(game))


@pytest.mark.parametrize("number", [4, 6, 8])
def test_parts_that_no_held_coalition_is_made_of_are_held_too(number: int) -> None:
    """Where the pairs of neighbours alone are held, which tell players apart but not their parts, all parts are right.

    Sums and differences of such pairs give no single player where they are even in number, yet every single player has
    the level's excess too.
    """

    class Neighbours(Asked):
        def start(self, at: Floats) -> tuple[list[int], float, float]:
            """Begin with the pairs of neighbours only."""
            _, scale, largest = super().start(at)
            pairs = (np.eye(number) + np.roll(np.eye(number), 1, axis=1)) > 0
            return [self._key(pair, 1.0) for pair in pairs], scale, largest

    game = ring_of_links(number)
    start = np.ones(number) + np.linspace(-0.5, 0.5, number)
    _, at = find_levels(Neighbours(game), start, None)
    assert at.tolist() == pytest.approx([1.0] * number, abs=1e-9)


def test_players_are_apart_where_a_held_coalition_has_one_of_them() -> None:
    """What is asked next are pairs within the parts that held coalitions cut, even where those are more than they."""
    asked = Asked(ring_of_links(4))
    held = np.array([[1, 1, 1, 1], [1, 1, 0, 0], [0, 1, 1, 0]], dtype=np.float64)
    groups = asked.settle(np.zeros(4), np.linalg.qr(held.T)[0])
    assert groups.tolist() == np.eye(4, dtype=bool).tolist()
    assert asked.worst(np.ones(4), -9.0, 0.0, 4) == []
    groups = Asked(ring_of_links(4)).settle(np.zeros(4), np.linalg.qr(held[:2].T)[0])
    assert groups.tolist() == [[True, True, False, False], [False, False, True, True]]


def lost(*_: object) -> None:
    """Lose one's way, as a solver does."""
    raise FamiljenError("the program has no solution that is least: Unknown")


def test_what_the_solver_does_not_find_is_found_by_balance(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no levels are found the parts are, by evening out pairs, the same, and proven."""
    expected = list(solved("power").numbers)
    monkeypatch.setattr(large, "find_levels", lost)
    game = LARGE["power"]()
    shares = nucleolus(game)
    assert shares.verify()
    assert list(shares.numbers) == pytest.approx(expected, abs=1e-9 * size_of(game))


def test_what_nothing_finds_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where neither way leads to parts that are proven there is no result, and the error has the method's name."""
    monkeypatch.setattr(large, "find_levels", lost)
    monkeypatch.setattr(large, "balance", lambda _, start: start)
    with pytest.raises(
        CertificateError, match=r"certificate of nucleolus does not hold: .* are not in balance"
    ) as caught:
        nucleolus(queue())
    assert caught.value.method == "nucleolus"


def test_programs_that_grow_too_slow_are_given_up() -> None:
    """Where a game is nearly additive, so that ever more coalitions matter, the search by levels says so and ends."""
    game = LARGE["lines"]()
    asked = Asked(game)
    with pytest.raises(FamiljenError, match=r"more than \d,\d\d\d coalitions matter"):
        find_levels(asked, game.sign * np.array([float(part) for part in core_point(game).numbers]), None)


@given(any_game.filter(lambda game: len(game.players) > 1), st.integers(0, 99))
@settings(max_examples=50, deadline=None)
def test_evening_out_pairs_finds_what_writing_out_finds(game: SubmodularGame, seed: int) -> None:
    """From any split of the whole, even one far off, moves end at the parts that exact arithmetic finds."""
    exact = nucleolus(game.enumerated(), exact=True)
    start = np.random.default_rng(seed).normal(size=len(game.players)) * size_of(game)
    start += (game.whole - start.sum()) / len(start)
    assert balance(game, start).tolist() == pytest.approx(
        [float(part) for part in exact.numbers], abs=1e-9 * size_of(game)
    )


def test_moves_come_to_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """After the most moves that are made the split is more even than it was, and sums to the whole."""
    game = LARGE["power"]()
    start = np.array([float(part) for part in core_point(game).numbers])
    monkeypatch.setattr(import_module("familjen.games.lexicographic.balance"), "_STEPS", 1)
    moved = balance(game, start)
    assert moved.sum() == pytest.approx(game.whole)
    one, other = np.arange(0, ALL - 7), np.arange(7, ALL)
    before, after = (
        np.sum((game.separate(paid, one, other)[1] - game.separate(paid, other, one)[1]) ** 2)
        for paid in (start, moved)
    )
    assert 0 < after < before


def test_moves_that_make_nothing_more_even_are_not_made() -> None:
    """Of a class that tells excesses which no move changes, the split stays as it was, and is not proven."""

    class Stubborn(Listed):
        def separate(self, paid: Floats, inside: Places, outside: Places) -> tuple[Members, Floats]:
            """Tell the same excesses of every split."""
            return super().separate(paid, inside, outside)[0], inside.astype(float)

    game = Stubborn((0, 1, 2), ring_of_links(3).gains)
    start = np.array([2.0, 1.0, 0.0])
    assert balance(game, start).tolist() == start.tolist()
    with pytest.raises(CertificateError, match="0 and 2 are not in balance"):
        KernelCertificate("nucleolus", tuple(start.tolist())).verify(game)


@given(any_game)
@settings(max_examples=60, deadline=None)
def test_the_point_is_in_the_core(game: SubmodularGame) -> None:
    """Whatever the class has a formula for, the point sums to the whole and no coalition does better by itself."""
    assert core_point(game).is_in_core(tolerance=1e-11)


def test_the_point_is_found_without_any_formula() -> None:
    """Of 290 sizes on a curve without one it is a mean over orders of arrival, in the core, and the same each time."""
    game = scale(Concave(lambda size: size**0.7))
    point = core_point(game)
    assert point.method == "shapley_sampled"
    assert point.is_in_core()
    assert point == core_point(game)
    with pytest.raises(IntractableError, match="the Shapley value of ScaleGame of 290 players is out of reach"):
        shapley(game)


@given(st.lists(st.tuples(numbers, numbers), min_size=2, max_size=9), st.data())
@settings(max_examples=60, deadline=None)
def test_rows_in_a_queue_are_the_best(jobs: list[tuple[Any, Any]], data: st.DataObject) -> None:
    """In queues of up to nine jobs no coalition has a greater excess, with one in and another out, than that found."""
    payments = st.lists(st.sampled_from([0.0, 1.0, -1.0, 7.5, 30.0]), min_size=len(jobs), max_size=len(jobs))
    check_separation(SequencingGame.of(dict(enumerate(jobs))), data.draw(payments))


@given(st.lists(st.floats(-9, 9), min_size=1, max_size=36))
@settings(max_examples=30, deadline=None)
def test_rows_before_each_place_are_the_best(excesses: list[float]) -> None:
    """Before each place the rows found have the excess told, and no choice of rows that do not meet has more."""
    number = int(len(excesses) ** 0.5)
    rows = np.triu(np.array(excesses[: number**2]).reshape(number, number))
    found = BestRows.of(rows)
    most = [0.0] * (number + 1)
    for stop in range(1, number + 1):
        most[stop] = max(most[stop - 1], *(most[start] + rows[start, stop - 1] for start in range(stop)))
    assert found.excesses.tolist() == pytest.approx(most)
    assert found.mirrored().mirrored().excesses.tolist() == found.excesses.tolist()
    assert not found.members[0].any()


@pytest.mark.parametrize("make", LARGE.values(), ids=LARGE)
def test_shares_of_all_municipalities_answer(make: Any) -> None:
    """Of 290 players a split tells its worst off, savings and amounts, and says why it cannot list all coalitions."""
    game = make()
    equal = CostShares.of(game, [Fraction(game.at(-1), ALL)] * ALL, "equal")
    coalition, excess = equal.worst_off()
    assert excess == pytest.approx(float(equal.excess(coalition)), abs=1e-9 * size_of(game))
    assert equal.is_in_core() == (equal.excess(coalition) <= 0)
    assert sum(equal.savings().values()) == pytest.approx(
        game.sign * (game.whole - sum(game.alone().values())), rel=1e-9
    )
    with pytest.raises(IntractableError, match=r"290 players have 2\^290 coalitions.*game\(coalition\)"):
        equal.excesses()


@pytest.mark.parametrize("question", [nucleolus, prenucleolus, least_core, shapley])
def test_what_is_hard_is_said_with_its_result(question: Any) -> None:
    """Cables and votes of 290 players are out of reach, by a result that the error names."""
    cables = SpanningTreeGame.from_matrix(range(ALL), (1 - np.eye(ALL + 1, dtype=int)).tolist())
    votes = VotingGame.of(10**9, {place: 10**7 + 1 + place for place in range(ALL)})
    with pytest.raises(IntractableError, match=r"SpanningTreeGame of 290 players .*(NP|#P)-hard"):
        question(cables)
    with pytest.raises(IntractableError, match=r"VotingGame of 290 players .*(NP-hard|#P-complete)"):
        question(votes)
