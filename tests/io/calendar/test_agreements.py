"""What the days of agreements promise."""

import datetime as dt
from typing import Any

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.io.calendar.made_up import PARTIES

from familjen.dates import CountedFrom, Notice, Period, ReferenceDate
from familjen.errors import InvalidValueError
from familjen.io.calendar import Calendar, EntryKind, calendar_of
from familjen.model import (
    Agreement,
    Cooperation,
    CostClause,
    Decision,
    Equal,
    ForeignMunicipality,
    Invoicing,
    LegalForm,
    Matter,
    Member,
    Participation,
    Renewal,
    RenewalKind,
    participations,
)

BY_ITSELF = Renewal(RenewalKind.AUTOMATIC, months=12)
END_OF_MAY = ReferenceDate(5, 31, years_before=0)


def _of(agreement: Agreement, **options: Any) -> Calendar:
    members = (*PARTIES, ForeignMunicipality("NO", "1517", "Hareid"))
    coop = Cooperation("par", "A pair", members=tuple(Member(party) for party in members), agreements=(agreement,))
    return calendar_of(coop, **options)


def _agreement(form: LegalForm = LegalForm.CIVIL_LAW, **fields: Any) -> Agreement:
    return Agreement("avtal", "Agreement", form, parties=participations(["1283", "1277", "NO-1517"]), **fields)


def _days(calendar: Calendar, ending: str) -> list[str]:
    return [str(entry.first_day) for entry in calendar.entries if entry.summary.endswith(ending)]


def test_first_and_last_day() -> None:
    """An agreement has its first day, and its last with what comes after, as far as that is known."""
    period = Period(dt.date(2024, 1, 1), dt.date(2026, 12, 31))
    told = {
        None: "Whether it is renewed is not known.",
        RenewalKind.NONE: "It ends.",
        RenewalKind.BY_DECISION: "It goes on if the parties decide so.",
        RenewalKind.AFTER_ELECTION: "It is renewed after each general election.",
    }
    for kind, words in told.items():
        calendar = _of(_agreement(period=period, renewal=None if kind is None else Renewal(kind)))
        begins, ends = calendar.entries
        assert (begins.first_day, ends.first_day) == (period.first_day, period.last_day)
        assert ends.description == words
        assert (begins.deadline, ends.deadline) == (False, True)


@given(st.dates(dt.date(2000, 1, 1), dt.date(2030, 12, 31)), st.integers(1, 40))
@settings(max_examples=30, deadline=None)
def test_renewals_are_counted_from_the_first_term(last_day: dt.date, months: int) -> None:
    """Renewals end as dateutil counts months from the day after the first term, so that no month's end drifts."""
    period = Period(dt.date(1999, 1, 1), last_day)
    until = last_day + dt.timedelta(days=2_000)
    calendar = _of(_agreement(period=period, renewal=Renewal(RenewalKind.AUTOMATIC, months=months)), last_day=until)
    start = last_day + dt.timedelta(days=1)
    ends = [start + relativedelta(months=number * months) - dt.timedelta(days=1) for number in range(100)]
    assert _days(calendar, "last day before it is renewed") == [str(day) for day in ends if day <= until]


@given(st.builds(Notice, months=st.integers(1, 30), counted_from=st.sampled_from(CountedFrom)))
@settings(max_examples=30, deadline=None)
def test_notice_on_the_last_day_is_in_time(notice: Notice) -> None:
    """Notice on the day that is told lets a party out when the term ends; a day later it does not."""
    period = Period(dt.date(2020, 1, 1), dt.date(2026, 8, 31))
    calendar = _of(_agreement(period=period, renewal=Renewal(RenewalKind.AUTOMATIC), notice=notice))
    (told,) = [entry for entry in calendar.entries if entry.summary.endswith("last day for notice")]
    assert notice.last_day(told.first_day) <= dt.date(2026, 8, 31)
    assert notice.last_day(told.first_day + dt.timedelta(days=1)) > dt.date(2026, 8, 31)


def test_notice_on_any_day_has_no_last_day() -> None:
    """A notice period without a term that is renewed has no last day, and the calendar says so."""
    calendar = _of(_agreement(period=Period(dt.date(2020, 1, 1)), notice=Notice(years=1)))
    assert [str(each) for each in calendar.left_out] == [
        "Agreement: notice may be given on any day, and runs for 12 months: there is no last day for it"
    ]


