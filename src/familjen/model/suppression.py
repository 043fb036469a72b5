"""Findings that somebody has looked at and accepts."""

import attrs

from familjen.validators import is_text, matches, optional

__all__ = ["Suppression"]


@attrs.frozen
class Suppression:
    """A rule's findings that are accepted in this document, and why (undantag från en regel).

    A check still reports them, as accepted, with the reason.

    >>> Suppression("FAM501", "The network began before the rule", path="$.networks[0]").code
    'FAM501'
    """

    code: str = attrs.field(validator=matches("[A-Z]{2,8}[0-9]{3}", "a rule's code, such as 'FAM103'"))
    """The rule's code, whole."""
    reason: str = attrs.field(validator=is_text)
    """Why its findings are accepted."""
    path: str | None = attrs.field(
        default=None, kw_only=True, validator=optional(matches(r"\$\S*", "a JSONPath, such as '$.agreements[3]'"))
    )
    """Where: the findings at this JSONPath and below it; ``None`` for the whole document."""
