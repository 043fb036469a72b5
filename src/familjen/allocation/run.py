"""A clause being followed: what there is to share, what each party carries so far, and every move that was made."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, Protocol, TypeVar, runtime_checkable

import attrs

from familjen.allocation.basis import Basis, weigh
from familjen.allocation.occasion import Occasion
from familjen.errors import InvalidValueError
from familjen.model import IndexStatus, Key, Step
from familjen.validators import show

__all__ = ["Move", "Run", "Takeable", "take", "takes"]

S = TypeVar("S", bound=Step)


@attrs.frozen
class Move:
    """One change that a step makes to the cost or to the parties' amounts (räknesteg)."""

    operation: str
    """``set``, ``add`` or ``multiply`` change the cost; ``share``, ``add-each``, ``multiply-each`` and ``move-to``
    change the parties' amounts; ``note`` changes nothing."""
    what: str
    """What it is about: a pool, an index, or the name of an amount."""
    step: Step | None = None
    """The step of the clause; ``None`` for the cost as it was given."""
    operand: Fraction = Fraction(0)
    """What is added, multiplied by, or shared."""
    after: Fraction = Fraction(0)
    """What the cost then is."""
    basis: Basis | None = None
    """By what is shared, or what a rate is paid for."""
    shares: tuple[Fraction, ...] = ()
    """Each party's part of what is shared."""
    each: tuple[Fraction, ...] = ()
    """What each party's amount changes by."""


