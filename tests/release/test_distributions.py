"""What the check of a build promises: no difference, no missing and no foreign file goes by."""

import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from release.distributions import differences, main, wheel_faults

ABOUT = ("METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/DATA-LICENSES.md", "licenses/LICENSE")
FILES = {"__init__.py": b"x = 1\n", "py.typed": b"", "places/data/a.csv": b"code,2016\n"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a folder with a small package and what Python leaves beside it."""
    for name, content in {**FILES, "__pycache__/a.pyc": b"y"}.items():
        path = tmp_path / "root/src/familjen" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return tmp_path / "root"


def wheel(folder: Path, changes: dict[str, bytes | None]) -> Path:
    """Make a wheel of the small package, with some files changed, added or left out."""
    held: dict[str, bytes | None] = {f"familjen/{name}": content for name, content in FILES.items()}
    held |= {f"familjen-1.dist-info/{name}": b"" for name in ABOUT} | changes
    folder.mkdir(exist_ok=True)
    path = folder / "familjen-1-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as made:
        for name, content in held.items():
            if content is not None:
                made.writestr(zipfile.ZipInfo(name), content)
    return path


@pytest.mark.parametrize(
    ("changes", "faults"),
    [
        ({}, []),
        ({"familjen/py.typed": None}, ["lacks familjen/py.typed"]),
        ({"familjen/places/data/a.csv": None}, ["lacks familjen/places/data/a.csv"]),
        ({"familjen-1.dist-info/licenses/LICENSE": None}, ["lacks familjen-1.dist-info/licenses/LICENSE"]),
        ({"tests/test_a.py": b""}, ["holds tests/test_a.py"]),
        ({"familjen/__pycache__/a.pyc": b"y"}, ["holds familjen/__pycache__/a.pyc"]),
        ({"familjen/__init__.py": b"x = 2\n"}, ["holds another familjen/__init__.py"]),
    ],
    ids=["whole", "untyped", "no data", "no licence", "tests", "cache", "changed"],
)
def test_a_wheel_holds_the_package_and_nothing_else(
    root: Path, tmp_path: Path, changes: dict[str, bytes | None], faults: list[str]
) -> None:
    """A wheel with a file too few, too many or changed is found, and a whole one is not."""
    path = wheel(tmp_path / "dist", changes)
    assert list(wheel_faults(path, root)) == [f"{path.name} {fault}" for fault in faults]


CONTENTS = st.dictionaries(st.sampled_from(["a.whl", "b.tar.gz", "c.whl"]), st.binary(max_size=4), max_size=3)


@given(CONTENTS, CONTENTS)
@settings(max_examples=30, deadline=None)
def test_only_equal_builds_are_the_same(
    tmp_path_factory: pytest.TempPathFactory, first: dict[str, bytes], second: dict[str, bytes]
) -> None:
    """Two folders are the same when they hold the same files with the same bytes, and there is one at least."""
    here, there = tmp_path_factory.mktemp("first"), tmp_path_factory.mktemp("second")
    for folder, files in ((here, first), (there, second)):
        for name, content in files.items():
            (folder / name).write_bytes(content)
    assert (differences(here, there) == ()) == (first == second and first != {})


def test_a_build_without_a_wheel_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two builds that both left the wheel out are not taken for good ones."""
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "familjen-1.tar.gz").write_bytes(b"x")
    assert main(str(tmp_path / "first"), str(tmp_path / "second")) == 1
    assert "there are 0 wheels" in capsys.readouterr().err
