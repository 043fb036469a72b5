"""Equal claims to the last units of a split (lika jämförelsetal)."""

from collections.abc import Hashable
from typing import Any, Generic, TypeVar

import attrs

from familjen.validators import is_whole, refuse, show

__all__ = ["Tie"]

L_co = TypeVar("L_co", bound=Hashable, covariant=True)


def _among_labels(instance: Any, attribute: "attrs.Attribute[Any]", value: Any) -> None:
    if len(value) != instance.units or len(value) >= len(instance.labels) or not set(value) < set(instance.labels):
        reason = f"{show(value)} are not {instance.units} of the {len(instance.labels)} labels, with others left out"
        refuse(instance, attribute, reason)


@attrs.frozen
class Tie(Generic[L_co]):
    """Equal claims to the last units of a split, more of them than units (lika jämförelsetal).

    The larger weight goes first, and among equal weights the first in label order: labels are compared as Python
    compares them, so text by code point and the same on every machine. Weights without labels go by position.

    >>> print(Tie(("A", "B"), units=1, winners=("A",)))
    'A' and 'B' had equal claims to the last unit; 'A' got it
    """

    labels: tuple[L_co, ...]
    """The parties with equal claims, in the order given."""
    units: int = attrs.field(kw_only=True, validator=is_whole(1))
    """How many units were left for them: at least 1, and fewer than the parties."""
    winners: tuple[L_co, ...] = attrs.field(kw_only=True, validator=_among_labels)
    """Those that got one, in the order given."""

    def __str__(self) -> str:
        last, them = ("unit", "it") if self.units == 1 else (f"{self.units} units", "one each")
        return f"{_listed(self.labels)} had equal claims to the last {last}; {_listed(self.winners)} got {them}"


def _listed(labels: tuple[Hashable, ...]) -> str:
    names = [show(label) for label in labels]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
