"""What the section on agreements and its time line promise."""

import datetime as dt

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.report.webpage.pages import MADE, Page, drawn, of_size

from familjen.dates import Notice, Period, ReferenceDate
from familjen.io.calendar import calendar_of
from familjen.model import Agreement, Cooperation, LegalForm, Renewal
from familjen.model.agreement import RenewalKind
from familjen.report.webpage import html
from familjen.report.webpage.deadlines import next_deadline
from familjen.report.webpage.timeline import Axis

AUTOMATIC = Renewal(RenewalKind.AUTOMATIC, months=24)


def page_of(*agreements: Agreement, lang: str = "en", on: dt.date | None = None) -> Page:
    """Make a report on these agreements."""
    return drawn(html(Cooperation("c", "C", agreements=agreements), lang=lang, on=on, made=MADE))


def an_agreement(period: Period | None, notice: Notice | None = None, renewal: Renewal | None = None) -> Agreement:
    """Make an agreement."""
    return Agreement("a", "Avtalet", LegalForm.JOINT_COMMITTEE, period=period, notice=notice, renewal=renewal)


@settings(max_examples=12)
@given(days=st.lists(st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31)), min_size=2, max_size=6))
def test_later_days_stand_further_right(days: list[dt.date]) -> None:
    """The axis keeps the order of days, and holds all of its first and its last year."""
    axis = Axis(min(days).year, max(days).year)
    places = [axis.at(day) for day in sorted(days)]
    assert places == sorted(places)
    assert axis.at(dt.date(axis.first, 1, 1)) == 16.0
    assert axis.at(dt.date(axis.last, 12, 31), end=True) == 744.0
    assert 1 <= len(axis.ticks()) <= 10 or axis.ticks() == []


@pytest.mark.parametrize("last", [1, 2016, 2025, 9999])
def test_any_span_has_ticks(last: int) -> None:
    """From one year to all years of the calendar, not more than ten years are written."""
    ticks = Axis(min(2016, last), last).ticks() if last > 1 else Axis(1, 9999).ticks()
    assert 1 <= len(ticks) <= 10


def test_bars_go_from_the_first_day_to_the_last() -> None:
    """A year's agreement is as long as a year, and an open one reaches the edge with an arrow."""
    year = an_agreement(Period.year(2016))
    rest = attrs.evolve(year, id="b", period=Period(dt.date(2016, 1, 1)))
    page = page_of(year, rest, on=dt.date(2016, 6, 30))
    one, two = ((float(each.attributes["x"] or ""), float(each.attributes["width"] or "")) for each in page.all("rect"))
    assert one == (16.0, 364.0)
    assert two == (16.0, 728.0)
    assert len(page.all("path")) == 1
    assert "The dashed line is 30 June 2016" in page.section("agreements").text


def test_the_last_day_for_notice_is_told_where_an_agreement_goes_on_by_itself() -> None:
    """To be out on 1 January 2028, notice of twelve months is given by 1 January 2027; else nothing is told."""
    period = Period(dt.date(2020, 1, 1), dt.date(2027, 12, 31))
    page = page_of(an_agreement(period, Notice(months=12), AUTOMATIC))
    assert page.all("td")[-1].text == "1 January 2027"
    assert "Next last day for notice: 1 January 2027 (Avtalet)." in page.section("brief").text
    for ends in (Renewal(RenewalKind.NONE), None):
        other = page_of(an_agreement(period, Notice(months=12), ends))
        assert other.all("td")[-1].text == ""
        assert "Next last day" not in other.section("brief").text


def test_the_deadline_is_that_of_the_term_that_runs() -> None:
    """An agreement of four years that goes on for two at a time has its next deadline in the term of the report."""
    renewed = an_agreement(Period(dt.date(2017, 1, 1), dt.date(2020, 12, 31)), Notice(months=6), AUTOMATIC)
    for on, told in (
        (None, "1 July 2026"),
        (dt.date(2018, 1, 1), "1 July 2020"),
        (dt.date(2020, 7, 1), "1 July 2020"),
        (dt.date(2020, 7, 2), "1 July 2022"),
    ):
        page = page_of(renewed, on=on)
        assert page.all("td")[-1].text == told
        assert f"Next last day for notice: {told} (Avtalet)." in page.section("brief").text


