"""What a size is expected to cost, and how surely (prognos)."""

from collections.abc import Callable
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from familjen.allocation.grid import as_html
from familjen.errors import InvalidValueError
from familjen.language import listed, worded
from familjen.scale.estimate.engine import load, quantile
from familjen.scale.estimate.fit import Fit
from familjen.scale.estimate.spread import Spread
from familjen.scale.estimate.warning import said_amount, warning
from familjen.validators import show

__all__ = ["TAILS", "Prediction", "need_tails", "reach"]

Floats = NDArray[np.float64]

TAILS = ("observed", "normal")
"""How likely far-off costs are: as the residuals show, or as the normal distribution has it."""


@attrs.frozen(kw_only=True)
class Prediction:
    """What one place of a size is expected to cost each year, by an estimate (prognos).

    The range is that of a single new observation, not of a mean: one such place lies within it as often as the
    confidence says, where the model is right.
    """

    size: float
    """The size."""
    low: float
    """The low end of the range, in kronor for each unit of size."""
    base: float
    """The expected cost, in kronor for each unit of size."""
    high: float
    """The high end of the range, in kronor for each unit of size."""
    confidence: float
    """How often one new observation is in the range."""
    tails: str
    """How likely far-off costs are taken to be: ``"observed"`` or ``"normal"``."""
    beyond: tuple[str, ...]
    """What lies beyond the observations: ``"size"``, and the names of controls."""

    @property
    def extrapolated(self) -> bool:
        """Tell whether it goes beyond what was observed."""
        return bool(self.beyond)

    @property
    def total(self) -> tuple[float, float, float]:
        """The low, the expected and the high cost of the whole size, in kronor."""
        return self.low * self.size, self.base * self.size, self.high * self.size

    def to_rows(self) -> list[dict[str, Any]]:
        """Give it as one row."""
        return [attrs.asdict(self) | {"extrapolated": self.extrapolated}]

    def explain(self, lang: str = "en") -> str:
        """Say it in sentences, in English (``"en"``) or Swedish (``"sv"``)."""
        size, low, base, high = (said_amount(each, lang) for each in (self.size, self.low, self.base, self.high))
        share = f"{100 * self.confidence:g}".replace(".", worded(lang, ".", ","))
        lines = [
            worded(
                lang,
                f"One of size {size} is expected to cost {base} kr for each unit of size; {share} of 100 such places "
                f"cost {low} to {high} kr.",
                f"En av storlek {size} väntas kosta {base} kr per enhet; {share} av 100 sådana kostar {low} till "
                f"{high} kr.",
            )
        ]
        if self.beyond:
            names = listed(self.beyond, lang)
            lines.append(
                worded(
                    lang,
                    f"EXTRAPOLATED: no observation goes so far in {names}.",
                    f"EXTRAPOLERAT: ingen observation når så långt i {names}.",
                )
            )
        return "\n".join([*lines, warning(lang)])

    def __str__(self) -> str:
        return self.explain()

    def __repr__(self) -> str:
        beyond = ", extrapolated" if self.extrapolated else ""
        size, low, base, high = (said_amount(each, "en") for each in (self.size, self.low, self.base, self.high))
        return f"<Prediction: size {size}, {base} ({low} to {high}){beyond}>"

    def _repr_html_(self) -> str:
        head = ("Size", "Low", "Expected", "High")
        row = tuple(said_amount(each, "en") for each in (self.size, self.low, self.base, self.high))
        return as_html(head, [row], notes=self.explain().split("\n"))


def need_tails(tails: Any, confidence: float, number: float) -> None:
    """Refuse what is no way to take far-off costs, or what too few observations show.

    Raises:
        InvalidValueError: There is no such way, or too few observations show them.
    """
    if not isinstance(tails, str) or tails not in TAILS:
        raise InvalidValueError(f"{show(tails)} is no kind of tails; give 'observed' or 'normal'", attribute="tails")
    needed = round(2 / (1 - confidence), 6)
    if tails == "observed" and number < needed:
        reason = (
            f"{number} residuals do not show how far off {100 * confidence:g} of 100 reach, which takes "
            f"{np.ceil(needed):.0f}; give tails='normal' or a lower confidence"
        )
        raise InvalidValueError(reason, attribute="tails")


def reach(fit: Fit, spread: Spread, row: Floats, log: float, confidence: float, tails: str) -> tuple[float, float]:
    """Give how far below and above the fit one new observation may lie, in logarithms.

    With normal tails, ±t·√(σ² + x'Vx). With those observed, the quantiles of the mean over all residuals e of
    Student's t around σ·e with the scale √(x'Vx): the residuals as they are, blurred by how unsure the fit is.
    """
    unsure = float(np.sqrt(max(float(row @ fit.covariance @ row), 0.0)))
    sigma, outside = spread.at(log), (1 - confidence) / 2
    if tails == "normal":
        far = quantile(confidence, fit.freedom) * float(np.hypot(sigma, unsure))
        return -far, far
    around = sigma * spread.standardised
    if unsure == 0 or sigma == 0:
        found = np.quantile(around, [outside, 1 - outside])
        return float(found[0]), float(found[1])
    student = load("scipy.stats").t(fit.freedom)

    def share_below(tried: float) -> float:
        return float(student.cdf((tried - around) / unsure).mean())

    wide = quantile(1 - outside / 1e3, fit.freedom) * unsure
    low, high = float(around.min() - wide), float(around.max() + wide)
    return _where(share_below, outside, low, high), _where(share_below, 1 - outside, low, high)


def _where(share_below: Callable[[float], float], share: float, low: float, high: float) -> float:
    """Give where a growing function reaches a share, by halving."""
    middle = (low + high) / 2
    while low < middle < high:
        low, high = (middle, high) if share_below(middle) < share else (low, middle)
        middle = (low + high) / 2
    return high
