"""What every proposal can do (förslag)."""

from typing import Protocol, runtime_checkable

from familjen.balance.balance import Balance
from familjen.balance.ledger import Ledger

__all__ = ["Proposal"]


@runtime_checkable
class Proposal(Protocol):
    """Something to do about a balance, with its exact effect (förslag).

    >>> from familjen.balance import Entry, balance
    >>> from familjen.balance.mending import smallest_transfers
    >>> isinstance(smallest_transfers(balance(Ledger.of([Entry("Bjuv", 2024, "Fee", received=1)]))), Proposal)
    True
    """

    def ledger(self) -> Ledger:
        """Give the entries that it adds."""
        ...

    def apply(self) -> Balance:
        """Give the balance with them added: what it promises is read off there."""
        ...

    def to_rows(self) -> list[dict[str, object]]:
        """Give a dict for each step."""
        ...

    def explain(self, lang: str = "en") -> str:
        """Say what to do, and what it comes to."""
        ...
