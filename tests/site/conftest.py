"""The built site, read once, and served to a browser on this machine.

``mkdocs build --strict`` makes it; ``FAMILJEN_SITE=site pytest tests/site`` looks at what it made. Without that the
tests of the built site are skipped, since a build takes longer than most tests together.
"""

import functools
import http.server
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.browser import browser
from tests.site.pages import Page, read

__all__ = ["address", "browser", "pages", "site"]


@pytest.fixture(scope="session")
def site() -> Path:
    """Give the folder of the built site."""
    folder = os.environ.get("FAMILJEN_SITE")
    if not folder:
        pytest.skip("FAMILJEN_SITE names no built site; build one with mkdocs build --strict")
    found = Path(folder).resolve()
    assert (found / "index.html").is_file(), f"FAMILJEN_SITE: there is no site in {found}"
    return found


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[Path, Page]:
    """Read every page of the site."""
    return {path: read(path) for path in sorted(site.rglob("*.html"))}


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Serve the site on this machine only, and give its address."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(site))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()
