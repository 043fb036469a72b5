"""What a voting body is to everything that asks about power (beslutande organ)."""

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from familjen.errors import InvalidValueError
from familjen.games.coalition import Player
from familjen.validators import show

if TYPE_CHECKING:
    from familjen.influence.votes import WeightedVotes

__all__ = ["Body", "need_body"]


@runtime_checkable
class Body(Protocol):
    """Members who vote, and who of them win together (beslutande organ): `WeightedVotes` or `Chambers`.

    >>> from familjen.influence import WeightedVotes
    >>> isinstance(WeightedVotes.of({"A": 1}, quota=1), Body)
    True
    """

    @property
    def members(self) -> tuple[Player, ...]:
        """Who votes."""
        ...

    @property
    def chambers(self) -> tuple["WeightedVotes", ...]:
        """The weighted votes, all of which must be won."""
        ...

    def wins(self, coalition: object) -> bool:
        """Tell whether a coalition wins."""
        ...


def need_body(body: object) -> None:
    """Refuse what is no voting body.

    Raises:
        InvalidValueError: It is none.
    """
    if not isinstance(body, Body):
        reason = f"{show(body)} is no voting body; make one with WeightedVotes.of or Chambers.of"
        raise InvalidValueError(reason, attribute="votes")
