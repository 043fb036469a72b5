"""How cost goes together with size, by observations (skattad elasticitet)."""

from functools import cached_property
from typing import Any

import attrs
import numpy as np

from familjen.allocation.grid import as_html
from familjen.errors import InvalidValueError
from familjen.scale.curves.power import PowerCurve
from familjen.scale.curves.sizes import read_positive
from familjen.scale.curves.translog import TranslogCurve
from familjen.scale.estimate.classes import fit_of, pieces, separate, slope_at
from familjen.scale.estimate.curve import curve_of
from familjen.scale.estimate.diagnostics import Diagnostics, diagnose
from familjen.scale.estimate.engine import read_confidence
from familjen.scale.estimate.fit import Fit, read_errors
from familjen.scale.estimate.forms import Form, read_form, read_split
from familjen.scale.estimate.predicting import predicted
from familjen.scale.estimate.prediction import Prediction
from familjen.scale.estimate.sample import Sample, read_sample
from familjen.scale.estimate.slope import Elasticity, SizeClass
from familjen.scale.estimate.spread import Spread, spread_of
from familjen.scale.estimate.telling import explained, rows_of, table_of
from familjen.scale.estimate.warning import warning

__all__ = ["ElasticityEstimate", "estimate_elasticity"]


@attrs.frozen(eq=False, repr=False, slots=False)
class ElasticityEstimate:
    """How cost per unit of size goes together with size, over observations (skattad elasticitet).

    Made by `estimate_elasticity`. It is an association: what it says of a merger is what you assume that it says.
    """

    sample: Sample
    """What was observed."""
    form: Form
    """How cost may depend on size."""
    fit: Fit
    """The regression of the logarithm of cost per unit of size."""
    split: tuple[float, ...] = ()
    """The sizes at which classes part."""
    classes: tuple[SizeClass, ...] = ()
    """The elasticity of each class: of a regression of its own, or of its piece of a spline."""

    @property
    def elasticity(self) -> Elasticity:
        """The elasticity of the cost per unit of size, at the geometric mean of sizes, with its 95 % interval."""
        return self._slope(self.sample.reference, 0.95)

    @property
    def r_squared(self) -> float:
        """The share of the variance of log cost that the regression explains (R²)."""
        return self.fit.r_squared

    @property
    def number(self) -> int:
        """How many were observed."""
        return len(self.sample)

    @cached_property
    def spread(self) -> Spread:
        """How far observations lie from the fit, by size."""
        return spread_of(self.fit, self.sample.logs)

    @cached_property
    def diagnostics(self) -> Diagnostics:
        """What speaks against the regression."""
        return diagnose(self.fit, self.sample)

    def elasticity_at(self, size: float, *, confidence: float = 0.95) -> Elasticity:
        """Give the elasticity of the cost per unit of size at a size, its standard error by the delta method.

        Args:
            size: The size, above zero.
            confidence: How often the interval holds the true value, where the model is right.

        Raises:
            InvalidValueError: The size is not above zero, or the confidence not between 0 and 1.
        """
        number, share = float(read_positive(size, "the size", "size")), read_confidence(confidence)
        return attrs.evolve(self._slope(number, share), extrapolated=self.is_extrapolated(number))

    def is_extrapolated(self, size: float) -> bool:
        """Tell whether a size lies beyond those observed."""
        least, most = self.sample.range
        return not least <= size <= most

    def predict(
        self, size: float, *, controls: Any = None, confidence: float = 0.95, tails: str = "observed"
    ) -> Prediction:
        """Say what one place of a size is expected to cost, with the range of such places (prognos).

        The spread may depend on size (Harvey 1976), and the logarithm is undone by smearing (Duan 1983). Sizes beyond
        those observed are allowed, and flagged.

        Args:
            size: The size, above zero.
            controls: A number for each control, by name; the others are at their means.
            confidence: How often one new observation is to lie in the range.
            tails: ``"observed"``, as the residuals show, which takes 2 / (1 − confidence) of them, or ``"normal"``.

        Raises:
            InvalidValueError: A number is outside what it may be, or too few observations show the tails.
            UnknownIdError: There is no such control.
        """
        return predicted(self, size, controls, confidence, tails)

    def curve(self, *, unit: str = "inhabitants") -> PowerCurve | TranslogCurve:
        """Give the cost curve of the estimate, with its uncertainty, controls at their means (kostnadskurva).

        The elasticity ranges over its 90 % interval, normally distributed; so does the cost at the reference, the
        geometric mean of sizes, in logarithms. Numbers are written with six digits. Each assumption carries as its
        source that it is an association, not a saving.

        Args:
            unit: What size is counted in.

        Raises:
            InvalidValueError: The form is a spline, or a number is outside what a curve takes.
        """
        return curve_of(self, unit)

    def warning(self, lang: str = "en") -> str:
        """Say that an association is not a saving, in English (``"en"``) or Swedish (``"sv"``)."""
        return warning(lang)

    def explain(self, lang: str = "en") -> str:
        """Say in sentences what was found, how surely, and what speaks against it."""
        return explained(self, lang)

    def to_rows(self) -> list[dict[str, Any]]:
        """Give each coefficient as a row: its name, value, standard error and 95 % interval."""
        return rows_of(self.fit)

    def _slope(self, size: float, confidence: float) -> Elasticity:
        above = [size >= knot for knot in self.split] if self.form is Form.SPLINE else []
        return slope_at(self.fit, self.form, float(np.log(size / self.sample.reference)), above, confidence)

    def __str__(self) -> str:
        return self.explain()

    def __repr__(self) -> str:
        return f"<ElasticityEstimate: {self.form}, {self.elasticity}, n = {self.number}, R² = {self.r_squared:.2f}>"

    def _repr_html_(self) -> str:
        return as_html(*table_of(self.fit, "en"), notes=self.explain().split("\n"))


