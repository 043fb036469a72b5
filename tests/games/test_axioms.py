"""Axioms: what each method keeps, on random games, and what it does not, on the counterexamples that are given."""

import json
import string
from collections.abc import Callable
from contextlib import suppress
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from familjen.errors import InvalidValueError, UnknownIdError
from familjen.games import (
    AXIOMS,
    METHODS,
    CostGame,
    CostShares,
    Game,
    ScaleGame,
    SpanningTreeGame,
    axioms,
    axioms_here,
    banzhaf,
    core,
    cost_gap,
    equal_division,
    is_concave,
    myerson,
    nucleolus,
    per_capita_nucleolus,
    prenucleolus,
    scrb,
    shapley,
    strategic_equivalent,
)
from familjen.games.axioms import Domain
from familjen.games.axioms.pairs import raised
from familjen.games.compact.scale_power import Power
from familjen.language import LANGUAGES

CASES = Path(__file__).parents[1] / "cases"
ALL = [*METHODS, "banzhaf"]
VERDICTS = [(name, verdict) for name in ALL for verdict in axioms(name).values()]
HOLD = [(name, verdict.axiom.name) for name, verdict in VERDICTS if verdict]
FAIL = [(name, verdict.axiom.name) for name, verdict in VERDICTS if not verdict]
SOMEWHERE = [(name, verdict.axiom.name) for name, verdict in VERDICTS if verdict.holds_on]
VACUOUS = {"disruption_nucleolus", "equal_profit", "gately", "scrb", "tau"}
PAIR = CostGame.of({"A": 11, "H": 7, "A+H": 15})


@st.composite
def games(draw: st.DrawFn, most: int = 4, *, kind: type[Game] | None = None) -> Game:
    """Draw a cost game in which much is common, or one of gains; now and then some coalitions stand out."""
    number = draw(st.sampled_from([*range(1, most), 3, 3, most]))
    own = draw(st.lists(st.integers(0, 4), min_size=number, max_size=number))
    lengths = draw(st.lists(st.integers(0, 6), min_size=number, max_size=number))
    fixed = draw(st.integers(1, 4))
    odd = draw(st.lists(st.sampled_from([0, 0, 0, 1, -1, 2]), min_size=1 << number, max_size=1 << number))
    odd = odd if draw(st.booleans()) else [0] * len(odd)
    chosen = draw(st.sampled_from([CostGame, Game])) if kind is None else kind
    gain = draw(st.integers(8, 12))
    numbers = [Fraction(0)]
    for mask in range(1, 1 << number):
        members = [place for place in range(number) if mask >> place & 1]
        cost = fixed + sum(own[each] for each in members) + max(lengths[each] for each in members) + odd[mask]
        numbers.append(Fraction(cost if chosen is CostGame else gain * len(members) - cost))
    return chosen.from_vector(list("abcd"[:number]), numbers)


def raise_one(data: st.DataObject, game: Game) -> Game:
    """Give the game with the number of one coalition higher."""
    return with_more(game, data.draw(st.integers(1, len(game.values) - 1)), data.draw(st.integers(1, 3)))


def with_more(game: Game, mask: int, more: int) -> Game:
    """Give the game with a coalition's number higher by so much."""
    return game.of_fractions(
        game.players, [number + more * (each == mask) for each, number in enumerate(game.numbers())]
    )


def another(data: st.DataObject, game: Game) -> Game:
    """Give another game of the same players and kind."""
    other = data.draw(games(kind=type(game)))
    assume(len(other.players) == len(game.players))
    return other


def in_another_unit(data: st.DataObject, game: Game) -> Game:
    """Give the game in another unit, with an amount of each player's own."""
    own = data.draw(st.lists(st.integers(-3, 6), min_size=len(game.players), max_size=len(game.players)))
    scale = data.draw(st.fractions(Fraction(1, 3), 3, max_denominator=3))
    return strategic_equivalent(game, scale, dict(zip(game.players, own, strict=True)))


