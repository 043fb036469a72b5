"""Full disks and folders that nobody may write in: a clear error, and the old file as it was."""

import errno
import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from familjen.datasets import familjen_helsingborg_2016
from familjen.io import dump
from familjen.io.atomic import write_bytes

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits, devices and users are those of POSIX")
COMMAND = [sys.executable, "-m", "familjen", "check"]
LIMITED = """
import resource, runpy, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, 1_000))
sys.argv = ["familjen", *sys.argv[1:]]
runpy.run_module("familjen", run_name="__main__")
"""
UNPRIVILEGED = """
import os, sys
from familjen.datasets import familjen_helsingborg_2016
from familjen.io import dump
coop = familjen_helsingborg_2016()
if os.getuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
try:
    dump(coop, sys.argv[1])
except OSError as error:
    print(error.errno, error.filename)
"""


def run(*words: str) -> tuple[int, str]:
    """Run a command; give its exit code and what it says."""
    done = subprocess.run(words, capture_output=True, text=True, check=False)  # noqa: S603 - our own words
    return done.returncode, done.stderr.strip()


@pytest.fixture
def coop(tmp_path: Path) -> Path:
    """Give the path of a cooperation."""
    path = tmp_path / "coop.json"
    dump(familjen_helsingborg_2016(), path)
    return path


def test_a_file_that_grows_too_large(tmp_path: Path) -> None:
    """Where the system lets no file grow so large, the error names the file, and the old one stands alone."""
    path = tmp_path / "file"
    path.write_bytes(b"old")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, before[1]))
    try:
        with pytest.raises(OSError, match="too large") as caught:
            write_bytes(path, b"x" * 2_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert caught.value.errno == errno.EFBIG
    assert str(caught.value) == f"[Errno {errno.EFBIG}] File too large: {str(path)!r}"
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == {"file": b"old"}


def test_the_command_line_says_it_in_a_sentence(tmp_path: Path, coop: Path) -> None:
    """A report that the system does not let grow gives exit code 2 and one sentence, and leaves the old report."""
    output = tmp_path / "report.txt"
    output.write_text("old")
    code, said = run(sys.executable, "-c", LIMITED, "check", str(coop), "--json", "-o", str(output))
    assert (code, said) == (2, f"familjen: {output}: file too large")
    assert output.read_text() == "old"
    assert {each.name for each in tmp_path.iterdir()} == {"coop.json", "report.txt"}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no device that is always full")
def test_output_to_a_full_disk(coop: Path) -> None:
    """Printing to a full disk gives exit code 2 and one sentence, not a traceback."""
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([*COMMAND, str(coop)], stdout=full, stderr=subprocess.PIPE, text=True, check=False)  # noqa: S603 - our own words
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1
    assert "No space left on device" in done.stderr


@pytest.mark.skipif(not hasattr(os, "setuid"), reason="the system has no users to become")
def test_a_folder_that_may_only_be_read(tmp_path: Path) -> None:
    """In a folder in which one may not write, the error names the file that was asked for, and nothing changes."""
    folder = tmp_path / "folder"
    folder.mkdir()
    path = folder / "coop.json"
    path.write_text("old")
    for each in (*tmp_path.parents, tmp_path):
        if each.stat().st_uid == os.getuid() and each != Path("/"):
            each.chmod(each.stat().st_mode | 0o055)
    folder.chmod(0o555)
    try:
        done = subprocess.run(  # noqa: S603 - our own words
            [sys.executable, "-c", UNPRIVILEGED, str(path)], capture_output=True, text=True, check=True
        )
    finally:
        folder.chmod(0o755)
    assert done.stdout.split() == [str(errno.EACCES), str(path)]
    assert {each.name: each.read_text() for each in folder.iterdir()} == {"coop.json": "old"}


def test_a_folder_that_is_none_on_the_command_line(tmp_path: Path, coop: Path) -> None:
    """A folder that does not exist gives exit code 2 and one sentence that names it."""
    code, said = run(*COMMAND, str(coop), "-o", str(tmp_path / "no" / "report.txt"))
    assert (code, said) == (2, f"familjen: {tmp_path / 'no'}: no such folder")