def estimate_elasticity(
    sizes: Any,
    costs: Any,
    *,
    costs_are: str,
    controls: Any = None,
    labels: Any = None,
    clusters: Any = None,
    functional_form: str = "log-log",
    split: Any = None,
    robust: str = "HC1",
) -> ElasticityEstimate:
    """Estimate by how many per cent cost per unit of size differs where size differs by one (skatta elasticitet).

    With L = ln(N / reference), where the reference is the geometric mean of sizes, and controls z, least squares on

    * ``"log-log"``: ln c = a + ε·L + δ'z,
    * ``"translog"``: ln c = a + ε·L + γ·L²/2 + δ'z, whose elasticity is ε + γ·L,
    * ``"spline"``: ln c = a + ε·L + Σ ε_k·max(L − L_k, 0) + δ'z with a knot at each size of ``split``.

    c is the cost per unit of size; the elasticity of the total cost is 1 more. **It is an association, no saving.**

    Args:
        sizes: The size of each observation, above zero, such as inhabitants: a list, an array, a column of a frame.
        costs: What each costs, in kronor, above zero.
        costs_are: ``"total"``, or ``"per unit"`` of size, such as per inhabitant.
        controls: What else is known of each, as columns by name: a mapping or a data frame. Used as they are: take
            logarithms yourself.
        labels: What the observations are called, such as codes of municipalities.
        clusters: The group of each, where errors within a group go together; they replace the errors of ``robust``.
        functional_form: One of those above.
        split: A size or sizes that part the observations into classes, each from one size to below the next. Each is
            fitted by a straight line of its own too, or, in a spline, joins the next.
        robust: ``"HC1"``, ``"HC0"``, ``"HC2"``, ``"HC3"``, or ``"classical"`` for an even spread.

    Raises:
        InvalidValueError: A size or cost is no finite number above zero; columns differ in length; labels are doubled;
            a control is constant or follows from others, and is named; there are too few observations; the form, the
            errors or the split are none that there are.
        MissingExtraError: statsmodels is not installed.

    Complexity: O(n·k²) for n observations of k columns.

    Source: Christensen and Greene, "Economies of scale in U.S. electric power generation", Journal of Political
    Economy 84 (1976), pp. 655-676, on the translog; White, Econometrica 48 (1980), pp. 817-838, and MacKinnon and
    White, Journal of Econometrics 29 (1985), pp. 305-325, on the errors.

    >>> from familjen.scale.estimate import municipal_panel
    >>> panel = municipal_panel(2022)
    >>> found = estimate_elasticity(panel.sizes, panel.costs, costs_are="per unit", labels=panel.codes, split=15_000)
    >>> found
    <ElasticityEstimate: log-log, −0.073 (s.e. 0.007; 95 %: −0.087 to −0.059), n = 290, R² = 0.35>
    >>> print(*found.classes, sep=chr(10))
    below 15,000: −0.162 (s.e. 0.018; 95 %: −0.199 to −0.126), n = 131
    from 15,000: −0.047 (s.e. 0.009; 95 %: −0.065 to −0.029), n = 159
    """
    sample = read_sample(sizes, costs, costs_are, controls, labels, clusters)
    form, errors, parts = read_form(functional_form), read_errors(robust), read_split(split, sample.range)
    if sample.clusters is not None and errors != "HC1":
        reason = f"with clusters, errors are those of clusters and not {errors!r}; leave one of the two out"
        raise InvalidValueError(reason, attribute="robust")
    if form is Form.SPLINE and not parts:
        raise InvalidValueError("a spline needs the sizes at which it bends; give split=15_000", attribute="split")
    fitted = fit_of(sample, form, errors, parts if form is Form.SPLINE else ())
    if form is Form.SPLINE:
        return ElasticityEstimate(sample, form, fitted, parts, pieces(sample, fitted, parts))
    return ElasticityEstimate(sample, form, fitted, parts, separate(sample, parts, errors) if parts else ())
