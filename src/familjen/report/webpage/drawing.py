"""The templates of a report, filled so that no value is ever taken for HTML."""

import re
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from familjen.errors import MissingExtraError

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

__all__ = ["filled", "is_web_address", "visible"]

_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
"""Controls, marks that turn the direction of writing, and halves of characters."""


def filled(template: str, **values: Any) -> "Markup":
    """Fill a template of the report; values are escaped, and controls in them are shown.

    Raises:
        MissingExtraError: Jinja2 is not installed.
    """
    environment = _environment()
    from markupsafe import Markup

    return Markup(environment.get_template(template).render(**values))  # noqa: S704 - the template escapes its values


def visible(value: Any) -> Any:
    r"""Show what cannot be seen and could turn a text round: its code point in brackets instead.

    >>> visible("Bj\u202euv")
    'Bj[U+202E]uv'
    """
    if hasattr(value, "__html__"):
        return value
    return _UNSEEN.sub(lambda found: f"[U+{ord(found[0]):04X}]", str(value))


def is_web_address(value: Any) -> bool:
    """Tell whether an address may become a link: ``https`` or ``http``, and a host.

    >>> is_web_address("https://example.org/a"), is_web_address("javascript:alert(1)"), is_web_address(None)
    (True, False, False)
    """
    if not isinstance(value, str):
        return False
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname)


@cache
def _environment() -> "Environment":
    try:
        import jinja2
    except ImportError as error:
        raise MissingExtraError.of("a report", "report") from error
    made = jinja2.Environment(
        autoescape=True,
        finalize=visible,
        loader=jinja2.PackageLoader("familjen.report.webpage", "templates"),
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    made.tests["web_address"] = is_web_address
    return made
