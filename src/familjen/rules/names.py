"""Names of municipalities that only their code is given for."""

from functools import cache

__all__ = ["municipality_name"]


def municipality_name(code: str) -> str | None:
    """Give the name of the Swedish municipality that has the code today, if any.

    >>> municipality_name("1283"), municipality_name("1238")
    ('Helsingborg', None)
    """
    return _names().get(code) if len(code) == len("1283") and code.isdecimal() else None


@cache
def _names() -> dict[str, str]:
    from familjen.places import municipalities

    return {municipality.code: municipality.name for municipality in municipalities()}
