"""Payments that make everyone whole, as a proposal (utjämning)."""

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

import attrs

from familjen.allocation.grid import written
from familjen.amounts.exact import total_of
from familjen.balance.balance import Balance
from familjen.balance.columns import count_of
from familjen.balance.kind import Kind
from familjen.balance.ledger import Ledger
from familjen.balance.mending.applied import ledger_of
from familjen.balance.mending.payment import Payment
from familjen.balance.mending.proposal import Proposal
from familjen.balance.told import kronor
from familjen.language import worded

if TYPE_CHECKING:
    from familjen.balance.mending.applied import Line

__all__ = ["Transfers"]


@attrs.frozen(repr=False)
class Transfers(Proposal):
    """Payments between parties after which nobody is behind at the end of a year (utjämning).

    The total is the least there is: each who is behind gets what it needs, and no less would do.
    """

    balance: Balance
    """The balance that they mend."""
    by: int
    """The year in which they are paid, and at whose end all are whole."""
    payments: tuple[Payment, ...]
    """Who pays whom, largest first; none where everyone is whole."""
    at_least: int | None
    """No other way has fewer payments than this; ``None`` where the fewest were not asked for."""
    activity: str
    """What they are entered as."""

    @property
    def total(self) -> Decimal:
        """What is paid in all, in kronor."""
        return total_of([payment.amount for payment in self.payments])

    @property
    def are_fewest(self) -> bool:
        """Whether it is proven that no fewer payments would do."""
        return self.at_least == len(self.payments)

    def ledger(self) -> Ledger:
        """Give the payments as entries: what is paid by one is received by the other."""
        unit = self.balance.ledger.unit
        lines: list[Line] = []
        for payment in self.payments:
            units = count_of(payment.amount, unit)
            lines += [(payment.payer, self.by, -units), (payment.receiver, self.by, units)]
        return ledger_of(self.balance, lines, self.activity, Kind.TRANSFER)

    def to_rows(self) -> list[dict[str, object]]:
        """Give a dict for each payment."""
        return [
            {"year": self.by, "payer": each.payer, "receiver": each.receiver, "amount": each.amount}
            for each in self.payments
        ]

    def _told(self, lang: str) -> Iterator[str]:
        if not self.payments:
            yield worded(
                lang, f"Nobody is behind at the end of {self.by}.", f"Ingen ligger efter vid slutet av {self.by}."
            )
            return
        total = kronor(self.total, lang)
        yield worded(
            lang,
            f"Payments of {total} kr in {self.by} make everyone whole; less would not do, since those behind need so "
            "much.",
            f"Betalningar på {total} kr under {self.by} gör att ingen ligger efter; mindre räcker inte, ty så mycket "
            "behöver de som ligger efter.",
        )
        for each in self.payments:
            amount = kronor(each.amount, lang)
            yield worded(
                lang,
                f"{each.payer} pays {each.receiver} {amount} kr.",
                f"{each.payer} betalar {amount} kr till {each.receiver}.",
            )
        yield from self._how_few(lang)

    def _how_few(self, lang: str) -> Iterator[str]:
        if self.at_least is None:
            return
        count, least = len(self.payments), self.at_least
        if self.are_fewest:
            yield worded(
                lang, f"No fewer than {count} payments would do.", f"Färre betalningar än {count} räcker inte."
            )
        else:
            yield worded(
                lang,
                f"Whether fewer than {count} payments would do was not found in time; fewer than {least} would not.",
                f"Om färre än {count} betalningar räcker hann inte avgöras; färre än {least} räcker inte.",
            )

    def _table(self, lang: str) -> tuple[tuple[str, ...], list[tuple[str, ...]], tuple[str, ...]]:
        head = (worded(lang, "Payer", "Betalar"), worded(lang, "Receiver", "Får"), worded(lang, "Amount", "Belopp"))
        rows: list[tuple[str, ...]] = [
            (each.payer, each.receiver, written(each.amount, lang)) for each in self.payments
        ]
        return head, rows, (worded(lang, "All", "Alla"), "", written(self.total, lang))

    def __repr__(self) -> str:
        return f"<Transfers in {self.by}: {len(self.payments)} payments, {self.total:,} kr>"
