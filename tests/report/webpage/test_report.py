"""What a report as a whole promises."""

import datetime as dt
import os
import pickle
import subprocess
import sys
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.report.webpage.ledgers import ledger
from tests.report.webpage.pages import MADE, Page, drawn, of_size

from familjen.balance import balance
from familjen.datasets import familjen_helsingborg_2016
from familjen.dates import ReferenceDate
from familjen.errors import InvalidValueError, MissingExtraError
from familjen.io.games import read_game_file
from familjen.io.scale import read_scale_file
from familjen.model import Claim, Cooperation, Declaration, Disagreement, Source
from familjen.report.webpage import HtmlReport, bill_all, html
from familjen.testing import nouns

DOCS = Path(__file__).parents[3] / "docs"
YEAR_END = ReferenceDate(12, 31, years_before=1)


@cache
def everything(lang: str) -> HtmlReport:
    """Make a report with every section."""
    coop = familjen_helsingborg_2016()
    return html(
        coop,
        lang=lang,
        statements=bill_all(coop, year=2016, reference=YEAR_END),
        shares=[read_game_file(DOCS / "games/family-law.json")],
        benefits=[read_scale_file(DOCS / "scale/family-law.json")],
        balances=[balance(ledger())],
        made=MADE,
    )


@pytest.mark.parametrize("lang", ["en", "sv"])
def test_every_part_has_its_section_and_its_answer(lang: str) -> None:
    """With all figures at hand nothing is absent, and each section has an answer in the beginning."""
    report = everything(lang)
    assert report.absent == ()
    wanted = ("members", "participation", "agreements", "findings", "charges", "fair-split", "benefits", "balance")
    assert report.sections == (*wanted, "sources")
    page = drawn(report)
    brief = page.section("brief").text
    for name in report.sections:
        heading = next(each for each in page.all("h2") if each.attributes.get("id") == name)
        assert heading.text in brief, name


def test_it_speaks_one_language() -> None:
    """The Swedish report has Swedish headings, and none of the English ones."""
    english = {each.text for each in drawn(everything("en")).all("h2")}
    swedish = {each.text for each in drawn(everything("sv")).all("h2")}
    assert len(english) == len(swedish)
    assert not english & swedish
    assert {"I korthet", "Medlemmar", "Avtal", "Avgifter", "Vinner alla över tid?"} <= swedish
    assert (drawn(everything("sv")).all("html")[0].attributes["lang"]) == "sv"


@pytest.mark.parametrize("lang", ["en", "sv"])
def test_links_within_the_page_lead_somewhere(lang: str) -> None:
    """Every id stands once, every inner link leads to one, and every label is there."""
    page = drawn(everything(lang))
    assert len(set(page.ids)) == len(page.ids)
    inner = {link[1:] for link in page.links if link.startswith("#")}
    assert inner <= set(page.ids)
    assert set(everything(lang).sections) <= inner
    labels = [each.attributes.get("aria-labelledby") or "" for each in page.elements]
    assert {name for label in labels for name in label.split()} <= set(page.ids)


def test_references_within_pictures_lead_into_the_same_picture() -> None:
    """What a picture uses and clips by is in the page, whose pictures share no id."""
    html = everything("en").html
    page = drawn(everything("en"))
    used = {each.attributes.get("xlink:href") or "" for each in page.all("use")}
    assert used
    assert {each[1:] for each in used} <= set(page.ids)
    clipped = {part.partition(")")[0] for part in html.split("url(#")[1:]}
    assert clipped
    assert clipped <= set(page.ids)


def test_the_page_needs_nothing_beside_it() -> None:
    """There is no script, no frame, no image or style from elsewhere, and the page itself forbids them."""
    page = drawn(everything("sv"))
    assert not {each.tag for each in page.elements} & {"script", "iframe", "img", "link", "object", "embed", "form"}
    (policy,) = [each for each in page.all("meta") if each.attributes.get("http-equiv") == "Content-Security-Policy"]
    assert (policy.attributes["content"] or "").startswith("default-src 'none'; style-src 'unsafe-inline'")
    (style,) = page.all("style")
    assert "url(" not in style.text
    assert "@import" not in style.text
    assert all(link.startswith(("#", "https://", "http://")) for link in page.links)


def test_headings_go_down_one_level_at_a_time() -> None:
    """There is one first heading, and no level is skipped."""
    levels = [int(each.tag[1]) for each in drawn(everything("en")).elements if each.tag in {"h1", "h2", "h3", "h4"}]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_tables_have_captions_and_scopes() -> None:
    """Each table has a caption, each of its heads says what it is the head of, and rows are as wide as the head."""
    page = drawn(everything("sv"))
    assert len(page.all("caption")) == len(page.all("table")) > 6
    assert {each.attributes.get("scope") for each in page.all("th")} == {"col", "row"}
    regions = [each.attributes.get("aria-label") for each in page.all("div", role="region")]
    assert len(set(regions)) == len(regions)


