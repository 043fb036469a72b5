"""What a class says of itself: its docstring, its Swedish term, and its fields with what is written under each."""

import ast
import inspect
import itertools
import re
import sys
from decimal import Decimal
from fractions import Fraction
from functools import cache

import attrs

from familjen import model

__all__ = ["Noun"]

_FIRST_LINE = re.compile(r"(?P<meaning>.+?) \((?P<term>[^()]+)\)\.")
_DOCTEST = re.compile(r"^>>> .*(\n\S.*)*", re.MULTILINE)


@attrs.frozen
class Noun:
    """A class of the model as its page shows it."""

    cls: type
    """The class."""
    meaning: str
    """What it is, in a sentence."""
    term: str
    """Its Swedish term."""
    more: str
    """What its docstring says besides, without examples."""

    @classmethod
    def of(cls, found: type) -> "Noun":
        """Read a class."""
        said = inspect.cleandoc(found.__doc__ or "")
        first, _, more = said.partition("\n")
        parts = _FIRST_LINE.fullmatch(first)
        if parts is None:
            raise ValueError(
                f"the first line of {found.__name__}'s docstring does not end in its Swedish term: {first}"
            )
        return cls(found, f"{parts['meaning']}.", parts["term"], _DOCTEST.sub("", more).strip())

    @property
    def name(self) -> str:
        """Name of the class."""
        return self.cls.__name__

    def fields(self, linked: dict[str, str]) -> str:
        """Show the fields in a table, and below it those of the classes that they hold; linked are names with pages."""
        shown = [self._table(linked)]
        for part in _parts(self.cls, set(linked)):
            noun = Noun.of(part)
            table = noun._table(linked)  # noqa: SLF001 - of the same class
            shown += [f"### `{noun.name}` ({noun.term})", noun.meaning, table]
        return "\n\n".join(shown)

    def _table(self, linked: dict[str, str]) -> str:
        fields = attrs.fields(self.cls)
        if not fields:
            return "It has none."
        written = _written(self.cls)
        rows = []
        for field in fields:
            kind, said = written[field.name]
            default = "needed" if field.default is attrs.NOTHING else f"`{_default(field.default)}`"
            rows.append(f"| **{field.name}** | {_typed(kind, linked)} | {default} | {said} |")
        return "\n".join(["| Field | Type | Default | What it is |", "|---|---|---|---|", *rows])


@cache
def _written(cls: type) -> dict[str, tuple[str, str]]:
    """Read each field's type as it is written, and the string under it, which Python itself forgets."""
    tree = ast.parse(inspect.getsource(sys.modules[cls.__module__]))
    body = next(node.body for node in tree.body if isinstance(node, ast.ClassDef) and node.name == cls.__name__)
    found: dict[str, tuple[str, str]] = {}
    for one, other in itertools.pairwise(body):
        text = other.value.value if isinstance(other, ast.Expr) and isinstance(other.value, ast.Constant) else None
        if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name) and isinstance(text, str):
            found[one.target.id] = ast.unparse(one.annotation), " ".join(text.split())
    return found


def _default(value: object) -> str:
    """Show a default as it would be typed."""
    return str(value) if isinstance(value, Decimal | Fraction) else repr(value)


def _typed(kind: str, linked: dict[str, str]) -> str:
    """Say a type in words, with links to the pages of keys and steps."""
    several = re.fullmatch(r"tuple\[(\w+), \.\.\.\]", kind)
    if several:
        return f"list of {_typed(several[1], linked)}"
    names = [
        "none" if name == "None" else f"[{name}]({linked[name]})" if name in linked else name
        for name in kind.split(" | ")
    ]
    return " or ".join(names)


def _parts(cls: type, known: set[str]) -> list[type]:
    """Give the classes of the model that a class's fields hold and that have no page of their own, each once."""
    found: dict[str, type] = {}
    for kind, _ in _written(cls).values():
        for name in re.findall(r"\w+", kind):
            part = getattr(model, name, None)
            if name not in known and isinstance(part, type) and attrs.has(part) and name not in found:
                found |= {name: part, **{inner.__name__: inner for inner in _parts(part, known | {name})}}
    return list(found.values())
