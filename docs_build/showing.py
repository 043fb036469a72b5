"""A griffe extension for pages that people read.

Doctests are shown as code (Markdown would take their ``>>>`` for quotations), and the fields of attrs classes without
the call that defines them.
"""

import re
from typing import Any

import griffe

__all__ = ["Showing"]

_BLOCK = re.compile(r"(?:^[ ]*>>> .*\n(?:^[ ]*\S.*\n?)*)+", re.MULTILINE)


class Showing(griffe.Extension):
    """Fence the doctests of every docstring, and hide ``attrs.field(...)``."""

    def on_object(self, *, obj: griffe.Object, **_kwargs: Any) -> None:
        """Rewrite one object."""
        if obj.docstring is not None and ">>> " in obj.docstring.value:
            obj.docstring.value = _BLOCK.sub(_fence, obj.docstring.value + "\n")
        if isinstance(obj, griffe.Attribute) and str(obj.value).startswith("attrs.field"):
            obj.value = None


def _fence(match: re.Match[str]) -> str:
    lines = match.group(0).rstrip("\n").split("\n")
    indent = lines[0][: len(lines[0]) - len(lines[0].lstrip())]
    return "\n".join([f"{indent}```pycon", *lines, f"{indent}```", ""])
