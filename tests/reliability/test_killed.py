"""A process that is killed while it writes leaves a whole file."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signal that cannot be caught")
def test_a_killed_writer_leaves_the_old_file_or_the_new() -> None:
    """Killed at 25 moments, writers leave the one document or the other, whole, and at most one temporary each."""
    words = [sys.executable, "-m", "fuzz.killed", "--moments", "25"]
    done = subprocess.run(words, capture_output=True, text=True, check=True, cwd=ROOT)  # noqa: S603 - our own words
    told = re.fullmatch(r"old: (\d+), new: (\d+), neither: (\d+), temporaries: (\d+)\n", done.stdout)
    assert told is not None
    old, new, neither, temporaries = map(int, told.groups())
    assert (old + new, neither) == (25, 0)
    assert temporaries <= 25
