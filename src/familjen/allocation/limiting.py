"""Taking the steps that hold the parties' amounts within limits."""

from fractions import Fraction

from familjen.allocation.run import Check, Run, takes
from familjen.amounts.filling import Limits, fill
from familjen.amounts.vector import Vector, plainly
from familjen.errors import InvalidValueError
from familjen.model import AmountLimit, MaxChange, SelfCostTest
from familjen.model.steps.limits import OTHERS, OUTSIDE

__all__ = ["compare_with_cost", "limit_amounts", "limit_change"]


@takes(AmountLimit)
def limit_amounts(step: AmountLimit, run: Run) -> None:
    """Hold each party's amount between floor and cap, in kronor or kronor per inhabitant."""
    sizes = Vector((1,) * len(run.charges))
    if step.per_inhabitant is not None:
        sizes = run.inhabitants(step.per_inhabitant.resolve(run.occasion.year))
    floors = None if step.floor is None else sizes.scaled(Fraction(step.floor))
    caps = None if step.cap is None else sizes.scaled(Fraction(step.cap))
    _hold(run, floors, caps, step.financed_by, "limit")


@takes(MaxChange)
def limit_change(step: MaxChange, run: Run) -> None:
    """Hold each party's amount near that of the year before."""
    if run.last_year is None:
        reason = "the change since last year is limited; give last_year=, the statement of the year before"
        raise InvalidValueError(reason, attribute="last_year")
    sizes = run.inhabitants(step.reference.resolve(run.occasion.year))
    floors: list[Fraction | None] = []
    caps: list[Fraction | None] = []
    for party, size in zip(run.occasion.parties, sizes, strict=True):
        before, span = run.last_year.get(party), Fraction(step.per_inhabitant) * size
        floors.append(None if before is None or step.upward_only else max(Fraction(0), before - span))
        caps.append(None if before is None else before + span)
    _hold(run, floors, caps, step.financed_by, "change")


def _hold(run: Run, floors: Limits, caps: Limits, financed_by: str, what: str) -> None:
    if min(run.charges.counts) < 0:
        raise InvalidValueError("an amount is below zero, which no floor or cap is made for", attribute="cost")
    if financed_by == OTHERS:
        run.move_to(fill(run.charges.total, run.charges, floors, caps), what)
        return
    nobody = (None,) * len(run.charges)
    held = [_within(*limits) for limits in zip(run.charges, floors or nobody, caps or nobody, strict=True)]
    if financed_by != OUTSIDE:
        if financed_by not in run.occasion.parties:
            reason = f"{financed_by!r} finances the remainder and is not billed; bill it or name another"
            raise InvalidValueError(reason, attribute="financed_by")
        place = run.occasion.parties.index(financed_by)
        held[place] = run.charges.total - (sum(held, Fraction(0)) - held[place])
        if held[place] < 0:
            back = plainly(-held[place])
            reason = f"{financed_by!r} finances the remainder and would get {back} instead; change the limits"
            raise InvalidValueError(reason, attribute="financed_by")
    run.move_to(held, what)


def _within(charge: Fraction, floor: Fraction | None, cap: Fraction | None) -> Fraction:
    raised = charge if floor is None else max(charge, floor)
    return raised if cap is None else min(raised, cap)


@takes(SelfCostTest)
def compare_with_cost(step: SelfCostTest, run: Run) -> None:  # noqa: ARG001 - the step has no figures of its own
    """Compare what the parties pay together with the actual cost."""
    actual = run.amount("actual_cost")
    assert actual is not None  # noqa: S101 - it was needed
    charged = run.charges.total
    run.checks.append(Check("self-cost", charged <= actual, charged, actual))
