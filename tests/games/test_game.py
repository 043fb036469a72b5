"""Games: what they keep, what they refuse, and what is made of them."""

import math
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from familjen.errors import CertificateError, InvalidValueError, UnknownIdError
from familjen.games import CostGame, CostShares, Game, KernelCertificate, nucleolus

TABLE = {"A": 11, "H": 7, "A+H": 15}
vectors = st.integers(1, 5).flatmap(
    lambda number: st.lists(st.integers(-(10**6), 10**6), min_size=2**number - 1, max_size=2**number - 1)
)


def game_of(numbers: list[int]) -> CostGame:
    """Make a cost game of the players 0, 1, … from a number for each coalition but the empty one."""
    return CostGame.from_vector(range((len(numbers) + 1).bit_length() - 1), [0, *numbers])


@pytest.mark.parametrize(
    "table",
    [
        {("A",): 11, ("H",): 7, ("A", "H"): 15},
        {frozenset("A"): 11, frozenset("H"): 7, frozenset("AH"): 15},
        {"A": Decimal(11), "H": Fraction(7), "H + A": np.float64(15), (): 0},
    ],
    ids=["tuples", "sets", "texts"],
)
def test_coalitions_may_be_written_in_several_ways(table: dict[Any, Any]) -> None:
    """Tuples, sets and texts with a plus name the same coalitions, and any number is taken."""
    assert CostGame.of(table) == CostGame.of(TABLE)


def test_tables_are_kept_exactly() -> None:
    """A float of a table is the decimal number it is written as, one of an array the float that it is."""
    assert CostGame.of({"A": 34.69}).exactly("A") == Fraction(3469, 100)
    assert CostGame.from_vector(["A"], [0, 34.69]).exactly("A") == Fraction(3469, 100)
    assert CostGame.from_vector(["A"], np.array([0, 2**53 + 1])).exactly("A") == 2**53 + 1
    assert CostGame.from_vector(["A"], np.array([0, 34.69])).exactly("A") == Fraction(34.69)


def test_arrays_are_not_copied_and_cannot_be_written_through_the_game() -> None:
    """A game made from an array of floats shares its memory and is read-only, while the array stays writable."""
    array = np.array([0.0, 1.0, 2.0, 3.0])
    game = Game.from_vector(["a", "b"], array)
    assert np.shares_memory(game.values, array)
    assert array.flags.writeable
    with pytest.raises(ValueError, match="read-only"):
        game.values[1] = 5


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: CostGame.of({}), "at least one player"),
        (lambda: CostGame.of({"A": 1, "H": 2}), r"1 of 4 coalitions have no number, such as A\+H"),
        (lambda: CostGame.of({**TABLE, ("H", "A"): 15}), r"\('H', 'A'\) and 'A\+H' are one coalition"),
        (lambda: CostGame.of({"A": float("nan")}), "A is nan, which is not a finite number"),
        (lambda: CostGame.of({"A": Decimal("Infinity")}), "A is Infinity, which is not a finite number"),
        (lambda: CostGame.of({"A": "11"}), "A is '11', which is not a number"),
        (lambda: CostGame.of({"A": True}), "A is True, which is not a number"),
        (lambda: CostGame.of({"A": 10**400}), r"numbers go up to 10\^300"),
        (lambda: CostGame.of({"A": 1, (): 2}), "nobody is 2; the empty coalition is zero"),
        (lambda: CostGame.of({"A": 1, ("A", "A"): 2}), "'A' is twice"),
        (lambda: CostGame.from_vector(["A", "A"], [0, 1, 1, 1]), "'A' is a player twice"),
        (lambda: CostGame.from_vector("AH", [0, 1, 1, 1]), "'AH' is no list of players"),
        (lambda: CostGame.from_vector([float("nan")], [0, 1]), "cannot be a player"),
        (lambda: CostGame.from_vector(["A", "H"], [0, 1, 1]), r"the shape \(3,\); 2 players have 4 coalitions"),
        (lambda: CostGame.from_vector(["A", "H"], [0, 1, float("inf"), 1]), "H is inf"),
        (lambda: CostGame.from_function(range(25), len), r"0\.25 GiB as floats; the limit is 24: pass limit=25"),
        (lambda: CostGame.from_vector(["A", "H"], np.array([0, 1, np.inf, 1])), "H is inf; a game"),
        (lambda: CostGame.from_vector(["A"], np.array([0, 1e301])), r"A is 1e\+301; .* up to 10\^300"),
        (lambda: CostGame.from_vector(["A"], np.array([0, 1 + 2j])), r"array\(.*j\]\) is no vector of numbers"),
        (lambda: CostGame.from_vector(["A"], np.array(["0", "1"])), r"array\(\['0', .* is no vector of numbers"),
        (lambda: CostGame.from_vector(["A"], np.array([[0, 1]])), "is no vector of numbers"),
        (lambda: CostGame.from_vector(["A"], ["0", "1"]), "nobody is '0', which is not a number"),
        (lambda: CostGame.from_vector(["A"], 3), "3 is no vector of numbers"),
        (lambda: CostGame(["A"], [0.0, 1.0]), "no array of float64"),  # type: ignore[arg-type]
        (lambda: CostGame.of([("A", 3)]), "is no mapping of coalition to number"),  # type: ignore[arg-type]
        (lambda: CostGame.of({"A": Decimal("1e999999999")}), "a Decimal may reach"),
        (lambda: CostGame.from_vector(5, [0, 1]), r"5 is no list of players"),  # type: ignore[arg-type]
        (lambda: CostGame.from_vector([("A", [])], [0, 1]), r"\('A', \[\]\) cannot be"),
        (lambda: CostGame.of(TABLE)(7), "7 is no coalition"),
        (lambda: CostGame(["A"], np.array([0.0, 1.0]), (Fraction(1),)), "1 exact numbers for 2 coalitions"),
    ],
)
def test_what_is_no_game_is_refused(make: Callable[[], object], message: str) -> None:
    """Missing, double, unknown and endless values are each refused by name."""
    with pytest.raises(InvalidValueError, match=message):
        make()


