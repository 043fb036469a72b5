"""Rules of other packages, found by the entry-point group ``familjen.rules``."""

from collections.abc import Iterable
from functools import cache
from importlib.metadata import EntryPoint, entry_points

import attrs

from familjen.rules.rule import Rule

__all__ = ["GROUP", "Plugins", "installed"]

GROUP = "familjen.rules"
"""The entry-point group: each entry is a `Rule`, or a list or tuple of rules."""


@attrs.frozen
class Plugins:
    """The rules of installed packages, and what could not be loaded (insticksregler)."""

    rules: tuple[Rule, ...] = ()
    """The rules, by entry point in alphabetical order."""
    failures: tuple[tuple[str, str], ...] = ()
    """Name of each entry point that failed, and why."""


@cache
def installed() -> Plugins:
    """Load the rules of installed packages, once in a process."""
    return loaded(entry_points(group=GROUP))


def loaded(points: Iterable[EntryPoint]) -> Plugins:
    """Load the rules of these entry points; one that fails does not keep the others out."""
    rules: list[Rule] = []
    failures: list[tuple[str, str]] = []
    for point in sorted(points, key=lambda point: (point.name, point.value)):
        try:
            found = point.load()
            listed = (found,) if isinstance(found, Rule) else tuple(found)
        except Exception as error:  # noqa: BLE001 - whatever another package does must not bring a check down
            failures.append((point.name, f"{type(error).__name__}: {error}"))
            continue
        strange = [item for item in listed if not isinstance(item, Rule)]
        if strange:
            failures.append((point.name, f"it gives {type(strange[0]).__name__}, which is not a Rule"))
        else:
            rules.extend(listed)
    return Plugins(tuple(rules), tuple(failures))