@attrs.define
class Run:
    """The state of a clause that is being followed; steps of your own change it by its methods (körning)."""

    occasion: Occasion
    """For whom, for which year, with which figures."""
    presence: tuple[Fraction, ...]
    """How much of the year each party is a party."""
    pools: dict[str | None, Fraction]
    """The cost that is not shared yet, by pool."""
    amounts: Mapping[str, Fraction]
    """The year's amounts that whoever bills gives by name: grants, equity, result and so on."""
    indices: Mapping[str, Mapping[int, Decimal]]
    """Yearly changes of indices that whoever bills gives."""
    values: IndexStatus | None = None
    """Which index values count, where that is chosen for this bill."""
    last_year: Mapping[str, Fraction] | None = None
    """What each party paid the year before."""
    named: frozenset[str] = frozenset()
    """Pools that a step of the clause names."""
    charges: list[Fraction] = attrs.Factory(list[Fraction])
    """What each party carries so far."""
    whole: dict[str | None, Fraction] = attrs.Factory(dict[str | None, Fraction])
    """Each pool as it was when the sharing began."""
    sharing: bool = False
    """Whether the sharing has begun."""
    moves: list[Move] = attrs.Factory(list[Move])
    """What was done."""
    checks: "list[Check]" = attrs.Factory(list["Check"])
    """What was tested."""
    used: set[str] = attrs.Factory(set[str])
    """Names of the amounts that a step has asked for."""
    step: Step | None = None
    """The step that is being taken."""

    def amount(self, name: str, *, needed: bool = True) -> Fraction | None:
        """Give a named amount of the year.

        Raises:
            InvalidValueError: It is needed and not given.
        """
        self.used.add(name)
        if name in self.amounts:
            return self.amounts[name]
        if needed:
            raise InvalidValueError(
                f"the amount {name!r} is needed; give amounts={{{name!r}: ...}}", attribute="amounts"
            )
        return None

    def pool(self, name: str | None) -> str | None:
        """Give the name of the pool that a step of the cost concerns.

        Raises:
            InvalidValueError: There is no such pool, or several and none is named.
        """
        if name is not None and name not in self.pools:
            raise InvalidValueError(f"there is no cost pool {name!r}; give cost={{{name!r}: ...}}", attribute="pool")
        if name is None and None not in self.pools:
            if len(self.pools) == 1:
                return next(iter(self.pools))
            reason = "the cost is given by pools, and the step does not say which one it concerns; give it a pool"
            raise InvalidValueError(reason, attribute="pool")
        return name

    def add(self, amount: Fraction, what: str, pool: str | None = None) -> None:
        """Add an amount to what there is to share."""
        name = self.pool(pool)
        self.pools[name] += amount
        self.note(Move("add", what, operand=amount, after=self.pools[name]))

    def multiply(self, factor: Fraction, what: str) -> None:
        """Multiply what there is to share or, once it is shared, each party's amount."""
        if self.sharing:
            each = tuple(charge * (factor - 1) for charge in self.charges)
            self.charges = [charge * factor for charge in self.charges]
            self.note(Move("multiply-each", what, operand=factor, each=each))
            return
        self.pools = {name: amount * factor for name, amount in self.pools.items()}
        self.note(Move("multiply", what, operand=factor, after=sum(self.pools.values(), Fraction(0))))

    def share(self, amount: Fraction, key: Key, what: str) -> None:
        """Share an amount by a key, each party for the part of the year in which it is one."""
        basis = weigh(key, self.occasion)
        self.share_by(amount, basis, what)

    def share_by(self, amount: Fraction, basis: Basis | None, what: str) -> None:
        """Share an amount by weights; without any, by what each party carries so far."""
        weights: Sequence[Fraction] = self.charges if basis is None else basis.weights
        if any(part != 1 for part in self.presence) and basis is not None:
            weights = [weight * part for weight, part in zip(weights, self.presence, strict=True)]
        whole = sum(weights, Fraction(0))
        if not whole:
            raise InvalidValueError(f"there is nothing by which to share {what}: every weight is zero", attribute="key")
        shares = tuple([weight / whole for weight in weights])
        each = tuple([amount * share for share in shares])
        self.note(Move("share", what, operand=amount, basis=basis, shares=shares, each=each))
        self.charges = [charge + part for charge, part in zip(self.charges, each, strict=True)]

    def charge(self, each: Sequence[Fraction], what: str, operand: Fraction, basis: Basis | None = None) -> None:
        """Charge each party a fee of its own; where there is a cost, it is drawn from it.

        Raises:
            InvalidValueError: The cost is given by pools, so that nobody says from which one it is drawn.
        """
        if self.pools and None not in self.pools:
            reason = "the cost is given by pools, and a fee is drawn from the whole; give the cost as one amount"
            raise InvalidValueError(reason, attribute="cost")
        paid = tuple([fee * part for fee, part in zip(each, self.presence, strict=True)])
        self.note(Move("add-each", what, operand=operand, basis=basis, each=paid))
        self.charges = [charge + fee for charge, fee in zip(self.charges, paid, strict=True)]
        if None in self.pools:
            self.pools[None] -= sum(paid, Fraction(0))

    def move_to(self, charges: Sequence[Fraction], what: str) -> None:
        """Change each party's amount to another."""
        each = tuple([new - old for new, old in zip(charges, self.charges, strict=True)])
        self.note(Move("move-to", what, each=each))
        self.charges = list(charges)

    def inhabitants(self, day: dt.date) -> tuple[Fraction, ...]:
        """Give each party's inhabitants on a day."""
        return self.occasion.figures("population", day)

    def note(self, move: Move) -> None:
        """Keep a move, as one of the step that is being taken."""
        self.moves.append(attrs.evolve(move, step=self.step) if move.step is not self.step else move)


@attrs.frozen
class Check:
    """What a step has tested (prövning)."""

    what: str
    """What was tested: ``"self-cost"`` or ``"overhead"``."""
    holds: bool
    """Whether it holds."""
    charged: Fraction
    """What is charged."""
    limit: Fraction
    """What may be charged."""


@runtime_checkable
class Takeable(Protocol):
    """A step of a user's own, which says itself what it does."""

    def take(self, run: Run) -> None:
        """Take the step."""
        ...


_how: dict[type, Callable[[Any, Run], None]] = {}


def takes(cls: type[S]) -> Callable[[Callable[[S, Run], None]], Callable[[S, Run], None]]:
    """Make a function the way in which steps of a class are taken."""

    def made(function: Callable[[S, Run], None]) -> Callable[[S, Run], None]:
        _how[cls] = function
        return function

    return made


def take(step: Step, run: Run) -> None:
    """Take a step.

    Raises:
        InvalidValueError: It cannot be taken.
        MissingDataError: It needs a figure that there is not.
    """
    how = _how.get(type(step))
    run.step = step
    if how is not None:
        how(step, run)
    elif isinstance(step, Takeable):
        step.take(run)
    else:
        reason = f"{show(step)} is a step that says not what it does; give its class a method take(run)"
        raise InvalidValueError(reason, attribute="steps")
