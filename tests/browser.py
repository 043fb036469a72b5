"""A browser for the tests of pages: the system's Chromium, cut off from every network.

A folder's ``conftest.py`` takes the fixture by ``from tests.browser import browser``. Where there is no Chromium the
tests are skipped, and say so; with ``FAMILJEN_BROWSER=required`` they fail instead.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import attrs
import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

__all__ = ["Opened", "browser", "opened", "violations"]

_NAMES = ("chromium", "chromium-browser", "google-chrome")


@attrs.define
class Opened:
    """A page that is open in the browser, and what it has done since."""

    page: "Page"
    """The page, to click and look at."""
    requests: list[str] = attrs.field(factory=list)
    """Addresses that it asked for beside its own file."""
    complaints: list[str] = attrs.field(factory=list)
    """What the console or a script of the page complained about."""


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    """Start Chromium once for the tests of a file; two at a time cannot be in one process."""
    required = os.environ.get("FAMILJEN_BROWSER") == "required"
    if required:
        import playwright.sync_api as driver
    else:
        driver = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    if found is None:
        (pytest.fail if required else pytest.skip)(f"no browser: none of {', '.join(_NAMES)} is on the path")
    with driver.sync_playwright() as started:
        running = started.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield running
        running.close()


@contextmanager
def opened(
    browser: "Browser",
    path: Path | str,
    *,
    scheme: Literal["light", "dark"] = "light",
    width: int = 1280,
    height: int = 900,
    offline: bool = True,
) -> Iterator[Opened]:
    """Open a file, or an address of this machine, in a context of its own.

    Args:
        browser: The browser.
        path: The file, or an address such as that of a server which the test runs (then not ``offline``).
        scheme: Which colours the reader prefers.
        width: Width of the window, in CSS pixels.
        height: Height of the window, in CSS pixels.
        offline: Whether the page is without any network.

    Yields:
        The page, with the requests and the complaints that it makes from the start.
    """
    address = path.resolve().as_uri() if isinstance(path, Path) else path
    context = browser.new_context(
        offline=offline, color_scheme=scheme, reduced_motion="reduce", viewport={"width": width, "height": height}
    )
    try:
        seen = Opened(context.new_page())
        seen.page.on("request", lambda each: seen.requests.append(each.url) if each.url != address else None)
        seen.page.on("console", lambda said: seen.complaints.append(said.text) if said.type in _BAD else None)
        seen.page.on("pageerror", lambda error: seen.complaints.append(str(error)))
        seen.page.goto(address)
        yield seen
    finally:
        context.close()


_BAD = ("error", "warning")


def violations(page: "Page") -> list[str]:
    """List what axe-core finds inaccessible on the page as it stands: the rule, how grave it is, and where."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    return [f"{each['id']} ({each['impact']}): {node['target']}" for each in found for node in each["nodes"]]