def test_a_yearly_deadline_comes_each_year() -> None:
    """A deadline for the year of exit stands in each year of the window, until the agreement ends."""
    notice = Notice(by=ReferenceDate(6, 30, years_before=1))
    agreement = _agreement(period=Period(dt.date(2020, 1, 1), dt.date(2028, 12, 31)), notice=notice)
    days = [
        "2020-06-30",
        "2021-06-30",
        "2022-06-30",
        "2023-06-30",
        "2024-06-30",
        "2025-06-30",
        "2026-06-30",
        "2027-06-30",
    ]
    assert _days(_of(agreement), "last day for notice") == days
    window = {"first_day": dt.date(2022, 7, 1), "last_day": dt.date(2024, 6, 30)}
    assert _days(_of(agreement, **window), "last day for notice") == ["2023-06-30", "2024-06-30"]


def test_notice_before_the_beginning_is_left_out() -> None:
    """A notice that is longer than the agreement is told of, not set on a day before it."""
    period = Period(dt.date(2026, 1, 1), dt.date(2026, 12, 31))
    calendar = _of(_agreement(period=period, renewal=Renewal(RenewalKind.AUTOMATIC), notice=Notice(years=3)))
    assert "would be due on 2024-01-01, before the agreement begins" in str(calendar.left_out[-1])


def test_what_nobody_has_said_is_left_out() -> None:
    """Without a period, a notice, a length of renewal or days for invoices, each is listed with the reason."""
    unknown = _of(_agreement(cost_clause=CostClause.of(Equal())), lang="sv")
    assert [each.reason for each in unknown.left_out] == [
        "det är inte känt när det gäller",
        "klausulen säger inte när det faktureras",
    ]
    period = Period(dt.date(2020, 1, 1), dt.date(2026, 12, 31))
    renewed = _of(_agreement(period=period, renewal=Renewal(RenewalKind.AUTOMATIC)), lang="sv")
    assert [each.reason for each in renewed.left_out] == [
        "hur länge det förlängs är inte känt",
        "hur en part lämnar det är inte känt",
    ]


@pytest.mark.parametrize(
    "fields",
    [
        {"period": Period(dt.date(2020, 1, 1), dt.date(2026, 12, 31)), "renewal": BY_ITSELF},
        {"period": Period(dt.date(2020, 1, 1)), "notice": Notice(by=ReferenceDate(1, 1, years_before=1))},
        {
            "period": Period(dt.date(2020, 1, 1)),
            "cost_clause": CostClause.of(Equal(), invoicing=Invoicing((ReferenceDate(3, 1, years_before=0),))),
        },
    ],
    ids=["renewed", "deadline", "invoiced"],
)
def test_without_an_end_one_must_be_given(fields: dict[str, Any]) -> None:
    """What comes each year without an end asks for the last day of the calendar, and is content when it has one."""
    with pytest.raises(InvalidValueError, match="without an end; give the last day"):
        _of(_agreement(**fields))
    assert _of(_agreement(**fields), last_day=dt.date(2027, 12, 31)).entries


def test_invoices_and_reconciliation() -> None:
    """Instalments stand on their days, those of the year before too, and the reconciliation in the year after."""
    due = (ReferenceDate(12, 1, years_before=1), ReferenceDate(6, 1, years_before=0))
    terms = Invoicing(due, preliminary=True, reconciled=ReferenceDate(3, 31, years_before=0))
    period = Period(dt.date(2025, 1, 1), dt.date(2026, 12, 31))
    agreement = _agreement(period=period, cost_clause=CostClause.of(Equal(), invoicing=terms))
    window = {"first_day": dt.date(2025, 6, 1), "last_day": dt.date(2027, 12, 31)}
    calendar = _of(agreement, **window, only=[EntryKind.INVOICES])
    assert [(str(entry.first_day), entry.summary.removeprefix("Agreement: ")) for entry in calendar.entries] == [
        ("2025-06-01", "instalment 2 of 2 for 2025 falls due"),
        ("2025-12-01", "instalment 1 of 2 for 2026 falls due"),
        ("2026-03-31", "reconciliation for 2025"),
        ("2026-06-01", "instalment 2 of 2 for 2026 falls due"),
        ("2027-03-31", "reconciliation for 2026"),
    ]
    assert all(entry.deadline for entry in calendar.entries)


