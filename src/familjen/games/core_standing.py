"""Whether a split is in the core, and who is nearest to leaving it (läge mot kärnan)."""

from fractions import Fraction

import attrs
import numpy as np

from familjen.errors import IntractableError
from familjen.games.coalition import Player, members_of
from familjen.games.game import sums
from familjen.games.parts import Parts
from familjen.games.reading import Reading
from familjen.games.written_out import written_out
from familjen.language import Listing, Phrase

__all__ = ["CoreStanding"]

_HARD = Phrase(
    "Whether a coalition does better by itself is too hard to tell for this game.",
    "Om någon koalition klarar sig bättre på egen hand är för svårt att avgöra för det här spelet.",
)
_MISSED = Phrase(
    "The parts come to {came} and the whole is {whole}: the whole is not split.",
    "Delarna blir {came} och det hela är {whole}: det hela fördelas inte.",
)
_IN = {
    -1: Phrase(
        "The split is in the core: no coalition pays more than it costs by itself.",
        "Fördelningen ligger i kärnan: ingen koalition betalar mer än den kostar på egen hand.",
    ),
    1: Phrase(
        "The split is in the core: no coalition gets less than it gains by itself.",
        "Fördelningen ligger i kärnan: ingen koalition får mindre än den vinner på egen hand.",
    ),
}
_OUT = Phrase("The split is not in the core: {who}.", "Fördelningen ligger inte i kärnan: {who}.")
_NEAREST = Phrase("Nearest to leaving: {who}.", "Närmast att gå: {who}.")
_ONE = {
    -1: (
        Phrase("{who} just pays what it costs alone", "{who} betalar precis vad den kostar ensam"),
        Phrase("{who} pays {by} more than alone", "{who} betalar {by} mer än ensam"),
        Phrase("{who} pays {by} less than alone", "{who} betalar {by} mindre än ensam"),
    ),
    1: (
        Phrase("{who} just gets what it gains alone", "{who} får precis vad den vinner ensam"),
        Phrase("{who} gets {by} less than alone", "{who} får {by} mindre än ensam"),
        Phrase("{who} gets {by} more than alone", "{who} får {by} mer än ensam"),
    ),
}
_SOME = {
    -1: (
        Phrase(
            "{who} together just pay what they cost by themselves",
            "{who} betalar tillsammans precis vad de kostar på egen hand",
        ),
        Phrase(
            "{who} together pay {by} more than they cost by themselves",
            "{who} betalar tillsammans {by} mer än de kostar på egen hand",
        ),
        Phrase(
            "{who} together pay {by} less than they cost by themselves",
            "{who} betalar tillsammans {by} mindre än de kostar på egen hand",
        ),
    ),
    1: (
        Phrase(
            "{who} together just get what they gain by themselves",
            "{who} får tillsammans precis vad de vinner på egen hand",
        ),
        Phrase(
            "{who} together get {by} less than they gain by themselves",
            "{who} får tillsammans {by} mindre än de vinner på egen hand",
        ),
        Phrase(
            "{who} together get {by} more than they gain by themselves",
            "{who} får tillsammans {by} mer än de vinner på egen hand",
        ),
    ),
}


@attrs.frozen
class CoreStanding:
    """Whether a split is in the core, and which coalition has the most reason to leave (läge mot kärnan).

    What floats cannot tell from zero counts as zero, see `Parts.room`.

    >>> from familjen.games import CostGame, equal_division
    >>> standing = CoreStanding.of(equal_division(CostGame.of({"A": 11, "H": 7, "A+H": 15})))
    >>> standing.in_core, standing.worst_off, standing.excess
    (False, ('H',), 0.5)
    """

    in_core: bool | None
    """Whether it is; ``None`` where that is too hard to tell."""
    worst_off: tuple[Player, ...] = ()
    """The coalition of some but not all that has the most reason to leave; empty where nobody can be named."""
    excess: float | Fraction = 0
    """How much it would gain by leaving; below zero, how much it would lose."""
    missed: float | Fraction = 0
    """By how much the parts miss the whole."""

    @classmethod
    def of(cls, parts: Parts) -> "CoreStanding":
        """Look at a split.

        Complexity: O(2ⁿ), or that of the class for a compact game.
        """
        room = parts.room()
        missed = parts.total - (float(parts.game.at(-1)) if isinstance(parts.total, float) else parts.game.at(-1))
        try:
            worst = parts.worst_off()[0]
        except IntractableError:
            return cls(None, missed=_cleared(missed, room))
        exactly = parts.excess(worst) if worst else Fraction(0)
        if not room and exactly <= 0 and not missed and not parts.is_in_core():
            worst, exactly = _exactly(parts)
        excess, missed = _cleared(float(exactly) if room else exactly, room), _cleared(missed, room)
        return cls(excess <= 0 and not missed, worst, excess, missed)

    def said(self, parts: Parts, reading: Reading) -> list[str]:
        """Say it in sentences, with numbers written as they are read."""
        lang, sign = reading.lang, parts.game.sign
        lines: list[str] = []
        if self.missed:
            came, whole = reading.told(parts.total), reading.told(parts.total - self.missed)
            lines.append(_MISSED.of(came=came, whole=whole).said(lang))
        if self.in_core is None:
            return [*lines, _HARD.said(lang)]
        if self.excess > 0:
            return [*lines, _OUT.of(who=self.tightest(sign, reading)).said(lang)]
        if self.missed:
            return lines
        nearest = f" {_NEAREST.of(who=self.tightest(sign, reading)).said(lang)}" if self.worst_off else ""
        return [_IN[sign].said(lang) + nearest]

    def tightest(self, sign: int, reading: Reading) -> str:
        """Say how the coalition with the most reason to leave stands."""
        just, worse, better = (_SOME if len(self.worst_off) > 1 else _ONE)[sign]
        phrase = worse if self.excess > 0 else better if self.excess else just
        who = Listing(tuple(str(player) for player in self.worst_off)).said(reading.lang)
        return phrase.of(who=who, by=reading.size(self.excess)).said(reading.lang)


def _cleared(number: float | Fraction, room: float) -> float | Fraction:
    return 0 * number if -room <= number <= room else number


def _exactly(parts: Parts) -> tuple[tuple[Player, ...], Fraction]:
    """Find the greatest excess where floats have told another coalition than the one that it is."""
    game = written_out(parts.game, "the core")
    paid = sums(np.array([Fraction(number) for number in parts.numbers], dtype=object)).tolist()
    masks = range(1, len(paid) - 1)
    mask = max(masks, key=lambda each: game.sign * (game.at(each) - paid[each]))
    return members_of(mask, game.players), game.sign * (game.at(mask) - paid[mask])
