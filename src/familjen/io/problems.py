"""What cattrs gathered, as pairs of a JSONPath and a sentence."""

from collections.abc import Callable
from typing import Any, TypeVar

import attrs
from cattrs.errors import (
    AttributeValidationNote,
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
    IterableValidationNote,
)

from familjen.errors import InvalidValueError, near_matches
from familjen.io.gathering import count_problem, gathering
from familjen.io.parse import child_path, document_error

__all__ = ["problems_in", "structured"]

N = TypeVar("N")


def structured(structure: Callable[[], N], origin: str = "") -> N:
    """Give what a converter that gathers problems makes of a document.

    Raises:
        DocumentError: It makes nothing of it; the ``problems`` are all that it gathered.
    """
    with gathering() as gathered:
        try:
            return structure()
        except Exception as error:  # noqa: BLE001 - cattrs gathers errors of every kind
            problems = problems_in(error)
    # raised apart from what cattrs raised, which does not pickle, and which some pickle with the error
    raise document_error(problems, origin, stopped=gathered.stopped)


def problems_in(error: BaseException, path: str = "$") -> list[tuple[str, str]]:
    """Flatten an error into its problems, in the order of the document's fields."""
    if isinstance(error, ClassValidationError | IterableValidationError):
        found: list[tuple[str, str]] = []
        for inner in error.exceptions:
            found += problems_in(inner, _where(inner, path, error))
        return found
    if isinstance(error, ForbiddenExtraKeysError):
        known = [field.name for field in attrs.fields(error.cl)]
        unknown: list[tuple[str, str]] = []
        for name in sorted(error.extra_fields):
            unknown.append((child_path(path, name), _unknown(name, known)))
            if count_problem():
                break
        return unknown
    if isinstance(error, KeyError):
        return [(path, "is missing")]
    if isinstance(error, InvalidValueError):
        return [(child_path(path, error.attribute) if error.attribute else path, error.reason)]
    return [(path, str(error) or type(error).__name__)]


def _where(inner: BaseException, path: str, outer: Any) -> str:
    kind = AttributeValidationNote if isinstance(outer, ClassValidationError) else IterableValidationNote
    for note in getattr(inner, "__notes__", ()):
        if isinstance(note, kind):
            return child_path(path, note.name if isinstance(note, AttributeValidationNote) else note.index)
    return path


def _unknown(name: str, known: list[str]) -> str:
    near = near_matches(name, known)
    hint = f"did you mean {near[0]!r}?" if near else f"the known ones are {', '.join(known)}"
    return f"is not a known name here; {hint}"
