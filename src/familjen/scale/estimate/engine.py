"""The one door to statsmodels, which is loaded when something is estimated (statistikmotorn)."""

from importlib import import_module
from typing import Any

from familjen.errors import InvalidValueError, MissingExtraError
from familjen.scale.curves.sizes import read_positive

__all__ = ["load", "quantile", "read_confidence"]


def load(module: str = "statsmodels.api") -> Any:
    """Load a module of statsmodels, or of scipy, which comes with it.

    Raises:
        MissingExtraError: statsmodels is not installed.

    >>> load().__name__
    'statsmodels.api'
    """
    try:
        return import_module(module)
    except ImportError as error:
        raise MissingExtraError.of("estimating from observations", "estimate") from error


def quantile(confidence: float, freedom: int) -> float:
    """Give how many standard errors reach to each side of an interval, by Student's t.

    >>> round(quantile(0.95, 288), 3)
    1.968
    """
    return float(load("scipy.stats").t.ppf((1 + confidence) / 2, freedom))


def read_confidence(confidence: Any) -> float:
    """Read how sure an interval is to be.

    Raises:
        InvalidValueError: It is not between 0 and 1.

    >>> read_confidence(0.9)
    0.9
    """
    found = float(read_positive(confidence, "the confidence", "confidence"))
    if found >= 1:
        raise InvalidValueError(
            f"the confidence is {found:g}; give a share below 1, such as 0.95", attribute="confidence"
        )
    return found
