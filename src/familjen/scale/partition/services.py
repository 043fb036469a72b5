"""Groupings for several services, each its own or one for all (indelning för flera tjänster)."""

from collections.abc import Iterator, Mapping
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from familjen.amounts.weights import is_mapping
from familjen.errors import InvalidValueError
from familjen.games.explanation import Explanation
from familjen.games.grid import as_html, as_lines
from familjen.games.listing import Table
from familjen.games.shares import AnyGame
from familjen.language import Phrase, listed, worded
from familjen.progress import Progress
from familjen.scale.partition.best import best_partition
from familjen.scale.partition.candidates import ROOM
from familjen.scale.partition.costs import Costs, GroupCosts, Party, read_costs
from familjen.scale.partition.near import Neighbours
from familjen.scale.partition.partition import Partition
from familjen.scale.partition.reading import reading_of
from familjen.validators import show

__all__ = ["Partitions", "best_partitions"]

_TITLE = Phrase("Groupings for {services}", "Indelningar för {services}")
_OWN = Phrase("{service} by itself: {groups}, {cost}.", "{service} för sig: {groups}, {cost}.")
_ONE = Phrase("One grouping for all: {groups}, {cost}.", "En indelning för alla: {groups}, {cost}.")
_MORE = Phrase(
    "One grouping for all costs {by} more than one for each. What it spares in meetings and agreements counts only "
    "where the costs that were given say so.",
    "En indelning för alla kostar {by} mer än en för varje. Vad den sparar i möten och avtal räknas bara där "
    "kostnaderna som angavs säger det.",
)
_BOUND = Phrase(
    "Not every partition is proven to be the cheapest, so the difference may be another: see each proof.",
    "Alla indelningar är inte bevisat billigast, så skillnaden kan vara en annan: se varje bevis.",
)


@attrs.frozen(repr=False)
class Partitions(Mapping[str, Partition]):
    """The best partition for each service, beside one for all services (indelningar): a mapping of service to it."""

    each: Mapping[str, Partition]
    """Each service's own best partition."""
    common: Partition
    """The best partition for all services together."""
    under_common: Mapping[str, float]
    """What each service costs by that common partition."""

    def __getitem__(self, service: str) -> Partition:
        return self.each[service]

    def __iter__(self) -> Iterator[str]:
        return iter(self.each)

    def __len__(self) -> int:
        return len(self.each)

    @property
    def cost(self) -> float:
        """What all services cost, each by its own partition."""
        return float(sum(partition.cost for partition in self.each.values()))

    @property
    def extra(self) -> float:
        """What one partition for all costs more than one for each."""
        return self.common.cost - self.cost

    @property
    def is_exact(self) -> bool:
        """Tell whether every partition is proven to be the cheapest."""
        return self.common.is_exact and all(partition.is_exact for partition in self.each.values())

    def to_rows(self) -> list[dict[str, Any]]:
        """Give a dict for each service, which pandas, polars, csv and Excel take as they are."""
        return [
            {
                "service": name,
                "groups": len(partition.groups),
                "cost": partition.cost,
                "saving": partition.saving,
                "cost_in_common": self.under_common[name],
                "more_in_common": self.under_common[name] - partition.cost,
            }
            for name, partition in self.each.items()
        ]

    def table(self, lang: str = "en") -> Table:
        """Give the heading, a row for each service, and the sums below, as text.

        Raises:
            InvalidValueError: It is not a language of ours.
        """
        reading = reading_of([*[partition.cost for partition in self.each.values()], self.common.cost], lang)
        head = (
            worded(lang, "Service", "Tjänst"),
            worded(lang, "groups", "grupper"),
            worded(lang, "costs", "kostar"),
            worded(lang, "in common", "i gemensam"),
            worded(lang, "more", "mer"),
        )
        rows = [
            (
                name,
                str(len(partition.groups)),
                *map(reading.say, (partition.cost, shared := self.under_common[name], shared - partition.cost)),
            )
            for name, partition in self.each.items()
        ]
        sums = map(reading.say, (self.cost, self.common.cost, self.extra))
        return head, rows, [(worded(lang, "All", "Alla"), str(len(self.common.groups)), *sums)]

    def text(self, lang: str = "en") -> str:
        """Give it as a plain table, in English (``"en"``) or Swedish (``"sv"``)."""
        return "\n".join(as_lines(*self.table(lang)))

    def explain(self, lang: str = "en") -> Explanation:
        """Say which groups form for each service and for all, and what one grouping costs more; print it to read it.

        Raises:
            InvalidValueError: It is not a language of ours.
        """
        reading = reading_of([*[partition.cost for partition in self.each.values()], self.common.cost], lang)
        lines = [
            _OWN.of(service=name, groups=_groups(partition, lang), cost=reading.told(partition.cost)).said(lang)
            for name, partition in self.each.items()
        ]
        lines.append(_ONE.of(groups=_groups(self.common, lang), cost=reading.told(self.common.cost)).said(lang))
        lines.append(_MORE.of(by=reading.told(self.extra)).said(lang))
        if not self.is_exact:
            lines.append(_BOUND.said(lang))
        return Explanation(_TITLE.of(services=listed(self.each, lang)).said(lang), tuple(lines))

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        return f"<Partitions of {', '.join(self.each)}: one for all costs {self.extra:,.6g} more>"

    def _repr_html_(self) -> str:
        return as_html(*self.table())


