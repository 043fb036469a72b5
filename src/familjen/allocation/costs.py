"""Taking the steps that say what there is to share."""

from fractions import Fraction

from familjen.allocation.run import Check, Move, Run, takes, together
from familjen.amounts.vector import Vector
from familjen.errors import InvalidValueError
from familjen.model import Addition, BaseCost, Deductible, FromEquity, Income, Overhead

__all__ = ["add_amount", "add_overhead", "deduct_income", "draw_from_equity", "keep_deductible", "set_base_cost"]


@takes(BaseCost)
def set_base_cost(step: BaseCost, run: Run) -> None:
    """Begin with the cost that the clause gives."""
    if run.pools:
        reason = f"the clause itself gives the cost, that of {step.year}; leave cost out"
        raise InvalidValueError(reason, attribute="cost")
    run.pools = {None: Fraction(step.amount)}
    run.note(Move("set", "cost", operand=Fraction(step.amount), after=Fraction(step.amount)))


@takes(Income)
def deduct_income(step: Income, run: Run) -> None:
    """Draw grants and own income from the cost."""
    given = run.amount(step.what, needed=step.amount is None)
    if given is not None and step.amount is not None:
        reason = f"the clause itself gives the amount of {step.what!r}, {step.amount}; leave it out of amounts"
        raise InvalidValueError(reason, attribute="amounts")
    amount = Fraction(step.amount) if step.amount is not None else given
    assert amount is not None  # noqa: S101 - it was needed
    if amount < 0:
        raise InvalidValueError(f"the amount {step.what!r} is negative: {amount}", attribute="amounts")
    run.add(-amount, step.what, step.pool)


@takes(FromEquity)
def draw_from_equity(step: FromEquity, run: Run) -> None:
    """Pay a part of the cost from equity."""
    run.multiply(1 - step.share, "from equity")


@takes(Deductible)
def keep_deductible(step: Deductible, run: Run) -> None:
    """Take away what is not shared, and charge it to the party that carries it."""
    pool = run.pool(step.pool)
    kept = min(max(run.pools[pool], Fraction(0)), Fraction(step.amount))
    run.add(-kept, "deductible", pool)
    if step.carried_by is None:
        return
    if step.carried_by not in run.occasion.parties:
        reason = f"{step.carried_by!r} carries the deductible and is not billed; bill it or change the clause"
        raise InvalidValueError(reason, attribute="carried_by")
    each = Vector(tuple([int(party == step.carried_by) for party in run.occasion.parties])).scaled(kept)
    run.note(Move("add-each", "deductible", operand=kept, each=each))
    run.charges = run.charges.plus(each)


@takes(Overhead)
def add_overhead(step: Overhead, run: Run) -> None:
    """Add the host's overhead, and test it against what it actually was."""
    actual = run.amount("actual_overhead", needed=False)
    cost = together(run.pools.values())
    run.multiply(1 + step.rate, "overhead")
    if actual is not None:
        charged = cost * step.rate
        run.checks.append(Check("overhead", charged <= actual, charged, actual))


@takes(Addition)
def add_amount(step: Addition, run: Run) -> None:
    """Add an amount in its year."""
    if step.year is None or step.year == run.occasion.year:
        run.add(Fraction(step.amount), step.what, step.pool)
