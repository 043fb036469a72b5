"""What speaks against a fit (diagnostik)."""

from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from familjen.language import Listing, listed, worded
from familjen.scale.estimate.engine import load
from familjen.scale.estimate.fit import Fit
from familjen.scale.estimate.sample import Sample
from familjen.scale.estimate.warning import said_number

__all__ = ["Diagnostics", "diagnose"]

Floats = NDArray[np.float64]

_HIGH_VIF = 10.0
_FULL = 1 - 1e-9
_TINY = 1e-12


@attrs.frozen(kw_only=True)
class Diagnostics:
    """What speaks for and against a regression (diagnostik).

    A p-value is how often chance alone gives so much, were the assumption true: below 0.05 is a reason to doubt it.
    ``None`` stands where the fit leaves nothing over, or too few observations remain, to test.

    Source: Breusch and Pagan, "A simple test for heteroscedasticity and random coefficient variation", Econometrica 47
    (1979), pp. 1287-1294, as Koenker, "A note on studentizing a test for heteroscedasticity", Journal of Econometrics
    17 (1981), pp. 107-112, has it; Ramsey, "Tests for specification errors in classical linear least-squares
    regression analysis", Journal of the Royal Statistical Society B 31 (1969), pp. 350-371; Jarque and Bera,
    "Efficient tests for normality, homoscedasticity and serial independence of regression residuals", Economics
    Letters 6 (1980), pp. 255-259.
    """

    even_spread: float | None
    """p-value of Breusch and Pagan's test that the spread is the same everywhere."""
    right_form: float | None
    """p-value of RESET: that no square or cube of the fit adds anything, with robust errors."""
    normal: float | None
    """p-value of Jarque and Bera's test that residuals are normal."""
    outliers: tuple[str, ...]
    """Who lies farther off than chance alone explains: |t| of the residual, the fit made without it, at 5 per cent in
    all over the number of observations (Bonferroni)."""
    influential: tuple[str, ...]
    """Who pulls the fit by more than its share: leverage above three times the mean."""
    inflation: dict[str, float]
    """By what the variance of each coefficient grows since its column goes together with the others (VIF)."""

    def warnings(self, lang: str = "en") -> tuple[str, ...]:
        """Say what speaks against the fit, in English (``"en"``) or Swedish (``"sv"``)."""
        doubts = {
            worded(
                lang, "the spread differs with the columns (so robust errors)", "spridningen är ojämn"
            ): self.even_spread,
            worded(lang, "the form is not right (RESET)", "formen stämmer inte (RESET)"): self.right_form,
            worded(lang, "residuals are not normal", "residualerna är inte normalfördelade"): self.normal,
        }
        found = [f"{text}, p {_said(p, lang)}" for text, p in doubts.items() if p is not None and p < 0.05]  # noqa: PLR2004 - the level that the docstring gives
        if self.outliers:
            found.append(worded(lang, "far off: ", "långt ifrån: ") + Listing(self.outliers).said(lang))
        if self.influential:
            found.append(worded(lang, "pull hard: ", "drar hårt: ") + Listing(self.influential).said(lang))
        high = [f"{name} ({said_number(each, lang, 1)})" for name, each in self.inflation.items() if each > _HIGH_VIF]
        if high:
            found.append(worded(lang, "hard to tell apart (VIF): ", "svåra att skilja (VIF): ") + listed(high, lang))
        return tuple(found)

    def to_rows(self) -> list[dict[str, Any]]:
        """Give each test, with its p-value, as a row."""
        tests = {"even spread": self.even_spread, "right form": self.right_form, "normal": self.normal}
        return [{"assumption": name, "p_value": value} for name, value in tests.items()]

    def __repr__(self) -> str:
        return f"<Diagnostics: {'; '.join(self.warnings()) or 'nothing against it'}>"


def diagnose(fit: Fit, sample: Sample) -> Diagnostics:
    """Test a fit.

    Complexity: O(n·k²) for n observations of k columns.
    """
    leverage = fit.leverage
    pulling = np.flatnonzero(leverage > 3 * len(fit.names) / len(sample))
    return Diagnostics(
        even_spread=_even_spread(fit),
        right_form=_right_form(fit),
        normal=None if fit.is_exact else float(load("statsmodels.stats.stattools").jarque_bera(fit.residuals)[1]),
        outliers=_outliers(fit, sample),
        influential=tuple([sample.label(place) for place in pulling.tolist()]),
        inflation=_inflation(fit),
    )


def _said(chance: float, lang: str) -> str:
    least = 0.001
    return f"= {said_number(chance, lang)}" if chance >= least else f"< {said_number(least, lang)}"


def _even_spread(fit: Fit) -> float | None:
    squares = fit.residuals**2
    if fit.is_exact or np.ptp(squares) <= _TINY * squares.max():
        return None
    test = load("statsmodels.stats.diagnostic").het_breuschpagan
    with np.errstate(divide="ignore"):  # of a design that explains the squares wholly, F has no number; it is not used
        return float(test(fit.residuals, fit.design)[1])


def _right_form(fit: Fit) -> float | None:
    """Test that the square and the cube of the fit, scaled so that neither is huge, add nothing."""
    if fit.is_exact or len(fit.residuals) <= len(fit.names) + 2:
        return None
    fitted = fit.design @ fit.coefficients
    around = (fitted - fitted.mean()) / (fitted.std() or 1.0)
    design = np.column_stack([fit.design, around**2, around**3])
    if np.linalg.matrix_rank(design) < design.shape[1]:
        return None
    made = load().OLS(fitted + fit.residuals, design).fit(cov_type="HC1", use_t=True)
    added, covariance = np.asarray(made.params)[-2:], np.asarray(made.cov_params())[-2:, -2:]
    if not np.linalg.cond(covariance) < 1 / _TINY:  # so few or so regular observations tell nothing of both
        return None
    statistic = float(added @ np.linalg.solve(covariance, added)) / 2
    return float(load("scipy.stats").f.sf(statistic, 2, len(around) - design.shape[1]))


def _outliers(fit: Fit, sample: Sample) -> tuple[str, ...]:
    number, width = fit.design.shape
    freedom = number - width - 1
    if fit.is_exact or freedom < 1:
        return ()
    left = np.maximum(1 - fit.leverage, 0.0)
    kept = left > 1 - _FULL
    squares: Floats = fit.residuals**2 / np.where(kept, left, 1.0)
    around = float((fit.residuals**2).sum())
    limit = float(load("scipy.stats").t.ppf(1 - 0.025 / number, freedom))
    far = kept & (squares > limit**2 * np.maximum(around - squares, 0.0) / freedom)
    return tuple([sample.label(place) for place in np.flatnonzero(far).tolist()])


def _inflation(fit: Fit) -> dict[str, float]:
    """Give 1 / (1 − R²) of each column on the others: the diagonal of their inverse correlations."""
    columns, names = fit.design[:, 1:], fit.names[1:]
    if len(names) < 2:  # noqa: PLR2004 - one column goes together with no other
        return dict.fromkeys(names, 1.0)
    inverse = np.linalg.inv(np.corrcoef(columns, rowvar=False))
    return {name: float(value) for name, value in zip(names, np.diag(inverse), strict=True)}
