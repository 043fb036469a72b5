"""A least-squares fit, with errors that do not take the spread for even (minsta kvadrat)."""

from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from familjen.errors import InvalidValueError, near_matches
from familjen.scale.estimate.engine import load, quantile
from familjen.validators import show

__all__ = ["ERRORS", "Fit", "fit", "need_full_rank", "read_errors"]

Floats = NDArray[np.float64]

ERRORS = ("HC0", "HC1", "HC2", "HC3", "classical")
"""How standard errors are reckoned: robust to uneven spread in four ways, or as if the spread were even."""

_WITHOUT_EACH = ("HC2", "HC3")
_TINY = 1e-9
_NOTHING = 1e-24


@attrs.frozen(eq=False, repr=False)
class Fit:
    """A regression by least squares (regression)."""

    names: tuple[str, ...]
    """What the columns are called."""
    design: Floats
    """The columns, of shape (observations, columns)."""
    coefficients: Floats
    """The coefficient of each column."""
    covariance: Floats
    """The covariance of the coefficients."""
    residuals: Floats
    """What each observation lies above the fit, in logarithms."""
    freedom: int
    """Degrees of freedom of the intervals."""
    r_squared: float
    """The share of the variance that the fit explains (R²); 0 where there is none to explain."""
    errors: str
    """How the standard errors are reckoned."""

    @property
    def leverage(self) -> Floats:
        """How much each observation pulls the fit towards itself, from 0 to 1."""
        return _leverage(self.design)

    @property
    def is_exact(self) -> bool:
        """Whether nothing but rounding is left over."""
        scale = float(np.abs(self.design @ self.coefficients).max())
        return float(np.abs(self.residuals).max()) <= _TINY * max(scale, 1.0)

    def combined(self, weights: Floats, confidence: float = 0.95) -> tuple[float, float, float, float]:
        """Give a weighted sum of the coefficients, its standard error, and the ends of its interval."""
        value = float(weights @ self.coefficients)
        error = float(np.sqrt(max(float(weights @ self.covariance @ weights), 0.0)))
        reach = quantile(confidence, self.freedom) * error
        return value, error, value - reach, value + reach


def read_errors(robust: Any) -> str:
    """Read how standard errors are to be reckoned.

    Raises:
        InvalidValueError: There is no such way.
    """
    if isinstance(robust, str) and robust in ERRORS:
        return robust
    near = near_matches(robust, ERRORS, most=1) if isinstance(robust, str) else ()
    hint = f"did you mean {near[0]!r}?" if near else f"give one of {', '.join(map(repr, ERRORS))}"
    raise InvalidValueError(f"{show(robust)} is no kind of standard errors; {hint}", attribute="robust")


def need_full_rank(columns: dict[str, Floats], attribute: str = "controls") -> None:
    """Refuse a column that says nothing that those before it do not say.

    Raises:
        InvalidValueError: There is one; it is named.

    >>> need_full_rank({"constant": np.ones(3), "age": np.arange(3.0)})
    """
    basis = np.empty((len(next(iter(columns.values()))), 0))
    for name, column in columns.items():
        scale = np.linalg.norm(column)
        left = column - basis @ (basis.T @ column)
        left = left - basis @ (basis.T @ left)
        if scale == 0 or np.linalg.norm(left) <= _TINY * scale:
            spread = float(np.ptp(column))
            why = (
                "is the same for all observations" if spread <= _TINY * scale else "follows from the columns before it"
            )
            hint = "leave it out" if attribute == "controls" else "give more sizes that differ, or a simpler form"
            reason = f"{name!r} {why}, so that its coefficient cannot be told; {hint}"
            raise InvalidValueError(reason, attribute=attribute)
        basis = np.column_stack([basis, left / np.linalg.norm(left)])


def fit(response: Floats, columns: dict[str, Floats], errors: str, clusters: NDArray[np.intp] | None = None) -> Fit:
    """Fit the response to the columns by least squares (skatta).

    Args:
        response: What is explained.
        columns: What explains it, by name.
        errors: One of `ERRORS`; where there are clusters, errors are those of clusters.
        clusters: The group of each observation, within which errors may go together.

    Raises:
        InvalidValueError: There are too few observations or clusters, or a column follows from others.
        MissingExtraError: statsmodels is not installed.

    Source: White, "A heteroskedasticity-consistent covariance matrix estimator and a direct test for
    heteroskedasticity", Econometrica 48 (1980), pp. 817-838; MacKinnon and White, "Some heteroskedasticity-consistent
    covariance matrix estimators with improved finite sample properties", Journal of Econometrics 29 (1985), pp.
    305-325, on HC1 to HC3.
    """
    number, width = len(response), len(columns)
    if number <= width:
        reason = f"{width} coefficients take {width + 1} observations at least, not {number}; give more or ask for less"
        raise InvalidValueError(reason, attribute="sizes")
    need_full_rank(columns)
    design = np.column_stack(list(columns.values()))
    if errors in _WITHOUT_EACH and clusters is None and (_leverage(design) >= 1 - _TINY).any():
        reason = f"{errors} cannot be reckoned where one observation alone decides a coefficient; use 'HC1'"
        raise InvalidValueError(reason, attribute="robust")
    model = load().OLS(response, design)
    if clusters is None:
        kind = "nonrobust" if errors == "classical" else errors
        made = model.fit(cov_type=kind, use_t=True)
        freedom, said = number - width, errors
    else:
        groups = int(clusters.max()) + 1
        if groups < 2:  # noqa: PLR2004 - errors of one cluster have nothing to vary over
            raise InvalidValueError("there is one cluster; give two at least", attribute="clusters")
        made = model.fit(cov_type="cluster", cov_kwds={"groups": clusters}, use_t=True)
        freedom, said = groups - 1, f"clustered ({groups})"
    return _read(response, tuple(columns), design, made, freedom, said)


def _leverage(design: Floats) -> Floats:
    found: Floats = (np.linalg.qr(design)[0] ** 2).sum(axis=1)
    return found


def _read(response: Floats, names: tuple[str, ...], design: Floats, made: Any, freedom: int, said: str) -> Fit:
    """Read what statsmodels found."""
    covariance = np.asarray(made.cov_params())
    found, residuals = np.asarray(made.params), np.asarray(made.resid)
    around = float(np.square(response - response.mean()).sum())
    explained = 1 - float(np.square(residuals).sum()) / around if around > _NOTHING * len(response) else 0.0
    return Fit(names, design, found, covariance, residuals, freedom, explained, said)
