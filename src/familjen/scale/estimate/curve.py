"""A cost curve from an estimate (kostnadskurva)."""

from decimal import Decimal
from typing import TYPE_CHECKING

import numpy as np

from familjen.errors import InvalidValueError
from familjen.model.source import Source
from familjen.scale.assumption import Assumption, Basis, Shape
from familjen.scale.curves.power import PowerCurve
from familjen.scale.curves.translog import TranslogCurve
from familjen.scale.estimate.forms import Form

if TYPE_CHECKING:
    from familjen.scale.estimate.elasticity import ElasticityEstimate

__all__ = ["curve_of"]

_NINETY = 0.9
"""The interval that holds nine of ten, which is what a normal `Assumption` means by low and high."""


def curve_of(estimate: "ElasticityEstimate", unit: str) -> PowerCurve | TranslogCurve:
    """Give the cost curve of an estimate; see `ElasticityEstimate.curve`."""
    if estimate.form is Form.SPLINE:
        reason = "a spline has no curve of its own; estimate with 'log-log' or 'translog'"
        raise InvalidValueError(reason, attribute="functional_form")
    sample = estimate.sample
    text = f"Regression ({estimate.form}) on {len(sample)} observations: an association, not a saving"
    source = Source(text)
    cost, elasticity = _cost(estimate, source), _coefficient(estimate, 1, source)
    reference = _written(sample.reference)
    observed = (Decimal(repr(sample.range[0])), Decimal(repr(sample.range[1])))
    if estimate.form is Form.LOG_LOG:
        return PowerCurve(cost, elasticity, reference=reference, unit=unit, observed=observed)
    curvature = _coefficient(estimate, 2, source)
    return TranslogCurve(cost, elasticity, curvature, reference=reference, unit=unit, observed=observed)


def _cost(estimate: "ElasticityEstimate", source: Source) -> Assumption:
    """Give the expected total cost at the reference, controls at their means, and its range."""
    fitted, sample = estimate.fit, estimate.sample
    row = np.zeros(len(fitted.names))
    row[0] = 1.0
    row[len(row) - len(sample.controls) :] = list(sample.means.values())
    value, _, low, high = fitted.combined(row, _NINETY)
    factor = sample.reference * estimate.spread.smearing(0.0)
    base, least, most = (_written(factor * float(np.exp(each))) for each in (value, low, high))
    return Assumption(base, low=least, high=most, basis=Basis.ESTIMATED, source=source)


def _coefficient(estimate: "ElasticityEstimate", place: int, source: Source) -> Assumption:
    weights = np.zeros(len(estimate.fit.names))
    weights[place] = 1.0
    value, _, _, high = estimate.fit.combined(weights, _NINETY)
    base, far = _written(value), _written(high - value)
    return Assumption(base, low=base - far, high=base + far, shape=Shape.NORMAL, basis=Basis.ESTIMATED, source=source)


def _written(number: float) -> Decimal:
    """Write a number with six digits, without an exponent.

    >>> _written(-0.0731088123), _written(1234567.8)
    (Decimal('-0.0731088'), Decimal('1234570'))
    """
    return Decimal(format(Decimal(f"{number:.6g}"), "f"))
