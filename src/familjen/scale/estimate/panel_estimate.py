"""An elasticity over places and years: across places, and within each (paneldata)."""

from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from familjen.allocation.grid import as_html
from familjen.errors import InvalidValueError
from familjen.language import worded
from familjen.scale.estimate.columns import need_length, read_codes
from familjen.scale.estimate.fit import Fit, fit
from familjen.scale.estimate.sample import Sample, need_sizes_that_differ, read_sample
from familjen.scale.estimate.slope import Elasticity
from familjen.scale.estimate.warning import said_number, warning

__all__ = ["PanelEstimate", "estimate_panel", "within"]

Floats = NDArray[np.float64]

_TINY = 1e-9


@attrs.frozen(eq=False, repr=False, kw_only=True)
class PanelEstimate:
    """How cost goes with size across places, and within each place over time (panelskattning).

    Made by `estimate_panel`. The two answer different questions; neither of them is the effect of a merger.
    """

    pooled: Fit
    """Across places, with an effect of each period."""
    fixed: Fit
    """Within places, with an effect of each place and of each period; its R² is of what the places do not explain."""
    units: int
    """How many places there are."""
    periods: int
    """How many periods there are."""
    single: int
    """How many places were observed once, and say nothing within."""

    @property
    def across(self) -> Elasticity:
        """The elasticity of cost per unit of size across places in the same period, with its 95 % interval."""
        return _slope(self.pooled)

    @property
    def inside(self) -> Elasticity:
        """The elasticity within a place as it grows or shrinks, with its 95 % interval."""
        return _slope(self.fixed)

    def warning(self, lang: str = "en") -> str:
        """Say that an association is not a saving, in English (``"en"``) or Swedish (``"sv"``)."""
        return warning(lang)

    def explain(self, lang: str = "en") -> str:
        """Say both elasticities in sentences, and why they differ."""
        number = len(self.pooled.residuals)
        lines = [
            warning(lang),
            worded(
                lang,
                f"{number} observations of {self.units} places in {self.periods} periods; errors clustered by place.",
                f"{number} observationer av {self.units} orter i {self.periods} perioder; medelfel per ort.",
            ),
            *self._single(lang),
            worded(lang, "Across places: ", "Mellan orter: ") + self.across.said(lang) + ".",
            worded(lang, "Within places over time: ", "Inom orter över tid: ") + self.inside.said(lang) + ".",
            worded(
                lang,
                "Across, whatever else differs between large and small places counts as size. Within, what stays the "
                "same falls away; but costs follow a changing population slowly, so that the cost of each falls for a "
                "while where many move in and rises where many leave, whatever the size.",
                "Mellan orter räknas allt annat som skiljer stora och små som storlek. Inom orter faller det som är "
                "lika bort, men kostnader följer en ändrad befolkning långsamt, så att kostnaden för var och en faller "
                "en tid där många flyttar in och stiger där många flyttar ut, oavsett storlek.",
            ),
        ]
        return "\n".join(lines)

    def _single(self, lang: str) -> list[str]:
        number = self.single
        en, sv = f"{number} places observed once say nothing within.", f"{number} orter med en observation säger inget."
        return [worded(lang, en, sv)] if number else []

    def to_rows(self) -> list[dict[str, Any]]:
        """Give both elasticities as rows."""
        both = (("across", self.across, self.pooled), ("within", self.inside, self.fixed))
        return [{"estimate": name, **attrs.asdict(slope), "r_squared": made.r_squared} for name, slope, made in both]

    def __str__(self) -> str:
        return self.explain()

    def __repr__(self) -> str:
        across, inside = (said_number(slope.value, "en") for slope in (self.across, self.inside))
        return f"<PanelEstimate: across {across}, within {inside}; {self.units} places, {self.periods} periods>"

    def _repr_html_(self) -> str:
        rows = [
            (str(row["estimate"]), *(said_number(row[key], "en", 4) for key in ("value", "error", "low", "high")))
            for row in self.to_rows()
        ]
        return as_html(("Estimate", "Elasticity", "s.e.", "Low", "High"), rows, notes=self.explain().split("\n"))


