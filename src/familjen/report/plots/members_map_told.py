"""What the map of members says in words (medlemskartan i ord)."""

import datetime as dt
import itertools
import math
from collections.abc import Sequence

from familjen.language import listed, worded
from familjen.model import Cooperation, Municipality
from familjen.places import distance_km, neighbours
from familjen.report.plots.amounts import counted, number
from familjen.report.plots.heading import NAMED, Heading, nameless

__all__ = ["borders_of", "map_heading"]


def borders_of(parties: Sequence[Municipality]) -> list[tuple[int, int]]:
    """Give the pairs of places in the list that share a land border.

    >>> from familjen.places import municipality
    >>> borders_of([municipality(name) for name in ("Bjuv", "Åstorp", "Båstad")])
    [(0, 1)]
    """
    beside = [{each.code for each in neighbours(party.code)} for party in parties]
    pairs = itertools.combinations(range(len(parties)), 2)
    return [(one, two) for one, two in pairs if parties[two].code in beside[one]]


def map_heading(
    coop: Cooperation, inside: Sequence[Municipality], others: Sequence[Municipality], on: dt.date | None, lang: str
) -> Heading:
    """Say how many members there are, whether borders join them, and who is not on the map."""
    day = f", {on}" if on is not None else ""
    names = listed([party.name for party in inside], lang)
    told = [worded(lang, f"Members: {names}.", f"Medlemmar: {names}.")]
    notes: list[str] = []
    if others:
        beside = listed([party.name for party in others], lang)
        notes.append(worded(lang, f"Squares: other parties, {beside}.", f"Kvadrater: andra parter, {beside}."))
    elsewhere = [party.name for party in coop.parties if not isinstance(party, Municipality)]
    if elsewhere:
        who = listed(elsewhere, lang)
        notes.append(worded(lang, f"Not on the map: {who}.", f"Inte på kartan: {who}."))
    if len(inside) > 1:
        english = "Distances are straight lines between the middles of the municipalities."
        notes.append(worded(lang, english, "Avstånd är fågelvägen mellan kommunernas mitt."))
    if len(inside) + len(others) > NAMED:
        notes.append(nameless(lang))
    return Heading(_title(inside, lang), f"{coop.name}{day}", notes=tuple(notes), told=tuple(told))


def _title(inside: Sequence[Municipality], lang: str) -> str:
    if len(inside) == 1:
        return worded(lang, f"{inside[0].name} is the only member", f"{inside[0].name} är den enda medlemmen")
    count = counted(len(inside), lang)
    farthest = max(distance_km(one.code, two.code) for one, two in itertools.combinations(inside, 2))
    km, groups = number(math.ceil(farthest), 0, lang), _groups(len(inside), borders_of(inside))
    if groups == 1:
        joined = worded(lang, "are joined by borders, and", "hänger ihop med gränser och")
    else:
        many = counted(groups, lang)
        english, swedish = f"form {many} groups by their borders, and", f"bildar {many} grupper efter sina gränser och"
        joined = worded(lang, english, swedish)
    return worded(
        lang,
        f"The {count} members {joined} lie within {km} km of each other",
        f"De {count} medlemmarna {joined} ligger inom {km} km från varandra",
    )


def _groups(number_of: int, pairs: Sequence[tuple[int, int]]) -> int:
    """Count the groups that borders join."""
    group = list(range(number_of))
    for one, two in pairs:
        old, new = group[one], group[two]
        group = [new if each == old else each for each in group]
    return len(set(group))
