"""Whether a partition holds, or who would leave it (stabilitet)."""

from collections.abc import Mapping
from typing import Any

import attrs

from familjen.games.coalition import Player as Party
from familjen.games.explanation import Explanation
from familjen.games.reading import Reading
from familjen.language import Phrase, listed
from familjen.scale.partition.partition import Partition

__all__ = ["Stability"]

_STAYS = Phrase("The partition is stable", "Indelningen är stabil")
_LEAVES = Phrase("The partition is not stable", "Indelningen är inte stabil")
_KEPT = Phrase(
    "No group that may form pays more than it would cost by itself.",
    "Ingen grupp som får bildas betalar mer än den skulle kosta på egen hand.",
)
_LEFT = Phrase(
    "{who} pay {by} more together than they would cost by themselves.",
    "{who} betalar tillsammans {by} mer än de skulle kosta på egen hand.",
)
_ONE_LEFT = Phrase(
    "{who} pays {by} more than it would cost by itself.", "{who} betalar {by} mer än den skulle kosta på egen hand."
)
_SPLIT = Phrase(
    "There is a split that keeps everyone: {parts}.", "Det finns en fördelning som håller kvar alla: {parts}."
)
_NONE = Phrase(
    "No split keeps everyone. Acting for a part of the time each, groups would come to {by} less in all: {groups}.",
    "Ingen fördelning håller kvar alla. Om grupper verkade var sin del av tiden skulle de kosta {by} mindre: {groups}.",
)
_PAYS = Phrase("{who} pays {part}", "{who} betalar {part}")
_TIME = Phrase("{who} for {share}", "{who} under {share}")
_ALL = Phrase("All {n} groups that may form were gone through.", "Alla {n} grupper som får bildas har gåtts igenom.")
_SOME = Phrase(
    "{n} groups were gone through: all that may form of at most {most}, and of larger ones the partition's own.",
    "{n} grupper har gåtts igenom: alla som får bildas om högst {most}, och av större bara indelningens egna.",
)
_NAMED = 40


@attrs.frozen(repr=False)
class Stability:
    """Whether a partition holds, with a split that keeps everyone, or with who would leave (stabilitet).

    It is true where the partition holds.
    """

    partition: Partition
    """The partition."""
    is_stable: bool = attrs.field(kw_only=True)
    """Whether no group that was gone through does better by leaving."""
    shares: Mapping[Party, float] | None = attrs.field(kw_only=True)
    """What each party pays: as given, or by a split that keeps everyone; None where there is none."""
    given: bool = attrs.field(kw_only=True)
    """Whether the shares were given."""
    groups: tuple[tuple[Party, ...], ...] = attrs.field(kw_only=True)
    """Who would leave: the group that gains most by it, or the groups that together rule every split out."""
    weights: tuple[float, ...] = attrs.field(kw_only=True)
    """For what part of the time each of them acts; each party's come to one where no shares were given."""
    gain: float = attrs.field(kw_only=True)
    """What they gain by it, in the unit of the costs; of given shares also where that is nothing or below."""
    most: int = attrs.field(kw_only=True)
    """All groups of at most so many that may form were gone through."""
    is_all: bool = attrs.field(kw_only=True)
    """Whether there are no larger ones that may form."""
    gone_through: int = attrs.field(kw_only=True)
    """How many groups were gone through."""

    def __bool__(self) -> bool:
        return self.is_stable

    def to_rows(self) -> list[dict[str, Any]]:
        """Give a dict for each group that would leave, which pandas, polars, csv and Excel take as they are."""
        return [
            {"group": "+".join(map(str, group)), "weight": weight}
            for group, weight in zip(self.groups, self.weights, strict=True)
        ]

    def explain(self, lang: str = "en") -> Explanation:
        """Say whether it holds, and by which split, or who would leave; print it to read it.

        Raises:
            InvalidValueError: It is not a language of ours.
        """
        reading = Reading.of([*(self.shares or {}).values(), self.gain], lang)
        through = _ALL if self.is_all else _SOME
        lines = (self._found(reading), through.of(n=self.gone_through, most=self.most).said(lang))
        return Explanation((_STAYS if self.is_stable else _LEAVES).said(lang), lines)

    def _found(self, reading: Reading) -> str:
        lang = reading.lang
        if self.given and self.is_stable:
            return _KEPT.said(lang)
        if self.given:
            phrase = _LEFT if len(self.groups[0]) > 1 else _ONE_LEFT
            return phrase.of(who=listed(map(str, self.groups[0]), lang), by=reading.size(self.gain)).said(lang)
        if self.shares is not None:
            parts = [_PAYS.of(who=str(party), part=reading.told(part)) for party, part in self.shares.items()]
            return _SPLIT.of(parts=listed(parts[:_NAMED], lang) + (", …" if len(parts) > _NAMED else "")).said(lang)
        named = [
            _TIME.of(who="+".join(map(str, group)), share=reading.percent(100 * weight))
            for group, weight in zip(self.groups, self.weights, strict=True)
        ]
        more = ", …" if len(named) > _NAMED else ""
        return _NONE.of(by=reading.size(self.gain), groups=listed(named[:_NAMED], lang) + more).said(lang)

    def __repr__(self) -> str:
        if self.is_stable:
            return f"<Stability: stable among {self.gone_through:,} groups>"
        first = "+".join(map(str, self.groups[0]))
        more = f" and {len(self.groups) - 1} more" if len(self.groups) > 1 else ""
        return f"<Stability: not stable, {first}{more} would gain {self.gain:,.6g}>"

    def _repr_html_(self) -> str:
        import html

        told = self.explain()
        return f"<p>{html.escape(told.title)}</p>" + "".join(f"<p>{html.escape(line)}</p>" for line in told.lines)