def same_for_one(data: st.DataObject, game: Game, least: int = 0) -> Game:
    """Give a game in which one player adds to each coalition the same, or at least as much where none is the least."""
    bit = 1 << data.draw(st.integers(0, len(game.players) - 1))
    size = len(game.values)
    others = data.draw(st.lists(st.sampled_from([0, 0, 0, 1, 2, -1]), min_size=size, max_size=size))
    more = data.draw(st.lists(st.integers(0, 2), min_size=size, max_size=size)) if least else [0] * size
    changed = [
        number + (others[mask & ~bit] if mask & ~bit else 0) + (more[mask] if mask & bit else 0)
        for mask, number in enumerate(game.numbers())
    ]
    return game.of_fractions(game.players, changed)


SECOND: dict[str, Callable[[st.DataObject, Game], Game]] = {
    "additivity": another,
    "marginality": same_for_one,
    "covariance": in_another_unit,
    "aggregate_monotonicity": lambda data, game: with_more(game, len(game.values) - 1, data.draw(st.integers(1, 3))),
    "coalitional_monotonicity": raise_one,
    "strong_monotonicity": lambda data, game: same_for_one(data, game, 1),
}


def keeps(data: st.DataObject, method: str, axiom: str, domain: Domain | None = None) -> None:
    """Check that a method keeps an axiom in a game that it splits, or in two."""
    game = data.draw(games(3 if axiom in {"consistency", "hart_mas_colell"} else 4))
    both = (game, SECOND[axiom](data, game)) if axiom in SECOND else (game,)
    assume(domain is None or all(domain.holds(each) for each in both))
    try:
        found = AXIOMS[axiom].violation({**METHODS, "banzhaf": banzhaf}[method], *both)
    except InvalidValueError:
        assume(condition=False)
        raise
    assert found is None, [each.numbers() for each in both]


@pytest.mark.parametrize(("method", "axiom"), HOLD)
@given(data=st.data())
@settings(max_examples=30, deadline=None)
def test_what_holds_holds_in_every_game_that_is_split(method: str, axiom: str, data: st.DataObject) -> None:
    """An axiom that a method is said to keep is kept exactly in random games of costs and of gains."""
    keeps(data, method, axiom)


@pytest.mark.parametrize(("method", "axiom"), SOMEWHERE)
@given(data=st.data())
@settings(max_examples=30, deadline=None)
def test_what_holds_for_some_games_holds_for_these(method: str, axiom: str, data: st.DataObject) -> None:
    """Where an axiom is kept in a class of games, it is kept exactly in random games of the class."""
    keeps(data, method, axiom, axioms(method)[axiom].holds_on)


@pytest.mark.parametrize(("method", "axiom"), FAIL)
def test_what_does_not_hold_has_a_counterexample(method: str, axiom: str) -> None:
    """An axiom that a method is said not to keep fails in the games that are given, which lie outside its class."""
    verdict = axioms(method)[axiom]
    found = verdict.violation()
    assert found is not None
    assert isinstance(found.by, Fraction)
    assert found.by > 0
    assert verdict.counterexample
    assert verdict.holds_on is None or not all(verdict.holds_on.holds(game) for game in verdict.counterexample)


@pytest.mark.parametrize("method", ALL)
def test_every_method_is_told_of_every_axiom(method: str) -> None:
    """Each axiom either holds or has a counterexample; self-duality alone may say nothing of a method."""
    assert set(AXIOMS) - set(axioms(method)) == ({"self_duality"} if method in VACUOUS else set())
    for name, verdict in axioms(method).items():
        assert (verdict.method, verdict.axiom) == (method, AXIOMS[name])
        assert bool(verdict) is verdict.holds is not bool(verdict.counterexample)
        assert not (verdict.holds and verdict.holds_on)
        assert verdict.violation() is None or not verdict.holds


@pytest.mark.parametrize("method", sorted(VACUOUS - {"disruption_nucleolus"}))
@given(game=games())
@settings(max_examples=30, deadline=None)
def test_where_self_duality_is_left_out_no_dual_tells_it_apart(method: str, game: Game) -> None:
    """Where a method is told nothing of self-duality, it never splits a game and its dual in different ways."""
    with suppress(InvalidValueError):
        assert AXIOMS["self_duality"].violation(METHODS[method], game) is None


