"""A picture is written whole, the same each time, and with a text for those who do not see it."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import matplotlib as mpl
import pytest
from matplotlib.figure import Figure
from PIL import Image
from tests.report.plots.seen import FIVE, benefit, service

from familjen.errors import InvalidValueError
from familjen.report.plots import (
    alt_text,
    plot_curve,
    plot_partition,
    plot_pay_back,
    plot_savings,
    plot_simulation,
    plot_tornado,
    save,
)
from familjen.scale import FixedVariable, ServiceCost, best_partition
from familjen.scale.uncertainty import simulate

SVG = "{http://www.w3.org/2000/svg}"
ROWS = [("curve.fixed", 1.0, 3.0, 2.0)]
EVERY: dict[str, Callable[[], Figure]] = {
    "curve": lambda: plot_curve(service(FIVE)),
    "savings": lambda: plot_savings(benefit(FIVE)),
    "pay back": lambda: plot_pay_back(benefit(FIVE), lang="sv"),
    "tornado": lambda: plot_tornado(ROWS),
    "simulation": lambda: plot_simulation(simulate(service(FIVE), samples=500, seed=1)),
    "partition": lambda: plot_partition(best_partition(service(FIVE), most=2)),
}


@pytest.mark.parametrize("kind", [".svg", ".png"])
@pytest.mark.parametrize("name", EVERY)
def test_the_same_picture_gives_the_same_file(name: str, kind: str, tmp_path: Path) -> None:
    """Drawn and written twice, a picture gives the same bytes."""
    paths = [tmp_path / f"{number}{kind}" for number in range(2)]
    for path in paths:
        save(EVERY[name](), path)
    first, second = (path.read_bytes() for path in paths)
    assert first == second
    assert len(first) > 5_000


@pytest.mark.parametrize("name", EVERY)
def test_svg_is_read_and_says_what_it_shows(name: str, tmp_path: Path) -> None:
    """SVG is XML with the role of a picture, and has the answer as its title and the rest as its description."""
    figure = EVERY[name]()
    save(figure, tmp_path / "a.svg")
    root = ET.parse(tmp_path / "a.svg").getroot()  # noqa: S314 - our own file
    head, *rest = alt_text(figure).splitlines()
    assert root.get("role") == "img"
    assert [child.tag for child in root][:2] == [f"{SVG}title", f"{SVG}desc"]
    assert root[0].text == head
    assert (root[1].text or "").splitlines() == rest


def test_png_has_its_size_and_its_text(tmp_path: Path) -> None:
    """PNG has as many dots as was asked for, and the alternative text inside."""
    figure = plot_curve(service(FIVE))
    save(figure, tmp_path / "a.png", dpi=72)
    with Image.open(tmp_path / "a.png") as image:
        wide, high = figure.get_size_inches()
        assert image.size == (int(wide * 72), int(high * 72))
        assert image.info["Description"] == alt_text(figure)


def test_nothing_tells_when_or_by_what_it_was_written(tmp_path: Path) -> None:
    """Files hold no date and no program."""
    for kind in (".svg", ".png"):
        save(plot_tornado(ROWS), tmp_path / f"a{kind}")
        content = (tmp_path / f"a{kind}").read_bytes().lower()
        assert b"matplotlib v" not in content
        assert b"date" not in content


def test_another_process_writes_the_same(tmp_path: Path) -> None:
    """The file does not hang on the process that writes it."""
    script = f"from familjen.report.plots import *; import sys; save(plot_tornado({ROWS!r}), sys.argv[1])"
    for seed in ("1", "2"):
        command = [sys.executable, "-c", script, str(tmp_path / f"{seed}.svg")]
        subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": seed})  # noqa: S603 - our own words
    assert (tmp_path / "1.svg").read_bytes() == (tmp_path / "2.svg").read_bytes()


def test_the_callers_style_changes_no_file(tmp_path: Path) -> None:
    """Whatever style the caller has set, the file is the same."""
    save(plot_tornado(ROWS), tmp_path / "a.svg")
    with mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": "other", "font.size": 30}):
        save(plot_tornado(ROWS), tmp_path / "b.svg")
    assert (tmp_path / "a.svg").read_bytes() == (tmp_path / "b.svg").read_bytes()


@pytest.mark.parametrize("kind", [".svg", ".png"])
def test_a_failure_leaves_the_old_file(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where writing fails, the old file is as it was and nothing else is left behind."""
    path = tmp_path / f"a{kind}"
    path.write_text("old", "utf-8")

    def fail(*_: object) -> None:
        raise OSError(28, "no space left")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="no space left"):
        save(plot_tornado(ROWS), path)
    assert path.read_text("utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("kind", [".svg", ".png"])
def test_a_folder_that_is_not_there_is_named(kind: str, tmp_path: Path) -> None:
    """A folder that does not exist is an error of the file system, as anywhere."""
    with pytest.raises(FileNotFoundError):
        save(plot_tornado(ROWS), tmp_path / "none" / f"a{kind}")


@pytest.mark.parametrize("name", ["a.pdf", "a", "a.svg.gz", ".svg"])
def test_other_kinds_are_refused(name: str, tmp_path: Path) -> None:
    """What the path ends with says what is written; other ends are refused and nothing is written."""
    with pytest.raises(InvalidValueError, match=r"ends with neither \.svg nor \.png"):
        save(plot_tornado(ROWS), tmp_path / name)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("dpi", [29, 1_201, 0, -72, 72.5, True, "72", None], ids=repr)
def test_wrong_dots_are_refused(dpi: int, tmp_path: Path) -> None:
    """Dots that no picture has are refused with what they may be."""
    with pytest.raises(InvalidValueError, match=r"give a whole number from 30 to 1200"):
        save(plot_tornado(ROWS), tmp_path / "a.png", dpi=dpi)


def test_names_that_look_like_xml_are_text(tmp_path: Path) -> None:
    """A name with signs of XML is text in the file."""
    save(plot_curve(ServiceCost.of({"<script>&--": 5, "B": 9}, FixedVariable(1, 1))), tmp_path / "a.svg")
    root = ET.parse(tmp_path / "a.svg").getroot()  # noqa: S314 - our own file
    assert "<script>&--: 5 inhabitants" in (root[1].text or "")
    assert root.find(f".//{SVG}script") is None
