"""The addresses (IRIs) by which the data names things."""

import re
import urllib.parse
import uuid

import attrs

from familjen.errors import InvalidValueError
from familjen.validators import show

__all__ = ["Addresses", "as_address", "checked_base"]

_NAMESPACE = uuid.UUID("0f3d0b5a-7c55-5d0e-8e56-3f0a6b1c9d21")
"""Ours for linked data; another one would give everything another name."""

_IN_ADDRESSES = "!#$%&'()*+,/:;=?@[]~"
_FORBIDDEN = re.compile(r"[\s<>\"{}|\\^`\x00-\x1f\x7f-\x9f]")


def checked_base(base: object) -> str:
    """Give the publisher's base address, if it can be one.

    Raises:
        InvalidValueError: It is no absolute web address, has a query, a user name or characters that no address has, or
            does not end with ``/`` or ``#``.

    >>> checked_base("https://example.org/id/")
    'https://example.org/id/'
    """
    if type(base) is not str:
        raise InvalidValueError(f"{show(base)} is not text", attribute="base")
    reason = _objection(base)
    if reason is not None:
        hint = "give a web address of your own that ends with / or #, such as https://example.org/id/"
        raise InvalidValueError(f"{show(base)} {reason}; {hint}", attribute="base")
    return base


def _objection(base: str) -> str | None:
    if _FORBIDDEN.search(base):
        return "has a character that no address has"
    try:
        parts = urllib.parse.urlsplit(base)
        base.encode("utf-8")
        _ = parts.port
    except ValueError:
        return "is no address"
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        return "is no absolute web address"
    if "@" in parts.netloc or "?" in base:
        return "has a user name or a query in it"
    if not base.endswith(("/", "#")) or "#" in base[:-1]:
        return "does not end with / or #, or has more than one #"
    return None


def as_address(url: str) -> str:
    """Give a source's web address with the characters encoded that an IRI cannot hold.

    >>> as_address('https://example.org/å?a="b"')
    'https://example.org/%C3%A5?a=%22b%22'
    """
    return urllib.parse.quote(url, safe=_IN_ADDRESSES)


@attrs.frozen
class Addresses:
    """What gives each noun its address: below a base, or a UUID where there is none (adresser).

    Parties and codes are the same in every cooperation; all else is named within its own.

    >>> Addresses("par", "https://example.org/").of("network", "böcker")
    'https://example.org/cooperation/par/network/b%C3%B6cker'
    >>> Addresses("par", None).of("network", "bibliotek")
    'urn:uuid:e4d7e084-b637-5592-ad85-fb436a8a57fc'
    """

    cooperation: str
    """Id of the cooperation."""
    base: str | None
    """The publisher's base; ``None`` for UUIDs (RFC 9562, version 5), which nobody can look up."""

    def whole(self) -> str:
        """Give the address of the cooperation."""
        return self.shared("cooperation", self.cooperation)

    def of(self, kind: str, *names: str) -> str:
        """Give the address of a noun of this cooperation."""
        return self.shared("cooperation", self.cooperation, kind, *names)

    def shared(self, kind: str, *names: str) -> str:
        """Give the address of what is the same in every cooperation."""
        path = "/".join((kind, *map(_step, names)))
        return f"urn:uuid:{uuid.uuid5(_NAMESPACE, path)}" if self.base is None else f"{self.base}{path}"


def _step(name: str) -> str:
    """Write a name as a step of a path; one of dots alone would lead elsewhere, and gets a mark that no id has."""
    quoted = urllib.parse.quote(name, safe="")
    return f"~{quoted}" if not quoted.strip(".") else quoted
