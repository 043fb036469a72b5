"""Examples that are written as plain code and shown with what they print."""

import ast
import contextlib
import io
import re
from typing import Any

import attrs

__all__ = ["Ran", "run"]

_BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@attrs.frozen
class Ran:
    """An example that has been run."""

    text: str
    """The text, its code with prompts and what it prints."""
    names: dict[str, Any]
    """The names that the code has made."""


def run(text: str) -> Ran:
    """Run the Python blocks of a text, one after the other."""
    names: dict[str, Any] = {}
    shown = _BLOCK.sub(lambda block: f"```python\n{_session(block[1], names)}\n\n```", text)
    return Ran(shown, names)


def _session(code: str, names: dict[str, Any]) -> str:
    """Write code as a session: each statement, and below it what it prints."""
    lines: list[str] = []
    for statement in ast.parse(code).body:
        source = ast.get_source_segment(code, statement) or ""
        lines += [f"{'... ' if number else '>>> '}{line}" for number, line in enumerate(source.split("\n"))]
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(f"{source}\n", "example", "single"), names)  # noqa: S102 - our own examples, which are tested
        lines += printed.getvalue().replace("\N{NO-BREAK SPACE}", " ").splitlines()
    return "\n".join(lines)
