"""What a reader's browser has to fetch before the front page can be read."""

import gzip
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.browser import opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_PICTURES = (".svg", ".png")


@pytest.mark.parametrize("page", ["", "sv/"], ids=["english", "swedish"])
def test_the_front_page_is_light(browser: "Browser", address: str, site: Path, page: str) -> None:
    """Page, styles and scripts of a front page come to at most 400 kB as they are, and 100 kB compressed."""
    with opened(browser, address + page, offline=False) as seen:
        seen.page.wait_for_load_state("networkidle")
        fetched = [each.removeprefix(address) for each in seen.requests]
    files = [site / page / "index.html", *(site / each for each in fetched if not each.endswith(_PICTURES))]
    assert sum(file.stat().st_size for file in files) <= 400_000
    assert sum(len(gzip.compress(file.read_bytes())) for file in files) <= 100_000
    assert not [file for file in files if file.suffix in {".woff", ".woff2", ".ttf"}]


@pytest.mark.parametrize("name", ["fee-2016.svg", "avgift-2016.svg"])
def test_the_picture_is_light(site: Path, name: str) -> None:
    """The picture of a front page is at most 100 kB."""
    assert (site / "assets" / name).stat().st_size <= 100_000
