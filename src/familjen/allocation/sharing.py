"""Taking the steps that say who carries how much."""

from fractions import Fraction

from familjen.allocation.basis import weigh
from familjen.allocation.run import Run, takes, together
from familjen.amounts.vector import Vector, plainly
from familjen.errors import InvalidValueError
from familjen.model import Distribution, FlatFee, Population, Rate, TaxBaseRate, UnitPrice

__all__ = ["charge_flat_fee", "charge_per_inhabitant", "charge_per_mille", "charge_per_unit", "share_cost"]


@takes(Distribution)
def share_cost(step: Distribution, run: Run) -> None:
    """Share a pool, or a part of it, by a key."""
    if step.pool is not None:
        run.pool(step.pool)
    names = [step.pool] if step.pool in run.pools else [name for name in run.pools if name not in run.named]
    if not names:
        reason = "there is no cost left to share" if run.pools else "there is no cost to share; give cost="
        raise InvalidValueError(reason, attribute="cost")
    left = together([run.pools[name] for name in names])
    amount = left if left.numerator > 0 else Fraction(0)
    if step.share is not None or step.amount is not None:
        amount = _part(step, names, amount, run)
    run.share(amount, step.key, step.pool or "cost")
    for name in names:
        own = run.pools[name]
        run.pools[name] = Fraction(0) if amount is left else own - amount * (own / left if left else Fraction(1))


def _part(step: Distribution, names: list[str | None], left: Fraction, run: Run) -> Fraction:
    """Give the part of the cost that a step shares, which is no more than is left of it."""
    amount = Fraction(step.amount or 0)
    if step.share is not None:
        amount = step.share * together([run.whole[name] for name in names])
    if amount > left:
        reason = (
            f"{plainly(amount)} is to be shared and only {plainly(left)} of the cost is left; lower the share or amount"
        )
        raise InvalidValueError(reason, attribute="share" if step.share is not None else "amount")
    return amount


@takes(Rate)
def charge_per_inhabitant(step: Rate, run: Run) -> None:
    """Charge an amount per inhabitant."""
    basis = weigh(Population(step.reference), run.occasion)
    rate = Fraction(step.per_inhabitant)
    run.charge(_of_payers(step, basis.weights.scaled(rate), run), "per inhabitant", rate, basis, step.pool)


@takes(TaxBaseRate)
def charge_per_mille(step: TaxBaseRate, run: Run) -> None:
    """Charge so many per mille of the tax base."""
    basis = weigh(step.base, run.occasion)
    rate = Fraction(step.per_mille) / 1000
    run.charge(_of_payers(step, basis.weights.scaled(rate), run), "per krona of tax base", rate, basis, step.pool)


@takes(UnitPrice)
def charge_per_unit(step: UnitPrice, run: Run) -> None:
    """Charge a price for each unit that was used."""
    basis = weigh(step.usage, run.occasion)
    price = Fraction(step.price)
    fees = _of_payers(step, basis.weights.scaled(price), run)
    run.charge(fees, f"per unit of {basis.of}", price, basis, step.pool)


@takes(FlatFee)
def charge_flat_fee(step: FlatFee, run: Run) -> None:
    """Charge the same sum to each."""
    fee = Fraction(step.amount)
    fees = Vector((1,) * len(run.occasion.parties)).scaled(fee)
    run.charge(_of_payers(step, fees, run), "flat fee", fee, pool=step.pool)


def _of_payers(step: Rate | TaxBaseRate | UnitPrice | FlatFee, fees: Vector, run: Run) -> Vector:
    """Give the fees of those who pay them, and nothing for the others."""
    if not step.parties:
        return fees
    strangers = [party for party in step.parties if party not in run.occasion.parties]
    if strangers:
        reason = f"{', '.join(strangers)} pays the fee and is not billed; correct the parties of the fee"
        raise InvalidValueError(reason, attribute="parties")
    return fees.times(Vector(tuple([int(party in step.parties) for party in run.occasion.parties])))