@settings(max_examples=12, deadline=None)
@given(
    first=st.dates(dt.date(1990, 1, 1), dt.date(2030, 1, 1)),
    length=st.integers(30, 4_000),
    months=st.integers(1, 48),
    notice=st.one_of(
        st.integers(1, 40).map(lambda n: Notice(months=n)),
        st.integers(0, 2).map(lambda n: Notice(by=ReferenceDate(6, 30, years_before=n))),
    ),
    today=st.dates(dt.date(1990, 1, 1), dt.date(2060, 1, 1)),
)
def test_the_next_deadline_is_that_of_the_calendar(
    first: dt.date, length: int, months: int, notice: Notice, today: dt.date
) -> None:
    """The report's next last day for notice is the first of those in the calendar of the cooperation."""
    period = Period(first, first + dt.timedelta(days=length))
    agreement = an_agreement(period, notice, Renewal(RenewalKind.AUTOMATIC, months=months))
    coop = Cooperation("c", "C", agreements=(agreement,))
    entries = calendar_of(coop, first_day=today, last_day=dt.date(2070, 1, 1)).entries
    days = sorted(each.first_day for each in entries if "last day for notice" in each.summary)
    assert next_deadline(coop, agreement, today) == days[0]


def test_a_deadline_that_cannot_be_known_is_said_not_to_be() -> None:
    """Renewed for nobody knows how long, an agreement has a deadline that is not known; the beginning is silent."""
    renewal = Renewal(RenewalKind.AUTOMATIC)
    past = an_agreement(Period(dt.date(2010, 1, 1), dt.date(2020, 12, 31)), Notice(months=6), renewal)
    assert page_of(past, lang="sv").all("td")[-1].text == "inte känd"
    assert "Next last day" not in page_of(past).section("brief").text
    assert page_of(past, on=dt.date(2020, 1, 1)).all("td")[-1].text == "1 July 2020"


def test_a_day_for_notice_each_year_is_a_deadline() -> None:
    """An agreement until further notice with a day each year has that day as its deadline; a closed one ends."""
    by = Notice(by=ReferenceDate(6, 30, years_before=1))
    page = page_of(an_agreement(Period(dt.date(2020, 1, 1)), by))
    assert page.all("td")[-1].text == "30 June 2026"
    closed = an_agreement(Period(dt.date(2020, 1, 1), dt.date(2026, 12, 31)), by)
    assert page_of(closed).all("td")[-1].text == ""


def test_agreements_with_the_same_deadline_are_named_together() -> None:
    """Where several have the next deadline, the beginning names them all."""
    one = an_agreement(Period.year(2027), Notice(months=6), AUTOMATIC)
    two = attrs.evolve(one, id="b", name="Ett annat")
    assert "1 July 2027 (Avtalet and Ett annat)." in page_of(two, one).section("brief").text


@pytest.mark.parametrize(
    ("notice", "said"),
    [
        (None, "inte angivet"),
        (Notice(years=3), "3 år"),
        (Notice(years=1, months=6), "1 år och 6 månader"),
        (Notice(by=ReferenceDate(1, 1, years_before=1)), "senast 1 januari året före, sett från utträdesåret"),
    ],
    ids=["not said", "years", "years and months", "deadline"],
)
def test_notice_is_told_in_words(notice: Notice | None, said: str) -> None:
    """How a party leaves is said as a period or a deadline."""
    page = page_of(an_agreement(Period.year(2016), notice), lang="sv")
    assert page.all("td")[-3].text == said


def test_today_is_on_the_time_line_and_hosts_are_where_there_are_any() -> None:
    """Of an old agreement that is open the line reaches the day of the report; a host is named, or nothing is."""
    hosted = attrs.evolve(an_agreement(Period(dt.date(2000, 1, 1))), host="1283")
    page = page_of(hosted, attrs.evolve(an_agreement(None), id="b"))
    assert "The dashed line is 31 January 2026" in page.section("agreements").text
    cells = [each.text for each in page.all("td")]
    assert (cells[-12], cells[-5]) == ("1283", "")


def test_unknown_dates_are_named_and_not_drawn() -> None:
    """An agreement without dates has no bar; alone it has no time line, and the page says so."""
    page = page_of(an_agreement(None), attrs.evolve(an_agreement(Period.year(2016)), id="b"))
    assert len(page.all("rect")) == 1
    assert "Dates not known: Avtalet." in page.section("agreements").text
    assert "there is no time line" in page_of(an_agreement(None)).section("agreements").text


