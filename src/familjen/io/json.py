"""Nouns to and from JSON, exactly.

A document carries its version and the noun's type. Days are ISO 8601 (``"2016-01-01"``), decimals and fractions are
text (``"21.50"``, ``"1/3"``), so that nothing passes through binary floating point. Names stand in the order of the
nouns' fields, and what equals its default is left out.
"""

import json
import os
from pathlib import Path
from typing import Any, Literal, TypeVar, overload

from familjen.errors import InvalidValueError
from familjen.io.atomic import write_text
from familjen.io.convert import quick, thorough, to_plain
from familjen.io.document import NOUNS, open_envelope, seal_envelope
from familjen.io.located import Located
from familjen.io.located import locate as find_places
from familjen.io.parse import MAX_BYTES, document_error, parse
from familjen.io.problems import structured
from familjen.model.cooperation import Cooperation
from familjen.validators import show

__all__ = ["dump", "dumps", "load", "loads"]

N = TypeVar("N")


@overload
def loads(document: str | bytes, *, max_bytes: int = ..., origin: str = ...) -> Cooperation: ...
@overload
def loads(document: str | bytes, noun: type[N], *, max_bytes: int = ..., origin: str = ...) -> N: ...
@overload
def loads(
    document: str | bytes, *, max_bytes: int = ..., origin: str = ..., locate: Literal[True]
) -> Located[Cooperation]: ...
@overload
def loads(
    document: str | bytes, noun: type[N], *, max_bytes: int = ..., origin: str = ..., locate: Literal[True]
) -> Located[N]: ...
def loads(
    document: str | bytes,
    noun: type[Any] = Cooperation,
    *,
    max_bytes: int = MAX_BYTES,
    origin: str = "",
    locate: bool = False,
) -> Any:
    """Read a noun from JSON text or UTF-8 bytes.

    Args:
        document: The document.
        noun: The class that it should hold.
        max_bytes: Longer documents are refused.
        origin: Where it came from, for messages.
        locate: Give the noun as the ``value`` of a `familjen.io.Located`, which also knows on which line of the
            document a JSONPath stands.

    Raises:
        DocumentError: The document cannot be read. Its ``problems`` are all that is wrong, each with a JSONPath.

    >>> from familjen.model import Source
    >>> loads('{"schema_version": 1, "type": "source", "title": "Report"}', Source)
    Source(title='Report', url=None, retrieved=None, quote=None)
    >>> loads('{"schema_version": 1, "type": "source", "titel": "Report", "retrieved": "2016-13-01"}', Source)
    Traceback (most recent call last):
    familjen.errors.DocumentError: the document: 3 problems
      $.title: is missing
      $.retrieved: '2016-13-01' is not a date (YYYY-MM-DD)
      $.titel: is not a known name here; did you mean 'title'?
    """
    if noun not in NOUNS.values():
        raise InvalidValueError(f"{show(noun)} is not a noun that a document can hold", attribute="noun")
    body = open_envelope(parse(document, max_bytes=max_bytes, origin=origin), noun, origin)
    try:
        made = quick().structure(body, noun)
    except Exception:  # noqa: BLE001 - the thorough converter says all that is wrong
        made = None
    if made is None:
        made = structured(lambda: thorough().structure(body, noun), origin)
    if not locate:
        return made
    return find_places(made, document if isinstance(document, str) else document.decode("utf-8"))


@overload
def load(path: str | os.PathLike[str], *, max_bytes: int = ...) -> Cooperation: ...
@overload
def load(path: str | os.PathLike[str], noun: type[N], *, max_bytes: int = ...) -> N: ...
@overload
def load(path: str | os.PathLike[str], *, max_bytes: int = ..., locate: Literal[True]) -> Located[Cooperation]: ...
@overload
def load(path: str | os.PathLike[str], noun: type[N], *, max_bytes: int = ..., locate: Literal[True]) -> Located[N]: ...
def load(
    path: str | os.PathLike[str],
    noun: type[Any] = Cooperation,
    *,
    max_bytes: int = MAX_BYTES,
    locate: bool = False,
) -> Any:
    """Read a noun from a JSON file; see `loads`.

    Raises:
        DocumentError: The file's content cannot be read as that noun.
        OSError: The file cannot be opened.
    """
    origin = os.fspath(path)
    with Path(path).open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        if size > max_bytes:
            reason = f"the file has {size:,} bytes, above the limit of {max_bytes:,}; give max_bytes= to allow it"
            raise document_error([("$", reason)], origin)
        content = file.read(max_bytes + 1)
    if locate:
        return loads(content, noun, max_bytes=max_bytes, origin=origin, locate=True)
    return loads(content, noun, max_bytes=max_bytes, origin=origin)


def dumps(noun: object, *, indent: int | None = None) -> str:
    """Write a noun as JSON text, on one line unless an indent is given.

    Raises:
        InvalidValueError: It is not a noun.

    >>> from familjen.model import Source
    >>> dumps(Source("Report"))
    '{"schema_version": 1, "type": "source", "title": "Report"}'
    """
    if type(noun) not in NOUNS.values():
        raise InvalidValueError(f"{show(noun)} is not a noun that a document can hold", attribute="noun")
    document = seal_envelope(type(noun), to_plain(noun))
    return json.dumps(document, ensure_ascii=False, check_circular=False, allow_nan=False, indent=indent)


def dump(noun: object, path: str | os.PathLike[str], *, indent: int | None = 2) -> None:
    """Write a noun to a JSON file, wholly or not at all: to a temporary file first, which then takes its place.

    Raises:
        InvalidValueError: It is not a noun.
        OSError: The folder does not exist or cannot be written to.
    """
    write_text(path, dumps(noun, indent=indent) + "\n")