def test_the_nucleolus_is_not_monotonic_in_the_whole_even_of_concave_games() -> None:
    """Of four players in a concave game one pays less by the nucleolus though only the whole rises; not per capita."""
    before, after = axioms(nucleolus)["aggregate_monotonicity"].counterexample
    assert is_concave(before)
    assert is_concave(after)
    assert raised(before, after) == 15
    paid = [nucleolus(game, exact=True) for game in (before, after)]
    assert min(later - sooner for sooner, later in zip(*(each.values() for each in paid), strict=True)) < 0
    assert all(each.certificate is not None for each in paid)
    spread = [per_capita_nucleolus(game, exact=True).values() for game in (before, after)]
    assert min(later - sooner for sooner, later in zip(*spread, strict=True)) >= 0


def test_no_method_chooses_from_the_core_and_is_coalitionally_monotonic() -> None:
    """Every method that chooses from the core fails coalitional monotonicity, as it must from four players on."""
    chooses = [name for name in ALL if axioms(name)["core_selection"]]
    assert {"nucleolus", "prenucleolus", "per_capita_nucleolus", "equal_profit"} <= set(chooses)
    for name in chooses:
        verdict = axioms(name)["coalitional_monotonicity"]
        assert not verdict
        assert "Young" in verdict.source
        assert len(verdict.counterexample[0].players) == 4
    assert axioms(shapley)["coalitional_monotonicity"]


def test_the_prenucleolus_may_leave_one_worse_off_than_alone() -> None:
    """In the example of Peleg and Sudhölter the third player gets 4 less than alone by the prenucleolus."""
    case = json.loads((CASES / "peleg_sudholter_5_5_12.json").read_text("utf-8"))
    game = Game.of(case["inputs"]["value"])
    found = AXIOMS["individual_rationality"].violation(prenucleolus, game)
    assert found is not None
    assert (found.players, found.by) == (("3",), 4)
    assert AXIOMS["individual_rationality"].violation(nucleolus, game) is None


def test_four_counterexamples_are_as_they_are_reckoned_by_hand() -> None:
    """Violations of simple methods are those that pencil and paper give."""
    game = CostGame.of({"a": 1, "b": 1, "c": 1, "a+b": 2, "a+c": 2, "b+c": 2, "a+b+c": 6})
    alone = AXIOMS["individual_rationality"].violation(shapley, game)
    assert alone is not None
    assert (alone.players, alone.by) == (("a",), 1)
    dummy = CostGame.of({"a": 4, "b": 6, "a+b": 10})
    found = AXIOMS["dummy"].violation(equal_division, dummy)
    assert found is not None
    assert (found.players, found.by) == (("a",), 1)
    missed = AXIOMS["efficiency"].violation(banzhaf, CostGame.from_vector(list("abc"), [0, 1, 1, 1, 1, 1, 1, 1]))
    assert missed is not None
    assert (missed.players, missed.by) == ((), Fraction(1, 4))
    away = AXIOMS["core_selection"].violation(equal_division, PAIR)
    assert away is not None
    assert (away.players, away.by) == (("H",), Fraction(1, 2))


def the_first_pays(game: Any, *, exact: bool = False) -> CostShares:
    """Let the player who is named first have all."""
    assert exact
    return CostShares.of(game, [game.at(-1), *[0] * (len(game.players) - 1)], "first")


@given(games(kind=CostGame), st.data())
@settings(max_examples=30, deadline=None)
def test_checks_see_what_a_silly_method_does(game: Game, data: st.DataObject) -> None:
    """Who lets the first pay all is efficient, additive and monotonic, and fails where others should be asked."""
    assume(len(game.players) > 1)
    assert AXIOMS["efficiency"].violation(the_first_pays, game) is None
    assert AXIOMS["additivity"].violation(the_first_pays, game, another(data, game)) is None
    assert AXIOMS["coalitional_monotonicity"].violation(the_first_pays, game, raise_one(data, game)) is None
    assert AXIOMS["self_duality"].violation(the_first_pays, game) is None
    unnamed = AXIOMS["anonymity"].violation(the_first_pays, game)
    assert unnamed is not None
    assert unnamed.by == game.at(-1)
    alone = AXIOMS["individual_rationality"].violation(the_first_pays, game)
    assert (alone is None) is (game.at(-1) <= game.at(1))
    even = game.of_fractions(game.players, [Fraction(min(mask.bit_count(), 2)) for mask in range(len(game.values))])
    alike = AXIOMS["symmetry"].violation(the_first_pays, even)
    assert alike is not None
    assert (alike.players[0], alike.by) == ("a", 2)


