"""Groups of a split and what they would gain by leaving, in words (grupper i ord)."""

from collections.abc import Sequence

import attrs
import numpy as np

from familjen.errors import InvalidValueError
from familjen.games import CostShares, Player
from familjen.games.coalition import members_of
from familjen.language import Listing, say, worded
from familjen.report.plots.amounts import Amounts, in_words, plus
from familjen.report.plots.heading import Heading
from familjen.report.plots.splits_verdict import by, called

__all__ = ["Group", "coalitions_heading", "groups_of"]

_FEW = 2
"""So many that are left out are named instead of those who are in."""


@attrs.frozen
class Group:
    """A group of players, and what it would gain by leaving (grupp)."""

    name: str
    """Who, as in a sentence."""
    excess: float
    """What it would gain; below zero, what it would lose."""
    single: bool
    """Whether it is one player."""

    @property
    def heading(self) -> str:
        """Its name at the beginning of a row."""
        return self.name[:1].upper() + self.name[1:]


def groups_of(shares: CostShares, most: int, lang: str) -> list[Group]:
    """Give the groups of some but not all, that with the most reason to leave first; of those alike the smallest.

    Raises:
        InvalidValueError: There is only one player.
        IntractableError: The players are too many to go through all groups.
    """
    players = shares.game.players
    if len(players) == 1:
        reason = f"{players[0]} is the only player, and there is no group; split among two or more"
        raise InvalidValueError(reason, attribute="shares")
    excesses = shares.excesses()[1:-1]
    excesses = np.where(np.abs(excesses) <= shares.room(), 0.0, excesses)
    sizes = np.array([mask.bit_count() for mask in range(1, len(excesses) + 1)])
    order = (np.lexsort((sizes, -excesses))[:most] + 1).tolist()
    return [
        Group(_name(mask, players, lang), float(excesses[mask - 1]), single=mask.bit_count() == 1) for mask in order
    ]


def _name(mask: int, players: Sequence[Player], lang: str) -> str:
    """Name a group by who is in it, or where few are not, by them."""
    outside = members_of(((1 << len(players)) - 1) ^ mask, players)
    inside = members_of(mask, players)
    if len(outside) <= _FEW < len(inside):
        names = Listing(tuple([str(player) for player in outside])).said(lang)
        return worded(lang, f"all but {names}", f"alla utom {names}")
    return Listing(tuple([str(player) for player in inside])).said(lang)


def coalitions_heading(shares: CostShares, groups: Sequence[Group], amounts: Amounts, illustrative: str) -> Heading:
    """Say whether a group does better by itself, and which is the nearest to it."""
    lang = amounts.lang
    every, shown = say((1 << len(shares.game.players)) - 2, lang), len(groups)
    subtitle = worded(
        lang,
        f"Of {every} groups the {shown} nearest to leaving.",
        f"Av {every} grupper de {shown} som är närmast att gå.",
    )
    gains = worded(lang, "by leaving", "på att gå")
    told = [f"{each.heading}: {plus(amounts.signed(each.excess))} {amounts.axis} {gains}." for each in groups]
    said = tuple([line.replace("  ", " ") for line in told])  # a game may have no unit
    return Heading(_title(shares, groups[0], amounts), subtitle, illustrative, told=said)


def _title(shares: CostShares, first: Group, amounts: Amounts) -> str:
    lang, unit = amounts.lang, amounts.axis.rpartition(" ")[2] if amounts.divisor > 1 else amounts.axis
    method, much = called(shares.method, lang), in_words(first.excess, lang, unit)
    if first.excess > 0:
        alone = worded(lang, "alone", "ensam") if first.single else worded(lang, "by themselves", "på egen hand")
        return worded(
            lang,
            f"By {by(method)} {first.name} would do {much} better {alone}",
            f"Med {method} skulle {first.name} klara sig {much} bättre {alone}",
        )
    lose = worded(lang, f"who would lose {much}", f"som skulle förlora {much}")
    if not first.excess:
        lose = worded(lang, "who would lose nothing", "som inte skulle förlora något")
    return worded(
        lang,
        f"By {by(method)} no group does better by itself; nearest to it: {first.name}, {lose}",
        f"Med {method} klarar sig ingen grupp bättre på egen hand; närmast: {first.name}, {lose}",
    )
