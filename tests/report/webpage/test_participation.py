"""What the sections on who takes part and on findings promise."""

import datetime as dt
from decimal import Decimal

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.report.webpage.pages import MADE, Page, drawn, named, of_size

from familjen.datasets import familjen_helsingborg_2016
from familjen.model import (
    Activity,
    ActivityKind,
    Agreement,
    Cooperation,
    Count,
    Event,
    LegalForm,
    Network,
    Program,
    Round,
    Seats,
    SharedService,
    Suppression,
)
from familjen.model.event import Distance, DistanceUnit
from familjen.model.member import participations
from familjen.places import municipalities
from familjen.report.webpage import html
from familjen.report.webpage.doings import doings_of
from familjen.report.webpage.speech import Speech
from familjen.rules import check

ALE, BJUV, KLIPPAN = (each.code for each in municipalities()[:3])
BARE = attrs.evolve(named("Ale", "Bjuv", "Klippan"), agreements=())


def marks(coop: Cooperation) -> dict[str, list[str]]:
    """Give the marks of the matrix by row, as they are spoken."""
    page = drawn(html(coop, made=MADE))
    spoken = [each.text for each in page.all("span", class_="spoken")]
    names = [each.text for each in page.all("th", scope="row")]
    wide = len(coop.members)
    rows = names[len(coop.members) : len(coop.members) + len(spoken) // wide]
    return {name: spoken[place * wide : (place + 1) * wide] for place, name in enumerate(rows)}


def test_each_noun_says_who_takes_part_and_who_leads() -> None:
    """Hosts, providers and coordinators lead; parties, recipients, members and seats take part."""
    coop = attrs.evolve(
        BARE,
        agreements=(Agreement("a", "Avtal", LegalForm.CONTRACT, parties=participations([ALE, BJUV]), host=BJUV),),
        shared_services=(SharedService("s", "Tjänst", ALE, recipients=participations([KLIPPAN])),),
        networks=(Network("n", "Nätverk", members=participations([ALE]), coordinators=participations([BJUV])),),
        programs=(Program("p", "Program", rounds=(Round("1", seats=(Seats(ALE, 2), Seats(BJUV, 0))),)),),
        activities=(Activity("v", "Aktivitet", ActivityKind.PROJECT, participants=(KLIPPAN,)),),
        events=(Event("e", "Evenemang", hosts=(ALE,)),),
    )
    part, lead, no = "takes part", "leads", "no"
    assert marks(coop) == {
        "Avtal": [part, lead, no],
        "Tjänst": [lead, no, part],
        "Nätverk": [part, lead, no],
        "Program": [part, no, no],
        "Aktivitet": [no, no, part],
        "Evenemang": [lead, no, no],
    }


@settings(max_examples=20, deadline=None)
@given(parts=st.lists(st.lists(st.sampled_from([ALE, BJUV, KLIPPAN]), min_size=1, unique=True), min_size=1, max_size=5))
def test_the_matrix_holds_each_part_once(parts: list[list[str]]) -> None:
    """A cell says that a party takes part exactly where the document does."""
    networks = tuple(Network(f"n{n}", f"N{n}", members=participations(some)) for n, some in enumerate(parts))
    found = marks(attrs.evolve(BARE, networks=networks))
    codes = [ALE, BJUV, KLIPPAN]
    assert found == {
        f"N{n}": ["takes part" if code in some else "no" for code in codes] for n, some in enumerate(parts)
    }


def test_of_very_many_each_party_has_its_counts() -> None:
    """Where a matrix would be too large, a party's number of agreements is that of the document."""
    coop = of_size(50, 70)
    page = drawn(html(coop, made=MADE))
    first = coop.members[0].party
    count = sum(first.id in {part.party for part in each.parties} | {each.host} for each in coop.agreements)
    folded = next(each for each in page.all("details") if "By party (50)" in each.text)
    assert f"{first.name} {count} " in folded.text


def test_what_nobody_has_said_is_named() -> None:
    """Doings without participants are listed by name, figures of events are told, and stated numbers are kept apart."""
    coop = attrs.evolve(
        BARE,
        events=(Event("e", "Vandring", participants=3_000, countries=1),),
        counts=(Count("networks", 40, approximate=True), Count("gizmos", 2)),
    )
    told = drawn(html(coop, lang="sv", made=MADE)).section("participation").text
    assert "Ingen har angett vem som deltar i: Vandring." in told
    assert "3 000 deltagare, 1 land" in told.replace("\xa0", " ")
    assert "cirka 40 nätverk, 2 gizmos" in told


def test_what_an_event_came_to_is_told_in_the_language() -> None:
    """Distance and money of an event stand there with their units, in Swedish words in a Swedish report."""
    event = Event("e", "Vandring", distance=Distance(Decimal(12), DistanceUnit.MIL), spending=Decimal(5_000))
    for lang, said in (("sv", "12 mil, 5 000 kr spenderade"), ("en", "12 mil (120 km), 5,000 kr spent")):
        page = drawn(html(attrs.evolve(BARE, events=(event,)), lang=lang, made=MADE))
        assert said in page.section("participation").text.replace("\xa0", " ")


def test_a_host_that_is_no_party_takes_part_all_the_same() -> None:
    """Whoever hosts an agreement has its mark, though it is not named among the parties."""
    agreement = Agreement("a", "Avtal", LegalForm.CONTRACT, parties=participations([ALE]), host=KLIPPAN)
    coop = attrs.evolve(BARE, agreements=(agreement,))
    assert marks(coop) == {"Avtal": ["takes part", "no", "leads"]}
    assert doings_of(coop, Speech("en"))[0].parties == (KLIPPAN, ALE)


def test_a_party_that_nobody_named_has_its_id() -> None:
    """A participant that is no member has a column under its id."""
    coop = attrs.evolve(BARE, networks=(Network("n", "N", members=participations(["1283"])),))
    assert "1283" in [each.text for each in drawn(html(coop, made=MADE)).all("th", class_="tilted")]


def findings(coop: Cooperation, lang: str = "en") -> Page:
    """Make a report, for its findings."""
    return drawn(html(coop, lang=lang, made=MADE))


@pytest.mark.parametrize("lang", ["en", "sv"])
def test_findings_are_those_of_the_check(lang: str) -> None:
    """Each finding of the check stands there, with its code and its place, under its severity."""
    coop = attrs.evolve(BARE, networks=(Network("n", "N", members=participations(["1283"])),))
    found = check(coop, lang=lang)
    assert found.errors
    told = findings(coop, lang).section("findings").text
    assert all(" ".join(each.message.split()) in told and each.code in told and each.path in told for each in found)


def test_very_many_findings_are_folded_and_counted() -> None:
    """Ten stand open, two hundred stand there, and the rest are counted with a way to see them."""
    networks = tuple(Network(f"n{n}", f"N{n}", members=participations(["0000"])) for n in range(250))
    coop = attrs.evolve(BARE, networks=networks)
    page, errors = findings(coop), check(coop).errors
    assert len(errors) >= 250
    told = page.section("findings").text
    assert f"{len(errors) - 200:,} more are counted above" in told
    assert "By rule" in told
    assert told.count("$.networks[") == 200
    assert f"{len(errors):,} errors" in page.section("brief").text


def test_findings_are_judged_as_on_the_day_and_what_is_not_judged_is_told() -> None:
    """With a day the findings are those of that day, and each reason for judging nothing stands with its number."""
    coop, on = familjen_helsingborg_2016(), dt.date(2016, 6, 1)
    found = check(coop, on=on, lang="sv")
    assert {each.code for each in found} != {each.code for each in check(coop, lang="sv")}
    told = drawn(html(coop, lang="sv", on=on, made=MADE)).section("findings").text
    assert all(each.code in told for each in found)
    (reason,) = {each.reason for each in found.not_judged}
    assert f"{reason} ({len(found.not_judged)})" in told


def test_accepted_findings_have_their_reasons() -> None:
    """What the document accepts stands apart, with the reason."""
    coop = attrs.evolve(BARE, networks=(Network("n", "N", members=participations(["1283"])),))
    code = check(coop).errors[0].code
    accepting = attrs.evolve(coop, suppressions=(Suppression(code, "Known & agreed"),))
    told = findings(accepting).section("findings").text
    assert "Accepted in the document" in told
    assert "Reason: Known & agreed" in told


def test_a_number_without_any_list_is_told_alone() -> None:
    """A cooperation that only says how many networks it has is told with that number, and without a matrix."""
    page = findings(Cooperation("c", "C", counts=(Count("networks", 40),)))
    assert page.section("participation").text.endswith("Stated without a list: 40 networks.")
    assert not page.all("table")
