"""The bundled files: tidy, readable from a zip file, named with their sources, and quick to load."""

import csv
import datetime as dt
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import familjen
from familjen.places import bundled, municipalities

PACKAGE = Path(str(familjen.__file__)).parent
DATA = PACKAGE / "places" / "data"
CODES = [one.code for one in municipalities()]

every_variable = pytest.mark.parametrize("variable", sorted(bundled.VARIABLES))


def cells_of(variable: str) -> dict[tuple[str, int], str]:
    """Read a variable's file by other means: its cells' text by code and year."""
    with (DATA / f"{variable}.csv").open(encoding="utf-8", newline="") as file:
        return {
            (row["code"], int(year)): text
            for row in csv.DictReader(file)
            for year, text in row.items()
            if year != "code" and text
        }


TEXTS = {variable: cells_of(variable) for variable in bundled.VARIABLES}


@every_variable
def test_files_are_tidy(variable: str) -> None:
    """A file's codes are municipalities in order and its years stand in order, each once."""
    head, *lines = bundled.read(variable).splitlines()
    years = [int(year) for year in head.split(",")[1:]]
    found = [line.split(",")[0] for line in lines]
    assert head.startswith("code,")
    assert years == sorted(set(years))
    assert found == sorted(set(found))
    assert set(found) <= set(CODES)


@every_variable
def test_nothing_is_lost_in_reading(variable: str) -> None:
    """A table has exactly the cells of its file that are not empty."""
    table = bundled.table(variable)
    assert {(code, day.year) for code, row in table.items() for day in row} == set(TEXTS[variable])


@given(st.sampled_from(sorted(bundled.VARIABLES)), st.data())
@settings(max_examples=60, deadline=None)
def test_figures_are_those_of_the_file(variable: str, data: st.DataObject) -> None:
    """Every figure is written in its file as it is given, digit by digit."""
    (code, year), text = data.draw(st.sampled_from(sorted(TEXTS[variable].items())))
    about = bundled.VARIABLES[variable]
    assert str(bundled.table(variable)[code][dt.date(year, about.month, about.day)]) == text


@every_variable
def test_every_year_has_a_source(variable: str) -> None:
    """Each year of a file is covered by a source."""
    about = bundled.VARIABLES[variable]
    firsts = [first for first, _ in about.sources]
    years = {year for _, year in TEXTS[variable]}
    assert firsts == sorted(firsts, reverse=True)
    assert {about.source(year) for year in years} == {source for _, source in about.sources}


def test_every_file_names_its_source() -> None:
    """The list of sources names each bundled file."""
    listed = (DATA / "SOURCES.md").read_text("utf-8")
    files = sorted(path.name for path in DATA.glob("*.csv"))
    assert len(files) == len(bundled.VARIABLES) + 2
    assert all(f"`{name}`" in listed for name in files)


def test_notes_stand_on_figures() -> None:
    """Each note belongs to a figure that there is."""
    assert all(day in bundled.table(variable)[code] for variable, code, day in bundled.NOTES)


def test_a_table_is_read_once() -> None:
    """A table and its series are kept after the first reading."""
    assert bundled.table("population") is bundled.table("population")
    assert bundled.series("population") is bundled.series("population")


def run(code: str, *paths: Path) -> str:
    """Run code in a fresh interpreter that looks for packages in these paths first; give what it prints."""
    script = f"import sys; sys.path[:0] = {[str(path) for path in paths]!r}\n{code}"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)  # noqa: S603 - our own code
    return done.stdout.strip()


def test_reads_from_a_zip_file(tmp_path: Path) -> None:
    """The package answers the same when it is imported from a zip file."""
    archive = tmp_path / "familjen.zip"
    with zipfile.ZipFile(archive, "w") as file:
        for path in sorted(PACKAGE.rglob("*")):
            if path.suffix in {".py", ".csv"}:
                file.write(path, path.relative_to(PACKAGE.parent))
    code = (
        "import datetime as dt; from familjen import places\n"
        "print(places.__file__.startswith(sys.path[0]), places.municipality('bjuv').code,"
        " places.Statistics.bundled().value('population', '1283', dt.date(2015, 12, 31)))"
    )
    assert run(code, archive) == "True 1260 137909"


def test_looking_up_needs_no_numpy() -> None:
    """Places and statistics load neither numpy nor dateutil, and no table before it is asked for."""
    code = (
        "from familjen import places; from familjen.places import bundled\n"
        "places.Statistics.bundled(); places.municipality('Bjuv')\n"
        "print({'numpy', 'dateutil', 'cattrs'} & set(sys.modules), bundled.table.cache_info().currsize)"
    )
    assert run(code, PACKAGE.parent) == "set() 0"
