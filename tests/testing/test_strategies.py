"""What the strategies promise: nouns of every class, small examples, clean and broken cooperations."""

import datetime as dt
import json
import pickle
from collections.abc import Callable
from decimal import Decimal
from random import Random
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st

from familjen import model, testing
from familjen.balance import Ledger
from familjen.errors import InvalidValueError, UnknownIdError
from familjen.games import is_balanced, is_concave, is_subadditive
from familjen.io import dumps, loads
from familjen.places import municipality
from familjen.rules import RULES, check

few = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize("cls", testing.NOUN_CLASSES, ids=lambda cls: cls.__name__)
@given(data=st.data())
@settings(max_examples=2, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_noun_is_drawn_by_its_type(cls: type, data: st.DataObject) -> None:
    """Each noun comes from its type alone, as one of that class and of no other."""
    assert type(data.draw(st.from_type(cls))) is cls


@pytest.mark.parametrize("cls", [model.Key, model.Step], ids=lambda cls: cls.__name__)
@given(data=st.data())
@settings(max_examples=10, deadline=None)
def test_open_kinds_are_drawn_by_their_type(cls: type, data: st.DataObject) -> None:
    """Keys and steps, of which there are many kinds, come from their type too."""
    assert isinstance(data.draw(st.from_type(cls)), cls)


@given(testing.cooperations())
@few
def test_cooperations_can_be_written(coop: model.Cooperation) -> None:
    """Whatever is drawn can be written and read back."""
    assert loads(dumps(coop)) == coop


@given(testing.municipalities())
@few
def test_municipalities_are_real(drawn: model.Municipality) -> None:
    """A municipality that is drawn is in the register, under its code and its name."""
    assert municipality(drawn.code) == municipality(drawn.name) == drawn


@given(testing.valid_cooperations())
@few
def test_nothing_is_wrong_with_a_valid_cooperation(coop: model.Cooperation) -> None:
    """A check of it finds nothing, of any severity and on any day, and its members are as many as asked for."""
    assert list(check(coop)) == []
    for year in (2016, 2026, 2027, 2028):
        assert list(check(coop, on=dt.date(year, 6, 1))) == []
    assert len({coop.shared_services[0].provider, *coop.events[0].hosts}) > 1  # FAM509 fires once in some hundred
    assert 2 <= len(coop.members) <= 4


@given(testing.valid_cooperations())
@few
def test_the_law_judges_what_is_valid(coop: model.Cooperation) -> None:
    """A valid cooperation is right by the law of each form, too: a joint committee that loses its host is found."""
    hostless = tuple([attrs.evolve(each, host=None) for each in coop.agreements])
    wrong = [place for place, each in enumerate(coop.agreements) if each.form is model.LegalForm.JOINT_COMMITTEE]
    found = [finding.path for finding in check(attrs.evolve(coop, agreements=hostless)) if finding.code == "FAM311"]
    assert found == [f"$.agreements[{place}]" for place in wrong]


@given(testing.valid_cooperations(least=5, most=6))
@settings(max_examples=10, deadline=None)
def test_as_many_members_as_asked_for(coop: model.Cooperation) -> None:
    """The number of members is in the range that was given, and each stands there once."""
    assert 5 <= len({member.party.id for member in coop.members}) == len(coop.members) <= 6


@pytest.mark.parametrize("code", testing.BREAKABLE)
@given(data=st.data())
@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_broken_cooperation_breaks_the_rule(code: str, data: st.DataObject) -> None:
    """The rule that is asked for has a finding, whatever the cooperation is else."""
    coop, said = data.draw(testing.broken_cooperations(code))
    assert said == code
    assert code in {finding.code for finding in check(coop)}


@given(testing.broken_cooperations())
@few
def test_any_rule_may_be_broken(drawn: tuple[model.Cooperation, str]) -> None:
    """Unless a code is given, one of the breakable rules is broken, and the code is told."""
    coop, code = drawn
    assert code in testing.BREAKABLE
    assert code in {finding.code for finding in check(coop)}


def test_half_of_the_rules_can_be_broken() -> None:
    """The breakable rules are rules, sorted, and more than all errors outside of the law of each legal form."""
    codes = {rule.code: rule for rule in RULES}
    assert list(testing.BREAKABLE) == sorted(set(testing.BREAKABLE) & set(codes))
    errors = {code for code, rule in codes.items() if rule.severity.value == "error" and not code.startswith("FAM3")}
    assert errors <= set(testing.BREAKABLE)


_LAWS = {"any": lambda _: True, "subadditive": is_subadditive, "balanced": is_balanced, "concave": is_concave}


@pytest.mark.parametrize("kind", _LAWS)
@given(data=st.data())
@settings(max_examples=20, deadline=None)
def test_games_are_of_their_kind(kind: str, data: st.DataObject) -> None:
    """A game that is drawn as of a kind is of that kind, by the function that tells."""
    game = data.draw(testing.cost_games(kind=kind))
    assert _LAWS[kind](game)
    assert 2 <= game.number_of_players <= 4


@pytest.mark.parametrize(
    ("players", "named"), [(3, ("A", "B", "C")), (["x"], ("x",)), (("1283", "1260"), ("1283", "1260"))]
)
@given(data=st.data())
@settings(max_examples=5, deadline=None)
def test_games_have_their_players(players: Any, named: tuple[str, ...], data: st.DataObject) -> None:
    """Players are a number or names."""
    assert data.draw(testing.cost_games(players)).players == named


@given(testing.ledgers(most=3), testing.weighted_votes(members=3), testing.service_costs(), testing.cost_curves())
@few
def test_the_rest_is_what_it_says(ledger: Ledger, votes: Any, service: Any, curve: Any) -> None:
    """Ledgers, votes, services and curves keep their sizes, and survive pickling as users' parallel tests need it."""
    assert 1 <= len(ledger) <= 3
    assert 1 <= len(votes.members) <= 3
    assert 0 < votes.quota <= sum(votes.weights)
    assert 1 <= len(service.parties) <= 5
    assert pickle.loads(pickle.dumps(curve)) == curve


def test_small_examples_are_small() -> None:
    """What Hypothesis shows after shrinking is short enough to read."""
    source = find(testing.sources(), lambda source: source.quote is not None)
    assert set(json.loads(dumps(source))) == {"schema_version", "type", "title", "quote"}
    assert find(testing.periods(), lambda period: period.last_day is not None).first_day.year == 2000
    assert find(testing.keys(), lambda _: True) == model.Equal()


def test_what_is_asked_for_wrongly_is_refused() -> None:
    """Classes, codes, kinds and numbers that are none are refused with a sentence."""
    with pytest.raises(InvalidValueError, match="is no noun"):
        testing.nouns(int)
    with pytest.raises(InvalidValueError, match="is no noun"):
        testing.nouns([])  # type: ignore[arg-type]
    with pytest.raises(UnknownIdError, match="no rule to break 'FAM999'"):
        testing.broken_cooperations("FAM999")
    with pytest.raises(InvalidValueError, match="use one of any, subadditive"):
        testing.cost_games(kind="convex")
    wrong: tuple[Any, ...] = (0, 13, True, "AB", [], -1)
    for players in wrong:
        with pytest.raises(InvalidValueError, match="is no number of players"):
            testing.cost_games(players)
    for members in (0, 27, True, 2.0):
        with pytest.raises(InvalidValueError, match="members"):
            testing.weighted_votes(members=members)  # type: ignore[arg-type]
    with pytest.raises(InvalidValueError, match="no weight"):
        testing.weighted_votes(heaviest=0)
    for least, most in ((1, 2), (3, 2), (True, 4), (2, None), (2, 291)):
        with pytest.raises(InvalidValueError, match="begin with two and end with 290 at most"):
            testing.valid_cooperations(least=least, most=most)  # type: ignore[arg-type]
    for number in (0, -1, True, 2.0):
        with pytest.raises(InvalidValueError, match="no number of entries"):
            testing.ledgers(most=number)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "strategy", [testing.entries, testing.ledgers, testing.service_costs], ids=lambda each: each.__name__
)
@pytest.mark.parametrize(
    ("names", "reason"),
    [
        ([], "give at least one"),
        ("Bjuv", "is no list of parties"),
        (7, "is no list of parties"),
        (["Bjuv", ""], "'' is no name"),
        ([1260], "1260 is no name"),
        (["Bjuv", "Klippan", "Bjuv"], "'Bjuv' stands there twice"),
    ],
    ids=["none", "text", "number", "empty name", "numbers", "twice"],
)
def test_parties_are_names(strategy: Callable[[Any], object], names: object, reason: str) -> None:
    """Parties that are none are refused when the strategy is made, not when it is drawn from."""
    with pytest.raises(InvalidValueError, match=reason) as caught:
        strategy(names)
    assert caught.value.attribute == "parties"


