"""A clause being followed: what there is to share, what each party carries so far, and every move that was made."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, Protocol, TypeVar, runtime_checkable

import attrs

from familjen.allocation.basis import Basis, weigh
from familjen.allocation.occasion import Occasion
from familjen.amounts.vector import Vector, shortened
from familjen.errors import InvalidValueError
from familjen.model import IndexStatus, Key, Step
from familjen.validators import show

__all__ = ["Move", "Run", "Takeable", "take", "takes", "together"]

S = TypeVar("S", bound=Step)
NOTHING = Vector(())
"""No number for anybody."""


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
    weights: Vector = NOTHING
    """What each party is then weighed by, for the part of the year in which it is a party."""
    each: Vector = NOTHING
    """What each party's amount changes by."""


@attrs.define
class Run:
    """The state of a clause that is being followed; steps of your own change it by its methods (körning)."""

    occasion: Occasion
    """For whom, for which year, with which figures."""
    presence: Vector
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
    charges: Vector = NOTHING
    """What each party carries so far."""
    whole: dict[str | None, Fraction] = attrs.Factory(dict[str | None, Fraction])
    """Each pool as it was when the sharing began."""
    held: bool = False
    """Whether amounts were held at floors or caps."""
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
        self.note(Move("add", what, self.step, amount, self.pools[name]))

    def multiply(self, factor: Fraction, what: str) -> None:
        """Multiply what there is to share or, once it is shared, each party's amount."""
        if self.sharing:
            each = self.charges.scaled(factor - 1)
            self.charges = self.charges.scaled(factor)
            self.note(Move("multiply-each", what, self.step, factor, each=each))
            return
        self.pools = {name: amount * factor for name, amount in self.pools.items()}
        self.note(Move("multiply", what, self.step, factor, together(self.pools.values())))

    def share(self, amount: Fraction, key: Key, what: str) -> None:
        """Share an amount by a key, each party for the part of the year in which it is one."""
        basis = weigh(key, self.occasion)
        self.share_by(amount, basis, what)

    def share_by(self, amount: Fraction, basis: Basis | None, what: str) -> None:
        """Share an amount by weights; without any, by what each party carries so far."""
        weights = self.charges if basis is None else self.in_year(basis.weights)
        whole = sum(weights.counts)
        if not whole:
            raise InvalidValueError(
                f"there is nothing by which to share {what}: all amounts are zero; give the step a key", attribute="key"
            )
        above, under = amount.as_integer_ratio() if whole > 0 else (-amount).as_integer_ratio()
        each = shortened(tuple([count * above for count in weights.counts]), abs(whole) * under)
        self.note(Move("share", what, self.step, amount, basis=basis, weights=weights, each=each))
        self.charges = self.charges.plus(each) if any(self.charges.counts) else each

    def in_year(self, each: Vector) -> Vector:
        """Give each party's number for the part of the year in which it is a party."""
        whole_year = self.presence.over == 1 and min(self.presence.counts) == 1
        return each if whole_year else each.times(self.presence)

    def charge(
        self,
        each: Sequence[Fraction],
        what: str,
        operand: Fraction,
        basis: Basis | None = None,
        pool: str | None = None,
    ) -> None:
        """Charge each party a fee of its own; where there is a cost, it is drawn from it, or from a pool of it.

        Raises:
            InvalidValueError: The cost is given by pools and nobody says from which one it is drawn, or there is none
                of that name.
        """
        name = self.pool(pool) if self.pools or pool is not None else None
        paid = self.in_year(Vector.of(each, "fee"))
        self.note(Move("add-each", what, self.step, operand, basis=basis, each=paid))
        self.charges = self.charges.plus(paid)
        if name in self.pools:
            self.pools[name] -= paid.total

    def move_to(self, charges: Sequence[Fraction], what: str) -> None:
        """Change each party's amount to another."""
        new = Vector.of(charges, "charge")
        self.note(Move("move-to", what, self.step, each=new.minus(self.charges)))
        self.charges, self.held = new, True

    def inhabitants(self, day: dt.date) -> Vector:
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


def together(amounts: Iterable[Fraction]) -> Fraction:
    """Add amounts up; a single one, which is the rule, at no cost.

    >>> together([Fraction(1, 3), Fraction(1, 6)]), together([])
    (Fraction(1, 2), Fraction(0, 1))
    """
    first, *others = amounts or (Fraction(0),)
    return sum(others, first)


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
