"""Taking the steps that deal with a surplus or a deficit."""

from fractions import Fraction

from familjen.allocation.basis import weigh
from familjen.allocation.run import Move, Run, takes
from familjen.errors import InvalidValueError
from familjen.model import DeficitRule, Key, SurplusRule

__all__ = ["cover_deficit", "pay_surplus_out"]


@takes(SurplusRule)
def pay_surplus_out(step: SurplusRule, run: Run) -> None:
    """Pay out what exceeds the threshold and the equity floor."""
    result = _result(run)
    if step.equity_floor is not None:
        run.amount("equity", needed=False)
    if result is None or result <= 0:
        run.note(Move("note", "no surplus"))
        return
    free = max(Fraction(0), result - Fraction(step.threshold))
    if step.equity_floor is not None:
        equity = run.amount("equity")
        assert equity is not None  # noqa: S101 - it was needed
        free = min(free, max(Fraction(0), equity + result - Fraction(step.equity_floor)))
    if free * step.share:
        _spread(run, -free * step.share, step.key, "surplus")
    else:
        run.note(Move("note", "surplus kept", operand=result))


@takes(DeficitRule)
def cover_deficit(step: DeficitRule, run: Run) -> None:
    """Let equity, if so agreed, and then the parties cover what is missing."""
    result = _result(run)
    if step.equity_first:
        run.amount("equity", needed=False)
    if result is None or result >= 0:
        run.note(Move("note", "no deficit"))
        return
    missing = -result
    if step.equity_first:
        equity = run.amount("equity")
        assert equity is not None  # noqa: S101 - it was needed
        used = min(missing, max(Fraction(0), equity - Fraction(step.equity_floor)))
        run.note(Move("note", "deficit from equity", operand=used))
        missing -= used
    if missing:
        _spread(run, missing, step.key, "deficit")


def _result(run: Run) -> Fraction | None:
    """Give the year's result: as given, or what fees and a cost below zero leave."""
    given = run.amount("result", needed=False)
    if given is None:
        return -sum(run.pools.values(), Fraction(0)) if any(run.pools.values()) else None
    if any(run.pools.values()):
        reason = "the fees and the cost already give a result; leave it out of amounts"
        raise InvalidValueError(reason, attribute="amounts")
    return given


def _spread(run: Run, amount: Fraction, key: Key | None, what: str) -> None:
    run.share_by(amount, None if key is None else weigh(key, run.occasion), what)
