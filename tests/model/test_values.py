"""Every noun is a value: frozen, hashed, compared, copied, pickled and evolved; and it refuses what cannot be."""

import copy
import datetime as dt
import pickle
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from familjen import model
from familjen.dates import Period
from familjen.errors import FamiljenError, InvalidValueError
from familjen.testing import NOUN_CLASSES, nouns

quick = settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
few = settings(max_examples=60, deadline=None)
every_noun = pytest.mark.parametrize("cls", NOUN_CLASSES, ids=lambda cls: cls.__name__)
NONSENSE: list[Any] = [object(), float("nan"), {"a": 1}, b"x", {1, 2}, int, [None], (object(),), NotImplemented, 1j]
SPLITS = (model.Equal, model.Population, model.FixedShares, model.Rate)


@every_noun
@given(data=st.data())
@quick
def test_nouns_are_values(cls: type, data: st.DataObject) -> None:
    """A copy of a noun, however it is made, equals it and has its hash."""
    noun = data.draw(nouns(cls))
    copies = [copy.copy(noun), copy.deepcopy(noun), pickle.loads(pickle.dumps(noun)), attrs.evolve(noun)]
    assert all(other == noun and hash(other) == hash(noun) and repr(other) == repr(noun) for other in copies)
    assert len({noun, *copies}) == 1
    assert noun != object()
    assert noun is not None


@every_noun
@given(data=st.data())
@quick
def test_nouns_are_frozen(cls: type, data: st.DataObject) -> None:
    """No field of a noun can be set or taken away, and none can be added."""
    noun = data.draw(nouns(cls))
    for name in (*(field.name for field in attrs.fields(cls)), "other"):
        with pytest.raises((attrs.exceptions.FrozenInstanceError, AttributeError)):
            setattr(noun, name, None)
        with pytest.raises((attrs.exceptions.FrozenInstanceError, AttributeError)):
            delattr(noun, name)


@every_noun
@given(data=st.data())
@quick
def test_nouns_differ_by_their_fields(cls: type, data: st.DataObject) -> None:
    """Two nouns of a class are equal just when all their fields are."""
    one, other = data.draw(nouns(cls)), data.draw(nouns(cls))
    same = all(getattr(one, field.name) == getattr(other, field.name) for field in attrs.fields(cls))
    assert (one == other) == same


@every_noun
def test_nouns_are_plain(cls: type) -> None:
    """A noun is at most a key or a step, takes lists by name only, and checks every field without changing it."""
    assert cls.__bases__ in {(object,), (model.Key,), (model.Step,)}
    fields = attrs.fields(cls)
    lists = [field for field in fields if field.default == ()]
    assert all(field.kw_only for field in lists)
    assert all(not field.name.startswith("_") and field.converter is None for field in fields)
    assert all(field.validator is not None for field in fields)


@every_noun
@given(data=st.data(), nonsense=st.sampled_from(NONSENSE))
@quick
def test_every_field_refuses_nonsense(cls: type, data: st.DataObject, nonsense: Any) -> None:
    """Whichever field gets something that is of no use, the error names the class and the field."""
    noun = data.draw(nouns(cls))
    for field in attrs.fields(cls):
        with pytest.raises(InvalidValueError) as caught:
            attrs.evolve(noun, **{field.name: nonsense})
        assert (caught.value.owner, caught.value.attribute) == (cls.__name__, field.name)
        assert isinstance(caught.value, FamiljenError)
        assert len(str(caught.value)) < 500


@every_noun
@given(data=st.data())
@quick
def test_lists_in_nouns_are_tuples(cls: type, data: st.DataObject) -> None:
    """A list in the place of a tuple is refused, even one of the right things."""
    noun = data.draw(nouns(cls))
    for field in attrs.fields(cls):
        value = getattr(noun, field.name)
        if type(value) is tuple:
            with pytest.raises(InvalidValueError, match=r"is not a tuple; .* tuple\(\.\.\.\)"):
                attrs.evolve(noun, **{field.name: list(value)})
        else:
            assert not isinstance(value, list | set | dict)


@given(st.text(max_size=6))
@few
def test_municipality_codes(code: str) -> None:
    """A municipality's code is four ASCII digits and nothing else."""
    fits = len(code) == 4 and code.isascii() and code.isdigit()
    try:
        taken = model.Municipality(code, "Bjuv", "12").id == code
    except InvalidValueError as error:
        taken = error.attribute != "code"
    assert taken == fits


@given(st.integers(0, 9_999), st.integers(0, 99))
@few
def test_parties_are_known_by_their_codes(number: int, county: int) -> None:
    """A party's id is its code; abroad, country and code."""
    code, two = f"{number:04}", f"{county:02}"
    assert model.Municipality(code, "X", two).id == code
    assert model.Region(two, "X").id == two
    assert model.ForeignMunicipality("NO", code, "X").id == f"NO-{code}"


@pytest.mark.parametrize(
    ("number", "right"),
    [
        ("212000-1157", True),
        ("2120001157", True),
        ("212000-1158", False),
        ("212000-115", False),
        ("212000-11577", False),
        ("21200X-1157", False),
        ("abc", False),
        ("", False),
        (" 212000-1157", False),
        (2120001157, False),
        (True, False),
    ],
    ids=repr,
)
def test_organisation_numbers(number: Any, right: bool) -> None:  # noqa: FBT001 - a parameter of the test
    """An organisation number has ten digits, the last of which checks the others."""
    try:
        made = model.Partner("p", "P", model.PartnerKind.REGION, org_number=number).org_number == number
    except InvalidValueError as error:
        made = (error.owner, error.attribute) != ("Partner", "org_number")
    assert made == right


