"""What every proposal can do (förslag)."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import Any

from familjen.allocation.grid import as_html, as_lines
from familjen.balance.balance import Balance
from familjen.balance.ledger import Ledger
from familjen.balance.mending.applied import with_entries

__all__ = ["Proposal"]


class Proposal(ABC):
    """Something to do about a balance, with its exact effect (förslag).

    >>> from familjen.balance import Entry, balance
    >>> from familjen.balance.mending import smallest_transfers
    >>> isinstance(smallest_transfers(balance(Ledger.of([Entry("Bjuv", 2024, "Fee", received=1)]))), Proposal)
    True
    """

    __slots__ = ()
    balance: Balance

    @abstractmethod
    def ledger(self) -> Ledger:
        """Give the entries that it adds."""

    @abstractmethod
    def to_rows(self) -> list[dict[str, object]]:
        """Give a dict for each step."""

    @abstractmethod
    def _told(self, lang: str) -> Iterator[str]:
        """Say what to do, and what it comes to, sentence by sentence."""

    @abstractmethod
    def _table(self, lang: str) -> tuple[Any, ...]:
        """Give the heading and the rows, and the total where there is one."""

    def apply(self) -> Balance:
        """Give the balance with the entries added: what it promises is read off there."""
        return with_entries(self.balance, self.ledger())

    def text(self, lang: str = "en") -> str:
        """Give it as a plain table."""
        return "\n".join(as_lines(*self._table(lang)))

    def explain(self, lang: str = "en") -> str:
        """Say what to do, and what it comes to.

        Raises:
            InvalidValueError: It is not a language of ours.
        """
        return "\n".join(self._told(lang))

    def __str__(self) -> str:
        return self.text()

    def _repr_html_(self) -> str:
        return as_html(*self._table("en"))