def test_a_leap_day_is_not_moved() -> None:
    """An invoice on 29 February is left out in years that have none, with the year, and stands in the others."""
    terms = Invoicing((ReferenceDate(2, 29, years_before=0),))
    period = Period(dt.date(2027, 1, 1), dt.date(2028, 12, 31))
    calendar = _of(_agreement(period=period, cost_clause=CostClause.of(Equal(), invoicing=terms)), only=["invoices"])
    assert [str(entry.first_day) for entry in calendar.entries] == ["2028-02-29"]
    assert [each.reason for each in calendar.left_out] == ["2027 has no 29 February; agree on 28 February or 1 March"]


def test_reports_need_a_day() -> None:
    """The law names no day for the report on contract cooperation, so that without one it is left out."""
    contract = _agreement(LegalForm.CONTRACT, period=Period(dt.date(2024, 1, 1), dt.date(2026, 12, 31)))
    (left,) = _of(contract, only=["reports"]).left_out
    assert left.reason.startswith("the law asks for a report each year, and names no day")


def test_reports_are_due_the_year_after() -> None:
    """Each year has its day in the year after, from the rule's first year, for parties under Swedish law."""
    contract = _agreement(LegalForm.CONTRACT, period=Period(dt.date(2016, 1, 1), dt.date(2020, 12, 31)))
    calendar = _of(contract, only=["reports"], report_by=END_OF_MAY, lang="sv")
    assert [str(entry.first_day) for entry in calendar.entries] == ["2019-05-31", "2020-05-31", "2021-05-31"]
    assert "Rapporterar: Helsingborg och Åstorp." in calendar.entries[0].description
    assert "9 kap. 38 §" in calendar.entries[0].description


def test_reports_that_are_made_are_not_due() -> None:
    """Who has reported for a year no longer stands there, and the report has its own day, if that is known."""
    made = (
        Decision("1283", year=2024, matter=Matter.REPORT, day=dt.date(2025, 4, 1), reference="§ 7"),
        Decision("1277", year=2025, matter=Matter.REPORT),
        Decision("1283", year=2025, matter=Matter.REPORT, day=dt.date(2026, 4, 1)),
        Decision("1277", year=2025),
    )
    period = Period(dt.date(2024, 1, 1), dt.date(2025, 12, 31))
    contract = _agreement(LegalForm.CONTRACT, period=period, decisions=made)
    calendar = _of(contract, only=["reports"], report_by=END_OF_MAY)
    assert [(str(entry.first_day), entry.summary) for entry in calendar.entries] == [
        ("2025-04-01", "Agreement: report by Helsingborg"),
        ("2025-05-31", "Agreement: report to the council for 2024"),
        ("2026-04-01", "Agreement: report by Helsingborg"),
    ]
    assert "Reports: Åstorp." in calendar.entries[1].description
    assert [str(each) for each in calendar.left_out] == ["Agreement: report by Åstorp: the day is not known"]


def test_a_deadline_stays_on_a_red_day_and_says_so() -> None:
    """Days to avoid move no deadline; the description says that it is no working day."""
    calendar = _of(_agreement(period=Period(dt.date(2026, 1, 1), dt.date(2026, 5, 1))), avoid="red-days", lang="sv")
    assert [str(entry.first_day) for entry in calendar.entries] == ["2026-01-01", "2026-05-01"]
    assert "Inte en arbetsdag: Första maj." in calendar.entries[1].description


def test_no_leap_day_is_told_for_reports_notice_and_reconciliation() -> None:
    """A day that a year has not is left out for that year, whatever falls on it, and nothing is moved."""
    leap = ReferenceDate(2, 29, years_before=0)
    terms = Invoicing((ReferenceDate(1, 1, years_before=0),), reconciled=leap)
    contract = _agreement(
        LegalForm.CONTRACT,
        period=Period(dt.date(2026, 1, 1), dt.date(2027, 12, 31)),
        notice=Notice(by=leap),
        cost_clause=CostClause.of(Equal(), invoicing=terms),
    )
    calendar = _of(contract, report_by=leap)
    leap_days = [entry.summary for entry in calendar.entries if entry.first_day == dt.date(2028, 2, 29)]
    assert leap_days == ["Agreement: report to the council for 2027", "Agreement: reconciliation for 2027"]
    reason = "2027 has no 29 February; agree on 28 February or 1 March"
    assert [each.reason for each in calendar.left_out if each.reason == reason] == [reason] * 3
    swedish = {each.reason for each in _of(contract, report_by=leap, lang="sv").left_out}
    assert swedish == {"året 2027 har inte den dagen", "det finns ingen sista dag för uppsägning till 2027-01-01"}