@given(st.integers(0, 9))
@few
def test_only_one_check_digit_is_right(digit: int) -> None:
    """Of the ten last digits that a number could have, one is right."""
    try:
        made = bool(model.Partner("p", "P", model.PartnerKind.REGION, org_number=f"212000-115{digit}"))
    except InvalidValueError as error:
        made = "a check digit, such as '212000-1157'" not in error.reason
    assert made == (digit == 7)


@given(st.decimals("0", "1e9", places=3), st.sampled_from(model.DistanceUnit), st.integers(1, 10_000))
@few
def test_events_divide_exactly(value: Decimal, unit: model.DistanceUnit, people: int) -> None:
    """Each participant's part times the participants is the whole, to the last digit."""
    event = model.Event("e", "E", participants=people, spending=value, distance=model.Distance(value, unit))
    assert event.spending_per_participant is not None
    assert event.km_per_participant is not None
    assert event.spending_per_participant * people == Fraction(value)
    metres = {"m": 1, "km": 1_000, "mil": 10_000}[unit.value]
    assert event.km_per_participant * people * 1_000 == Fraction(value) * metres


@pytest.mark.parametrize("known", [{}, {"participants": 5}, {"spending": Decimal(5)}, {"participants": 0}], ids=str)
def test_events_guess_nothing(known: dict[str, Any]) -> None:
    """Where a figure lacks, or nobody came, nothing is derived."""
    event = model.Event("e", "E", **known)
    assert (event.spending_per_participant, event.km_per_participant) == (None, None)


@given(st.decimals("0", "1e6", places=2))
@few
def test_a_mil_is_ten_kilometres(value: Decimal) -> None:
    """A Swedish mil is ten kilometres and ten thousand metres."""
    mil = model.Distance(value, model.DistanceUnit.MIL)
    assert mil.km == model.Distance(value * 10).km == model.Distance(value * 10_000, model.DistanceUnit.M).km
    assert str(mil).endswith(" km)")
    assert mil != model.Distance(value * 10)


@given(st.lists(st.none() | st.integers(0, 99), max_size=5))
@few
def test_programmes_sum_what_is_known(numbers: list[int | None]) -> None:
    """A programme's participants are the sum of its rounds', and unknown as soon as one of them is."""
    rounds = tuple(model.Round(str(index), participants=number) for index, number in enumerate(numbers))
    known = [number for number in numbers if number is not None]
    expected = sum(known) if known and len(known) == len(numbers) else None
    assert model.Program("p", "P", rounds=rounds).participants == expected


@given(st.integers(0, 10**9), st.booleans())
@few
def test_counts_are_shown_as_stated(number: int, roughly: bool) -> None:  # noqa: FBT001 - drawn
    """A count is shown with its number, and as rough just when it is."""
    shown = str(model.Count("networks", number, approximate=roughly))
    assert shown.endswith(f"{number:,} networks")
    assert shown.startswith("about ") == roughly


@given(st.dictionaries(st.text("1234", min_size=4, max_size=4), st.fractions(0, 1), max_size=4))
@few
def test_fixed_shares_of_a_mapping(shares: dict[str, Fraction]) -> None:
    """Fixed shares made from a mapping hold its pairs in its order."""
    made = model.FixedShares.of(shares)
    assert [(part.party, part.share) for part in made.shares] == list(shares.items())


@given(st.lists(st.text("1234", min_size=4, max_size=4), max_size=4), st.integers(1990, 2030))
@few
def test_many_take_part_on_the_same_terms(parties: list[str], year: int) -> None:
    """Participations made together share period and sources and stand in the order given."""
    source = model.Source("T")
    made = model.participations(iter(parties), period=Period.year(year), sources=(source,))
    assert [part.party for part in made] == parties
    assert {(part.period, part.sources) for part in made} <= {(Period.year(year), (source,))}


@pytest.mark.parametrize("value", [*SPLITS, None, "equal", Fraction(1, 2), {"type": "equal"}], ids=range(8))
def test_a_clause_needs_a_split(value: Any) -> None:
    """A cost clause takes steps and keys, and nothing that only looks like one."""
    with pytest.raises(InvalidValueError, match="is not a Step"):
        model.CostClause.of(value)


def test_disagreements_say_what_the_data_follows() -> None:
    """A disagreement names both claims, the one adopted, and the reason."""
    claims = (model.Claim("2016", model.Source("A")), model.Claim("2017", model.Source("B")))
    shown = str(model.Disagreement("x", "period", claims, adopted="2017", reason="newer"))
    assert shown == "x, period: 2016 (A) against 2017 (B); the data follows '2017': newer"
    assert str(model.Disagreement("x", "period", claims, adopted="2017")).endswith("the data follows '2017'")


def test_decisions_have_a_year_of_the_municipal_era() -> None:
    """A year lies between 1862, when municipalities were made, and 9999."""
    assert model.Decision("board", year=1862).year == 1862
    for year in (1861, 10_000, -1):
        with pytest.raises(InvalidValueError, match="1862 to 9999"):
            model.Decision("board", year=year)
    with pytest.raises(InvalidValueError, match="without a time of day"):
        model.Decision("board", day=dt.datetime(2016, 1, 1, tzinfo=dt.UTC))