def test_charges_sum_to_what_the_library_bills() -> None:
    """The bundled bill stands there to the krona, with its assumption and an explanation for each party."""
    page = drawn(everything("en"))
    told = page.section("charges").text
    assert "7,147,434" in told
    assert "Helsingborg 137,909 40.52% 2,896,089" in told
    assert "Assumption: inhabitants are counted on 2015-12-31" in told
    assert "(rests on an assumption)" in page.section("brief").text
    opened = [each.text for each in page.all("details") if "How the amount was worked out" in each.text]
    assert len(opened) == 11
    assert any("137,909 × 21 kr = 2,896,089 kr." in each for each in opened)
    notes = [each.text for each in page.all("p", class_="note")]
    assert any(each.startswith("Assumption: inhabitants are counted on 2015-12-31") for each in notes)
    assert any(each.startswith("Data: SCB, population") for each in notes)


def test_what_is_made_up_is_called_illustrative() -> None:
    """A game, a service and a ledger of illustrative figures are marked in the beginning and in their sections."""
    page = drawn(everything("en"))
    assert page.section("brief").text.lower().count("illustrative") >= 3
    for name in ("fair-split", "benefits"):
        assert "Illustrative figures, made up" in page.section(name).text
    assert "Partly illustrative figures, made up" in page.section("balance").text


def test_what_nobody_gave_is_named_with_what_to_give() -> None:
    """Without figures the page has no empty section; its end says what each question takes."""
    report = html(familjen_helsingborg_2016(), made=MADE)
    page = drawn(report)
    assert [each.title for each in report.absent] == [
        "Charges",
        "Fair split",
        "Does it pay off?",
        "Does everyone win over time?",
    ]
    told = page.section("absent").text
    assert all(each.title in told and each.needs in told for each in report.absent)
    assert "charges" not in page.ids


def test_the_same_in_gives_the_same_file() -> None:
    """Two reports of one day are the same to the byte, pictures included; the day of making stands in it."""
    file = read_scale_file(DOCS / "scale/family-law.json")
    first, second = (html(familjen_helsingborg_2016(), benefits=[file], made=MADE).html for _ in range(2))
    assert first == second
    assert "31 January 2026" in first


def test_without_a_day_of_making_it_is_today() -> None:
    """The day of making is today's unless it is given."""
    report = html(Cooperation("c", "C"))
    today = dt.date.today()  # noqa: DTZ011 - the reader's own calendar is meant
    assert f"Report made on {today.day} {today:%B} {today.year}" in drawn(report).all("header")[0].text


def test_a_day_shows_the_cooperation_as_it_stood() -> None:
    """On a day before the agreement there is no agreement, and inhabitants are those counted by then."""
    report = html(familjen_helsingborg_2016(), on=dt.date(2015, 6, 30), made=MADE)
    assert "agreements" not in report.sections
    page = drawn(report)
    assert "As it stood on 30 June 2015" in page.all("header")[0].text
    assert "Inhabitants on 31 December 2014" in page.section("members").text
    assert "judged as on 30 June 2015" in page.section("findings").text


def test_sources_say_when_they_were_read_and_in_which_words() -> None:
    """A source of several facts stands once, with its days and its quotes, and a disagreement with its reason."""
    days = (dt.date(2026, 1, 5), dt.date(2025, 3, 1))
    first, second = (Source("Rapport", retrieved=day, quote=f"ord {day.year}") for day in days)
    claims = (Claim("10", first), Claim("11", second))
    coop = Cooperation(
        "c",
        "C",
        purpose=Declaration("Varför", sources=(first,)),
        disagreements=(Disagreement("c", "members", claims, adopted="11", reason="den är nyare"),),
    )
    told = drawn(html(coop, lang="sv", made=MADE)).section("sources").text
    assert "Rapport (läst 1 mars 2025, 5 januari 2026)" in told
    assert "Med källans egna ord (2), 1" in told
    assert "Dokumentet följer: 11; den är nyare." in told


def test_of_very_many_sources_the_rest_are_counted() -> None:
    """Three hundred sources are listed, and of more than that how many are left."""
    sources = tuple(Source(f"Rapport {number}") for number in range(303))
    page = drawn(html(Cooperation("c", "C", sources=sources), lang="sv", made=MADE))
    told = page.section("sources").text
    assert "Rapport 299 " in told
    assert "Rapport 300" not in told
    assert "3 källor till finns i dokumentet." in told


def test_an_empty_cooperation_has_a_report() -> None:
    """Nobody and nothing: the page says so, and has no picture and no table."""
    page = drawn(html(Cooperation("tomt", "Tomt"), lang="sv", made=MADE))
    assert "Dokumentet namnger inga medlemmar." in page.section("members").text
    assert "Dokumentet anger inga källor." in page.section("sources").text
    assert not page.all("svg")


