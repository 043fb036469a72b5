"""Writing a file so that nothing is lost."""

import contextlib
import errno
import os
import secrets
import stat
from collections.abc import Generator
from pathlib import Path

__all__ = ["write_bytes", "write_text"]


def write_text(path: str | os.PathLike[str], text: str) -> None:
    """Write a text in UTF-8, as `write_bytes` does; lines end as they do in the text.

    Raises:
        OSError: The folder does not exist or cannot be written to.
    """
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: str | os.PathLike[str], content: bytes) -> None:
    """Write to a temporary file beside the target, then put it in the target's place.

    Whoever reads the path sees the old content or the new, never a part, however many write it at once. A failure
    leaves the old file as it was and no temporary behind; a process that is killed may leave one, named after the file
    as ``.name.xxxxxxxx.tmp``, which nothing reads. When the function returns, the content is on the disk.
    A symbolic link is followed; an existing file keeps its permissions. A pipe or a device, such as ``/dev/stdout``, is
    no file that could be replaced: the content is sent to it.

    Raises:
        OSError: The folder does not exist or cannot be written to, or the disk is full; ``filename`` is the path.
    """
    if _is_stream(path):
        with _told_of(Path(path)):
            Path(path).write_bytes(content)
        return
    target = Path(os.path.realpath(path))
    if target.is_symlink():
        raise OSError(errno.ELOOP, "symbolic links that lead to each other", str(target))
    if not target.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, "no such folder", str(target.parent))
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else None
    temporary = target.with_name(f".{target.name[:40]}.{secrets.token_hex(8)}.tmp")
    with _told_of(target):
        # as the system gives it to a new file; to nobody else while it is to replace one that others may not read
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666 if mode is None else 0o600)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            if mode is not None:
                temporary.chmod(mode)
            temporary.replace(target)
        except BaseException:
            with contextlib.suppress(FileNotFoundError):
                temporary.unlink()
            raise
        _settle(target.parent)


@contextlib.contextmanager
def _told_of(target: Path) -> Generator[None]:
    """Let errors name the file that was to be written, and not the temporary, which nobody has asked for."""
    try:
        yield
    except OSError as error:
        if error.errno is None:
            raise
        raise OSError(error.errno, error.strerror, str(target)) from error


def _settle(folder: Path) -> None:
    """Put a folder's list of files on the disk, where the system has a way to do so."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in {errno.EINVAL, errno.ENOTSUP}:  # some file systems have no such thing for folders
            raise
    finally:
        os.close(handle)


def _is_stream(path: str | os.PathLike[str]) -> bool:
    """Tell whether a path is a pipe, a device or the like, to which things are written and in which none is kept."""
    try:
        mode = Path(path).stat().st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))
