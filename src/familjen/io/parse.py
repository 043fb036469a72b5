"""From bytes to plain Python objects, strictly.

RFC 8259 leaves much to the reader. Here a document is UTF-8 without a byte order mark, has no name twice in an object,
no NaN or Infinity, and is not nested beyond reason. Whatever else it is, the error says so in a sentence.
"""

# Fields and JSON values of any kind pass through here, so their types are not known to a checker.
# pyright: basic

import json
from collections import Counter
from collections.abc import Callable
from typing import Any, NoReturn

from familjen.errors import DocumentError, InvalidValueError
from familjen.io.gathering import MOST_PROBLEMS
from familjen.validators import show

__all__ = ["MAX_BYTES", "child_path", "document_error", "parse", "shortened"]

MAX_BYTES = 1_000_000_000
"""Documents above this size are refused unless the caller asks for more."""


def parse(
    document: str | bytes,
    *,
    max_bytes: int = MAX_BYTES,
    origin: str = "",
    read_float: Callable[[str], Any] | None = None,
) -> Any:
    """Parse a JSON document.

    Args:
        document: Text, or bytes in UTF-8.
        max_bytes: Longer documents are refused.
        origin: Where it came from, for messages.
        read_float: What reads numbers with a point or an exponent; floats unless given.

    Raises:
        DocumentError: It is no JSON document, or one that is refused; ``problems`` say where and why.
        InvalidValueError: ``document`` is neither text nor bytes.
    """
    text = _decode(document, max_bytes, origin)
    doubled: list[tuple[dict[str, Any], list[str]]] = []

    def make_object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(pairs)
        if len(made) != len(pairs):
            doubled.append((made, _twice([name for name, _ in pairs])))
        return made

    try:
        tree = json.loads(text, object_pairs_hook=make_object, parse_constant=_refuse_constant, parse_float=read_float)
    except json.JSONDecodeError as error:
        raise document_error([("$", _say(error))], origin) from None
    except RecursionError:
        raise document_error([("$", _TOO_DEEP)], origin) from None
    except InvalidValueError as error:
        raise document_error([("$", error.reason)], origin) from None
    except ValueError:  # Python converts no number of more than some thousand digits
        raise document_error([("$", _TOO_LONG)], origin) from None
    if doubled:
        problems = [
            (path, f"the name {name!r} stands twice in this object; keep one of them")
            for path, names in _find([made for made, _ in doubled], [names for _, names in doubled], tree)
            for name in names
        ]
        raise document_error(problems, origin)
    return tree


def document_error(
    problems: list[tuple[str, str]], origin: str = "", *, most: int = 20, stopped: bool = False
) -> DocumentError:
    """Make the error whose message lists the problems, a line each.

    Args:
        problems: The problems; of more than 5,000, the first are kept.
        origin: Where the document came from.
        most: How many the message lists.
        stopped: Whether gathering them stopped before the end of the document.

    >>> print(document_error([("$.name", "is missing")], "coop.json"))
    coop.json: 1 problem
      $.name: is missing
    """
    kept = tuple((path, shortened(sentence)) for path, sentence in problems[:MOST_PROBLEMS])
    stopped = stopped or len(problems) > len(kept)
    counted = f"{'more than ' if stopped else ''}{len(kept)} problem{'s' if len(kept) != 1 else ''}"
    lines = [f"  {path}: {sentence}" for path, sentence in kept[:most]]
    if len(kept) > most:
        lines.append(f"  … and {'more than ' if stopped else ''}{len(kept) - most} more")
    return DocumentError("\n".join((f"{origin or 'the document'}: {counted}", *lines)), problems=kept, origin=origin)


def shortened(sentence: str) -> str:
    """Leave out the middle of a sentence that shows a value of more than a page.

    >>> len(shortened("x" * 1_000_000))
    603
    """
    if len(sentence) <= _LONGEST:
        return sentence
    return f"{sentence[: _LONGEST // 2]}...{sentence[-_LONGEST // 2 :]}"


_LONGEST = 600


def child_path(path: str, step: str | int) -> str:
    """Extend a JSONPath by a name or an index.

    >>> child_path(child_path("$", "agreements"), 3), child_path("$", "odd name")
    ('$.agreements[3]', "$['odd name']")
    """
    if isinstance(step, int):
        return f"{path}[{step}]"
    if len(step) > 80:  # noqa: PLR2004 - a name longer than a line is shown shortened
        step = step[:77] + "..."
    return f"{path}.{step}" if step.isidentifier() else f"{path}[{step!r}]"


_TOO_DEEP = "arrays and objects are nested too deep to be read; our own documents are less than 20 levels deep"
_TOO_LONG = "holds a number of more digits than any amount has; amounts are written as text"


def _decode(document: str | bytes, max_bytes: int, origin: str) -> str:
    if not isinstance(document, str | bytes | bytearray):
        raise InvalidValueError(f"{show(document)} is neither text nor bytes", attribute="document")
    size = _bytes_of(document, max_bytes)
    if size > max_bytes:
        reason = f"the document has {size:,} bytes, above the limit of {max_bytes:,}; give max_bytes= to allow it"
        raise document_error([("$", reason)], origin)
    if isinstance(document, str):
        text = document
    else:
        try:
            text = document.decode("utf-8")
        except UnicodeDecodeError as error:
            raise document_error([("$", _say_encoding(bytes(document), error))], origin) from None
    if text.startswith("\ufeff"):
        raise document_error([("$", "begins with a byte order mark (BOM); save it as UTF-8 without one")], origin)
    if not text or text.isspace():
        raise document_error([("$", "is empty")], origin)
    return text


def _bytes_of(document: str | bytes, limit: int) -> int:
    """Give the size of the document as UTF-8; of text that is far from the limit, a bound of it."""
    if not isinstance(document, str) or document.isascii() or len(document) * 4 <= limit:
        return len(document)
    return len(document.encode("utf-8", "surrogatepass"))


def _say_encoding(data: bytes, error: UnicodeDecodeError) -> str:
    if data.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        return "is UTF-32, not UTF-8; save it as UTF-8"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "is UTF-16, not UTF-8; save it as UTF-8"
    line = data.count(b"\n", 0, error.start) + 1
    where = f"byte 0x{data[error.start]:02x} on line {line}"
    return f"is not UTF-8: {where}; was it saved as Latin-1 or Windows-1252? Save it as UTF-8"


def _say(error: json.JSONDecodeError) -> str:
    where = f"line {error.lineno}, column {error.colno}"
    if not error.doc[error.pos :].strip() or error.msg.startswith("Unterminated string"):
        return f"ends in the middle of a value ({where}): it is cut short"
    return f"is not JSON: {error.msg[0].lower()}{error.msg[1:]} ({where})"


def _refuse_constant(constant: str) -> NoReturn:
    raise InvalidValueError(f"holds {constant}, which is no JSON number; leave the value out or write null")


def _twice(names: list[str]) -> list[str]:
    return sorted(name for name, number in Counter(names).items() if number > 1)


def _find(wanted: list[dict[str, Any]], names: list[list[str]], tree: Any) -> list[tuple[str, list[str]]]:
    """Find the paths of these very objects in the tree, in the document's order."""
    by_identity = {id(made): name for made, name in zip(wanted, names, strict=True)}
    found: list[tuple[str, list[str]]] = []
    stack: list[tuple[str, Any]] = [("$", tree)]
    while stack:
        path, value = stack.pop()
        if id(value) in by_identity:
            found.append((path, by_identity[id(value)]))
        steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        stack.extend((child_path(path, step), item) for step, item in reversed([*steps]))
    return found