def test_a_game_tells_its_size_and_its_numbers() -> None:
    """A game tells how many play, and every number exactly, whether it was given floats or not."""
    floats = CostGame.from_vector(["A", "H"], np.array([0, 0.5, 0.25, 0.75]))
    assert floats.number_of_players == 2
    assert floats.numbers() == (0, Fraction(1, 2), Fraction(1, 4), Fraction(3, 4))
    assert floats == CostGame.of({"A": 0.5, "H": 0.25, "A+H": 0.75})
    assert floats != CostGame.of({"A": 0.5, "H": 0.25, "A+H": 0.5})
    assert floats != Game.from_vector(["A", "H"], floats.values)


@given(vectors, st.data())
def test_blocks_stand_for_their_members(numbers: list[int], data: st.DataObject) -> None:
    """A player who stands for a coalition costs what that costs, with others what all of their members cost."""
    game = game_of(numbers)
    owner = data.draw(st.lists(st.sampled_from("xyz"), min_size=len(game.players), max_size=len(game.players)))
    blocks = {name: sum(1 << place for place, own in enumerate(owner) if own == name) for name in "xyz"}
    made = game.of_blocks(blocks)
    some = data.draw(st.sets(st.sampled_from("xyz")))
    assert made(some) == game([player for player, own in zip(game.players, owner, strict=True) if own in some])


def test_unknown_players_are_named() -> None:
    """A coalition with a stranger in it is refused with the players that there are."""
    with pytest.raises(UnknownIdError, match="no player 'T'"):
        CostGame.of({**TABLE, "A+T": 3})
    with pytest.raises(UnknownIdError, match="no player 'T'"):
        CostShares.of(CostGame.of(TABLE), [8, 7], "agreed")["T"]


@given(vectors)
def test_the_dual_of_the_dual_is_the_game(numbers: list[int]) -> None:
    """Taking the dual twice gives the game back, and both split the same whole."""
    exact = game_of(numbers)
    for game in (exact, CostGame.from_vector(exact.players, exact.values.copy())):
        assert game.dual().dual() == game
        assert game.dual().whole == game.whole


@given(vectors)
def test_savings_are_what_members_pay_alone_less_what_they_pay_together(numbers: list[int]) -> None:
    """Nobody saves alone, and a coalition saves the difference."""
    game = game_of(numbers)
    saved = game.savings()
    assert type(saved) is Game
    assert set(saved.alone().values()) == {0}
    assert saved.whole == sum(game.alone().values()) - game.whole


@given(vectors, st.data())
def test_subgames_keep_their_coalitions(numbers: list[int], data: st.DataObject) -> None:
    """Every coalition within a subgame costs what it costs in the game."""
    game = game_of(numbers)
    members = data.draw(st.sets(st.sampled_from(game.players), min_size=1))
    within = game.subgame(members)
    some = data.draw(st.sets(st.sampled_from(within.players)))
    assert within(some) == game(some)


@given(vectors, st.data())
def test_the_worst_off_coalition_has_the_greatest_excess(numbers: list[int], data: st.DataObject) -> None:
    """No proper coalition has a greater excess than the worst-off one, and its excess is paid less cost."""
    game = game_of(numbers)
    paid = data.draw(st.lists(st.integers(-100, 100), min_size=len(game.players), max_size=len(game.players)))
    shares = CostShares.of(game, paid, "agreed")
    members, excess = shares.worst_off()
    assert excess == max([*shares.excesses()[1:-1].tolist()] or [0])
    if members:
        assert excess == sum(float(shares[member]) for member in members) - game(members)


def test_shares_that_are_too_few_or_endless_are_refused() -> None:
    """There is a finite number for each player."""
    with pytest.raises(InvalidValueError, match="1 numbers for 2 players"):
        CostShares.of(CostGame.of(TABLE), [8], "agreed")
    with pytest.raises(InvalidValueError, match="the part of H is nan"):
        CostShares.of(CostGame.of(TABLE), [8, float("nan")], "agreed")
    with pytest.raises(InvalidValueError, match="the part of A is True, which is not a number"):
        CostShares.of(CostGame.of(TABLE), [True, 14], "agreed")


