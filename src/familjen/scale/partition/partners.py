"""The groups that are best for one party (bästa partner)."""

from collections.abc import Mapping
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from familjen.errors import UnknownIdError
from familjen.games.grid import as_html, as_lines
from familjen.games.listing import Table
from familjen.games.number import Number
from familjen.games.shares import AnyGame
from familjen.language import Phrase, worded
from familjen.scale.partition.candidates import ROOM
from familjen.scale.partition.costs import GroupCosts, Party, read_costs
from familjen.scale.partition.enumeration import enumerated
from familjen.scale.partition.near import Neighbours
from familjen.scale.partition.reading import reading_of
from familjen.scale.partition.rules import read_rules, whole
from familjen.scale.partition.splits import SPLITS, read_sizes

__all__ = ["PartnerGroup", "Partners", "best_partners"]

_BY = ("part", "saving")
_ALL = Phrase("All groups that may form were gone through.", "Alla grupper som får bildas har gåtts igenom.")
_SOME = Phrase(
    "All groups of at most {most} were gone through, no larger ones.",
    "Alla grupper om högst {most} har gåtts igenom, inga större.",
)


@attrs.frozen
class PartnerGroup:
    """A group with the party, what it pays in it, and whether all others gain too (grupp)."""

    members: tuple[Party, ...]
    """Who is in it, in the order of the parties."""
    cost: float
    """What the group costs."""
    saving: float
    """What it saves against its members alone; below zero where it costs more."""
    part: float
    """What the party pays in it, by the split that was asked for."""
    gain: float
    """What the party saves against being alone."""
    suits_all: bool
    """Whether no member pays more than alone, by the same split."""


@attrs.frozen(repr=False)
class Partners:
    """Groups with one party, the best first (bästa partner)."""

    party: Party
    """Whose groups they are."""
    split: str
    """How a group's cost is split."""
    by: str
    """What they are ranked by: ``"part"`` of the party, or ``"saving"`` of the group."""
    ranked: tuple[PartnerGroup, ...]
    """The groups, the best first; being alone is one of them."""
    most: int
    """Up to this size all groups that may form were gone through."""
    is_all: bool
    """Whether there are no larger ones that may form."""

    def to_rows(self) -> list[dict[str, Any]]:
        """Give a dict for each group, which pandas, polars, csv and Excel take as they are."""
        return [
            {"rank": rank, "members": "+".join(map(str, group.members)), **attrs.asdict(group, filter=_is_number)}
            for rank, group in enumerate(self.ranked, start=1)
        ]

    def table(self, lang: str = "en") -> Table:
        """Give the heading, a row for each group, and nothing below, as text.

        Raises:
            InvalidValueError: It is not a language of ours.
        """
        numbers = [number for group in self.ranked for number in (group.cost, group.saving, group.part)]
        reading = reading_of(numbers, lang)
        head = (
            worded(lang, "Group", "Grupp"),
            worded(lang, "costs", "kostar"),
            worded(lang, "saves", "sparar"),
            worded(lang, f"{self.party} pays", f"{self.party} betalar"),
            worded(lang, "suits all", "passar alla"),
        )
        yes, no = worded(lang, "yes", "ja"), worded(lang, "no", "nej")
        rows = [
            (
                ", ".join(map(str, group.members)),
                *map(reading.say, (group.cost, group.saving, group.part)),
                yes if group.suits_all else no,
            )
            for group in self.ranked
        ]
        return head, rows, []

    def text(self, lang: str = "en") -> str:
        """Give it as a plain table, and how much was gone through, in English (``"en"``) or Swedish (``"sv"``)."""
        through = _ALL.said(lang) if self.is_all else _SOME.of(most=self.most).said(lang)
        return "\n".join([*as_lines(*self.table(lang)), through])

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        first = "+".join(map(str, self.ranked[0].members)) if self.ranked else "none"
        return f"<Partners of {self.party}: {len(self.ranked)} groups by {self.by}, first {first}>"

    def _repr_html_(self) -> str:
        return as_html(*self.table())


def _is_number(attribute: "attrs.Attribute[Any]", _: object) -> bool:
    return attribute.name != "members"


