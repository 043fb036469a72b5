"""Whose turn it is, one after the other (turordning)."""

from fractions import Fraction
from itertools import pairwise

import attrs

from familjen.allocation.grid import as_html, as_lines
from familjen.errors import UnknownIdError
from familjen.language import worded

__all__ = ["Rotation"]


@attrs.frozen(repr=False)
class Rotation:
    """Who holds the chair, or hosts, at each turn (turordning).

    >>> Rotation(("A", "B"), (2027, 2028), ("B", "A"), ("A",)).turns_of("A")
    (2028,)
    """

    parties: tuple[str, ...]
    """Who takes part."""
    turns: tuple[int, ...]
    """The turns in order, such as years."""
    holders: tuple[str, ...]
    """Who has each."""
    history: tuple[str, ...] = ()
    """Who had the turns before, the latest last."""
    quotas: dict[str, Fraction] = attrs.field(factory=dict[str, Fraction])
    """Each party's share of the turns, where turns go by weight."""
    is_nearest: bool | None = None
    """Whether it is proven, to a millionth, that in no order all stay nearer to their shares; ``None`` if not asked."""

    def turns_of(self, party: str) -> tuple[int, ...]:
        """Give a party's turns.

        Raises:
            UnknownIdError: It does not take part.
        """
        if party not in self.parties:
            raise UnknownIdError.of("party of the rotation", str(party), self.parties)
        return tuple([turn for turn, holder in zip(self.turns, self.holders, strict=True) if holder == party])

    def gaps(self, party: str) -> tuple[int, ...]:
        """Give how many turns lie from each of a party's turns to its next, from its last one in the history on.

        Raises:
            UnknownIdError: It does not take part.
        """
        self.turns_of(party)
        both = (*self.history, *self.holders)
        mine = [place for place, holder in enumerate(both) if holder == party]
        return tuple([later - earlier for earlier, later in pairwise(mine) if later >= len(self.history)])

    def farthest(self) -> Fraction:
        """Give the most that anyone's turns so far were from its quota so far, after any turn; 0 without quotas."""
        counts = dict.fromkeys(self.parties, 0)
        most = Fraction(0)
        for number, holder in enumerate(self.holders, start=1):
            counts[holder] += 1
            off = [abs(counts[party] - number * share) for party, share in self.quotas.items()]
            most = max([most, *off])
        return most

    def to_rows(self) -> list[dict[str, object]]:
        """Give a dict for each turn."""
        return [{"turn": turn, "party": party} for turn, party in zip(self.turns, self.holders, strict=True)]

    def text(self, lang: str = "en") -> str:
        """Give it as a plain table: a row for each turn."""
        return "\n".join(as_lines(*self._table(lang)))

    def explain(self, lang: str = "en") -> str:
        """Say who comes when.

        Raises:
            InvalidValueError: It is not a language of ours.
        """
        lines: list[str] = []
        for party in self.parties:
            turns = ", ".join(map(str, self.turns_of(party)))
            none = worded(lang, f"{party} has no turn.", f"{party} har ingen tur.")
            lines.append(worded(lang, f"{party}: {turns}.", f"{party}: {turns}.") if turns else none)
        return "\n".join(lines)

    def _table(self, lang: str) -> tuple[tuple[str, str], list[tuple[str, ...]]]:
        rows: list[tuple[str, ...]] = [(str(turn), party) for turn, party in zip(self.turns, self.holders, strict=True)]
        return (worded(lang, "Turn", "Tur"), worded(lang, "Party", "Part")), rows

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        return f"<Rotation: {len(self.parties)} parties, {len(self.turns)} turns>"

    def _repr_html_(self) -> str:
        return as_html(*self._table("en"))
