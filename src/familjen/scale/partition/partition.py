"""A partition: everyone in one group, and what that costs (indelning)."""

from typing import TYPE_CHECKING, Any

import attrs
import numpy as np

from familjen.games.grid import as_html, as_lines
from familjen.games.listing import Table
from familjen.language import worded
from familjen.scale.partition.costs import Costs, Party
from familjen.scale.partition.proof import Proof
from familjen.scale.partition.reading import reading_of
from familjen.scale.partition.rules import Rules

if TYPE_CHECKING:
    from familjen.games.explanation import Explanation

__all__ = ["Partition", "partition_of"]


@attrs.frozen(eq=False, repr=False)
class Partition:
    """Everyone in one group, what that costs, and how surely nothing costs less (indelning).

    It rests on the costs that were given. That groups cost less than their members alone is what those costs say, not
    what this finds out.
    """

    groups: tuple[tuple[Party, ...], ...]
    """The groups, by their first party; their members in the order of the parties."""
    costs: tuple[float, ...]
    """What each group costs, in the unit of the costs that were given."""
    alone: tuple[float, ...]
    """What the members of each group cost alone, summed up."""
    together: float
    """What all cost in one group, whether or not that may form."""
    proof: Proof
    """How surely nothing costs less."""
    rules: Rules
    """Which groups may form."""
    given: Costs
    """Who says what groups cost."""

    @property
    def cost(self) -> float:
        """What the groups cost in all."""
        return float(sum(self.costs))

    @property
    def saving(self) -> float:
        """What is saved against all being alone; below zero where that may not be, and the groups cost more."""
        return float(sum(self.alone)) - self.cost

    @property
    def lower(self) -> float:
        """What no partition costs less than, as far as `proof` tells."""
        return self.proof.lower

    @property
    def is_exact(self) -> bool:
        """Tell whether it is proven that no partition that may form costs less."""
        return self.proof.is_all and self.proof.is_closed(self.cost)

    def group_of(self, party: Party) -> tuple[Party, ...]:
        """Give the group that a party is in.

        Raises:
            UnknownIdError: It is no party.
        """
        self.given.place(party)
        return next(group for group in self.groups if party in group)

    def numbers(self) -> list[int]:
        """Give each group as a number with a bit for each member."""
        return [sum(1 << self.given.place(party) for party in group) for group in self.groups]

    def verify(self) -> bool:
        """Check anew that everyone is in one group that may form, what groups cost, and what none undercuts.

        The bound of a subset convolution is found once more with the parties in the reverse order; that of prices is
        held against every group. The branch and bound of an integer program is not done again.

        Returns:
            True.

        Raises:
            CertificateError: Something does not hold.
        """
        from familjen.scale.partition.verifying import verified

        return verified(self)

    def to_rows(self) -> list[dict[str, Any]]:
        """Give a dict for each party, which pandas, polars, csv and Excel take as they are."""
        return [
            {"party": party, "group": number, "members": len(group), "group_cost": cost, "group_saving": alone - cost}
            for number, (group, cost, alone) in enumerate(
                zip(self.groups, self.costs, self.alone, strict=True), start=1
            )
            for party in group
        ]

    def table(self, lang: str = "en") -> Table:
        """Give the heading, a row for each group, and the sums below, as text.

        Raises:
            InvalidValueError: It is not a language of ours.
        """
        reading = reading_of([*self.costs, *self.alone], lang)
        head = (
            worded(lang, "Group", "Grupp"),
            worded(lang, "costs", "kostar"),
            worded(lang, "alone", "var för sig"),
            worded(lang, "saves", "sparar"),
        )
        rows = [
            (", ".join(map(str, group)), *map(reading.say, (cost, alone, alone - cost)))
            for group, cost, alone in zip(self.groups, self.costs, self.alone, strict=True)
        ]
        everyone = (self.cost, float(sum(self.alone)), self.saving)
        return head, rows, [(worded(lang, "All", "Alla"), *map(reading.say, everyone))]

    def text(self, lang: str = "en") -> str:
        """Give it as a plain table, in English (``"en"``) or Swedish (``"sv"``)."""
        return "\n".join(as_lines(*self.table(lang)))

    def explain(self, lang: str = "en") -> "Explanation":
        """Say which groups form, what that saves, and how surely nothing costs less; print it to read it.

        Raises:
            InvalidValueError: It is not a language of ours.
        """
        from familjen.scale.partition.telling import explanation_of

        return explanation_of(self, lang)

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        how = "exact" if self.is_exact else f"at least {self.lower:,.10g}" if self.proof.is_all else "searched"
        count = len(self.groups)
        saves = f"saves {self.saving:,.10g}"
        return f"<Partition: {count} group{'s' * (count != 1)}, cost {self.cost:,.10g}, {saves}, {how}>"

    def _repr_html_(self) -> str:
        return as_html(*self.table())


def partition_of(costs: Costs, rules: Rules, groups: list[list[int]], proof: Proof) -> Partition:
    """Make a partition from groups of places, and ask once more what they cost."""
    ordered = sorted(sorted(group) for group in groups)
    number = costs.number
    rows = np.zeros((number + 1 + len(ordered), number), dtype=np.bool_)  # each alone, all together, and the groups
    rows[np.arange(number), np.arange(number)] = rows[number] = True
    for row, group in zip(rows[number + 1 :], ordered, strict=True):
        row[group] = True
    told = costs.many(rows)
    return Partition(
        tuple([tuple([costs.parties[place] for place in group]) for group in ordered]),
        tuple(told[number + 1 :].tolist()),
        tuple([float(told[group].sum()) for group in ordered]),
        float(told[number]),
        proof,
        rules,
        costs,
    )
