"""A griffe extension that shows doctests as code: Markdown would take their ``>>>`` for quotations."""

import re
from typing import Any

import griffe

__all__ = ["Doctests"]

_BLOCK = re.compile(r"(?:^[ ]*>>> .*\n(?:^[ ]*\S.*\n?)*)+", re.MULTILINE)


class Doctests(griffe.Extension):
    """Fence every run of doctest lines in every docstring."""

    def on_object(self, *, obj: griffe.Object, **_kwargs: Any) -> None:
        """Rewrite one docstring."""
        if obj.docstring is not None and ">>> " in obj.docstring.value:
            obj.docstring.value = _BLOCK.sub(_fence, obj.docstring.value + "\n")


def _fence(match: re.Match[str]) -> str:
    lines = match.group(0).rstrip("\n").split("\n")
    indent = lines[0][: len(lines[0]) - len(lines[0].lstrip())]
    return "\n".join([f"{indent}```pycon", *lines, f"{indent}```", ""])