def test_renewals_end_with_the_calendar() -> None:
    """Renewals stop at the last year that there is."""
    period = Period(dt.date(9000, 1, 1), dt.date(9990, 12, 31))
    agreement = _agreement(period=period, renewal=Renewal(RenewalKind.AUTOMATIC, months=60))
    last = _of(agreement, last_day=dt.date(9999, 12, 30)).entries[-1]
    assert last.first_day == dt.date(9995, 12, 31)
    assert (
        _of(_agreement(LegalForm.CONTRACT), only=["reports"]).left_out[0].reason
        == "it is not known when it is in force"
    )


def test_a_fixed_day_of_reconciliation_stands_once() -> None:
    """A reconciliation on one fixed day is one entry, not one each year."""
    day = dt.date(2027, 3, 31)
    terms = Invoicing((ReferenceDate(1, 1, years_before=0),), reconciled=ReferenceDate.fixed(day))
    period = Period(dt.date(2020, 1, 1), dt.date(2026, 12, 31))
    calendar = _of(_agreement(period=period, cost_clause=CostClause.of(Equal(), invoicing=terms)), lang="sv")
    assert _days(calendar, "avräkning för 2026") == ["2027-03-31"]


FOR_EVER = Period(dt.date(2020, 1, 1), dt.date.max)


@pytest.mark.parametrize("renewal", [None, BY_ITSELF], ids=["once", "renewed"])
def test_the_last_day_that_there_is_is_left_out(renewal: Renewal | None) -> None:
    """Registers write 9999-12-31 for no end: no calendar can hold it, and the calendar says so and is made."""
    agreement = _agreement(period=FOR_EVER, renewal=renewal, notice=Notice(months=6))
    calendar = _of(agreement, last_day=dt.date.max)
    assert [str(entry.first_day) for entry in calendar.entries] == ["2020-01-01"]
    assert str(calendar.left_out[0]).endswith("9999-12-31 is the last day that there is")
    assert calendar.to_ics().count(b"BEGIN:VEVENT") == 1
    assert not _of(agreement, first_day=dt.date(2026, 1, 1), last_day=dt.date(2026, 12, 31)).entries


@pytest.mark.parametrize(
    ("months", "lang", "said"),
    [(1, "en", "for 1 month:"), (2, "en", "for 2 months:"), (1, "sv", "löper 1 månad:"), (2, "sv", "löper 2 månader:")],
    ids=["one-en", "two-en", "one-sv", "two-sv"],
)
def test_one_month_is_one(months: int, lang: str, said: str) -> None:
    """A notice of one month is told in the singular."""
    (left,) = _of(_agreement(period=Period(dt.date(2020, 1, 1)), notice=Notice(months=months)), lang=lang).left_out
    assert said in left.reason


def test_what_is_renewed_by_itself_is_invoiced_and_reported_on_too() -> None:
    """In terms that follow by themselves instalments fall due and reports are made, and each says what it rests on."""
    terms = Invoicing((ReferenceDate(3, 1, years_before=0),), reconciled=ReferenceDate(2, 1, years_before=0))
    contract = _agreement(
        LegalForm.CONTRACT,
        period=Period(dt.date(2025, 1, 1), dt.date(2025, 12, 31)),
        renewal=BY_ITSELF,
        cost_clause=CostClause.of(Equal(), invoicing=terms),
    )
    window = {"first_day": dt.date(2026, 1, 1), "last_day": dt.date(2027, 12, 31)}
    calendar = _of(contract, **window, report_by=END_OF_MAY, only=["invoices", "reports"])
    later = "The term follows by itself unless notice has been given."
    assert [(str(entry.first_day), entry.summary, later in entry.description) for entry in calendar.entries] == [
        ("2026-02-01", "Agreement: reconciliation for 2025", False),
        ("2026-03-01", "Agreement: instalment 1 of 1 for 2026 falls due", True),
        ("2026-05-31", "Agreement: report to the council for 2025", False),
        ("2027-02-01", "Agreement: reconciliation for 2026", True),
        ("2027-03-01", "Agreement: instalment 1 of 1 for 2027 falls due", True),
        ("2027-05-31", "Agreement: report to the council for 2026", True),
    ]
    with pytest.raises(InvalidValueError, match="has a day each year without an end"):
        _of(contract, only=["invoices"])


