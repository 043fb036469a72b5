"""Taking the steps that say who carries how much."""

from fractions import Fraction

from familjen.allocation.basis import weigh
from familjen.allocation.run import Run, takes
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
    left = sum((run.pools[name] for name in names), Fraction(0))
    whole = sum((run.whole[name] for name in names), Fraction(0))
    amount = max(left, Fraction(0))
    if step.share is not None:
        amount = step.share * whole
    elif step.amount is not None:
        amount = Fraction(step.amount)
    if amount > max(left, Fraction(0)):
        reason = f"{amount} is to be shared and only {left} of the cost is left; lower the share or amount"
        raise InvalidValueError(reason, attribute="share" if step.share is not None else "amount")
    run.share(amount, step.key, step.pool or "cost")
    for name in names:
        run.pools[name] -= amount * (run.pools[name] / left if left else Fraction(1, len(names)))


@takes(Rate)
def charge_per_inhabitant(step: Rate, run: Run) -> None:
    """Charge an amount per inhabitant."""
    basis = weigh(Population(step.reference), run.occasion)
    rate = Fraction(step.per_inhabitant)
    run.charge([rate * weight for weight in basis.weights], "per inhabitant", rate, basis)


@takes(TaxBaseRate)
def charge_per_mille(step: TaxBaseRate, run: Run) -> None:
    """Charge so many per mille of the tax base."""
    basis = weigh(step.base, run.occasion)
    rate = Fraction(step.per_mille) / 1000
    run.charge([rate * weight for weight in basis.weights], "per krona of tax base", rate, basis)


@takes(UnitPrice)
def charge_per_unit(step: UnitPrice, run: Run) -> None:
    """Charge a price for each unit that was used."""
    basis = weigh(step.usage, run.occasion)
    price = Fraction(step.price)
    run.charge([price * weight for weight in basis.weights], f"per unit of {basis.of}", price, basis)


@takes(FlatFee)
def charge_flat_fee(step: FlatFee, run: Run) -> None:
    """Charge the same sum to each."""
    strangers = [party for party in step.parties if party not in run.occasion.parties]
    if strangers:
        reason = f"{', '.join(strangers)} pays a flat fee and is not billed; correct the parties of the fee"
        raise InvalidValueError(reason, attribute="parties")
    fee = Fraction(step.amount)
    payers = step.parties or run.occasion.parties
    run.charge([fee if party in payers else Fraction(0) for party in run.occasion.parties], "flat fee", fee)
