"""Blocs and unions: what acting as one brings, each one's share, and who is better off outside."""

from fractions import Fraction
from itertools import combinations
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.influence.bodies import any_body, in_union_orders, votes

from familjen.errors import InvalidValueError, UnknownIdError
from familjen.games import Game, banzhaf, owen
from familjen.influence import Body, Chambers, WeightedVotes, jagiellonian_votes, voting_power

FIVE = WeightedVotes.of({"A": 4, "B": 2, "C": 1, "D": 1, "E": 1}, majority="more than half")


def merged(body: WeightedVotes, bloc: tuple[Any, ...]) -> WeightedVotes:
    """Make the vote in which a bloc is one member, named last."""
    weights = {who: weight for who, weight in zip(body.members, body.weights, strict=True) if who not in bloc}
    return WeightedVotes.of({**weights, "bloc": body.weight_of(bloc)}, quota=body.quota)


@given(votes(7), st.data(), st.sampled_from(["shapley_shubik", "banzhaf"]))
@settings(max_examples=60, deadline=None)
def test_a_bloc_is_one_member_with_all_weights(body: WeightedVotes, data: st.DataObject, index: str) -> None:
    """Together the bloc has what one member with its weights has, and outside each what it has beside the others."""
    assume(len(body.members) >= 3)
    bloc = tuple(data.draw(st.permutations(body.members))[: data.draw(st.integers(2, len(body.members) - 1))])
    power = voting_power(body, index, bloc=bloc)
    found = power.bloc
    assert found is not None
    assert found.together == voting_power(merged(body, bloc), index)["bloc"]
    assert found.apart == sum(power[who] for who in bloc)
    assert found.gain == found.together - found.apart
    for who, outside in zip(found.members, found.outside, strict=True):
        rest = tuple(other for other in bloc if other != who)
        assert outside == voting_power(merged(body, rest), index)[who]


@given(votes(7), st.data())
@settings(max_examples=30, deadline=None)
def test_shares_of_a_bloc_sum_to_its_power(body: WeightedVotes, data: st.DataObject) -> None:
    """The Owen index divides just what the bloc has."""
    assume(len(body.members) >= 3)
    bloc = tuple(data.draw(st.permutations(body.members))[:2])
    found = voting_power(body, bloc=bloc).bloc
    assert found is not None
    assert sum(found.shares) == found.together


@given(votes(7), st.data())
@settings(max_examples=30, deadline=None)
def test_two_gain_nothing_by_banzhaf(body: WeightedVotes, data: st.DataObject) -> None:
    """By the absolute Banzhaf index two have together just the sum of what they have apart."""
    assume(len(body.members) >= 3)
    bloc = tuple(data.draw(st.permutations(body.members))[:2])
    found = voting_power(body, "banzhaf", bloc=bloc).bloc
    assert found is not None
    assert found.gain == 0
    assert "They gain nothing and lose nothing." in voting_power(body, "banzhaf", bloc=bloc).explain()


@st.composite
def partitions(draw: st.DrawFn, body: Body) -> list[tuple[Any, ...]]:
    """Draw unions of all members."""
    places = draw(st.lists(st.integers(0, 2), min_size=len(body.members), max_size=len(body.members)))
    unions = [tuple(who for who, at in zip(body.members, places, strict=True) if at == union) for union in range(3)]
    return [union for union in unions if union]


@given(any_body(6), st.data())
@settings(max_examples=40, deadline=None)
def test_unions_are_the_orders_in_which_they_come_together(body: Body, data: st.DataObject) -> None:
    """The Owen index is the share of orders with every union together, and that of the game's Owen value."""
    unions = data.draw(partitions(body))
    power = voting_power(body, unions=unions)
    assert list(power.numbers) == in_union_orders(body, unions)
    game = Game.from_function(body.members, lambda some: int(body.wins(tuple(some))))
    assert power.numbers == owen(game, unions, exact=True).numbers


