"""An elasticity for each class of sizes (storleksklasser)."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from familjen.errors import InvalidValueError
from familjen.scale.estimate.fit import Fit, fit, need_full_rank
from familjen.scale.estimate.forms import Form, size_columns, size_slopes
from familjen.scale.estimate.sample import Sample, need_sizes_that_differ
from familjen.scale.estimate.slope import Elasticity, SizeClass, class_name

__all__ = ["columns_of", "fit_of", "pieces", "separate", "slope_at"]

Floats = NDArray[np.float64]


def columns_of(sample: Sample, form: Form, knots: tuple[float, ...] = ()) -> dict[str, Floats]:
    """Give the columns of a regression by name: a constant, those of size, and the controls.

    Raises:
        InvalidValueError: A control is called what a column of ours is called.
    """
    logs = np.log(np.array(knots) / sample.reference)
    own = {"constant": np.ones(len(sample)), **size_columns(form, sample.logs, logs)}
    taken = next((name for name in sample.controls if name in own), None)
    if taken is not None:
        reason = f"a control is called {taken!r}, as a column of the estimate itself; name it otherwise"
        raise InvalidValueError(reason, attribute="controls")
    return own | sample.controls


def fit_of(sample: Sample, form: Form, errors: str, knots: tuple[float, ...] = ()) -> Fit:
    """Fit the logarithm of the cost per unit of size to size and the controls; errors as in `fit`."""
    columns = columns_of(sample, form, knots)
    need_sizes_that_differ(sample)
    if len(sample) > len(columns):
        need_full_rank({name: column for name, column in columns.items() if name not in sample.controls}, "sizes")
    return fit(np.log(sample.averages), columns, errors, sample.clusters)


def slope_at(fitted: Fit, form: Form, log: float, above: Sequence[bool], confidence: float = 0.95) -> Elasticity:
    """Give the elasticity at a logarithm of size over the reference, its error by the delta method.

    The elasticity is a weighted sum of coefficients, so that the method is exact: √(w'Vw).
    """
    slopes = size_slopes(form, log, above)
    weights = np.zeros(len(fitted.names))
    weights[1 : 1 + len(slopes)] = slopes
    return Elasticity(*fitted.combined(weights, confidence), confidence)


def separate(sample: Sample, split: tuple[float, ...], errors: str) -> tuple[SizeClass, ...]:
    """Fit each class of sizes by itself, by a straight line.

    Raises:
        InvalidValueError: A class holds too few observations, or a column follows from others there.
    """
    found: list[SizeClass] = []
    for least, below, part in _classes(sample, split):
        try:
            fitted = fit_of(part, Form.LOG_LOG, errors)
        except InvalidValueError as error:
            reason = f"of sizes {class_name(least, below)}: {error.reason}"
            raise InvalidValueError(reason, attribute="split") from error
        slope, share = slope_at(fitted, Form.LOG_LOG, 0.0, ()), fitted.r_squared
        found.append(SizeClass(least=least, below=below, number=len(part), elasticity=slope, r_squared=share))
    return tuple(found)


def pieces(sample: Sample, fitted: Fit, knots: tuple[float, ...]) -> tuple[SizeClass, ...]:
    """Give the elasticity of each piece of a spline."""
    found: list[SizeClass] = []
    for place, (least, below, part) in enumerate(_classes(sample, knots)):
        slope = slope_at(fitted, Form.SPLINE, 0.0, [knot < place for knot in range(len(knots))])
        found.append(SizeClass(least=least, below=below, number=len(part), elasticity=slope))
    return tuple(found)


def _classes(sample: Sample, split: tuple[float, ...]) -> Iterator[tuple[float | None, float | None, Sample]]:
    """Give each class: the size that it begins with, the size that it ends before, and who is in it."""
    for least, below in pairwise([None, *split, None]):
        inside = (sample.sizes >= (least or 0)) & (sample.sizes < (below or np.inf))
        yield least, below, sample.where(inside)
