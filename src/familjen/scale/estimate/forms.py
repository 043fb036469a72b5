"""How cost may depend on size: functional forms (funktionsformer)."""

import enum
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from familjen.amounts.weights import is_sequence
from familjen.errors import InvalidValueError, near_matches
from familjen.scale.curves.sizes import read_positive
from familjen.validators import show

__all__ = ["Form", "read_form", "read_split", "size_columns", "size_slopes"]

Floats = NDArray[np.float64]


class Form(enum.StrEnum):
    """How the logarithm of cost depends on the logarithm of size, L = ln(N / reference) (funktionsform).

    >>> Form("log-log").columns
    ('log size',)
    """

    LOG_LOG = "log-log"
    """A straight line: one elasticity for all sizes (log-linjär)."""
    TRANSLOG = "translog"
    """With L² / 2: an elasticity that changes with size (translog)."""
    SPLINE = "spline"
    """Straight lines that join at the sizes of ``split``: an elasticity for each class of size (spline)."""

    @property
    def columns(self) -> tuple[str, ...]:
        """What the columns that hold size are called, but for those of the knots of a spline."""
        return ("log size", "half of log size squared") if self is Form.TRANSLOG else ("log size",)


def read_form(form: Any) -> Form:
    """Read the name of a functional form.

    Raises:
        InvalidValueError: There is no such form.
    """
    names = [each.value for each in Form]
    if isinstance(form, str) and form in names:
        return Form(form)
    near = near_matches(form, names, most=1) if isinstance(form, str) else ()
    hint = f"did you mean {near[0]!r}?" if near else f"give one of {', '.join(map(repr, names))}"
    raise InvalidValueError(f"{show(form)} is no functional form; {hint}", attribute="functional_form")


def read_split(split: Any, observed: tuple[float, float]) -> tuple[float, ...]:
    """Read the sizes that part the observations into classes, each class from one size to below the next.

    Raises:
        InvalidValueError: One is no size between the least and the largest observed, or they do not grow.

    >>> read_split(15_000, (2_400, 980_000)), read_split(None, (1, 2))
    ((15000.0,), ())
    """
    if split is None:
        return ()
    shown = show(split)
    is_column = is_sequence(split) or isinstance(split, np.ndarray)
    given: list[Any] = list(cast("Any", split)) if is_column else [split]
    found = [float(read_positive(size, "a size to split at", "split")) for size in given]
    for size in found:
        if not observed[0] < size <= observed[1]:
            low, high = observed
            reason = f"the size {size:,.0f} to split at is not between the observed {low:,.0f} and {high:,.0f}"
            raise InvalidValueError(reason, attribute="split")
    if not found or any(after <= before for before, after in pairwise(found)):
        raise InvalidValueError(f"{shown} are no growing sizes; give (15_000, 50_000)", attribute="split")
    return tuple(found)


def size_columns(form: Form, logs: Floats, knots: Floats) -> dict[str, Floats]:
    """Give the columns that hold size, by name.

    Args:
        form: The functional form.
        logs: ln(N / reference) of each observation.
        knots: ln(knot / reference) of each knot of a spline.

    >>> list(size_columns(Form.SPLINE, np.array([0.0, 1.0]), np.array([0.5])).values())[1].tolist()
    [0.0, 0.5]
    """
    columns = {"log size": logs}
    if form is Form.TRANSLOG:
        columns["half of log size squared"] = logs**2 / 2
    if form is Form.SPLINE:
        columns |= {f"log size above knot {place + 1}": np.maximum(logs - knot, 0) for place, knot in enumerate(knots)}
    return columns


def size_slopes(form: Form, log: float, above: Sequence[bool]) -> Floats:
    """Give by how much each of those columns grows with L: the elasticity is their sum, each times its coefficient.

    Args:
        form: The functional form.
        log: ln(N / reference).
        above: For each knot of a spline whether the size has reached it.

    >>> size_slopes(Form.TRANSLOG, 0.5, ()).tolist(), size_slopes(Form.SPLINE, 0.5, (True, False)).tolist()
    ([1.0, 0.5], [1.0, 1.0, 0.0])
    """
    if form is Form.SPLINE:
        return np.array([1.0, *map(float, above)])
    return np.array([1.0, log][: len(form.columns)])
