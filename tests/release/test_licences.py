"""What the release promises about bundled data: nothing is uploaded while somebody's terms are not known."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from release import licences

ROOT = Path(__file__).parents[2]
TEXT = licences.PAGE.read_text("utf-8")
DATA = (".csv", ".json", ".txt", ".geojson", ".parquet", ".svg", ".woff2")
BUNDLED = sorted(
    str(path.relative_to(ROOT))
    for path in (ROOT / "src/familjen").rglob("*")
    if path.suffix in DATA and "templates" not in path.parts
)
HEAD = "| File | What | Read from | To be fetched from |\n|---|---|---|---|\n"


def page(lines: str) -> str:
    """Give a page with these lines between the markers."""
    return f"# Data\n\n<!-- to be settled: begin -->\n{HEAD}{lines}<!-- to be settled: end -->\n\n| `x` | y |\n"


def test_an_upload_is_refused_now() -> None:
    """While a line is left, the command names each file and exits with 1."""
    done = subprocess.run(
        [sys.executable, "-m", "release.licences"], capture_output=True, text=True, check=False, cwd=ROOT
    )
    left = licences.open_lines(TEXT)
    assert done.returncode == (1 if left else 0)
    assert [each for each in left if f"{each.file}: {each.what}" not in done.stderr] == []


def test_an_empty_list_lets_it_pass(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """When nothing is left, the command says so and exits with 0; one line is enough to refuse."""
    monkeypatch.setattr(licences, "PAGE", tmp_path / "page.md")
    licences.PAGE.write_text(page(""), "utf-8")
    assert licences.main() == 0
    licences.PAGE.write_text(page("| `a.csv` | population | somebody | SCB |\n"), "utf-8")
    assert licences.main() == 1


@pytest.mark.parametrize("file", BUNDLED)
def test_every_bundled_file_has_its_terms(file: str) -> None:
    """Each file of data that the wheel holds is on the page."""
    assert file in licences.named(TEXT)


def test_no_file_is_named_that_is_not_there() -> None:
    """The page names only files that exist."""
    assert [file for file in licences.named(TEXT) if not (ROOT / file).is_file()] == []


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("# Data", "has 0 tables"),
        (page("") + page(""), "has 2 tables"),
        (page("").replace("| File |", "| Files |"), "must have the columns"),
        (page("").replace("|---", "|abc"), "must have the columns"),
        (page("| `a.csv` | population | SCB |\n"), "no line of four cells"),
        (page("| `a.csv` | population | | SCB |\n"), "no line of four cells"),
    ],
    ids=["none", "twice", "head", "rule", "three cells", "empty cell"],
)
def test_a_broken_page_is_refused(text: str, error: str) -> None:
    """A page that cannot be read never counts as one on which nothing is left."""
    with pytest.raises(ValueError, match=error):
        licences.open_lines(text)


CELL = st.text("abc åäö.1-", min_size=1).map(str.strip).filter(lambda cell: cell.strip("-") != "")


@given(st.lists(st.tuples(CELL, CELL, CELL, CELL), max_size=5))
@settings(max_examples=30, deadline=None)
def test_every_line_counts(lines: list[tuple[str, str, str, str]]) -> None:
    """Every line between the markers is read, in order, and no other."""
    text = page("".join(f"| `{file}` | {' | '.join(rest)} |\n" for file, *rest in lines))
    assert licences.open_lines(text) == tuple(licences.Open(*line) for line in lines)
