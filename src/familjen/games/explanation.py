"""A split in plain sentences (förklaring av en fördelning)."""

from collections.abc import Iterator

import attrs

from familjen.games.core_standing import CoreStanding
from familjen.games.lexicographic.certificate import Certificate
from familjen.games.listing import Row, rows_by_player
from familjen.games.reading import Reading
from familjen.games.shares import CostShares
from familjen.games.wording import wording_of
from familjen.language import Phrase, worded

__all__ = ["Explanation", "explanation_of"]

_NAMED = 20
"""So many players have a sentence of their own."""

_TITLE = Phrase("Split of {whole} by {method}", "Fördelning av {whole} enligt {method}")
_PART = {
    -1: Phrase("{player} pays {part}, {than}.", "{player} betalar {part}, {than}."),
    1: Phrase("{player} gets {part}, {than}.", "{player} får {part}, {than}."),
}
_SAME = Phrase("as much as alone", "lika mycket som ensam")
_MORE = Phrase("which is {by} more than alone{rate}", "vilket är {by} mer än ensam{rate}")
_LESS = Phrase("which is {by} less than alone{rate}", "vilket är {by} mindre än ensam{rate}")
_OTHERS = Phrase(
    "The other {n} players stand in the table of the split.", "De övriga {n} spelarna står i fördelningens tabell."
)
_PROVEN = Phrase("Proven by {levels} and {coalitions}.", "Bevisat med {levels} och {coalitions}.")
_BALANCED = Phrase(
    "Proven by the balance between every two players, to a part in 10⁹.",
    "Bevisat med balansen mellan varje par av spelare, på en miljarddel när.",
)


@attrs.frozen
class Explanation:
    """Some plain sentences under a title (förklaring). Print it to read it.

    >>> print(Explanation("Split of 15", ("A pays 9.5.", "H pays 5.5.")))
    Split of 15
      A pays 9.5.
      H pays 5.5.
    """

    title: str
    """What is explained."""
    lines: tuple[str, ...]
    """The sentences, in order."""

    def __str__(self) -> str:
        return "\n".join((self.title, *(f"  {line}" for line in self.lines)))


def explanation_of(shares: CostShares, lang: str) -> Explanation:
    """Explain a split, as `CostShares.explain` tells.

    Raises:
        InvalidValueError: It is not a language of ours.

    >>> from familjen.games import CostGame, nucleolus
    >>> print(explanation_of(nucleolus(CostGame.of({"A": 11, "H": 7, "A+H": 15})), "en"))
    Split of 15 by the nucleolus
      The worst-off coalition is as well off as it can be, then the next, and so on; nobody does worse than alone.
      A pays 9.5, which is 1.5 less than alone (13.6 %).
      H pays 5.5, which is 1.5 less than alone (21.4 %).
      The split is in the core: no coalition pays more than it costs by itself. Nearest to leaving: A pays 1.5 less...
      Proven by 1 level and 2 coalitions.
    """
    rows = rows_by_player(shares)
    whole = float(shares.game.at(-1)) if isinstance(shares.total, float) else shares.game.at(-1)
    reading = Reading.of([whole, *(number for row in rows for number in (row.part, row.alone))], lang)
    wording = wording_of(shares.method)
    method = shares.method.replace("_", " ") if wording is None else wording.name.said(lang)
    title = worded(lang, _TITLE.en, _TITLE.sv).format(whole=reading.told(whole), method=method)
    lines = [] if wording is None else [wording.said(lang, shares.game.sign)]
    lines += [_part(row, shares, reading) for row in rows[:_NAMED]]
    if len(rows) > _NAMED:
        lines.append(_OTHERS.of(n=len(rows) - _NAMED).said(lang))
    lines += CoreStanding.of(shares).said(shares, reading)
    return Explanation(title, (*lines, *_proof(shares, lang)))


def _part(row: Row, shares: CostShares, reading: Reading) -> str:
    """Say what a player pays, and how much better than alone that is."""
    lang, sign, room = reading.lang, shares.game.sign, shares.room()
    than = _SAME.said(lang)
    if not -room <= row.saving <= room:
        rate = "" if row.percent is None else f" ({reading.percent(row.percent)})".replace("-", "")
        phrase = _MORE if sign * row.saving > 0 else _LESS
        than = phrase.of(by=reading.size(row.saving), rate=rate).said(lang)
    return _PART[sign].of(player=str(row.player), part=reading.told(row.part), than=than).said(lang)


def _proof(shares: CostShares, lang: str) -> Iterator[str]:
    """Say by what the split is proven, where it is."""
    proof = shares.certificate
    if isinstance(proof, Certificate):
        levels = len(proof.levels)
        held = sum(len(level.members) + len(level.bounds) for level in proof.levels)
        many = {
            "levels": worded(lang, f"{levels} level{'s' * (levels != 1)}", f"{levels} nivå{'er' * (levels != 1)}"),
            "coalitions": worded(lang, f"{held} coalition{'s' * (held != 1)}", f"{held} koalition{'er' * (held != 1)}"),
        }
        yield _PROVEN.of(**many).said(lang)
    elif proof is not None:
        yield _BALANCED.said(lang)
