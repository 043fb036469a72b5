"""Ids of entries that stay the same from one calendar to the next."""

import json
import uuid

__all__ = ["stable_uid"]

_NAMESPACE = uuid.UUID("6d0b7b0e-6f2b-5c0e-9d0a-2f6c3a1e7b58")
"""Ours for calendars; another one would give every entry another id."""


def stable_uid(*names: str) -> str:
    """Give an id that the same names always give, and others never in practice (UUID version 5).

    >>> stable_uid("par", "networks", "bibliotek", "2026")
    'c5957cd4-a82b-5696-bdbb-7df0f71eeef9'
    """
    return str(uuid.uuid5(_NAMESPACE, json.dumps(names)))