@given(any_body(6), st.data())
@settings(max_examples=40, deadline=None)
def test_owen_banzhaf_by_definition(body: Body, data: st.DataObject) -> None:
    """By Banzhaf each member decides in its share of the cases where other unions go whole and its own in parts."""
    unions = data.draw(partitions(body))
    expected = []
    for who in body.members:
        own = next(union for union in unions if who in union)
        others = [union for union in unions if union is not own]
        mates = [mate for mate in own if mate != who]
        cases = turned = 0
        for some in (each for size in range(len(others) + 1) for each in combinations(others, size)):
            for inside in (each for size in range(len(mates) + 1) for each in combinations(mates, size)):
                before = (*inside, *(member for union in some for member in union))
                cases += 1
                turned += body.wins((*before, who)) and not body.wins(before)
        expected.append(Fraction(turned, cases))
    assert list(voting_power(body, "banzhaf", unions=unions).numbers) == expected


def test_single_unions_change_nothing() -> None:
    """Where each is a union of its own, the index is that without unions; who is in none is one by itself."""
    for index in ("shapley_shubik", "banzhaf"):
        assert voting_power(FIVE, index, unions=[]).numbers == voting_power(FIVE, index).numbers
        assert voting_power(FIVE, index, unions=["C"]).numbers == voting_power(FIVE, index).numbers
    game = FIVE.to_game().enumerated()
    assert voting_power(FIVE, "banzhaf").numbers == banzhaf(game, exact=True).numbers


def test_a_bloc_that_loses_says_so() -> None:
    """Where acting as one brings less, the sign, the sentence and the names say it."""
    body = WeightedVotes.of(dict.fromkeys("ABCDE", 1), quota=5)
    power = voting_power(body, bloc="A+B+C")
    assert power.bloc is not None
    assert power.bloc.gain == Fraction(1, 3) - Fraction(3, 5)
    assert power.bloc.loses_inside == ("A", "B", "C")
    assert power.bloc.better_outside == ("A", "B", "C")
    assert "They lose 26.7 percentage points." in power.explain()
    assert "De förlorar 26,7 procentenheter." in power.explain("sv")


@pytest.mark.parametrize(
    ("options", "match"),
    [
        pytest.param({"bloc": "A"}, "a bloc has two members or more", id="one"),
        pytest.param({"bloc": ()}, "the bloc is nobody", id="nobody"),
        pytest.param({"bloc": "A+B+C+D+E"}, "the bloc is all members", id="all"),
        pytest.param({"bloc": ["A", "A"]}, "twice", id="doubled"),
        pytest.param({"bloc": 7}, "is no coalition", id="number"),
        pytest.param({"bloc": "A+B", "unions": ["A+B"]}, "not both", id="both"),
        pytest.param({"unions": ["A+B", "B+C"]}, "in two unions", id="overlap"),
        pytest.param({"unions": [()]}, "a union has no member", id="empty-union"),
        pytest.param({"unions": "A+B"}, "is no list of coalitions", id="text-union"),
        pytest.param({"unions": 3}, "is no list of coalitions", id="number-union"),
        pytest.param({"index": "shapley_shubick"}, "did you mean 'shapley_shubik'", id="near-index"),
        pytest.param({"index": 3}, "use one of shapley_shubik", id="number-index"),
        pytest.param({"index": "holler", "bloc": "A+B"}, "use shapley_shubik or banzhaf", id="bloc-of-holler"),
        pytest.param({"index": "johnston", "unions": ["A+B"]}, "use shapley_shubik or banzhaf", id="union-of-johnston"),
    ],
)
def test_bad_questions_are_refused(options: dict[str, Any], match: str) -> None:
    """Blocs, unions and indices that are none are refused in a sentence."""
    with pytest.raises(InvalidValueError, match=match):
        voting_power(FIVE, **options)


@pytest.mark.parametrize("options", [{"bloc": "A+F"}, {"unions": ["A+F"]}], ids=["bloc", "unions"])
def test_unknown_members_are_refused(options: dict[str, Any]) -> None:
    """Somebody in a bloc or union who is no member is an error of its own."""
    with pytest.raises(UnknownIdError, match="'F'"):
        voting_power(FIVE, **options)


def test_it_is_a_mapping() -> None:
    """The result gives each member's power by name, in order, and refuses who is no member."""
    power = voting_power(FIVE)
    assert list(power) == list("ABCDE")
    assert len(power) == 5
    assert "A" in power
    assert "F" not in power
    assert sum(power.values()) == 1
    with pytest.raises(UnknownIdError, match="'F'"):
        power["F"]