def _groups(partition: Partition, lang: str) -> str:
    return listed(("+".join(map(str, group)) for group in partition.groups), lang)


@attrs.frozen(eq=False)
class _Sum:
    """What groups cost for all services together."""

    parties: tuple[Party, ...]
    services: tuple[Costs, ...]

    def many(self, members: NDArray[np.bool_]) -> NDArray[np.float64]:
        total = np.zeros(len(members))
        for costs in self.services:
            total = total + costs.many(members)
        return total


def best_partitions(
    services: Mapping[str, AnyGame | GroupCosts],
    *,
    neighbours: Neighbours | None = None,
    most: int | None = None,
    at_least: int | None = None,
    room: int = ROOM,
    seconds: float | None = 60.0,
    on_progress: Progress | None = None,
) -> Partitions:
    """Find the best partition for each service, and one for all of them, with what that costs more.

    Args:
        services: What groups cost for each service, as for `best_partition`, for the same parties in the same order.
        neighbours: As for `best_partition`; and so are all others.
        most: The most parties of a group.
        at_least: The fewest parties of a group.
        room: So many groups are gone through at most.
        seconds: How long an integer program may go on.
        on_progress: Told after each step, service by service.

    Complexity: that of `best_partition` for each service and once more.

    Raises:
        InvalidValueError: There is no service, or the parties are not the same; or as for `best_partition`.
        UnknownIdError: A neighbour is no party.

    >>> from familjen.games import CostGame
    >>> rescue = CostGame.of({"a": 3, "b": 3, "c": 3, "a+b": 4, "a+c": 6, "b+c": 6, "a+b+c": 8})
    >>> school = CostGame.of({"a": 3, "b": 3, "c": 3, "a+b": 6, "a+c": 6, "b+c": 5, "a+b+c": 9})
    >>> best_partitions({"rescue": rescue, "school": school})
    <Partitions of rescue, school: one for all costs 1 more>
    """
    if not is_mapping(services) or not services:
        reason = f"{show(services)} names no services; give {{service: costs}}"
        raise InvalidValueError(reason, attribute="services")
    read = {str(name): read_costs(costs) for name, costs in services.items()}
    first, *others = read.items()
    for name, costs in others:
        if costs.parties != first[1].parties:
            reason = f"{name} has other parties than {first[0]}, or in another order; give the same for each service"
            raise InvalidValueError(reason, attribute="services")
    asked: dict[str, Any] = {"neighbours": neighbours, "most": most, "at_least": at_least}
    asked |= {"room": room, "seconds": seconds, "on_progress": on_progress}
    each = {name: best_partition(costs.given, **asked) for name, costs in read.items()}
    common = best_partition(_Sum(first[1].parties, tuple(read.values())), **asked)
    rows = np.array([[party in group for party in first[1].parties] for group in common.groups])
    under = {name: float(costs.many(rows).sum()) for name, costs in read.items()}
    return Partitions(each, common, under)
