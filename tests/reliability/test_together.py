"""Several who write one file at once, and those who read it meanwhile."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.io import dump, load
from familjen.io.atomic import write_bytes
from familjen.model import Source

WRITER = """
import sys
from familjen.io import dump
from familjen.model import Source
for turn in range(40):
    dump(Source(sys.argv[2] * 5_000, quote=str(turn)), sys.argv[1])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets no file be replaced that is open")
def test_processes_never_mix(tmp_path: Path) -> None:
    """While two processes write one file, whoever reads it sees a whole document of one of them."""
    path = tmp_path / "source.json"
    dump(Source("c" * 5_000), path)
    seen: set[str] = set()
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, str(path), letter]) for letter in "ab"]  # noqa: S603 - our own words
    while any(writer.poll() is None for writer in writers):
        title = load(path, Source).title
        assert len(title) == 5_000
        seen |= set(title)
        assert len(set(title)) == 1
    assert [writer.returncode for writer in writers] == [0, 0]
    assert seen <= set("abc")
    assert set(load(path, Source).title) <= set("ab")
    assert [each.name for each in tmp_path.iterdir()] == ["source.json"]


def test_threads_never_mix(tmp_path: Path) -> None:
    """Of many threads that write one file, one has the last word, whole, and none fails."""
    path = tmp_path / "file"
    contents = [bytes((65 + number,)) * 10_000 for number in range(16)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda content: write_bytes(path, content), contents * 3))
    assert path.read_bytes() in contents
    assert [each.name for each in tmp_path.iterdir()] == ["file"]


@given(st.lists(st.binary(max_size=200), min_size=1, max_size=6))
@settings(max_examples=20, deadline=None)
def test_the_last_writer_has_the_last_word(contents: list[bytes]) -> None:
    """After any contents in turn, the file holds the last, whatever was longer before."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        for content in contents:
            write_bytes(Path(folder) / "file", content)
        assert (Path(folder) / "file").read_bytes() == contents[-1]
