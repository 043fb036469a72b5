"""Writing files: wholly or not at all, with permissions and links as they were."""

import errno
import os
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen import model
from familjen.io import dump, load
from familjen.io.atomic import write_text

OLD, NEW = model.Source("Old"), model.Source("Årsredovisning", quote="alla vinner")


def full(*_: Any, **__: Any) -> None:
    """Fail as a full disk does."""
    raise OSError(errno.ENOSPC, "the disk is full")


def interrupted(*_: Any, **__: Any) -> None:
    """Fail as an impatient reader makes it."""
    raise KeyboardInterrupt


def mode(path: Path) -> int:
    """Give a file's permissions."""
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("fail", [full, interrupted])
@pytest.mark.parametrize(
    ("where", "name", "there"),
    [
        pytest.param(os, "fsync", True, id="synced over an old file"),
        pytest.param(os, "fsync", False, id="synced anew"),
        pytest.param(Path, "replace", True, id="put in the place of an old file"),
        pytest.param(Path, "replace", False, id="put in place anew"),
        pytest.param(Path, "chmod", True, id="given the permissions of an old file"),
    ],
)
def test_a_failed_write_leaves_all_as_it_was(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    fail: Callable[..., None],
    where: Any,
    name: str,
    there: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    """Wherever a write fails, the old file keeps every byte and no other file is left behind."""
    path = tmp_path / "source.json"
    if there:
        dump(OLD, path)
    before = {file: file.read_bytes() for file in tmp_path.iterdir()}
    monkeypatch.setattr(where, name, fail)
    with pytest.raises((OSError, KeyboardInterrupt)):
        dump(NEW, path)
    monkeypatch.undo()
    assert {file: file.read_bytes() for file in tmp_path.iterdir()} == before


def test_a_failure_is_told_even_if_the_temporary_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When somebody else has removed the temporary file, the first failure is still the one that is told."""

    def sweep_and_fail(*_: Any) -> None:
        for file in tmp_path.iterdir():
            file.unlink()
        full()

    monkeypatch.setattr(os, "fsync", sweep_and_fail)
    with pytest.raises(OSError, match="the disk is full"):
        write_text(tmp_path / "a.json", "{}")
    assert list(tmp_path.iterdir()) == []


def test_text_that_cannot_be_encoded_leaves_all_as_it_was(tmp_path: Path) -> None:
    """Half a surrogate pair is no UTF-8: the write fails and the old file stands."""
    path = tmp_path / "a.json"
    write_text(path, "old")
    with pytest.raises(UnicodeEncodeError):
        write_text(path, "x" * 100_000 + "\ud800")
    assert path.read_text("utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_readers_see_the_old_file_until_the_last_moment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the new file takes its place it is complete beside the old one, which is untouched."""
    path = tmp_path / "source.json"
    dump(OLD, path)
    seen: list[model.Source] = []
    replace = Path.replace

    def look_and_replace(self: Path, target: Path) -> Path:
        seen.extend([load(self, model.Source), load(target, model.Source)])
        assert self.parent == target.parent
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", look_and_replace)
    dump(NEW, path)
    assert seen == [NEW, OLD]
    assert load(path, model.Source) == NEW


@pytest.mark.parametrize("permissions", [0o600, 0o640, 0o644, 0o664, 0o755, 0o400])
def test_permissions_are_kept(tmp_path: Path, permissions: int) -> None:
    """A file that is written again keeps its permissions, whichever they are."""
    path = tmp_path / "source.json"
    dump(OLD, path)
    path.chmod(permissions)
    dump(NEW, path)
    assert mode(path) == permissions
    assert load(path, model.Source) == NEW


@pytest.mark.parametrize(("mask", "permissions"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664), (0, 0o666)])
def test_new_files_follow_the_mask(tmp_path: Path, mask: int, permissions: int) -> None:
    """A new file has the permissions that any new file would have, and the process's mask is left alone."""
    before = os.umask(mask)
    try:
        dump(NEW, tmp_path / "source.json")
        after = os.umask(before)
    finally:
        os.umask(before)
    assert after == mask
    assert mode(tmp_path / "source.json") == permissions


def test_links_are_followed(tmp_path: Path) -> None:
    """Writing to a link, or to a link to a link, writes the file at its end and leaves the links."""
    (tmp_path / "far").mkdir()
    target, link, second = tmp_path / "far" / "source.json", tmp_path / "link.json", tmp_path / "second.json"
    dump(OLD, target)
    link.symlink_to(target)
    second.symlink_to("link.json")
    dump(NEW, second)
    assert link.is_symlink()
    assert second.is_symlink()
    assert load(target, model.Source) == NEW
    assert sorted(file.name for file in tmp_path.iterdir()) == ["far", "link.json", "second.json"]
    assert list((tmp_path / "far").iterdir()) == [target]


def test_a_link_to_nothing_yet(tmp_path: Path) -> None:
    """Writing to a link whose file does not exist yet makes the file."""
    link = tmp_path / "link.json"
    link.symlink_to(tmp_path / "later.json")
    dump(NEW, link)
    assert link.is_symlink()
    assert load(tmp_path / "later.json", model.Source) == NEW


