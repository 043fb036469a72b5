"""The reference of the built site has every public name."""

import inspect
import zlib
from importlib import import_module
from pathlib import Path

import pytest
from docs_build.public_names import modules, names

_ALIASES = {"Player"}
"""Names for a type of Python's own, which the reference tells in a sentence."""


@pytest.fixture(scope="module")
def inventory(site: Path) -> dict[str, str]:
    """Read where each name stands, as other projects read it for their links."""
    data = (site / "objects.inv").read_bytes()
    for _ in range(4):
        data = data.partition(b"\n")[2]
    rows = [line.split(" ") for line in zlib.decompress(data).decode().splitlines()]
    return {row[0]: row[3].replace("$", row[0]) for row in rows}


@pytest.mark.parametrize("module", modules())
def test_every_public_name_is_in_the_reference(module: str, inventory: dict[str, str], site: Path) -> None:
    """A public name is shown on a page of the reference, at an anchor that exists."""
    missing = []
    for name in names(module):
        found = getattr(import_module(module), name)
        defined = inspect.unwrap(found) if callable(found) else found
        home = (
            getattr(defined, "__module__", module)
            if inspect.isclass(defined) or inspect.isfunction(defined)
            else module
        )
        places = [inventory[key] for key in (f"{home}.{name}", f"{module}.{name}") if key in inventory]
        shown = [place for place in places if place.startswith("reference/")]
        if not shown and not inspect.ismodule(found) and name not in _ALIASES:
            missing.append(name)
        for place in shown:
            page, _, anchor = place.partition("#")
            assert f'id="{anchor}"' in (site / page / "index.html").read_text("utf-8")
    assert missing == []