def test_all_municipalities_have_a_report() -> None:
    """Of 290 members and 60 agreements tables are folded, the matrix gives way to counts, and no name is lost."""
    report = html(of_size(290, 80), made=MADE)
    page = drawn(report)
    assert not page.all("table", class_="matrix")
    assert "too many to show as a matrix" in page.section("participation").text
    assert all(each in page.section("members").text for each in ("Upplands Väsby", "Kiruna", "Örkelljunga"))
    assert "Avtal 79" in page.section("agreements").text
    assert report.size < 1_000_000


@settings(max_examples=20, deadline=None)
@given(coop=nouns(Cooperation), lang=st.sampled_from(["en", "sv"]))
def test_any_cooperation_has_a_well_formed_report(coop: Cooperation, lang: str) -> None:
    """Whatever a document may hold, the page is well formed, and its ids stand once."""
    page = Page(html(coop, lang=lang, made=MADE).html)
    assert len(set(page.ids)) == len(page.ids)
    assert page.all("h1")


def test_it_is_saved_whole_and_kept_as_a_value(tmp_path: Path) -> None:
    """A saved file holds the page in UTF-8; a report survives pickling, and says briefly what it is."""
    report = everything("sv")
    report.save(tmp_path / "rapport.html")
    assert (tmp_path / "rapport.html").read_bytes() == report.html.encode()
    assert list(tmp_path.iterdir()) == [tmp_path / "rapport.html"]
    assert pickle.loads(pickle.dumps(report)) == report
    assert repr(report).startswith("<HtmlReport 'Familjen Helsingborg – rapport' (sv): 9 sections, ")
    assert str(report) == report.html


def test_a_notebook_shows_it_in_a_frame_without_rights() -> None:
    """The notebook's frame is closed off, and holds the whole page."""
    report = html(Cooperation("c", "A & B"), made=MADE)
    (frame,) = Page(report._repr_html_()).all("iframe")
    assert frame.attributes["sandbox"] == ""
    assert frame.attributes["srcdoc"] == report.html
    assert frame.attributes["title"] == "A & B – report"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        pytest.param({"coop": "x"}, r"coop: 'x' is no Cooperation", id="no cooperation"),
        pytest.param({"lang": "no"}, r"lang: 'no' is not a language of ours", id="another language"),
        pytest.param({"on": "2026-01-01"}, r"on: '2026-01-01' is not a datetime\.date", id="a day as text"),
        pytest.param({"on": dt.datetime(2026, 1, 1)}, r"on: .* is not a datetime\.date", id="a time"),  # noqa: DTZ001
        pytest.param({"made": True}, r"made: True is not a datetime\.date", id="a day of making as a bool"),
        pytest.param({"statements": 7}, r"statements: 7 is no list; give \[7\] for a single one", id="no list"),
        pytest.param({"shares": [None]}, r"shares: item 0: None is no Comparison or GameFile", id="no game"),
        pytest.param({"benefits": ["x"]}, r"benefits: item 0: 'x' is no ScaleBenefit or ScaleFile", id="no benefit"),
        pytest.param({"balances": "x"}, r"balances: item 0: 'x' is no Balance", id="no balance"),
    ],
)
def test_what_is_not_of_its_kind_is_refused(given: dict[str, Any], said: str) -> None:
    """A wrong argument is told with its name, its value and what it should be."""
    with pytest.raises(InvalidValueError, match=said):
        html(**{"coop": familjen_helsingborg_2016(), "made": MADE, **given})


@pytest.mark.parametrize("missing", ["babel", "babel.numbers", "jinja2"])
def test_a_missing_extra_is_named(missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without Babel or Jinja2 the error says what to install."""
    from familjen.report.webpage import drawing

    drawing._environment.cache_clear()
    for name in [name for name in sys.modules if name.partition(".")[0] == missing.partition(".")[0]]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, missing, None)  # type: ignore[arg-type]
    with pytest.raises(MissingExtraError, match=r"a report needs the extra 'report': pip install 'familjen\[report\]'"):
        html(familjen_helsingborg_2016(), made=MADE)
    drawing._environment.cache_clear()


def test_importing_it_loads_no_extra() -> None:
    """The package of reports loads neither Babel, Jinja2, matplotlib nor a solver until a report asks for them."""
    code = (
        "import sys, familjen.report.webpage;"
        "print(*sorted({'babel', 'jinja2', 'matplotlib', 'rich', 'click', 'highspy'} & set(sys.modules)))"
    )
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=dict(os.environ)
    )
    assert done.stdout.split() == []


def test_sections_of_a_report_are_those_of_its_material() -> None:
    """More agreements make no new sections; a report of fewer facts is smaller."""
    small, large = (html(of_size(3, number), made=MADE) for number in (1, 30))
    assert small.sections == large.sections
    assert small.size < large.size
    assert attrs.evolve(small, html="").size == 0
