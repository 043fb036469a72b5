"""How large files of a register may be (största storlek)."""

from pathlib import Path

from familjen.io.parse import document_error

__all__ = ["MAX_BYTES", "need_size", "read_within"]

MAX_BYTES = 200_000_000
"""Files above this size, packed or unpacked, are refused unless the caller asks for more."""


def need_size(size: int, limit: int, origin: str, *, place: str = "$", what: str = "the file") -> None:
    """Refuse a file that is too large.

    Args:
        size: Its size in bytes.
        limit: The largest that is taken.
        origin: The file, for the message.
        place: Where in it, for the message.
        what: What has that size.

    Raises:
        DocumentError: It is larger.

    >>> need_size(11, 10, "x.csv")
    Traceback (most recent call last):
    familjen.errors.DocumentError: x.csv: 1 problem
      $: the file has 11 bytes, above the limit of 10; give max_bytes= to allow it
    """
    if size > limit:
        reason = f"{what} has {size:,} bytes, above the limit of {limit:,}; give max_bytes= to allow it"
        raise document_error([(place, reason)], origin)


def read_within(path: Path, limit: int, origin: str, *, place: str = "$") -> bytes:
    """Read a file, and never more than one byte beyond the limit: a device says nothing of its size.

    Args:
        path: The file.
        limit: The largest size in bytes that is taken.
        origin: The file, for the message.
        place: Where in it, for the message.

    Raises:
        DocumentError: It is larger.
        OSError: It cannot be opened.
    """
    need_size(path.stat().st_size, limit, origin, place=place)
    with path.open("rb") as file:
        content = file.read(limit + 1)
    need_size(len(content), limit, origin, place=place)
    return content