def test_many_agreements_are_counted_by_year() -> None:
    """Of more than forty the picture shows how many are in force at each year's end, and the table is folded."""
    coop = of_size(20, 60)
    page = drawn(html(coop, made=MADE))
    (told,) = page.all("desc", id="timeline-description")
    year_end = dt.date(2010, 12, 31)
    count = sum(year_end in each.period for each in coop.agreements if each.period is not None)
    assert f"2010: {count}." in told.text
    later = sum(dt.date(2030, 12, 31) in each.period for each in coop.agreements if each.period is not None)
    assert f"2030: {later}." in told.text
    assert later < 60
    assert any("All agreements (60)" in each.text for each in page.all("details"))


def test_the_ends_of_the_calendar_are_drawn() -> None:
    """An agreement from the year 1 to the year 9999 has a bar and no deadline."""
    always = an_agreement(Period(dt.date.min, dt.date.max), Notice(months=12), AUTOMATIC)
    page = page_of(always)
    assert len(page.all("rect")) == 1
    assert page.all("td")[-1].text == ""
    hasty = an_agreement(Period(dt.date.min, dt.date(1, 6, 30)), Notice(years=100), Renewal(RenewalKind.AUTOMATIC))
    assert page_of(hasty).all("td")[-1].text == "not known"


def test_the_beginning_counts_only_what_there_is() -> None:
    """How many are open and how many lack dates is said where there are such, and not as a zero."""
    running, unknown = an_agreement(Period.year(2026)), attrs.evolve(an_agreement(None), id="b")
    endless = attrs.evolve(running, id="c", period=Period(dt.date(2020, 1, 1)))
    assert "1 agreement." in page_of(running).section("brief").text
    assert "2 avtal: 1 saknar kända datum." in page_of(running, unknown, lang="sv").section("brief").text
    told = page_of(running, unknown, endless).section("brief").text
    assert "3 agreements: 1 until further notice, 1 without known dates." in told


def test_the_beginning_tells_what_is_over_and_what_has_not_begun() -> None:
    """A term that is over is counted as such unless the agreement goes on by itself; so is one yet to come."""
    over = an_agreement(Period.year(2016))
    renewed = attrs.evolve(over, id="b", renewal=AUTOMATIC)
    coming = attrs.evolve(over, id="c", period=Period.year(2030))
    told = page_of(over, renewed, coming, lang="sv").section("brief").text
    assert "3 avtal: 1 har en avtalstid som har gått ut, 1 har inte börjat gälla." in told
    assert "1 agreement." in page_of(an_agreement(Period(MADE, MADE))).section("brief").text
    last_day = page_of(attrs.evolve(over, period=Period(dt.date(2020, 1, 1), MADE))).section("brief").text
    assert "1 agreement." in last_day


def test_an_agreement_that_goes_on_is_drawn_pale_after_its_term() -> None:
    """After the term a pale bar reaches the edge where the agreement is renewed by itself, and only there."""
    page = page_of(an_agreement(Period.year(2016), None, AUTOMATIC))
    bar, pale = page.all("rect")
    assert pale.attributes["class"] == "renewed"
    assert float(bar.attributes["x"] or "") + float(bar.attributes["width"] or "") == float(pale.attributes["x"] or "")
    assert float(pale.attributes["x"] or "") + float(pale.attributes["width"] or "") == 744.0
    assert "Pale: goes on by itself" in page.section("agreements").text
    assert "Pale" not in page_of(an_agreement(Period.year(2016))).section("agreements").text


@pytest.mark.parametrize("first", [2000, 2012, 2019, 2025])
def test_a_long_name_stays_within_the_picture(first: int) -> None:
    """Wherever its bar begins, the name of an agreement begins and ends inside the time line."""
    long = attrs.evolve(an_agreement(Period.year(first)), name="Räddningstjänst" * 9)
    page = page_of(long, attrs.evolve(an_agreement(Period(dt.date(2000, 1, 1), dt.date(2026, 12, 31))), id="b"))
    x = [float(each.attributes["x"] or "") for each in page.all("text") if each.text.startswith("Räddning")]
    assert len(x) == 1
    assert 16 <= x[0] <= 744 - 80 * 7