def estimate_panel(
    sizes: Any, costs: Any, *, costs_are: str, units: Any, periods: Any, controls: Any = None
) -> PanelEstimate:
    """Estimate an elasticity across places and within them, from observations over time (panelskattning).

    Across: ln c_it = ε·ln N_it + δ'z_it + λ_t + u_it. Within: with α_i too, by taking from each column its mean in
    each place. Errors are clustered by place.

    Args:
        sizes: The size of each observation, above zero.
        costs: What each costs, in kronor, above zero.
        costs_are: ``"total"``, or ``"per unit"`` of size.
        units: The place of each.
        periods: The period of each.
        controls: What else is known of each, as columns by name.

    Raises:
        InvalidValueError: As in `estimate_elasticity`; or a place has two observations in a period, there are fewer
            than two places or periods, or a column does not change within any place.
        MissingExtraError: statsmodels is not installed.

    Complexity: O(n·k²) for n observations of k columns, periods among them.

    Source: Arellano, "Computing robust standard errors for within-groups estimators", Oxford Bulletin of Economics and
    Statistics 49 (1987), pp. 431-434.

    >>> from familjen.scale.estimate import municipal_panel
    >>> panel = municipal_panel()
    >>> found = estimate_panel(panel.sizes, panel.costs, costs_are="per unit", units=panel.codes, periods=panel.years)
    >>> found
    <PanelEstimate: across −0.062, within −0.090; 290 places, 6 periods>
    """
    places, names = read_codes(units, "the unit", "units")
    times, instants = read_codes(periods, "the period", "periods")
    sample = read_sample(sizes, costs, costs_are, controls, None, None)
    for given, what, attribute in ((places, "the units", "units"), (times, "the periods", "periods")):
        need_length(given, len(sample), what, attribute)
    need_sizes_that_differ(sample)
    _need_each_once(places, times, names, instants)
    response, columns = np.log(sample.averages), _columns(sample, times, instants)
    pooled = fit(
        response, {"log size": columns["log size"], "constant": np.ones(len(sample)), **columns}, "HC1", places
    )
    moved = {name: within(column, places) for name, column in columns.items()}
    for name, column in columns.items():
        if np.linalg.norm(moved[name]) <= _TINY * np.linalg.norm(column):
            reason = f"{name!r} does not change within any unit, so that its effect cannot be told from theirs"
            raise InvalidValueError(reason, attribute="sizes" if name == "log size" else "controls")
    fixed = fit(within(response, places), moved, "HC1", places)
    single = int((np.bincount(places) == 1).sum())
    return PanelEstimate(pooled=pooled, fixed=fixed, units=len(names), periods=len(instants), single=single)


def within(column: Floats, groups: NDArray[np.intp]) -> Floats:
    """Take from each value the mean of its group.

    >>> within(np.array([1.0, 3.0, 7.0]), np.array([0, 0, 1])).tolist()
    [-1.0, 1.0, 0.0]
    """
    means = np.bincount(groups, weights=column) / np.bincount(groups)
    return column - means[groups]


def _columns(sample: Sample, times: NDArray[np.intp], instants: tuple[Any, ...]) -> dict[str, Floats]:
    periods = {
        f"period {instant}": (times == place).astype(np.float64) for place, instant in enumerate(instants) if place
    }
    taken = next((name for name in sample.controls if name in periods or name in ("log size", "constant")), None)
    if taken is not None:
        reason = f"a control is called {taken!r}, as a column of the estimate itself; name it otherwise"
        raise InvalidValueError(reason, attribute="controls")
    return {"log size": sample.logs, **periods, **sample.controls}


def _need_each_once(
    places: NDArray[np.intp], times: NDArray[np.intp], names: tuple[Any, ...], instants: tuple[Any, ...]
) -> None:
    if len(names) < 2 or len(instants) < 2:  # noqa: PLR2004 - within and across take two of each
        reason = f"units and periods are {len(names)} and {len(instants)}; give two of each at least"
        raise InvalidValueError(reason, attribute="units")
    cells = places * len(instants) + times
    number = np.bincount(cells)
    if number.max() > 1:
        place, time = divmod(int(number.argmax()), len(instants))
        reason = f"{names[place]!r} has {number.max()} observations in {instants[time]!r}; give one of each period"
        raise InvalidValueError(reason, attribute="units")


def _slope(made: Fit) -> Elasticity:
    weights = np.zeros(len(made.names))
    weights[made.names.index("log size")] = 1.0
    return Elasticity(*made.combined(weights))