@pytest.mark.parametrize(
    ("axiom", "games", "said"),
    [
        ("symmetry", (PAIR, PAIR), "symmetry speaks of one game, and got 2"),
        ("additivity", (PAIR,), "additivity speaks of two games, and got 1"),
        ("symmetry", ({"A": 11},), "no game with a number for each coalition"),
        ("additivity", (PAIR, PAIR.savings()), "give two of a kind"),
        ("additivity", (PAIR, CostGame.of({"H": 7, "A": 11, "A+H": 15})), "or in another order"),
        ("coalitional_monotonicity", (PAIR, PAIR), "none differs"),
        ("coalitional_monotonicity", (PAIR, CostGame.of({"A": 1, "H": 7, "A+H": 15})), "A differs"),
        ("aggregate_monotonicity", (PAIR, CostGame.of({"A": 12, "H": 7, "A+H": 15})), "A rises, and not the whole"),
        ("covariance", (PAIR, CostGame.of({"A": 11, "H": 7, "A+H": 19})), "strategic_equivalent"),
        ("efficiency", (CostGame.of({"a": -1, "b": 2, "a+b": 1}),), "less than zero alone"),
    ],
)
def test_games_that_an_axiom_does_not_speak_of_are_refused(axiom: str, games: tuple[Any, ...], said: str) -> None:
    """Too many games or too few, or two that do not differ as they must, are refused with the reason."""
    with pytest.raises(InvalidValueError, match=said):
        AXIOMS[axiom].violation(METHODS["proportional_to_alone"], *games)


def test_a_method_without_a_table_is_refused() -> None:
    """A name that is near to one is said, and so is a function or a thing that no table is for."""
    with pytest.raises(UnknownIdError, match="did you mean 'nucleolus'"):
        axioms("nucleolos")
    with pytest.raises(UnknownIdError, match="table of axioms for 'myerson'"):
        axioms(myerson)
    with pytest.raises(InvalidValueError, match="3 is no method"):
        axioms(3)  # type: ignore[arg-type]


def test_methods_are_found_by_name_and_function() -> None:
    """A name, another name of the same split and the function give the same table, which cannot be changed."""
    assert axioms("cost-gap") is axioms(cost_gap) is axioms("tau")
    assert axioms("banzhaf") is axioms(banzhaf)
    with pytest.raises(TypeError):
        axioms(scrb)["dummy"] = None  # type: ignore[index]


def told(shares: CostShares) -> dict[str, bool]:
    """Give whether each axiom holds here."""
    return {standing.axiom.name: bool(standing) for standing in axioms_here(shares)}


def test_a_split_is_judged_by_itself() -> None:
    """What holds here is told of this split, whatever the method does elsewhere."""
    assert told(shapley(PAIR)) == dict.fromkeys(told(shapley(PAIR)), True)
    here = told(CostShares.of(PAIR, [12, 4], "agreed"))
    assert here == {
        "efficiency": False,
        "symmetry": True,
        "dummy": True,
        "individual_rationality": False,
        "core_selection": False,
    }
    twins = CostGame.of({"a": 4, "b": 4, "c": 2, "a+b": 5, "a+c": 6, "b+c": 6, "a+b+c": 7})
    unlike = CostShares.of(twins, [2, 2.5, 2.5], "agreed")
    found = {standing.axiom.name: standing.violation for standing in unlike.axioms()}
    assert found["symmetry"] is not None
    assert (found["symmetry"].players, float(found["symmetry"].by)) == (("a", "b"), 0.5)
    assert found["dummy"] is not None
    assert (found["dummy"].players, float(found["dummy"].by)) == (("c",), 0.5)
    assert found["efficiency"] is None


@given(games(), st.sampled_from(sorted(METHODS)))
@settings(max_examples=60, deadline=None)
def test_floats_are_judged_as_exact_numbers_are(game: Game, name: str) -> None:
    """Rounding to floats changes no verdict on a split."""
    try:
        exact, floats = METHODS[name](game, exact=True), METHODS[name](game)
    except InvalidValueError:
        assume(condition=False)
        raise
    assert told(exact) == told(floats)
    assert told(exact)["core_selection"] is (exact.is_in_core() or not core(game))