def best_partners(
    costs: AnyGame | GroupCosts,
    party: Party,
    *,
    split: str = "equal saving",
    sizes: Mapping[Any, Number] | None = None,
    by: str = "part",
    first: int = 10,
    neighbours: Neighbours | None = None,
    most: int | None = None,
    room: int = ROOM,
) -> Partners:
    """Rank the groups that a party can be in, by what it pays itself or by what the group saves (bästa partner).

    Whom a party would choose depends on how a group splits its cost, and a group is there only if the others choose it
    too: `PartnerGroup.suits_all` tells whether nobody in it pays more than alone.

    Args:
        costs: As for `best_partition`.
        party: The party.
        split: ``"equal saving"``, everyone pays its cost alone less an equal part of the saving; ``"by cost alone"``,
            in proportion to what each costs alone; or ``"by size"``, in proportion to ``sizes``.
        sizes: Each party's size above zero, such as inhabitants; for ``"by size"`` only.
        by: ``"part"``, the least that the party pays first; or ``"saving"``, the most that the group saves.
        first: So many groups at most, the best ones.
        neighbours: As for `best_partition`.
        most: The most parties of a group.
        room: So many groups are gone through at most, small ones first.

    Complexity: one question about each group with the party.

    Raises:
        InvalidValueError: An argument is out of range, a cost is not finite, or alone somebody costs nothing or less
            where a split is in proportion to that.
        UnknownIdError: There is no such party, split or order.

    >>> from familjen.games import CostGame
    >>> game = CostGame.of({"a": 3, "b": 4, "c": 5, "a+b": 6, "a+c": 6, "b+c": 9, "a+b+c": 13})
    >>> print(best_partners(game, "a", first=2))
    Group  costs  saves  a pays  suits all
    --------------------------------------
    a, c     6.0    2.0     2.0        yes
    a, b     6.0    1.0     2.5        yes
    All groups that may form were gone through.
    """
    read = read_costs(costs)
    place = read.place(party)
    for kind, value, known in (("split", split, tuple(SPLITS)), ("order", by, _BY)):
        if value not in known:
            raise UnknownIdError.of(kind, str(value), known)
    rules = read_rules(read, neighbours, most, None)
    count, limit = whole(first, "first", "how many groups"), whole(room, "room", "the most groups to go through")
    found = enumerated(rules.near, read.number, rules.most, limit, root=place)
    alone, weights = read.alone(), read_sizes(sizes, read.parties, split)
    ranked = _best_of([_Block.of(block, read.of(block), alone, weights, split) for block in found.blocks], by, count)
    groups = tuple(block.group(row, read.parties) for block, row in ranked)
    return Partners(party, split, by, groups, rules.most if found.is_all else found.most, found.is_all)


@attrs.frozen(eq=False)
class _Block:
    """Groups of one size with the party first, what they cost and save, and what each member pays."""

    members: NDArray[np.int16]
    costs: NDArray[np.float64]
    alone: NDArray[np.float64]
    parts: NDArray[np.float64]

    @classmethod
    def of(cls, members: Any, costs: Any, alone: Any, weights: Any, split: str) -> "_Block":
        apart = alone[members]
        return cls(members, costs, apart, SPLITS[split](costs, apart, None if weights is None else weights[members]))

    def order(self, by: str) -> NDArray[np.float64]:
        return self.parts[:, 0] if by == "part" else self.costs - self.alone.sum(axis=1)

    def group(self, row: int, parties: tuple[Party, ...]) -> PartnerGroup:
        apart, parts, cost = self.alone[row], self.parts[row], float(self.costs[row])
        room = 1e-12 * float(np.abs(apart).sum())
        return PartnerGroup(
            tuple([parties[place] for place in sorted(self.members[row].tolist())]),
            cost,
            float(apart.sum()) - cost,
            float(parts[0]),
            float(apart[0] - parts[0]),
            bool((parts <= apart + room).all()),
        )


def _best_of(blocks: list[_Block], by: str, count: int) -> list[tuple[_Block, int]]:
    """Give the best groups of all blocks, smaller ones first where they are equally good."""
    keys = np.concatenate([block.order(by) for block in blocks])
    owner = np.repeat(np.arange(len(blocks)), [len(block.costs) for block in blocks])
    starts = np.cumsum([0, *[len(block.costs) for block in blocks]])
    order = np.argsort(keys, kind="stable")[:count]
    return [(blocks[owner[each]], int(each - starts[owner[each]])) for each in order]
