"""What a step of a clause is."""

import enum
from typing import ClassVar

__all__ = ["Phase", "Step"]


class Phase(enum.IntEnum):
    """Where in a clause a step belongs (klausulens skede)."""

    COST = 1
    """What there is to share (kostnaden)."""
    SHARING = 2
    """Who carries how much of it (fördelningen)."""
    BILL = 3
    """What changes the parties' amounts (avgiften)."""
    RESULT = 4
    """What is done with a surplus or a deficit (resultatet)."""


class Step:
    """A step from the gross cost to the parties' amounts (led i en kostnadsklausul).

    A step of your own is an attrs class that extends this one, says its ``phase``, ``text(lang)`` and ``take(run)``,
    and is made known by `familjen.model.register`.
    """

    __slots__ = ()
    phase: ClassVar[Phase | None] = None
    """Where it belongs; ``None`` for one that may stand anywhere before the result."""

    def text(self, lang: str = "en") -> str:
        """Say in words what it does, in English (``"en"``) or Swedish (``"sv"``)."""
        raise NotImplementedError
