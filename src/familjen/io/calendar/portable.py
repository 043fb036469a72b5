"""Which rules every calendar program reads alike."""

import re

__all__ = ["ends", "is_portable", "without_end"]

_ALIKE = {
    "DAILY": {"BYDAY", "BYMONTH", "BYMONTHDAY"},
    "WEEKLY": {"BYDAY", "BYMONTH"},
    "MONTHLY": {"BYDAY", "BYMONTH", "BYMONTHDAY"},
    "YEARLY": {"BYDAY", "BYMONTH", "BYMONTHDAY"},
}
_ALWAYS = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYSETPOS"}


def is_portable(rule: str) -> bool:
    """Tell whether a rule means the same to every reader of RFC 5545.

    Numbers before weekdays have a meaning in months and years alone; weeks and days of the year, and weekdays together
    with days of the month, are read in different ways. Such rules still have a meaning here, and their days are told
    one by one.

    >>> [is_portable(rule) for rule in ("FREQ=MONTHLY;BYDAY=2TU", "FREQ=WEEKLY;BYDAY=2TU", "FREQ=YEARLY;BYWEEKNO=7")]
    [True, False, False]
    """
    parts = _parts(rule)
    frequency = parts["FREQ"]
    if not set(parts) <= _ALIKE[frequency] | _ALWAYS:
        return False
    numbered = re.search(r"\d", parts.get("BYDAY", "")) is not None
    if numbered and frequency in {"DAILY", "WEEKLY"}:
        return False
    if numbered and "BYMONTHDAY" in parts:
        return False
    return "BYSETPOS" not in parts or bool({"BYDAY", "BYMONTH", "BYMONTHDAY"} & set(parts))


def ends(rule: str) -> bool:
    """Tell whether a rule itself says when it ends.

    >>> ends("FREQ=DAILY;COUNT=3"), ends("FREQ=DAILY")
    (True, False)
    """
    return bool({"COUNT", "UNTIL"} & set(_parts(rule)))


def without_end(rule: str) -> str:
    """Give the rule without COUNT and UNTIL.

    >>> without_end("FREQ=DAILY;COUNT=3;INTERVAL=2")
    'FREQ=DAILY;INTERVAL=2'
    """
    return ";".join(f"{name}={value}" for name, value in _parts(rule).items() if name not in {"COUNT", "UNTIL"})


def _parts(rule: str) -> dict[str, str]:
    return {name: value for name, _, value in (part.partition("=") for part in rule.split(";"))}
