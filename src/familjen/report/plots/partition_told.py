"""What the map of a partition says in words (indelningen i ord)."""

from collections.abc import Sequence

from familjen.language import listed, worded
from familjen.places import place
from familjen.report.plots.amounts import counted, in_words
from familjen.report.plots.heading import NAMED, Heading, caution, made_up, nameless
from familjen.scale.partition import Partition
from familjen.scale.service import ServiceCost

__all__ = ["heading_of", "name_of"]


def name_of(party: object) -> str:
    """Give a municipality's name by its code or name.

    Raises:
        UnknownIdError: There is no such municipality.

    >>> name_of("1283")
    'Helsingborg'
    """
    return place(str(party)).municipality.name


def heading_of(partition: Partition, lang: str) -> Heading:
    """Say what the groups cost, and how surely no others cost less."""
    service = partition.given.given
    is_service = isinstance(service, ServiceCost)
    unit = worded(lang, "kr a year", "kr per år") if is_service else ""
    groups = _groups(partition, unit, lang)
    few = partition.given.number <= NAMED
    notes = [*(groups if few else [nameless(lang)]), *([caution(lang)] if partition.saving > 0 else [])]
    illustrative = made_up(service.assumptions.values(), lang) if isinstance(service, ServiceCost) else ""
    subtitle = partition.proof.text(partition.cost, lang)
    return Heading(_title(partition, unit, lang), subtitle, illustrative, tuple(notes), () if few else tuple(groups))


def _title(partition: Partition, unit: str, lang: str) -> str:
    count = len(partition.groups)
    groups = worded(
        lang,
        f"{counted(count, lang)} group{'s' * (count != 1)}",
        f"{counted(count, lang)} grupp{'er' * (count != 1)}",
    )
    cost = in_words(partition.cost, lang, unit)
    return worded(
        lang,
        f"In {groups} it costs {cost}, {_change(partition.saving, unit, lang)}",
        f"I {groups} kostar det {cost}, {_change(partition.saving, unit, lang)}",
    )


def _change(saving: float, unit: str, lang: str) -> str:
    size = in_words(saving, lang, unit.partition(" ")[0])
    if not saving:
        return worded(lang, "as much as each alone", "lika mycket som var för sig")
    if saving > 0:
        return worded(lang, f"{size} less than each alone", f"{size} mindre än var för sig")
    return worded(lang, f"{size} more than each alone", f"{size} mer än var för sig")


def _groups(partition: Partition, unit: str, lang: str) -> Sequence[str]:
    """Say who is in each group, and what it costs."""
    found: list[str] = []
    for number, group in enumerate(partition.groups, start=1):
        cost, alone = partition.costs[number - 1], partition.alone[number - 1]
        names = listed([name_of(party) for party in group], lang)
        change = f", {_change(alone - cost, unit, lang)}" if len(group) > 1 else ""
        found.append(f"{number}: {names} – {in_words(cost, lang, unit)}{change}.")
    return found
