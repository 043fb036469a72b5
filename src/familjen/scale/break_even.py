"""How many partners it takes, and what one more is worth (hur många parter krävs)."""

from itertools import combinations
from math import comb
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from familjen.allocation.grid import as_html, as_lines
from familjen.amounts.exact import is_integer
from familjen.errors import InvalidValueError
from familjen.language import worded
from familjen.scale.benefit_told import say_whole
from familjen.scale.outcomes import settled
from familjen.scale.service import ServiceCost, need_service
from familjen.validators import show

__all__ = ["BreakEven", "GroupSize", "break_even"]

Members = NDArray[np.bool_]
_MOST = 200_000
"""No more groups of one number of members are gone through."""


@attrs.frozen
class GroupSize:
    """What groups of a number of the parties save a year, in kronor (grupper av en storlek)."""

    members: int
    """How many are in a group."""
    groups: int
    """How many groups were looked at."""
    is_whole: bool
    """Whether those are all groups of so many."""
    least: float
    """What the one that saves least saves, against each member alone; below zero it loses."""
    mean: float
    """What they save in the mean."""
    most: float
    """What the one that saves most saves."""
    best: tuple[str, ...]
    """The one that saves most."""


@attrs.frozen(repr=False)
class BreakEven:
    """What groups of the parties save by their number, and what each party's being there is worth (parter)."""

    service: ServiceCost
    """What the service costs."""
    sizes: tuple[GroupSize, ...]
    """Groups of two, three and so on."""
    worth: dict[str, float]
    """What all would save less a year if this party were not there, in kronor."""

    @property
    def fewest(self) -> int | None:
        """The fewest members with which some group saves: break-even at best; ``None`` where none does."""
        return next((each.members for each in self.sizes if each.most > 0), None)

    @property
    def enough(self) -> int | None:
        """The number of members from which every group that was looked at saves; ``None`` where there is none."""
        losing = [each.members for each in self.sizes if each.least <= 0]
        first = max(losing) + 1 if losing else self.sizes[0].members
        return first if first <= self.sizes[-1].members else None

    def to_rows(self) -> list[dict[str, object]]:
        """Give a dict for each number of members."""
        return [attrs.asdict(each) for each in self.sizes]

    def explain(self, lang: str = "en") -> str:
        """Say how many partners it takes, and what each is worth.

        Raises:
            InvalidValueError: It is not a language of ours.
        """
        lines: list[str] = []
        if self.fewest is None:
            lines.append(
                worded(lang, "No group that was looked at saves anything.", "Ingen prövad grupp sparar något.")
            )
        else:
            best = ", ".join(next(each.best for each in self.sizes if each.members == self.fewest))
            lines.append(
                worded(
                    lang,
                    f"At best {self.fewest} parties are enough to save: {best}.",
                    f"I bästa fall räcker {self.fewest} parter för att spara: {best}.",
                )
            )
        if self.enough is not None:
            lines.append(
                worded(
                    lang,
                    f"From {self.enough} parties on, every group that was looked at saves.",
                    f"Från {self.enough} parter sparar varje prövad grupp.",
                )
            )
        if self.service.once(np.ones((1, len(self.worth)), dtype=np.bool_))[0]:
            lines.append(worded(lang, "What starting costs is not counted in.", "Vad starten kostar är inte inräknat."))
        lines += [_missed(party, worth, lang) for party, worth in self.worth.items()]
        return "\n".join(lines)

    def table(self, lang: str = "en") -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
        """Give the heading, and a row for each number of members, as text."""
        head = (
            worded(lang, "Members", "Parter"),
            worded(lang, "Groups", "Grupper"),
            worded(lang, "Least saved", "Minst sparat"),
            worded(lang, "Mean", "Medel"),
            worded(lang, "Most saved", "Mest sparat"),
        )
        rows = [
            (
                str(each.members),
                f"{'' if each.is_whole else '≥ '}{each.groups}",
                *(say_whole(amount, lang) for amount in (each.least, each.mean, each.most)),
            )
            for each in self.sizes
        ]
        return head, rows

    def __str__(self) -> str:
        return "\n".join(as_lines(*self.table()))

    def __repr__(self) -> str:
        return f"<BreakEven: of {len(self.service.parties)}, {self.fewest or 'none'} enough at best>"

    def _repr_html_(self) -> str:
        return as_html(*self.table())