parts = st.lists(st.fractions(-100, 100, max_denominator=1000), min_size=1, max_size=6)


@given(parts)
def test_amounts_are_parts_rounded_down_or_up_that_sum_to_the_whole(numbers: list[Fraction]) -> None:
    """Parts of any sign are rounded to neighbouring öre and sum to the whole to the öre."""
    whole = Fraction(math.floor(sum(numbers)))
    numbers[0] += whole - sum(numbers)
    players = range(len(numbers))
    game = Game.from_function(players, lambda members: whole if len(members) == len(numbers) else 0)
    amounts = CostShares.of(game, numbers, "agreed").to_amounts()
    assert sum(amounts.values()) == whole
    assert all(abs(Fraction(amounts[player]) - numbers[player]) < Fraction(1, 100) for player in players)


def test_amounts_of_what_does_not_split_the_whole_are_refused() -> None:
    """Parts that do not come to the whole, and a unit that does not divide it, are refused rather than scaled."""
    game = CostGame.of({"A": 11, "H": 7, "A+H": Fraction(46, 3)})
    with pytest.raises(InvalidValueError, match="the parts by agreed come to 10, and the whole is 46/3"):
        CostShares.of(game, [5, 5], "agreed").to_amounts()
    with pytest.raises(InvalidValueError, match=r"the whole is 46/3, which is no multiple of 0\.01"):
        CostShares.of(game, [Fraction(23, 3), Fraction(23, 3)], "agreed").to_amounts()
    with pytest.raises(InvalidValueError, match="the unit is 0; give one above zero"):
        CostShares.of(CostGame.of(TABLE), [8, 7], "agreed").to_amounts(Decimal(0))


@pytest.mark.parametrize("make", [float, Fraction], ids=["floats", "exact"])
def test_the_core_is_told_to_the_ore_in_a_billion(make: Callable[[int], Any]) -> None:
    """A coalition that pays an öre too much of a billion leaves the core, and one that pays just its cost does not."""
    ore = Fraction(1, 100)
    game = CostGame.of({"A": 3 * 10**8, "H": 8 * 10**8, "A+H": 10**9})
    just = [Fraction(3 * 10**8), Fraction(7 * 10**8)]
    over = [just[0] + ore, just[1] - ore]
    assert CostShares.of(game, [make(part) for part in just], "agreed").is_in_core()
    assert not CostShares.of(game, [make(part) for part in over], "agreed").is_in_core()
    assert not CostShares.of(game, [make(part) for part in (just[0] - ore, just[1])], "agreed").is_in_core()


def test_games_are_equal_when_their_numbers_are() -> None:
    """Equality is of the exact numbers: a decimal tenth is not the float that is nearest to it."""
    written, read = CostGame.of({"A": 0.1}), CostGame.from_vector(["A"], np.array([0, 0.1]))
    assert written != read
    assert read == CostGame.of({"A": Fraction(0.1)})
    assert hash(read) == hash(CostGame.of({"A": Fraction(0.1)}))
    assert Game.of({"A": 1}) != CostGame.of({"A": 1})


def test_a_whole_in_floats_is_paid_as_asked() -> None:
    """Where the whole is no number of öre, what is to be paid is said, and the amounts sum to that."""
    third = CostGame.of({"A": Fraction(20, 3), "H": Fraction(20, 3), "A+H": Fraction(40, 3)})
    shares = CostShares.of(third, [Fraction(20, 3), Fraction(20, 3)], "agreed")
    with pytest.raises(InvalidValueError, match=r"no multiple of 0\.01; give a finer unit or the whole to be paid"):
        shares.to_amounts()
    assert shares.to_amounts(whole=Decimal("13.33")) == {"A": Decimal("6.67"), "H": Decimal("6.66")}
    assert shares.to_amounts(whole=Decimal("13.34")) == {"A": Decimal("6.67"), "H": Decimal("6.67")}
    assert shares.to_amounts(Decimal(1), whole=Decimal(14)) == {"A": 7, "H": 7}
    with pytest.raises(InvalidValueError, match=r"asked to be 13\.35, a unit or more from"):
        shares.to_amounts(whole=Decimal("13.35"))
    even = CostShares.of(CostGame.of(TABLE), [8, 7], "agreed")
    assert even.to_amounts(Decimal(10), whole=Decimal(20)) == {"A": 10, "H": 10}


def test_results_are_held_against_their_certificate() -> None:
    """A result is verified against its game; changed parts, another game and no certificate are refused."""
    shares = nucleolus(CostGame.of(TABLE))
    assert shares.verify()
    with pytest.raises(CertificateError, match="the part of A is not the one that is proven"):
        attrs.evolve(shares, numbers=(9.4, 5.6)).verify()
    with pytest.raises(CertificateError, match="does not hold"):
        attrs.evolve(shares, game=CostGame.of({**TABLE, "A": 10})).verify()
    with pytest.raises(InvalidValueError, match="agreed has no certificate"):
        CostShares.of(shares.game, [8, 7], "agreed").verify()
    with pytest.raises(CertificateError, match="of a submodular game"):
        attrs.evolve(shares, certificate=KernelCertificate("nucleolus", shares.numbers)).verify()
