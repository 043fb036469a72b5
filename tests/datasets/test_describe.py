"""Nouns in plain words."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familjen.datasets.describe import describe
from familjen.dates import Period
from familjen.model import (
    Activity,
    ActivityKind,
    Agreement,
    Area,
    Board,
    BoardMeeting,
    CostClause,
    Count,
    Distance,
    DistanceUnit,
    Event,
    LegalForm,
    Member,
    Municipality,
    NetworkRules,
    Rate,
    Round,
    Source,
    participations,
)

NAMES = {"1283": "Helsingborg", "1260": "Bjuv", "roads": "Roads"}
WALK = Event(
    "walk", "The walk", participants=3_000, distance=Distance(Decimal(5), DistanceUnit.MIL), spending=Decimal(13_000)
)


def test_everything_that_is_known() -> None:
    """Without fields, all that is known of a noun is named, and nothing that is not."""
    said = "The walk (participants: 3,000; distance: 5 mil (50 km); spending: 13,000)"
    assert describe(WALK, {}) == said


def test_chosen_fields() -> None:
    """With fields, these are named and no others, also those that hold their default."""
    assert describe(WALK, {}, ("participants", "currency")) == "The walk (participants: 3,000; currency: SEK)"


def test_no_fields() -> None:
    """With no field at all, the title stands alone."""
    assert describe(WALK, {}, ()) == "The walk"


def test_skipped_fields() -> None:
    """A skipped field is not named."""
    assert describe(WALK, {}, skip=("distance", "spending")) == "The walk (participants: 3,000)"


def test_ids_are_shown_as_names() -> None:
    """Ids of parties and goal areas are shown by name, and an unknown id as it is."""
    agreement = Agreement("a", "A", LegalForm.CONTRACT, parties=participations(["1283", "9999"]), host="1260")
    assert describe(agreement, NAMES) == "A (form: contract; parties: Helsingborg, 9999; host: Bjuv)"


def test_member_shows_its_code() -> None:
    """A member is shown with its municipality code."""
    assert describe(Member(Municipality("1283", "Helsingborg", "12")), {}) == "Helsingborg (1283)"


def test_true_is_shown_by_its_name() -> None:
    """What is true is named, and what is false is not."""
    assert describe(Area("a", "Roads", main=True), {}) == "Roads (main)"
    assert describe(Area("a", "Roads"), {}) == "Roads"


def test_noun_without_title() -> None:
    """A noun without a name is shown by what it holds."""
    assert describe(NetworkRules(invite_all=True, voluntary=True), {}) == "invite all; voluntary"


def test_noun_with_its_own_words() -> None:
    """A noun that can say itself in words is left to do so."""
    assert describe(Count("networks", 40, approximate=True), {}) == "about 40 networks"


def test_inner_noun_without_title() -> None:
    """A nameless noun inside another is shown with its kind."""
    assert describe(CostClause.of(Rate(Decimal(21))), {}) == "steps: rate (per inhabitant: 21)"


def test_inner_noun_with_sources_is_left_out() -> None:
    """A noun inside that has sources of its own is a fact of its own and is left out."""
    meetings = (BoardMeeting("Trains", sources=(Source("Report"),)),)
    assert describe(Board("b", "B", seats_per_member=2, meetings=meetings), {}) == "B (seats per member: 2)"


def test_inner_noun_without_sources_is_shown() -> None:
    """A noun inside that has no source of its own is shown with the one around it."""
    assert describe(Board("b", "B", meetings=(BoardMeeting("Trains"),)), {}) == "B (meetings: Trains)"


def test_one_of_several_items() -> None:
    """A field with a number names that item alone."""
    agreement = Agreement("a", "A", LegalForm.CONTRACT, tasks=("Roads", "Trains"))
    assert describe(agreement, {}, ("tasks:1",)) == "A (tasks: Trains)"


def test_long_items_are_numbered() -> None:
    """Items too long for commas are numbered, a single one is not."""
    long, short = "A task that takes many words to say", "Roads"
    one = Agreement("a", "A", LegalForm.CONTRACT, tasks=(long,))
    assert describe(one, {}, ("tasks",)) == f"A (tasks: {long})"
    two = Agreement("a", "A", LegalForm.CONTRACT, tasks=(long, short))
    assert describe(two, {}, ("tasks",)) == f"A (tasks: (1) {long} (2) {short})"


def test_co_opted_has_a_hyphen() -> None:
    """Labels are spelt as English is."""
    assert describe(Board("b", "B", co_opted=("directors",)), {}) == "B (co-opted: directors)"


@pytest.mark.parametrize(
    ("period", "said"),
    [
        (Period.year(2016), "2016"),
        (Period(dt.date(2016, 1, 1), dt.date(2019, 12, 31)), "2016–2019"),
        (Period(dt.date(2016, 1, 1)), "from 2016-01-01"),
        (Period(dt.date(2016, 1, 1), dt.date(2016, 6, 30)), "2016-01-01 – 2016-06-30"),
        (Period(dt.date(2016, 2, 1), dt.date(2016, 12, 31)), "2016-02-01 – 2016-12-31"),
    ],
)
def test_periods(period: Period, said: str) -> None:
    """Whole years are shown as years, and an open period only by its first day."""
    assert describe(Round("r", period=period), {}) == f"r (period: {said})"


@given(st.integers(0, 10**12))
def test_numbers_lose_nothing(number: int) -> None:
    """A number reads back as itself once its commas are taken away."""
    said = describe(Event("e", "E", participants=number), {}, ("participants",))
    assert int(said.removeprefix("E (participants: ").removesuffix(")").replace(",", "")) == number


@given(st.text("abc", min_size=1), st.sampled_from(ActivityKind))
def test_title_stands_first(name: str, kind: ActivityKind) -> None:
    """Whatever is known, the name stands first."""
    assert describe(Activity("a", name, kind), {}).startswith(f"{name} (kind: ")


@given(st.sets(st.sampled_from(["participants", "distance", "spending"])))
def test_skipping_is_the_same_as_not_choosing(skipped: set[str]) -> None:
    """To skip some fields is to choose the others."""
    rest = tuple(name for name in ("participants", "distance", "spending") if name not in skipped)
    assert describe(WALK, {}, skip=tuple(skipped)) == describe(WALK, {}, rest)