def test_a_folder_that_is_linked(tmp_path: Path) -> None:
    """A file in a linked folder is written in the real one."""
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    dump(NEW, tmp_path / "link" / "source.json")
    assert [file.name for file in (tmp_path / "real").iterdir()] == ["source.json"]


@pytest.mark.parametrize("path", ["no/source.json", "no/deeper/source.json", "file.txt/source.json"])
def test_a_folder_that_is_none(tmp_path: Path, path: str) -> None:
    """A folder that does not exist is named in the operating system's error, and none is made."""
    (tmp_path / "file.txt").touch()
    with pytest.raises(FileNotFoundError, match="no such folder") as caught:
        dump(NEW, tmp_path / path)
    assert caught.value.errno == errno.ENOENT
    assert caught.value.filename == str((tmp_path / path).parent)
    assert [file.name for file in tmp_path.iterdir()] == ["file.txt"]


def test_a_folder_in_the_files_place(tmp_path: Path) -> None:
    """A folder is not replaced by a file."""
    (tmp_path / "source.json").mkdir()
    with pytest.raises(OSError, match="directory"):
        dump(NEW, tmp_path / "source.json")
    assert [file.name for file in tmp_path.iterdir()] == ["source.json"]
    assert (tmp_path / "source.json").is_dir()


@pytest.mark.parametrize("name", ["source", ".hidden", "å ä ö.json", "x" * 250, "å" * 120, "-.json"])
def test_any_file_name_will_do(tmp_path: Path, name: str) -> None:
    """Whatever the file system takes as a name, a document can be written to and read from."""
    dump(NEW, tmp_path / name)
    assert load(tmp_path / name, model.Source) == NEW
    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_paths_as_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A path may be text, and relative to where one stands."""
    monkeypatch.chdir(tmp_path)
    dump(NEW, "source.json")
    assert load("source.json", model.Source) == load(str(tmp_path / "source.json"), model.Source) == NEW


@given(st.text(st.characters(codec="utf-8"), max_size=30))
@settings(max_examples=40, deadline=None)
def test_text_is_written_byte_for_byte(text: str) -> None:
    """The file holds the text in UTF-8, with line ends as they stand, and nothing else."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "text"
        write_text(path, "before")
        write_text(path, text)
        assert path.read_bytes() == text.encode()


def test_files_end_with_a_line_end(tmp_path: Path) -> None:
    """A file is indented by two, ends with one line end, and keeps Swedish letters as letters."""
    dump(NEW, tmp_path / "a.json")
    dump(NEW, tmp_path / "b.json", indent=None)
    text = (tmp_path / "a.json").read_text("utf-8")
    assert text.startswith('{\n  "schema_version": 1,\n  "type": "source",\n  "title": "Årsredovisning"')
    assert text.endswith('"\n}\n')
    assert (tmp_path / "b.json").read_text("utf-8").count("\n") == 1


def test_links_that_lead_to_each_other(tmp_path: Path) -> None:
    """Writing through links that lead to each other is an error, and writes nothing."""
    (tmp_path / "one").symlink_to(tmp_path / "two")
    (tmp_path / "two").symlink_to(tmp_path / "one")
    with pytest.raises(OSError, match="lead to each other"):
        write_text(tmp_path / "one", "text")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one", "two"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no way to settle a folder")
def test_the_folder_is_settled_after_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """First the content is put on the disk, then, when it has its name, the folder."""
    settled: list[tuple[bool, bool]] = []
    really = os.fsync

    def watched(handle: int) -> None:
        settled.append((stat.S_ISDIR(os.fstat(handle).st_mode), (tmp_path / "a.json").exists()))
        really(handle)

    monkeypatch.setattr(os, "fsync", watched)
    write_text(tmp_path / "a.json", "{}")
    assert settled == [(False, False), (True, True)]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no way to settle a folder")
@pytest.mark.parametrize(("number", "told"), [(errno.EINVAL, False), (errno.ENOTSUP, False), (errno.EIO, True)])
def test_a_folder_that_cannot_be_settled(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    told: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    """Where a file system cannot settle folders, that is no failure; where the disk fails, it is told of the file."""
    really = os.fsync

    def failing(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(number, "not here")
        really(handle)

    monkeypatch.setattr(os, "fsync", failing)
    path = tmp_path / "a.json"
    if told:
        with pytest.raises(OSError, match="not here") as caught:
            write_text(path, "{}")
        assert caught.value.filename == str(path)
    else:
        write_text(path, "{}")
    assert path.read_text() == "{}"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    """What is written to a pipe reaches its reader, and the pipe is still there."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_text(pipe, "Åstorp")
        assert os.read(reader, 100).decode() == "Åstorp"
    finally:
        os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert list(tmp_path.iterdir()) == [pipe]


def test_standard_output_is_written_to() -> None:
    """A command that is asked to write to /dev/stdout writes there, and leaves the device alone."""
    code = "from familjen.io.atomic import write_text; write_text('/dev/stdout', 'Bjuv')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - our own code
    assert done.stdout == "Bjuv"