def test_rows_and_tables() -> None:
    """Rows have weights, power and the bloc's columns; the table, HTML and repr show the same."""
    power = voting_power(FIVE, bloc="C+D+E")
    rows = power.to_rows()
    assert rows[0] == {
        "member": "A",
        "weight": 4.0,
        "power": pytest.approx(0.6),
        "in_bloc": False,
        "share_in_bloc": None,
        "power_if_it_left": None,
    }
    assert rows[2]["share_in_bloc"] == pytest.approx(1 / 9)
    assert rows[2]["power_if_it_left"] == pytest.approx(1 / 6)
    assert repr(power) == "Power(shapley_shubik, WeightedVotes(5 members, 5 of 9), bloc of 3)"
    assert [line.split() for line in str(power).splitlines()][4] == ["C", "1", *_percent("11.1 10.0 11.1 16.7")]
    assert "<td>60.0 %</td>" in power._repr_html_()
    assert "arithmetic of votes" in power._repr_html_()
    assert power.text("sv").startswith("Medlem")


def _percent(numbers: str) -> list[str]:
    return [part for number in numbers.split() for part in (number, "%")]


def test_chambers_have_columns_of_their_own() -> None:
    """Each chamber has its column in rows and table, by its name or its place."""
    one = WeightedVotes.of({"A": 5, "B": 3, "C": 2}, majority="more than half")
    other = WeightedVotes.of({"A": 1, "B": 1, "C": 1}, quota=2)
    power = voting_power(Chambers.of(one, other))
    assert list(power.to_rows()[0]) == ["member", "weight", "weight_2", "power"]
    same = Chambers.of(*(WeightedVotes.of({"A": 5, "B": 3}, quota=5, name=name) for name in ("x", "x", "power")))
    assert list(voting_power(same).to_rows()[0]) == ["member", "x", "weight_2", "weight_3", "power"]
    named = voting_power(Chambers.double({"A": 5, "B": 3}, of_members="all", of_weights="all", name="inhabitants"))
    assert list(named.to_rows()[0]) == ["member", "members", "inhabitants", "power"]
    assert "members" in str(named).splitlines()[0]


def test_it_explains_itself_in_both_languages() -> None:
    """The explanation says the index, the rule, who never decides, who acts as one, and what it does not mean."""
    body = WeightedVotes.of({"A": 4, "B": 4, "C": 4, "D": 3}, majority="more than half", name="seats")
    english, swedish = voting_power(body).explain(), voting_power(body).explain("sv")
    assert "To pass, a matter needs 8 of 15 seats." in english
    assert "Never decisive: D." in english
    assert "knows nothing of who persuades whom" in english
    assert "För bifall krävs 8 av 15 seats." in swedish
    assert "Avgör aldrig: D." in swedish
    assert "Each has the same, 50.0 %." in voting_power(WeightedVotes.of({"A": 1, "B": 1}, quota=2)).explain()
    unions = voting_power(FIVE, unions=["A+B", "C+D"])
    assert "These act as one by agreement: A and B; C and D." in unions.explain()
    assert repr(unions).endswith(", 2 unions)")
    banzhaf_bloc = voting_power(FIVE, "banzhaf", bloc="C+D+E").explain("sv")
    assert "behöver medlemmarnas andelar inte bli" in banzhaf_bloc
    with pytest.raises(InvalidValueError, match="not a language"):
        unions.explain("no")


def test_our_own_names_are_said_in_the_language() -> None:
    """What the library itself calls what is weighed is Swedish in Swedish; other names stand as they were given."""
    people = {"A": 900, "B": 400, "C": 100}
    double = Chambers.double(people, of_members="two thirds", of_weights="more than half", name="invånare")
    told = voting_power(Chambers.of(*double.chambers, veto=["A"])).explain("sv")
    assert "För bifall krävs 2 av 3 medlemmar." in told
    assert "av 1400 invånare." in told
    assert "För bifall krävs 1 av 1 med vetorätt." in told
    assert "kvadratrötter" in voting_power(jagiellonian_votes(people)).text("sv").splitlines()[0]
