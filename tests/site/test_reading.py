"""People read the built site: with a keyboard, in the dark, on a phone, and find what they look for."""

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest
from tests.browser import opened, violations

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PAGES = {
    "front page": "",
    "tutorial": "tutorial/",
    "rule": "rules/FAM306/",
    "method with formulas": "methods/nucleolus/",
    "reference": "reference/tables/",
    "law": "explanation/law/",
    "Swedish front page": "sv/",
    "speed": "speed-games/",
    "missing page": "404.html",
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_a_page_is_accessible(browser: "Browser", address: str, page: str, scheme: Literal["light", "dark"]) -> None:
    """A page has no fault that axe finds, complains of nothing, and asks nobody but its own host."""
    with opened(browser, address + page, scheme=scheme, offline=False) as seen:
        seen.page.wait_for_load_state("networkidle")
        assert violations(seen.page) == []
        assert seen.complaints == []
        assert [each for each in seen.requests if not each.startswith(address)] == []


@pytest.mark.parametrize("page", [PAGES[name] for name in ("front page", "law", "speed", "reference")])
def test_a_page_fits_a_phone(browser: "Browser", address: str, page: str) -> None:
    """On a phone only tables, code and pictures scroll to the side, never the page."""
    with opened(browser, address + page, width=390, height=800, offline=False) as seen:
        seen.page.wait_for_load_state("networkidle")
        root = "document.documentElement"
        assert seen.page.evaluate(f"{root}.scrollWidth <= {root}.clientWidth")
        assert violations(seen.page) == []


@pytest.mark.parametrize(
    ("page", "word", "found"),
    [("", "nucleolus", "methods/nucleolus/"), ("sv/", "utträde", "rules/sv/")],
    ids=["english", "swedish"],
)
def test_a_word_is_found(browser: "Browser", address: str, page: str, word: str, found: str) -> None:
    """The index is fetched only when somebody turns to the search, and a word that is typed finds its page."""
    with opened(browser, address + page, offline=False) as seen:
        seen.page.wait_for_load_state("networkidle")
        assert not [each for each in seen.requests if "search_index" in each]
        seen.page.keyboard.press("/")
        seen.page.get_by_role("textbox").press_sequentially(word)
        seen.page.locator(f".md-search-result__link[href*='{found}']").first.wait_for(timeout=20_000)
        assert len([each for each in seen.requests if "search_index" in each]) == 1


def test_a_search_that_is_in_the_address_is_answered(browser: "Browser", address: str) -> None:
    """An address with a question, as in a link to a search, fetches the index at once."""
    with opened(browser, f"{address}?q=nucleolus", offline=False) as seen:
        seen.page.locator(".md-search-result__link").first.wait_for(timeout=20_000)


def test_wide_code_is_reached_by_keyboard(browser: "Browser", address: str) -> None:
    """Code that is wider than a phone has a tab stop, and loses it where it fits."""
    stops = "document.querySelectorAll('pre > code[tabindex=\"0\"]').length"
    with opened(browser, address, width=390, offline=False) as seen:
        seen.page.wait_for_function(f"{stops} > 0")
        seen.page.set_viewport_size({"width": 2400, "height": 900})
        wide = "[...document.querySelectorAll('pre > code')].filter(box => box.scrollWidth > box.clientWidth).length"
        seen.page.wait_for_function(f"{stops} === {wide}")


@pytest.mark.parametrize(
    ("page", "session", "first", "last"),
    [
        ("tutorial/", "dt.date(2024, 1, 1)", "import datetime as dt", 'print(coop.agreement("familjeratt").period)'),
        ("tutorial/", "Traceback", *['Agreement("familjeratt", "Joint family law", "joint committee")'] * 2),
        ("pictures/", "pip install", *["pip install 'familjen[plot]'"] * 2),
        (
            "examples/01_first_cooperation/",
            "import attrs",
            "import datetime as dt",
            '    return plot_memberships(mended, agreement="raddning")',
        ),
    ],
    ids=["session", "error", "command", "script"],
)
def test_what_is_copied_is_code(
    browser: "Browser", address: str, page: str, session: str, first: str, last: str
) -> None:
    """The button of a block copies its code as it is typed, without prompts and without what is printed."""
    with opened(browser, address + page, offline=False) as seen:
        seen.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        block = seen.page.locator(".highlight", has_text=session).first
        block.hover()
        block.get_by_role("button").first.click()
        seen.page.locator(".md-dialog--active").wait_for()
        lines = seen.page.evaluate("navigator.clipboard.readText()").splitlines()
        assert (lines[0], lines[-1]) == (first, last)


def test_a_page_is_read_without_any_network(browser: "Browser", site: Path) -> None:
    """A page that is opened as a file has its styles and its picture, where there is no network at all."""
    with opened(browser, site / "index.html") as seen:
        assert seen.page.get_by_role("heading", level=1).is_visible()
        assert seen.page.evaluate("document.querySelector('.md-content img').naturalWidth") > 0
        assert seen.requests
        assert [each for each in seen.requests if not each.startswith("file:")] == []
