"""What the comparison with groups on their own promises."""

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.balance import Entry, Ledger, balance, better_alone
from familjen.errors import InvalidValueError, UnknownIdError
from familjen.games import CostGame, Game

NAMES = ("A", "B", "C")


@given(st.lists(st.integers(0, 50), min_size=8, max_size=8), st.lists(st.integers(0, 30), min_size=3, max_size=3))
@settings(max_examples=60, deadline=None)
def test_it_is_the_group_that_misses_most(values: list[int], had: list[int]) -> None:
    """The group is the one whose own gain lies most above what its members have had."""
    values[0] = 0
    game = Game.from_vector(NAMES, values)
    found = better_alone(
        balance(Ledger.of([Entry(name, 2024, "x", received=got) for name, got in zip(NAMES, had, strict=True)])), game
    )
    missing = [
        game("+".join(group)) - sum(had[NAMES.index(name)] for name in group)
        for size in (1, 2)
        for group in combinations(NAMES, size)
    ]
    assert found.missing == max(missing)
    assert found.is_content == (max(missing) <= 0)


def test_it_says_so_in_words() -> None:
    """It names the group and the amount, in both languages."""
    kept = balance(Ledger.of([Entry(name, 2024, "x", received=4) for name in NAMES]))
    game = Game.of({"A": 0, "B": 0, "C": 0, "A+B": 9, "A+C": 0, "B+C": 0, "A+B+C": 12})
    found = better_alone(kept, game)
    assert (found.group, found.missing) == (("A", "B"), Fraction(1))
    assert found.explain() == "A and B would have done 1 kr better by themselves."
    assert found.explain("sv") == "A och B hade klarat sig 1 kr bättre själva."
    content = better_alone(kept, Game.of({"A": 0, "B": 0, "C": 0, "A+B": 7, "A+C": 0, "B+C": 0, "A+B+C": 12}))
    assert content.explain().startswith("No group would have done better")
    assert content.explain("sv").startswith("Ingen grupp hade klarat sig bättre")


def test_other_games_are_refused() -> None:
    """A cost game, other players and a party alone are refused."""
    kept = balance(Ledger.of([Entry(name, 2024, "x", received=4) for name in NAMES]))
    with pytest.raises(InvalidValueError, match=r"give cost\.savings\(\)"):
        better_alone(kept, CostGame.of({"A": 1, "B": 1, "A+B": 1}))
    with pytest.raises(UnknownIdError, match="no party of the balance 'D'"):
        better_alone(kept, Game.of({"A": 1, "D": 1, "A+D": 1}))
    with pytest.raises(UnknownIdError, match="no player of the game 'C'"):
        better_alone(kept, Game.of({"A": 1, "B": 1, "A+B": 1}))
    alone = balance(Ledger.of([Entry("A", 2024, "x", received=4)]))
    with pytest.raises(InvalidValueError, match="one party alone"):
        better_alone(alone, Game.of({"A": 1}))


def test_what_is_no_balance_is_refused() -> None:
    """A group is compared with a balance, and with nothing else."""
    with pytest.raises(InvalidValueError, match="'x' is no Balance"):
        better_alone("x", Game.of({"A": 0, "B": 0, "A+B": 1}))
