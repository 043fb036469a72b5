"""A rule's sentences, in English from its own source and in Swedish from the bundled translation."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

import attrs

from familjen.errors import InvalidValueError
from familjen.validators import is_text, tuple_of

__all__ = ["SECTIONS", "Wording", "docstring_sections", "swedish_of"]

SECTIONS = ("Checks", "Why", "Example", "Remedy", "References")
"""The headings of a rule's docstring, in their order."""


@attrs.frozen
class Wording:
    """What a rule says in one language (ordalydelse).

    Values stand by their names in braces, the same names in each language.
    """

    title: str = attrs.field(validator=is_text)
    """The mistake, in one sentence."""
    message: str = attrs.field(validator=is_text)
    """The sentence of its findings."""
    hints: tuple[tuple[str, str], ...] = attrs.field(default=(), validator=tuple_of(tuple))
    """Key and sentence of each thing that can be done about it."""
    checks: str = attrs.field(default="", kw_only=True)
    """What it looks for."""
    why: str = attrs.field(default="", kw_only=True)
    """Why it matters."""

    @classmethod
    def of(cls, entry: Mapping[str, Any]) -> "Wording":
        """Make it from a mapping: title, message, hint (a sentence, or several by key), checks, why.

        Raises:
            InvalidValueError: Something is missing, unknown, or not text.
        """
        unknown = sorted(entry.keys() - {"title", "message", "hint", "checks", "why"})
        missing = sorted({"title", "message"} - entry.keys())
        if unknown or missing:
            said = f"has unknown names: {', '.join(unknown)}" if unknown else f"lacks {', '.join(missing)}"
            raise InvalidValueError(f"a rule's wording {said}")
        hint = entry.get("hint")
        hints = () if hint is None else (("", hint),) if isinstance(hint, str) else tuple(hint.items())
        return cls(
            entry["title"], entry["message"], hints, checks=_joined(entry.get("checks")), why=_joined(entry.get("why"))
        )


@cache
def swedish_of(code: str) -> Wording | None:
    """Give the bundled Swedish wording of the rule with the code, if there is one."""
    entry = _swedish().get(code)
    return None if entry is None else Wording.of(entry)


@cache
def _swedish() -> Mapping[str, Mapping[str, Any]]:
    found: dict[str, Mapping[str, Any]] = {}
    for file in sorted(resources.files("familjen.rules").joinpath("swedish").iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml"):
            for code, entry in tomllib.loads(file.read_text("utf-8")).items():
                if code in found:
                    raise InvalidValueError(f"{code} has two Swedish wordings; the second is in {file.name}")
                found[code] = entry
    return found


def docstring_sections(text: str) -> dict[str, str]:
    r"""Split a rule's docstring at its headings; what stands before the first is under ``""``.

    >>> docstring_sections("A mistake.\n\nChecks:\n    That it is not made.\n")
    {'': 'A mistake.', 'Checks': 'That it is not made.'}
    """
    parts = re.split(rf"^({'|'.join(SECTIONS)}):\n", text, flags=re.MULTILINE)
    sections = {"": parts[0].strip()}
    for heading, body in zip(parts[1::2], parts[2::2], strict=True):
        sections[heading] = re.sub("^    ", "", body.rstrip(), flags=re.MULTILINE)
    return sections


def _joined(text: Any) -> str:
    """Give text in paragraphs without the line breaks of its source."""
    return "\n\n".join(" ".join(part.split()) for part in (text or "").split("\n\n"))