def test_a_game_without_a_core_asks_nobody_to_choose_from_it() -> None:
    """Where there is no core, every split keeps core selection."""
    game = CostGame.of({"a": 3, "b": 3, "c": 3, "a+b": 3, "a+c": 3, "b+c": 3, "a+b+c": 5})
    assert told(CostShares.of(game, [5, 0, 0], "agreed"))["core_selection"]
    assert not told(CostShares.of(game, [5, 0, 0], "agreed"))["individual_rationality"]


def test_numbers_beyond_floats_are_told_apart() -> None:
    """A coalition that is one krona short of 10¹⁷ is seen where all numbers are exact."""
    game = CostGame.of({"a": 10**17, "b": 10**17, "a+b": 2 * 10**17 - 1})
    shares = CostShares.of(game, [10**17 - 2, 10**17 + 1], "agreed")
    found = {standing.axiom.name: standing.violation for standing in axioms_here(shares)}
    assert found["efficiency"] is None
    assert found["core_selection"] is not None
    assert (found["core_selection"].players, found["core_selection"].by) == (("b",), 1)


def test_in_large_compact_games_what_can_be_told_is_told() -> None:
    """For many players symmetry and dummies are left out, and the core where no method is known for the class."""
    grown = ScaleGame.of({str(place): 10 + place for place in range(40)}, Power(10, 0.5), fixed=20)
    assert set(told(shapley(grown))) == {"efficiency", "individual_rationality", "core_selection"}
    links = {("source", place): 3 for place in range(30)} | {
        (one, other): 2 for one in range(30) for other in range(one)
    }
    tree = SpanningTreeGame.of(links, source="source")
    split = CostShares.of(tree, [tree.whole / 30] * 30, "agreed")
    assert set(told(split)) == {"efficiency", "individual_rationality"}


@pytest.mark.parametrize("name", AXIOMS)
def test_each_axiom_is_worded_in_both_languages(name: str) -> None:
    """Title, meaning and refutation stand in English and Swedish, with the same figures to fill in."""
    axiom = AXIOMS[name]
    assert axiom.name == name
    assert axiom.source
    for phrase in (axiom.title, axiom.meaning, axiom.refuted):
        assert phrase.en
        assert phrase.sv
        assert phrase.en != phrase.sv
        fields = [
            sorted(field for _, field, _, _ in string.Formatter().parse(text) if field)
            for text in (phrase.en, phrase.sv)
        ]
        assert fields[0] == fields[1]
    assert axiom.meaning.en.endswith(".")
    assert axiom.meaning.sv.endswith(".")


@pytest.mark.parametrize(("method", "axiom"), [*HOLD, *FAIL])
def test_verdicts_say_the_same_in_both_languages(method: str, axiom: str) -> None:
    """A verdict in Swedish has the players and the figure of the one in English."""
    verdict = axioms(method)[axiom]
    found = verdict.violation()
    english, swedish = (verdict.explain(lang) for lang in LANGUAGES)
    assert english != swedish
    if found is not None:
        assert found.explain("en") in english
        assert found.explain("sv") in swedish
        digits = [[char for char in text if char.isdigit()] for text in (found.explain("en"), found.explain("sv"))]
        assert digits[0] == digits[1]
        assert all(str(player) in swedish for player in found.players)
    with pytest.raises(InvalidValueError, match="is not a language"):
        verdict.explain("de")


def test_standings_say_why() -> None:
    """What holds for a split and what does not is said in both languages, with the figure."""
    away = axioms_here(CostShares.of(PAIR, [7.5, 7.5], "agreed"))
    assert away[0].explain() == "Efficiency holds here."
    assert away[0].explain("sv") == "Effektivitet gäller här."
    assert away[3].explain("sv") == "Individuell rationalitet gäller inte här: H får det 0,5 sämre än ensam."
    assert away[4].explain() == (
        "Core selection does not hold here: H would do 0.5 better alone, although there is a core."
    )
    with pytest.raises(InvalidValueError, match="is not a language"):
        away[0].explain("de")
