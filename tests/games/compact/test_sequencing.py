"""The sequencing game: what a queue saves by its best order, and how that is split."""

from collections.abc import Callable
from fractions import Fraction
from itertools import groupby, permutations

import pytest
from hypothesis import given, settings
from tests.games.compact.drawn import queues

from familjen.errors import InvalidValueError
from familjen.games import CostShares, shapley
from familjen.games.compact.egs import egs
from familjen.games.compact.sequencing import SequencingGame


def waiting(game: SequencingGame, order: tuple[int, ...]) -> Fraction:
    """Add up what each job's wait costs, itself included, in an order."""
    passed, cost = Fraction(0), Fraction(0)
    for place in order:
        passed += game.times[place]
        cost += passed * game.rates[place]
    return cost


def saved(game: SequencingGame, members: list[int]) -> Fraction:
    """Give the most that members save when nobody jumps over one who is no member."""
    rows = [[place for _, place in row] for _, row in groupby(enumerate(members), lambda pair: pair[1] - pair[0])]
    return sum(
        (waiting(game, tuple(row)) - min(waiting(game, order) for order in permutations(row)) for row in rows),
        Fraction(0),
    )


@given(queues())
@settings(max_examples=30, deadline=None)
def test_a_coalition_saves_by_its_best_order(game: SequencingGame) -> None:
    """A coalition's gain is what the best of all orders saves in each unbroken row of its members."""
    for mask in range(1, 1 << len(game.players)):
        members = [place for place in range(len(game.players)) if mask >> place & 1]
        assert game.at(mask) == saved(game, members)
        assert game.of_places(members[::-1]) == game.at(mask)


@given(queues())
@settings(max_examples=40, deadline=None)
def test_equal_gain_splitting_is_in_the_core(game: SequencingGame) -> None:
    """The rule splits the whole, nobody does better alone, and each gets half of its own changes of places."""
    shares = egs(game, exact=True)
    assert shares.total == game.at(-1)
    assert CostShares.of(game.enumerated(), shares.numbers, "egs").is_in_core()
    places = range(len(game.players))
    changes = [sum(game.gain(min(one, other), max(one, other)) for other in places if other != one) for one in places]
    assert [2 * part for part in shares.values()] == changes


def test_two_change_places() -> None:
    """The worked example of two: one waits 4 for less than the other would, which saves 10."""
    game = SequencingGame.of({"a": (4, 1), "b": (2, 3)})
    assert waiting(game, (0, 1)) - waiting(game, (1, 0)) == game.at(-1) == 10
    assert dict(egs(game)) == dict(shapley(game)) == {"a": 5.0, "b": 5.0}


def test_a_queue_in_its_best_order_saves_nothing() -> None:
    """Where those with the most cost for their time are first, nobody gains by changing."""
    game = SequencingGame.of({"a": (1, 3), "b": (1, 2), "c": (5, 0), "d": (0, 0)})
    assert game.whole == 0
    assert set(egs(game).values()) == {0.0}


def test_all_municipalities_wait() -> None:
    """With 290 jobs both rules are exact, sum to the whole and are in the core."""
    game = SequencingGame.of({place: (1 + place * 7919 % 13, place * 104_729 % 11) for place in range(290)})
    for shares in (shapley(game, exact=True), egs(game, exact=True)):
        assert shares.total == game.at(-1)
        assert shares.is_in_core()
    assert not CostShares.of(game, [game.at(-1) / 290] * 290, "equal").is_in_core()


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: SequencingGame.of({}), "at least one player"),
        (lambda: SequencingGame.of([(1, 2)]), "is no mapping of job to time and rate"),  # type: ignore[arg-type]
        (lambda: SequencingGame.of({"a": 3}), "queue: a has 3; give the time"),  # type: ignore[dict-item]
        (lambda: SequencingGame.of({"a": (3,)}), "give the time"),  # type: ignore[dict-item]
        (lambda: SequencingGame.of({"a": (-3, 1)}), "times: the time of a is -3, below zero"),
        (lambda: SequencingGame.of({"a": (3, float("inf"))}), "rates: the rate of a is inf"),
        (lambda: SequencingGame.of({"a": (10**200, 10**200)}), r"more than 10\^300"),
        (lambda: SequencingGame(("a",), (Fraction(1),), ()), "the rate is given 0 times for 1"),
        (lambda: SequencingGame(("a",), (1,), (Fraction(1),)), "which is no Fraction"),  # type: ignore[arg-type]
    ],
)
def test_what_is_no_queue_is_refused(make: Callable[[], object], message: str) -> None:
    """Jobs without two numbers, and numbers that are negative or endless, are refused in words."""
    with pytest.raises(InvalidValueError, match=message):
        make()
