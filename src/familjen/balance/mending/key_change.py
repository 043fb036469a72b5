"""Another key for an activity's charges, as a proposal (ändrad fördelningsnyckel)."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

import attrs

from familjen.allocation.grid import written
from familjen.balance.balance import Balance
from familjen.balance.kind import Kind
from familjen.balance.ledger import Ledger
from familjen.balance.mending.applied import Line, amounts_of, ledger_of
from familjen.balance.mending.proposal import Proposal
from familjen.balance.told import kronor
from familjen.language import listed, worded

__all__ = ["KeyChange"]


@attrs.frozen(repr=False)
class KeyChange(Proposal):
    """Other shares of an activity's charges, with which nobody is behind at the end of a year (ändrad nyckel).

    The sum of the changes, up and down, is the least there is.
    """

    balance: Balance
    """The balance that it mends."""
    by: int
    """The year at whose end all are whole."""
    activity: str
    """Whose charges are split anew."""
    years: tuple[int, ...]
    """The years whose charges are split anew; none where nothing changes."""
    before: dict[str, Fraction]
    """Each party's share of what was charged."""
    shares: dict[str, Fraction]
    """Each party's share by the new key."""
    lines: tuple[Line, ...]
    """What each is charged less, in units of the ledger, by year; below zero for more."""

    @property
    def change(self) -> Fraction:
        """How much the shares change in all, up and down."""
        return sum((abs(self.shares[party] - share) for party, share in self.before.items()), Fraction(0))

    @property
    def amounts(self) -> dict[str, Decimal]:
        """What each party pays less in all, in kronor; below zero for more."""
        return amounts_of(self.balance, self.lines)

    def ledger(self) -> Ledger:
        """Give the differences as entries of the activity."""
        return ledger_of(self.balance, self.lines, self.activity, Kind.TRANSFER)

    def to_rows(self) -> list[dict[str, object]]:
        """Give a dict for each party."""
        return [
            {"party": party, "before": self.before[party], "share": self.shares[party], "amount": amount}
            for party, amount in self.amounts.items()
        ]

    def _told(self, lang: str) -> Iterator[str]:
        if not self.lines:
            yield worded(
                lang, f"Nobody is behind at the end of {self.by}.", f"Ingen ligger efter vid slutet av {self.by}."
            )
            return
        first, last = self.years[0], self.years[-1]
        change = _percent(self.change, lang)
        yield worded(
            lang,
            f"Another key for {self.activity}, {first} to {last}, makes everyone whole by {self.by}. Shares change by "
            f"{change} in all, up and down; less would not do.",
            f"En annan nyckel för {self.activity}, {first} till {last}, gör att ingen ligger efter {self.by}. "
            f"Andelarna ändras med {change} sammanlagt, upp och ned; mindre räcker inte.",
        )
        new_ones = [party for party, share in self.shares.items() if share and not self.before[party]]
        if new_ones:
            names = listed(new_ones, lang)
            yield worded(
                lang,
                f"Not charged for it so far: {names}.",
                f"Har hittills inte betalat för den: {names}.",
            )
        for party, amount in self.amounts.items():
            old, new = self.before[party], self.shares[party]
            if not amount and old == new:
                continue
            shares, size = (_percent(old, lang), _percent(new, lang)), kronor(abs(amount), lang)
            more = worded(lang, "more" if amount < 0 else "less", "mer" if amount < 0 else "mindre")
            yield worded(
                lang,
                f"{party}: {shares[0]} becomes {shares[1]}, {size} kr {more}.",
                f"{party}: {shares[0]} blir {shares[1]}, {size} kr {more}.",
            )

    def _table(self, lang: str) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
        head = (
            worded(lang, "Party", "Part"),
            worded(lang, "Share", "Andel"),
            worded(lang, "New share", "Ny andel"),
            worded(lang, "Less", "Mindre"),
        )
        rows: list[tuple[str, ...]] = [
            (party, _percent(self.before[party], lang), _percent(self.shares[party], lang), written(amount, lang))
            for party, amount in self.amounts.items()
        ]
        return head, rows

    def __repr__(self) -> str:
        return f"<KeyChange of {self.activity} by {self.by}: {_percent(self.change, 'en')} in all>"


def _percent(share: Fraction, lang: str) -> str:
    """Write a share with two decimals of a per cent."""
    text = f"{Decimal(round(share * 10**4)) / 100:.2f} %"
    return text.replace(".", ",") if lang == "sv" else text
