"""What a function says of itself: its docstring, part by part."""

import inspect
import re
import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any

import attrs

__all__ = ["Said", "title_of"]

_PARTS = ("Args", "Assumptions", "Complexity", "Raises", "Returns", "Source")
_TITLE = re.compile(r"(?P<title>.+?)(?:[,:] [^()]+)? \((?P<term>[^()]+)\)\.")
_TERM = re.compile(r" \([^()]+\)(?=\.$)")


@attrs.frozen
class Said:
    """A function's docstring, told apart."""

    meaning: str
    """Its first paragraph, without the Swedish term."""
    more: str
    """What it says besides, without examples."""
    parts: dict[str, str]
    """What stands under Complexity, Source and so on."""

    @classmethod
    def of(cls, function: Callable[..., Any]) -> "Said":
        """Read a function's docstring."""
        _, term = title_of(sys.modules[function.__module__])
        whole = inspect.cleandoc(function.__doc__ or "").replace(f" ({term})", "")
        paragraphs = [part for part in whole.split("\n\n") if not part.startswith(">>> ")]
        told, parts = list[str](), dict[str, str]()
        for paragraph in paragraphs:
            name, colon, text = paragraph.partition(":")
            if colon and name in _PARTS:
                parts[name] = text.strip()[:1].upper() + text.strip()[1:]
            else:
                told.append(paragraph)
        return cls(_TERM.sub("", " ".join(told[0].split())), "\n\n".join(told[1:]), parts)


def title_of(module: ModuleType) -> tuple[str, str]:
    """Give what a module is about, and its Swedish term, by its docstring's first line."""
    first = (module.__doc__ or "").split("\n")[0]
    found = _TITLE.fullmatch(first)
    if found is None:
        raise ValueError(f"the first line of {module.__name__}'s docstring does not end in its Swedish term: {first}")
    return found["title"], found["term"]
