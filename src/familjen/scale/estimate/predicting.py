"""Predicting the cost of a size from an estimate (prognos)."""

from typing import TYPE_CHECKING, Any

import numpy as np

from familjen.amounts.weights import is_mapping
from familjen.errors import InvalidValueError, UnknownIdError
from familjen.scale.assumption import as_decimal
from familjen.scale.curves.sizes import read_positive
from familjen.scale.estimate.engine import read_confidence
from familjen.scale.estimate.forms import Form, size_columns
from familjen.scale.estimate.prediction import Prediction, need_tails, reach
from familjen.validators import show

if TYPE_CHECKING:
    from familjen.scale.estimate.elasticity import ElasticityEstimate

__all__ = ["predicted"]


def predicted(estimate: "ElasticityEstimate", size: Any, controls: Any, confidence: Any, tails: Any) -> Prediction:
    """Say what one place of a size is expected to cost; see `ElasticityEstimate.predict`."""
    number, share = float(read_positive(size, "the size", "size")), read_confidence(confidence)
    sample, fitted, spread = estimate.sample, estimate.fit, estimate.spread
    need_tails(tails, share, np.inf if fitted.is_exact else len(spread.standardised))
    given = _read(controls, sample.means)
    log = float(np.log(number / sample.reference))
    knots = np.log(np.array(estimate.split if estimate.form is Form.SPLINE else ()) / sample.reference)
    size_row = [column[0] for column in size_columns(estimate.form, np.array([log]), knots).values()]
    row = np.array([1.0, *size_row, *(given[name] for name in sample.controls)])
    middle = float(row @ fitted.coefficients)
    with np.errstate(over="ignore", invalid="ignore"):
        below, above = reach(fitted, spread, row, log, share, tails)
        low, base, high = np.exp([middle + below, middle, middle + above]) * [1.0, spread.smearing(log), 1.0]
    if not np.isfinite([low, base, high]).all():
        raise InvalidValueError(f"the cost at a size of {number:g} goes beyond 10^308", attribute="size")
    beyond = [
        name for name, at in given.items() if not sample.controls[name].min() <= at <= sample.controls[name].max()
    ]
    return Prediction(
        size=number,
        low=float(low),
        base=float(base),
        high=float(high),
        confidence=share,
        tails=tails,
        beyond=(*(["size"] if estimate.is_extrapolated(number) else []), *beyond),
    )


def _read(controls: Any, means: dict[str, float]) -> dict[str, float]:
    """Give a number for each control: what is given, and else the mean."""
    if controls is None:
        return means
    if not is_mapping(controls):
        reason = f"{show(controls)} is no mapping; give a number for each control, such as {{'log tax base': 12.4}}"
        raise InvalidValueError(reason, attribute="controls")
    for name in controls:
        if name not in means:
            raise UnknownIdError.of("control", str(name), means)
    given = {name: float(as_decimal(value, f"the control {name!r}", "controls")) for name, value in controls.items()}
    return means | given
