"""What a report promises to whoever opens it in a browser: on a screen, on a phone, on paper, by keyboard."""

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import attrs
import pytest
from tests.browser import opened, violations
from tests.report.webpage.ledgers import ledger
from tests.report.webpage.pages import MADE, named, of_size

from familjen.balance import balance
from familjen.datasets import familjen_helsingborg_2016
from familjen.dates import ReferenceDate
from familjen.io.games import read_game_file
from familjen.io.scale import read_scale_file
from familjen.model import Network
from familjen.model.member import participations
from familjen.report.webpage import bill_all, html

if TYPE_CHECKING:
    from playwright.sync_api import Browser

DOCS = Path(__file__).parents[3] / "docs"
PHONE, DESK = 320, 1280
ACCESSIBLE = [
    ("en", "light", DESK),
    ("sv", "dark", DESK),
    ("en", "dark", PHONE),
    ("sv", "light", PHONE),
    ("large", "light", DESK),
    ("hostile", "dark", PHONE),
]


@pytest.fixture(scope="module")
def folder(browser: "Browser", tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write reports with every section, in both languages, with findings of each severity."""
    assert browser.is_connected()
    made = tmp_path_factory.mktemp("reports")
    coop = familjen_helsingborg_2016()
    network = Network("n", "Nätverk", members=participations(["9999"]))
    coop = attrs.evolve(coop, networks=(network,))
    bills = bill_all(coop, year=2016, reference=ReferenceDate(12, 31, years_before=1))
    for lang in ("en", "sv"):
        html(
            coop,
            lang=lang,
            statements=bills,
            shares=[read_game_file(DOCS / "games/family-law.json")],
            benefits=[read_scale_file(DOCS / "scale/family-law.json")],
            balances=[balance(ledger())],
            made=MADE,
        ).save(made / f"{lang}.html")
    html(of_size(41, 41), made=MADE).save(made / "large.html")
    html(named("x" * 300, "<script>alert(1)</script>", "Bj\u202euv"), made=MADE).save(made / "hostile.html")
    return made


@pytest.mark.parametrize(("name", "scheme", "width"), ACCESSIBLE)
def test_nothing_is_inaccessible(
    browser: "Browser", folder: Path, name: str, scheme: Literal["light", "dark"], width: int
) -> None:
    """axe-core finds no violation with everything unfolded, in either language and colours, on a desk and a phone."""
    with opened(browser, folder / f"{name}.html", scheme=scheme, width=width) as seen:
        seen.page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
        assert violations(seen.page) == []


@pytest.mark.parametrize("name", ["en", "sv", "large", "hostile"])
def test_the_page_asks_for_nothing_and_complains_of_nothing(browser: "Browser", folder: Path, name: str) -> None:
    """No request leaves the page, the console is silent, and nothing in it has run."""
    with opened(browser, folder / f"{name}.html") as seen:
        seen.page.on("dialog", lambda each: seen.complaints.append(each.message))
        seen.page.mouse.wheel(0, 20_000)
        assert seen.page.locator("script").count() == 0
        assert (seen.requests, seen.complaints) == ([], [])


@pytest.mark.parametrize("name", ["sv", "large", "hostile"])
def test_a_phone_scrolls_no_page_sideways(browser: "Browser", folder: Path, name: str) -> None:
    """At 320 pixels the page is as wide as the screen; what is wider scrolls within its own region."""
    with opened(browser, folder / f"{name}.html", width=PHONE) as seen:
        seen.page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= PHONE
        wide = "[...document.querySelectorAll('.wide')].filter(each => each.scrollWidth > each.clientWidth)"
        assert seen.page.evaluate(f"{wide}.length") > 0
        assert seen.page.evaluate(f"{wide}.every(each => each.tabIndex === 0 && each.role !== '')")


def test_the_keyboard_reaches_and_unfolds(browser: "Browser", folder: Path) -> None:
    """The first tab shows the way to the report, and tabs reach an explanation, which Enter opens and closes."""
    with opened(browser, folder / "sv.html") as seen:
        page = seen.page
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Hoppa till rapporten"
        assert page.locator(".skip").bounding_box()["x"] >= 0  # type: ignore[index]
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "main"
        for _ in range(60):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.tagName") == "SUMMARY":
                break
        for opens in (True, False):
            page.keyboard.press("Enter")
            assert page.evaluate("document.activeElement.parentElement.open") is opens
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline == "solid"


def test_on_paper_everything_is_unfolded_and_dark_on_light(browser: "Browser", folder: Path) -> None:
    """A print of a dark screen has light paper, explanations stand open, and nothing is wider than the sheet."""
    with opened(browser, folder / "en.html", scheme="dark", width=680) as seen:
        page = seen.page
        step = page.get_by_text("137,909 × 21 kr = 2,896,089 kr.")
        assert not step.is_visible()
        page.emulate_media(media="print")
        assert step.is_visible()
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
        assert page.evaluate("document.documentElement.scrollWidth") <= 680
        assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")


def test_colours_follow_the_reader(browser: "Browser", folder: Path) -> None:
    """Whoever prefers dark colours has light letters on dark, and the letters of our own pictures follow."""
    seen_colours = {}
    for scheme in ("light", "dark"):
        with opened(browser, folder / "en.html", scheme=scheme) as seen:  # type: ignore[arg-type]
            paper = seen.page.evaluate("getComputedStyle(document.body).backgroundColor")
            letters = seen.page.evaluate("getComputedStyle(document.querySelector('.map text')).fill")
            seen_colours[scheme] = (paper, letters)
    assert seen_colours == {
        "light": ("rgb(255, 255, 255)", "rgb(29, 29, 31)"),
        "dark": ("rgb(22, 24, 28)", "rgb(236, 236, 238)"),
    }


def test_a_name_with_marks_of_direction_turns_nothing_round(browser: "Browser", folder: Path) -> None:
    """The mark is shown in brackets, and the text after it reads from left to right."""
    with opened(browser, folder / "hostile.html") as seen:
        row = seen.page.get_by_role("rowheader", name="Bj[U+202E]uv").first
        assert row.is_visible()
        assert seen.page.get_by_role("rowheader", name="<script>alert(1)</script>").first.is_visible()


def test_contents_lead_to_each_section(browser: "Browser", folder: Path) -> None:
    """Every entry of the contents brings its heading to the top of the window."""
    with opened(browser, folder / "sv.html", height=500) as seen:
        links = seen.page.locator("nav a")
        assert links.count() == 10
        for place in range(links.count()):
            target = (links.nth(place).get_attribute("href") or "")[1:]
            links.nth(place).click()
            top = seen.page.evaluate("name => document.getElementById(name).getBoundingClientRect().top", target)
            assert -1 <= top < 500, target