def test_no_instalment_falls_due_before_the_agreement() -> None:
    """A day of the year that lies before the agreement begins is left out; the next is still the second of two."""
    due = tuple(ReferenceDate(month, 1, years_before=before) for month, before in ((8, 0), (2, 0), (12, 1)))
    clause = CostClause.of(Equal(), invoicing=Invoicing(due))
    period = Period(dt.date(2026, 7, 1), dt.date(2026, 12, 31))
    calendar = _of(_agreement(period=period, cost_clause=clause), only=["invoices"])
    assert [(str(entry.first_day), entry.summary.partition(": ")[2]) for entry in calendar.entries] == [
        ("2025-12-01", "instalment 1 of 3 for 2026 falls due"),  # agreed to be paid in advance
        ("2026-08-01", "instalment 3 of 3 for 2026 falls due"),
    ]
    assert [each.reason for each in calendar.left_out] == [
        "an instalment for 2026 would fall due on 2026-02-01, before the agreement begins"
    ]


def test_a_notice_before_the_beginning_is_told_in_its_own_window() -> None:
    """What would be due before the window and before the agreement is no matter of that window."""
    period = Period(dt.date(2016, 1, 1), dt.date(2016, 12, 31))
    agreement = _agreement(period=period, renewal=BY_ITSELF, notice=Notice(years=2))
    year = {"first_day": dt.date(2026, 1, 1), "last_day": dt.date(2026, 12, 31)}
    assert _of(agreement, **year).left_out == ()
    assert len(_of(agreement, last_day=dt.date(2017, 12, 31)).left_out) == 1


def test_a_deadline_on_a_saturday_says_so() -> None:
    """A Saturday is no working day, and meetings on it are not moved unless it is red."""
    calendar = _of(_agreement(period=Period(dt.date(2026, 1, 1), dt.date(2026, 6, 13))), avoid="red-days")
    assert "Not a working day: Saturday." in calendar.entries[1].description


def test_the_law_is_quoted_whole() -> None:
    """The report quotes the whole sentence of the Act, with what it refers to."""
    contract = _agreement(LegalForm.CONTRACT, period=Period(dt.date(2020, 1, 1), dt.date(2020, 12, 31)))
    (entry,) = _of(contract, only=["reports"], report_by=END_OF_MAY, lang="sv").entries
    assert (
        "Styrelsen ska årligen till fullmäktige rapportera om kommunens eller regionens avtalssamverkan enligt 37 § "
        "eller enligt annan lag eller författning (kommunallag 2017:725, 9 kap. 38 §)."
    ) in entry.description.splitlines()


def test_a_term_keeps_its_id_when_its_last_day_is_mended() -> None:
    """The last day of a term has the same id when the day is mended, so that a program moves its entry."""
    ids = [
        calendar.entries[-1].uid
        for day in (30, 31)
        for calendar in [_of(_agreement(period=Period(dt.date(2026, 1, 1), dt.date(2026, 12, day))))]
    ]
    assert ids[0] == ids[1]


def test_instalments_of_later_years_in_advance() -> None:
    """What is paid two years in advance stands in a window that ends before its year begins."""
    terms = Invoicing((ReferenceDate(12, 1, years_before=2),))
    agreement = _agreement(period=Period(dt.date(2020, 1, 1)), cost_clause=CostClause.of(Equal(), invoicing=terms))
    year = {"first_day": dt.date(2026, 1, 1), "last_day": dt.date(2026, 12, 31)}
    assert [entry.summary for entry in _of(agreement, **year).entries] == [
        "Agreement: instalment 1 of 1 for 2028 falls due"
    ]


def test_who_was_no_party_in_the_year_does_not_report() -> None:
    """A party that left before the year, or came after it, owes no report for it."""
    parts = (
        Participation("1283"),
        Participation("1277", period=Period(dt.date(2024, 1, 1), dt.date(2024, 12, 31))),
    )
    contract = Agreement(
        "avtal",
        "Agreement",
        LegalForm.CONTRACT,
        parties=parts,
        period=Period(dt.date(2024, 1, 1), dt.date(2025, 12, 31)),
    )
    first, second = _of(contract, only=["reports"], report_by=END_OF_MAY).entries
    assert "Reports: Helsingborg and Åstorp." in first.description
    assert "Reports: Helsingborg." in second.description
