"""A partition in plain sentences (förklaring av en indelning)."""

from familjen.games.explanation import Explanation
from familjen.games.reading import Reading
from familjen.language import Phrase, listed
from familjen.scale.partition.partition import Partition
from familjen.scale.partition.reading import reading_of

__all__ = ["explanation_of"]

_NAMED = 20
"""So many groups have a sentence of their own."""

_TITLE = Phrase("{parties} parties in {groups} for {cost}", "{parties} parter i {groups} för {cost}")
_GROUP = Phrase(
    "{who} cost {cost} together and {alone} apart: {by} {word}.",
    "{who} kostar {cost} tillsammans och {alone} var för sig: {by} {word}.",
)
_LESS = Phrase("less", "mindre")
_MORE = Phrase("more", "mer")
_ALONE = Phrase("Alone: {who}.", "På egen hand: {who}.")
_SAVES = Phrase(
    "In all the groups cost {by} {word} than all alone ({alone}).",
    "Sammanlagt kostar grupperna {by} {word} än alla var för sig ({alone}).",
)
_TOGETHER = Phrase("All in one group would cost {cost}.", "Alla i en grupp skulle kosta {cost}.")
_OTHERS = Phrase("The other {n} groups stand in the table.", "De övriga {n} grupperna står i tabellen.")
_RESTS = Phrase(
    "This follows from the costs that were given; it is no evidence that cooperation lowers costs.",
    "Detta följer av kostnaderna som angavs; det är inget belägg för att samverkan sänker kostnader.",
)


def explanation_of(partition: Partition, lang: str) -> Explanation:
    """Explain a partition, as `Partition.explain` tells.

    Raises:
        InvalidValueError: It is not a language of ours.

    >>> from familjen.games import CostGame
    >>> from familjen.scale.partition import best_partition
    >>> table = {"a": 3, "b": 4, "c": 5, "a+b": 6, "a+c": 9, "b+c": 9, "a+b+c": 13}
    >>> print(explanation_of(best_partition(CostGame.of(table)), "en"))
    3 parties in 2 groups for 11
      a and b cost 6 together and 7 apart: 1 less.
      Alone: c.
      In all the groups cost 1 less than all alone (12).
      All in one group would cost 13.
      Any group may form.
      The cheapest of all partitions into groups that may form: exact, by subset convolution over 7 groups.
      This follows from the costs that were given; it is no evidence that cooperation lowers costs.
    """
    reading = reading_of([*partition.costs, *partition.alone, partition.together], lang)
    count = len(partition.groups)
    words = Phrase(f"{count} group{'s' * (count != 1)}", f"{count} grupp{'er' * (count != 1)}")
    title = _TITLE.of(parties=partition.given.number, groups=words, cost=reading.told(partition.cost)).said(lang)
    joint = [
        (group, cost, alone)
        for group, cost, alone in zip(partition.groups, partition.costs, partition.alone, strict=True)
        if len(group) > 1
    ]
    lines = [_group(*each, reading) for each in joint[:_NAMED]]
    if len(joint) > _NAMED:
        lines.append(_OTHERS.of(n=len(joint) - _NAMED).said(lang))
    single = [str(group[0]) for group in partition.groups if len(group) == 1]
    if single:
        lines.append(_ALONE.of(who=listed(single, lang)).said(lang))
    by, alone = reading.size(partition.saving), reading.told(float(sum(partition.alone)))
    lines += [
        _SAVES.of(by=by, word=_LESS if partition.saving >= 0 else _MORE, alone=alone).said(lang),
        _TOGETHER.of(cost=reading.told(partition.together)).said(lang),
        partition.rules.text(lang),
        partition.proof.text(partition.cost, lang),
        _RESTS.said(lang),
    ]
    return Explanation(title, tuple(lines))


def _group(group: tuple[object, ...], cost: float, alone: float, reading: Reading) -> str:
    return _GROUP.of(
        who=listed(map(str, group), reading.lang),
        cost=reading.told(cost),
        alone=reading.told(alone),
        by=reading.size(alone - cost),
        word=_LESS if alone >= cost else _MORE,
    ).said(reading.lang)
