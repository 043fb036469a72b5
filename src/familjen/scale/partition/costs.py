"""What groups of parties cost, from a game or from anything that can tell (gruppkostnader)."""

from collections.abc import Hashable
from typing import Any, Protocol, TypeAlias, runtime_checkable

import attrs
import numpy as np
from numpy.typing import NDArray

from familjen.errors import InvalidValueError, UnknownIdError
from familjen.games.coalition import players_of
from familjen.games.compact.game import CompactGame
from familjen.games.game import Game
from familjen.games.number import LARGEST
from familjen.games.sampling.costs import costs_of
from familjen.games.shares import AnyGame
from familjen.validators import show

__all__ = ["Costs", "GroupCosts", "Groups", "Party", "read_costs", "rows_of"]

Floats: TypeAlias = NDArray[np.float64]
Members: TypeAlias = NDArray[np.bool_]
Groups: TypeAlias = NDArray[np.int16]
"""Groups of k parties, by the parties' places: shape (m, k)."""
Party = Hashable

_CELLS = 1 << 22
"""So many members of groups are looked at in one call: 4 MiB."""


@runtime_checkable
class GroupCosts(Protocol):
    """Whatever says what groups of its parties cost, many at a time (gruppkostnader); `ServiceCost` is one."""

    @property
    def parties(self) -> tuple[Any, ...]:
        """The parties, in the order of the columns."""
        ...

    def many(self, members: Members) -> Floats:
        """Give what groups cost: a row for each with True for who is in it, shape (m, n); shape (m,) back."""
        ...


@attrs.frozen(eq=False)
class Costs:
    """What groups cost, read and checked (kostnader).

    >>> class Flat:
    ...     parties = ("Bjuv", "Klippan")
    ...     def many(self, members):
    ...         return np.full(len(members), 7.0)
    >>> read_costs(Flat()).alone()
    array([7., 7.])
    """

    given: AnyGame | GroupCosts
    """Who knows."""
    parties: tuple[Party, ...]
    """The parties, in order."""

    @property
    def number(self) -> int:
        """How many parties there are."""
        return len(self.parties)

    def many(self, members: Members) -> Floats:
        """Give what groups of one or more cost, some at a time; arguments as in `GroupCosts.many`.

        Raises:
            InvalidValueError: What comes back is of another shape, or not finite.
        """
        at_once = max(1, _CELLS // self.number)
        parts = [self._some(members[start : start + at_once]) for start in range(0, len(members), at_once)]
        return np.concatenate([np.zeros(0), *parts])

    def _some(self, members: Members) -> Floats:
        given = self.given
        told: Any = costs_of(given, members) if isinstance(given, Game | CompactGame) else given.many(members)
        found: NDArray[Any] = np.asarray(told)
        if found.shape != (len(members),) or found.dtype.kind not in "fiu":
            reason = (
                f"for {len(members)} groups {show(given)} gives an array of {found.dtype} of shape {found.shape}; "
                "it is to give one number for each"
            )
            raise InvalidValueError(reason, attribute="costs")
        wrong = np.flatnonzero(~(np.abs(found) <= LARGEST))
        if len(wrong):
            place = int(wrong[0])
            names = "+".join(str(self.parties[member]) for member in np.flatnonzero(members[place]))
            reason = (
                f"{names} costs {found[place]}, which is not a finite number; leave groups out with neighbours, most "
                "or at_least, not by their cost"
            )
            raise InvalidValueError(reason, attribute="costs")
        return found.astype(np.float64)

    def of(self, groups: Groups) -> Floats:
        """Give what groups of places cost, shape (m, k)."""
        at_once = max(1, _CELLS // self.number)
        parts = [
            self._some(rows_of(groups[start : start + at_once], self.number))
            for start in range(0, len(groups), at_once)
        ]
        return np.concatenate([np.zeros(0), *parts])

    def alone(self) -> Floats:
        """Give what each party costs by itself."""
        return self.many(np.eye(self.number, dtype=np.bool_))

    def place(self, party: object) -> int:
        """Give a party's place.

        Raises:
            UnknownIdError: It is none.
        """
        if party not in self.parties:
            raise UnknownIdError.of("party", str(party), [str(known) for known in self.parties])
        return self.parties.index(party)


def rows_of(groups: Groups, number: int) -> Members:
    """Give groups of places as rows with True for who is in them.

    >>> rows_of(np.array([[0, 2]], dtype=np.int16), 3)
    array([[ True, False,  True]])
    """
    rows = np.zeros((len(groups), number), dtype=np.bool_)
    rows[np.arange(len(groups))[:, None], groups] = True
    return rows


def read_costs(costs: AnyGame | GroupCosts) -> Costs:
    """Read who knows what groups cost.

    Raises:
        InvalidValueError: It is no cost game, and has no parties and many; or a party is there twice.
    """
    if isinstance(costs, Game | CompactGame):
        if costs.sign > 0:
            reason = f"{costs!r} says what groups gain, not what they cost; make a CostGame"
            raise InvalidValueError(reason, attribute="costs")
        return Costs(costs, costs.players)
    told: Any = costs
    if not isinstance(told, GroupCosts):
        reason = f"{show(told)} says no costs of groups; give a CostGame, a ServiceCost, or what has parties and many"
        raise InvalidValueError(reason, attribute="costs")
    return Costs(told, players_of(told.parties))
