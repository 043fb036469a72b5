"""Where in a document a JSONPath stands: line and column, counted from one."""

import bisect
import re
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar, cast

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Located", "locate"]

N = TypeVar("N")
Node: TypeAlias = "tuple[int, dict[str, Node] | list[Node] | None]"

_scanstring = cast("Callable[[str, int, bool], tuple[str, int]]", scanstring)
_line_ends = re.compile(r"\n|\r\n?").finditer
_skip_space = re.compile(r"[ \t\n\r]*").match
_scalar = re.compile(r"[^,\]}\s]+").match
_steps = re.compile(r"\.([^.\[\]]+)|\[(\d{1,9})\]|\['((?:[^'\\]|\\.)*)'\]").finditer


@attrs.frozen(eq=False, repr=False)
class Located(Generic[N]):
    r"""A noun that was read, and where each part of it stands in the document (läst dokument med radnummer).

    >>> from familjen.io import loads
    >>> from familjen.model import Source
    >>> read = loads('{"schema_version": 1,\n  "title": "Report"}', Source, locate=True)
    >>> read.value.title, read.line("$.title"), read.position("$.title")
    ('Report', 2, (2, 12))
    """

    value: N
    """The noun."""
    text: str
    """The document."""
    root: Node
    """Offset of each value in the document, as nested objects and arrays."""
    starts: tuple[int, ...]
    """Offset of the beginning of each line."""

    def line(self, path: str) -> int:
        """Give the line of a JSONPath, counted from one."""
        return self.position(path)[0]

    def position(self, path: str) -> tuple[int, int]:
        """Give line and column of a JSONPath's value, counted from one.

        What the document leaves out stands where the nearest thing around it begins. Logarithmic in the lines.
        """
        offset = _offset(self.root, path)
        line = bisect.bisect_right(self.starts, offset) - 1
        return line + 1, offset - self.starts[line] + 1

    def __repr__(self) -> str:
        return f"<Located {type(self.value).__name__}: {len(self.starts)} lines>"


def locate(value: N, text: str) -> Located[N]:
    """Find where each part of a document stands; the document has been read already, so that it is JSON.

    Linear in the document's length.
    """
    starts = (0, *(match.end() for match in _line_ends(text)))
    return Located(value, text, _scan(text), starts)


def _offset(root: Node, path: str) -> int:
    offset, inner = root
    for step in _steps(path):
        name, index, quoted = step.groups()
        below: Node | None = None
        if isinstance(inner, dict):
            below = inner.get(name if name is not None else quoted or "")
        elif isinstance(inner, list) and index is not None and int(index) < len(inner):
            below = inner[int(index)]
        if below is None:
            break
        offset, inner = below
    return offset


def _scan(text: str) -> Node:
    """Go through the document once, without recursion; ``open_nodes`` are those not yet closed."""
    open_nodes: list[Any] = []
    names: list[str] = []
    root: Node | None = None
    at = 0
    end = len(text)
    while (at := _skip_space(text, at).end()) < end:  # type: ignore[union-attr]
        sign = text[at]
        if sign in "]}":
            open_nodes.pop()
            names.pop()
        elif sign in ",:":
            pass
        elif sign == '"' and open_nodes and isinstance(open_nodes[-1], dict) and names[-1] == "":
            name, after = _string(text, at + 1)
            names[-1] = f".{name}"
            at = after
            continue
        else:
            inner: Any = {} if sign == "{" else [] if sign == "[" else None
            node: Node = (at, inner)
            root = root or node
            _put(open_nodes, names, node)
            if inner is not None:
                open_nodes.append(inner)
                names.append("")
            else:
                at = _after_scalar(text, at)
                continue
        at += 1
    return root or (0, None)


def _string(text: str, start: int) -> tuple[str, int]:
    """Read the JSON string after its first quotation mark, and give it with the offset after its last."""
    return _scanstring(text, start, False)  # noqa: FBT003 - the C function takes it by place


def _put(open_nodes: list[Any], names: list[str], node: Node) -> None:
    if not open_nodes:
        return
    if isinstance(open_nodes[-1], dict):
        open_nodes[-1][names[-1][1:]] = node
        names[-1] = ""
    else:
        open_nodes[-1].append(node)


def _after_scalar(text: str, at: int) -> int:
    if text[at] == '"':
        return _string(text, at + 1)[1]
    found = _scalar(text, at)
    return found.end() if found is not None else at + 1