def _missed(party: str, worth: float, lang: str) -> str:
    """Say what all would save without a party."""
    amount = say_whole(abs(worth), lang)
    if amount == "0":
        return worded(lang, f"Without {party} all would save as much.", f"Utan {party} skulle alla spara lika mycket.")
    return worded(
        lang,
        f"Without {party} all would save {amount} kr a year {'less' if worth > 0 else 'more'}.",
        f"Utan {party} skulle alla spara {amount} kr {'mindre' if worth > 0 else 'mer'} per år.",
    )


def break_even(service: ServiceCost, *, seed: int = 0) -> BreakEven:
    """Say how many of the parties it takes until doing it together saves, and what each one's being there is worth.

    Savings are yearly: what starting costs once is not counted in; `scale_benefit` says when it is saved again.
    All groups of each number of members are gone through where there are no more than 200,000. Of more, some are drawn
    (200,000 / n) at random, those of the largest and of the smallest parties among them, and the result says so.

    Args:
        service: What the service costs; assumptions are at their base.
        seed: Draws the same groups again.

    Raises:
        InvalidValueError: There is one party alone, or the seed is no whole number of zero or more.

    Complexity: O(n · 200,000) evaluations at most.

    >>> from familjen.scale import Cooperating, FixedVariable
    >>> curve, cooperating = FixedVariable(100_000, 50), Cooperating(fixed=150_000)
    >>> found = break_even(ServiceCost.of({"Ale": 9_000, "Bjuv": 8_000, "Höör": 7_000}, curve, cooperating=cooperating))
    >>> print(found)
    Members  Groups  Least saved     Mean  Most saved
    -------------------------------------------------
    2             3      -50,000  -50,000     -50,000
    3             1       50,000   50,000      50,000
    >>> found.fewest, found.worth["Ale"]
    (3, 100000.0)
    """
    need_service(service)
    if not is_integer(type(seed)) or seed < 0:
        raise InvalidValueError(f"{show(seed)} is no seed; give a whole number of zero or more", attribute="seed")
    number = len(service.parties)
    if number < 2:  # noqa: PLR2004 - somebody must be there to join
        reason = f"{service.parties[0]} is alone; give two parties or more"
        raise InvalidValueError(reason, attribute="service")
    alone = service.many(np.eye(number, dtype=np.bool_))
    order = np.argsort([float(size) for size in service.sizes.values()], kind="stable")
    rng = np.random.default_rng(seed)
    found = [_of_number(service, members, alone, order, rng) for members in range(2, number + 1)]
    everybody = np.ones((number + 1, number), dtype=np.bool_)
    everybody[np.arange(number), np.arange(number)] = False
    saved = _saved(service, everybody, alone)
    worth = {party: float(saved[-1] - saved[place]) for place, party in enumerate(service.parties)}
    return BreakEven(service, tuple(found), worth)


def _of_number(
    service: ServiceCost, members: int, alone: NDArray[np.float64], order: NDArray[Any], rng: np.random.Generator
) -> GroupSize:
    number = len(service.parties)
    is_whole = comb(number, members) <= _MOST
    groups = _all(number, members) if is_whole else _some(members, order, rng)
    saved = _saved(service, groups, alone)
    best = int(saved.argmax())
    names = tuple([service.parties[place] for place in np.flatnonzero(groups[best])])
    return GroupSize(members, len(groups), is_whole, float(saved.min()), float(saved.mean()), float(saved[best]), names)


def _saved(service: ServiceCost, groups: Members, alone: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give what groups save, free of the rounding of floats."""
    apart = groups @ alone
    return settled(apart - service.many(groups), apart)


def _all(number: int, members: int) -> Members:
    """Give all groups of so many members."""
    places = np.array(list(combinations(range(number), members)), dtype=np.int16)
    found = np.zeros((len(places), number), dtype=np.bool_)
    np.put_along_axis(found, places.astype(np.intp), values=True, axis=1)
    return found


def _some(members: int, order: NDArray[Any], rng: np.random.Generator) -> Members:
    """Draw groups of so many members, those of the smallest and of the largest among them."""
    number = len(order)
    found = np.zeros((_MOST // number, number), dtype=np.bool_)
    drawn = rng.random(found.shape).argpartition(members - 1, axis=1)[:, :members]
    np.put_along_axis(found, drawn, values=True, axis=1)
    found[0], found[1] = False, False
    found[0, order[:members]], found[1, order[-members:]] = True, True
    return np.unique(found, axis=0)
