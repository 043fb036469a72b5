"""The envelope of a document: which version of the format, and which noun."""

# Fields and JSON values of any kind pass through here, so their types are not known to a checker.
# pyright: basic

from collections.abc import Callable, Mapping
from typing import Any

import attrs

from familjen import dates, model
from familjen.io.parse import document_error
from familjen.model.kinds import tag_of
from familjen.validators import show

__all__ = ["MIGRATIONS", "NOUNS", "SCHEMA_VERSION", "open_envelope", "seal_envelope"]

SCHEMA_VERSION = 1
"""Version of the format that this release writes. It rises when an older reader would misread a document."""

Migration = Callable[[dict[str, Any]], dict[str, Any]]

MIGRATIONS: Mapping[int, Migration] = {}
"""For each older version that can still be read, how its body becomes one of the next version."""

NOUNS: Mapping[str, type] = {
    tag_of(cls): cls
    for module in (model, dates)
    for cls in (getattr(module, name) for name in module.__all__)
    if isinstance(cls, type) and attrs.has(cls)
}
"""Every noun that can be a document, by its tag."""


def seal_envelope(cls: type, body: dict[str, Any]) -> dict[str, Any]:
    """Put the version and the noun's tag before its fields."""
    return {"schema_version": SCHEMA_VERSION, "type": tag_of(cls), **body}


def open_envelope(
    document: Any, cls: type, origin: str = "", migrations: Mapping[int, Migration] = MIGRATIONS
) -> dict[str, Any]:
    """Check the version and the noun's tag, and give the fields, migrated to this version.

    Raises:
        DocumentError: The version is missing, newer or too old, or the document holds another noun.
    """
    if not isinstance(document, dict):
        raise document_error(
            [("$", "is not an object; a document is an object with 'schema_version' and 'type'")], origin
        )
    body = dict(document)
    version = body.pop("schema_version", None)
    problem = _version_problem(version, migrations)
    if problem:
        raise document_error([("$.schema_version", problem)], origin)
    wanted = tag_of(cls)
    tag = body.pop("type", wanted)
    if tag != wanted:
        known = f"load it as {NOUNS[tag].__name__}" if isinstance(tag, str) and tag in NOUNS else "it is no known noun"
        raise document_error([("$.type", f"this is a document of type {show(tag)}, not {wanted!r}; {known}")], origin)
    for older in range(version, SCHEMA_VERSION):
        body = migrations[older](body)
    return body


def _version_problem(version: Any, migrations: Mapping[int, Migration]) -> str | None:
    if version is None:
        return f"is missing; this release writes {SCHEMA_VERSION}"
    if type(version) is not int or version < 0:
        return f"{show(version)} is not a version; this release writes {SCHEMA_VERSION}"
    if version > SCHEMA_VERSION:
        return f"{show(version)} is newer than {SCHEMA_VERSION}, the newest that this release reads; upgrade familjen"
    if any(older not in migrations for older in range(version, SCHEMA_VERSION)):
        oldest = SCHEMA_VERSION
        while oldest - 1 in migrations:
            oldest -= 1
        return f"{version} is older than {oldest}, the oldest that this release reads"
    return None