def test_odd_arguments_are_refused_with_a_sentence() -> None:
    """Arguments of a wrong type, not a number, or in a wrong order, are refused by name."""
    odd: tuple[Any, ...] = (object(), 2.0, {"A"})
    for players in odd:
        with pytest.raises(InvalidValueError, match="is no number of players"):
            testing.cost_games(players)
    with pytest.raises(InvalidValueError, match="'A' stands there twice"):
        testing.cost_games(["A", "A"])
    with pytest.raises(InvalidValueError, match="is no kind"):
        testing.cost_games(kind=[])  # type: ignore[arg-type]
    with pytest.raises(UnknownIdError, match="no rule to break"):
        testing.broken_cooperations(["FAM401"])  # type: ignore[arg-type]
    ranges: tuple[tuple[Any, Any], ...] = ((2, 1), (float("nan"), 1), (0, float("inf")), ("0", 1))
    for ends in ranges:
        with pytest.raises(InvalidValueError, match="no range of numbers"):
            testing.assumptions(*ends)
    amounts: tuple[Any, ...] = (-1, True, "1", Decimal("nan"), Decimal("inf"))
    for amount in amounts:
        with pytest.raises(InvalidValueError, match="no largest amount"):
            testing.amounts(amount)


def test_a_noun_of_many_fields_is_shown_soon() -> None:
    """A failing test of a noun is not run again for each of its fields, as Hypothesis does where it knows them."""
    calls = []

    def fails(drawn: model.Cooperation) -> bool:
        calls.append(drawn)
        return True

    find(testing.cooperations(), fails, random=Random(1))  # noqa: S311 - the same draws each time
    assert len(calls) < 40


@pytest.mark.parametrize(
    ("strategy", "has"),
    [
        (testing.keys(), lambda key: isinstance(key, model.Mix)),
        (testing.clauses(), lambda clause: clause.vat is not None),
        (testing.clauses(), lambda clause: clause.invoicing is not None),
        (testing.valid_cooperations(), lambda coop: coop.plans[0].action_plans[0].activities[0].period is not None),
        (testing.valid_cooperations(), lambda coop: len(coop.agreements) == 3 and coop.networks and coop.programs),
    ],
    ids=["compound keys", "VAT", "invoices", "activities of a year", "three agreements"],
)
def test_strategies_are_broad(strategy: st.SearchStrategy[Any], has: Callable[[Any], bool]) -> None:
    """What a strategy says that it may hold is drawn, and not left out."""
    assert has(
        find(
            strategy, has, settings=settings(max_examples=500, phases=[Phase.generate], derandomize=True, database=None)
        )
    )
