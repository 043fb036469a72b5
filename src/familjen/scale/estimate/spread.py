"""How far observations lie from a fit, at each size (spridning)."""

import attrs
import numpy as np
from numpy.typing import NDArray

from familjen.errors import InvalidValueError
from familjen.scale.estimate.fit import Fit

__all__ = ["Spread", "spread_of"]

Floats = NDArray[np.float64]

_FULL = 1 - 1e-9
_TINY = 1e-12


@attrs.frozen(eq=False)
class Spread:
    """The standard deviation of log cost around a fit, by size: σ(L) = exp((g₀ + g₁·L) / 2) (spridning)."""

    level: float
    """g₀: the logarithm of the variance at the reference size."""
    slope: float
    """g₁: by how many per cent the variance changes when the size grows by one."""
    standardised: Floats
    """Each residual over (1 − its leverage) and over the deviation at its size: about 0, with variance about 1."""

    def at(self, log: float) -> float:
        """Give the deviation at a logarithm of size over the reference."""
        return float(np.exp((self.level + self.slope * log) / 2))

    def smearing(self, log: float) -> float:
        """Give by what the exponent of the fit is multiplied to give the expected cost: the mean of exp(σ·e).

        Source: Duan, "Smearing estimate: a nonparametric retransformation method", Journal of the American
        Statistical Association 78 (1983), pp. 605-610, with a deviation that depends on size.
        """
        return float(np.exp(self.at(log) * self.standardised).mean())


def spread_of(fit: Fit, logs: Floats) -> Spread:
    """Estimate how the spread depends on size, by maximum likelihood (skatta spridningen).

    The residuals are taken as normal with variance exp(g₀ + g₁·L) for this alone; the likelihood has one top, which
    Newton's method finds. An observation that the fit goes through by itself (leverage 1) says nothing of the spread
    and is left out. A fit without residuals has no spread.

    Args:
        fit: The fit.
        logs: The logarithm of each size over the reference.

    Raises:
        InvalidValueError: Too many residuals are nil to tell the spread.

    Source: Harvey, "Estimating regression models with multiplicative heteroscedasticity", Econometrica 44 (1976), pp.
    461-465.
    """
    kept = fit.leverage < _FULL
    if fit.is_exact:
        return Spread(-np.inf, 0.0, np.zeros(1))
    residuals = fit.residuals[kept] / (1 - fit.leverage[kept])
    design = np.column_stack([np.ones(kept.sum()), logs[kept]])
    level, slope = _most_likely(np.square(residuals), design)
    standardised = residuals / np.exp((level + slope * logs[kept]) / 2)
    return Spread(level, slope, standardised - standardised.mean())


def _most_likely(squares: Floats, design: Floats) -> tuple[float, float]:
    """Give the g with the least Σ g'z + u²·exp(−g'z), which is convex."""
    with np.errstate(divide="ignore"):
        logs = np.log(squares)  # minus infinity for nil, of which the exponential is nil again

    def over(tried: Floats) -> Floats:
        with np.errstate(over="ignore"):
            return np.asarray(np.exp(logs - design @ tried))

    def loss(tried: Floats) -> float:
        return float((design @ tried + over(tried)).sum())

    found: Floats = np.array([float(np.log(squares.mean())), 0.0])
    while True:
        weights = over(found)
        downhill = design.T @ (weights - 1)
        curvature = design.T @ (design * weights[:, np.newaxis])
        if np.linalg.cond(curvature) > 1 / _TINY:
            break
        step: Floats = np.asarray(np.linalg.solve(curvature, downhill), dtype=np.float64)
        if np.abs(downhill).max() <= len(squares) * _TINY * max(1.0, float(np.abs(design).max())):
            return float(found[0]), float(found[1])
        while not loss(found + step) < loss(found) and np.abs(step).max() > _TINY:
            step /= 2
        if np.abs(step).max() <= _TINY:
            return float(found[0]), float(found[1])
        found = found + step
    reason = "so many observations lie on the fit that its spread cannot be told; ask for fewer coefficients"
    raise InvalidValueError(reason, attribute="sizes")
