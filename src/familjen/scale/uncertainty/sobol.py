"""How much of the spread each assumption causes (Sobolindex)."""

import numpy as np
from numpy.typing import NDArray

from familjen.errors import InvalidValueError
from familjen.progress import Progress, need_progress
from familjen.scale.discounting import Discounting
from familjen.scale.ends import uncertain_in
from familjen.scale.outcomes import outcomes
from familjen.scale.service import ServiceCost, need_service
from familjen.scale.uncertainty.drawing import drawn, read_samples, read_seed
from familjen.scale.uncertainty.limits import limits_of_case, read_counting
from familjen.scale.uncertainty.sensitivities import Sensitivities, Sensitivity

__all__ = ["indices", "sobol"]

Floats = NDArray[np.float64]
_LEAST = 64


def sobol(
    service: ServiceCost,
    *,
    samples: int = 4096,
    seed: int | None = None,
    yearly: bool = False,
    discounting: Discounting | None = None,
    horizon: int = 10,
    on_progress: Progress | None = None,
) -> Sensitivities:
    """Say what share of the variance of the net each assumption causes: Sobol indices (variansbaserad känslighet).

    Two independent samples are drawn, and for each assumption the first with that one's numbers from the second. How
    indices are estimated is told at `indices`. Assumptions are drawn independently of each other, which the indices
    rest on.

    Args:
        service: What the service costs.
        samples: How many draws each sample has, at least 64.
        seed: A whole number that gives the same again; a new one is drawn and told unless given.
        yearly: Of the yearly saving, not of the net over the horizon.
        discounting: How later years are counted; its rate is an assumption too.
        horizon: How many years are counted.
        on_progress: Told after each assumption how many are done, and of how many.

    Raises:
        InvalidValueError: No assumption has a range, or none changes the net; an argument is out of range, or a draw
            cannot be reckoned.

    Complexity: O(samples · n) for each assumption.

    Source: Saltelli, Annoni, Azzini, Campolongo, Ratto and Tarantola, "Variance based sensitivity analysis of model
    output. Design and estimator for the total sensitivity index", Computer Physics Communications 181 (2010), pp.
    259-270; the total index by Jansen, Computer Physics Communications 117 (1999), pp. 35-43.

    >>> from familjen.scale import Assumption, FixedVariable
    >>> curve = FixedVariable(Assumption(900, low=100, high=1000), Assumption(10, low=9, high=11))
    >>> found = sobol(ServiceCost.of({"A": 10, "B": 10}, curve), samples=512, seed=1)
    >>> list(found), abs(found["curve.fixed"].first - 1) < 4 * found["curve.fixed"].first_error
    (['curve.fixed', 'curve.variable'], True)
    """
    need_service(service)
    need_progress(on_progress, "assumptions are")
    counting = read_counting(discounting)
    uncertain = uncertain_in(service, counting)
    if not uncertain:
        raise InvalidValueError("no assumption has a range; give one low= and high=", attribute="service")
    number = read_samples(samples, 2 * len(uncertain) + 8 * (len(service.parties) + 1), least=_LEAST)
    begun = read_seed(seed)
    limits = limits_of_case(service, counting)
    one, other = (drawn(uncertain, limits, np.random.default_rng(own), number)[0] for own in begun.spawn(2))

    def gained(numbers: dict[str, Floats]) -> tuple[Floats, float]:
        found = outcomes(service, numbers, discounting=counting, horizon=horizon)
        return found.saving if yearly else found.net, found.rounding()[0 if yearly else 1]

    (at_one, noise), (at_other, _) = gained(one), gained(other)
    variance = float(np.concatenate([at_one, at_other]).var())
    if variance <= noise**2:
        what = "yearly saving" if yearly else "net over the horizon"
        raise InvalidValueError(f"no assumption that has a range changes the {what} of all", attribute="service")
    found: dict[str, Sensitivity] = {}
    for name in uncertain:
        found[name] = indices(at_one, at_other, gained({**one, name: other[name]})[0])
        if on_progress is not None:
            on_progress(len(found), len(uncertain))
    ordered = {name: found[name] for name in sorted(found, key=lambda name: -found[name].total)}
    return Sensitivities(variance, yearly, horizon, number, int(str(begun.entropy)), ordered)


def indices(one: Floats, other: Floats, mixed: Floats) -> Sensitivity:
    """Estimate what share of a variance one number causes, from results f of two samples A and B (Sobolindex).

    With f taken from its mean, the first-order index is mean(f_B·(f_AB − f_A)) / V, the total index
    mean((f_A − f_AB)²) / (2·V), where V = mean(f_A² + f_B²) / 2. Errors are those of ratios of means, to first order.

    Args:
        one: What comes of the first sample, A: shape (k,).
        other: What comes of the second, B.
        mixed: What comes of the first with that one number from the second, AB.

    >>> rng = np.random.default_rng(1)
    >>> (x, y), (u, v) = rng.normal(size=(2, 10_000)), rng.normal(size=(2, 10_000))
    >>> found = indices(3 * x + y, 3 * u + v, 3 * u + y)
    >>> round(found.first, 1), round(found.total, 1)
    (0.9, 0.9)
    """
    mean = (one.mean() + other.mean()) / 2
    at_one, at_other, at_mixed = one - mean, other - mean, mixed - mean
    squares = (at_one**2 + at_other**2) / 2
    numbers: list[float] = []
    for parts in (at_other * (at_mixed - at_one), (at_one - at_mixed) ** 2 / 2):
        share = float(parts.mean() / squares.mean())
        error = float((parts - share * squares).std() / np.sqrt(len(parts)) / squares.mean())
        numbers += [share, error]
    return Sensitivity(*numbers)
