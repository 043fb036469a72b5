"""An elasticity with its uncertainty (elasticitet)."""

import attrs

from familjen.language import worded
from familjen.scale.estimate.warning import said_amount, said_number

__all__ = ["Elasticity", "SizeClass", "class_name"]


@attrs.frozen
class Elasticity:
    """By how many per cent the cost per unit of size changes when the size grows by one (elasticitet).

    >>> print(Elasticity(-0.0731, 0.007, -0.0869, -0.0593))
    −0.073 (s.e. 0.007; 95 %: −0.087 to −0.059)
    """

    value: float
    """The estimate; 1 more is the elasticity of the total cost."""
    error: float
    """Its standard error."""
    low: float
    """The low end of its interval."""
    high: float
    """The high end of its interval."""
    confidence: float = 0.95
    """How often such an interval holds the true value, where the model is right."""
    extrapolated: bool = False
    """Whether it is of a size beyond those observed."""

    @property
    def total(self) -> float:
        """The elasticity of the total cost: below 1 the average falls with size."""
        return 1 + self.value

    @property
    def is_clear(self) -> bool:
        """Tell whether the interval leaves out zero, which says that the average is the same for all sizes."""
        return not self.low <= 0 <= self.high

    def said(self, lang: str = "en") -> str:
        """Say it with its standard error and its interval, in English (``"en"``) or Swedish (``"sv"``)."""
        value, error, low, high = (said_number(each, lang) for each in (self.value, self.error, self.low, self.high))
        share = f"{100 * self.confidence:g}".replace(".", worded(lang, ".", ",")) + " %"
        between = f"{share}: {low} {worded(lang, 'to', 'till')} {high}"
        beyond = worded(lang, "; extrapolated", "; extrapolerad") if self.extrapolated else ""
        return f"{value} ({worded(lang, 's.e.', 'medelfel')} {error}; {between}{beyond})"

    def __str__(self) -> str:
        return self.said()


@attrs.frozen(kw_only=True)
class SizeClass:
    """The elasticity within a class of sizes (storleksklass).

    >>> print(SizeClass(least=None, below=15_000.0, number=131, elasticity=Elasticity(-0.16, 0.018, -0.2, -0.12)))
    below 15,000: −0.160 (s.e. 0.018; 95 %: −0.200 to −0.120), n = 131
    """

    least: float | None
    """The class begins with this size; ``None`` for the lowest class."""
    below: float | None
    """It ends before this size; ``None`` for the highest class."""
    number: int
    """How many were observed."""
    elasticity: Elasticity
    """By how much the cost per unit of size changes with size there."""
    r_squared: float | None = None
    """The share of variance that a regression of its own explains; ``None`` for a piece of a spline."""

    def name(self, lang: str = "en") -> str:
        """Say from which to which size it goes."""
        return class_name(self.least, self.below, lang)

    def said(self, lang: str = "en") -> str:
        """Say the class, its elasticity and how many it rests on."""
        return f"{self.name(lang)}: {self.elasticity.said(lang)}, n = {self.number}"

    def __str__(self) -> str:
        return self.said()


def class_name(least: float | None, below: float | None, lang: str = "en") -> str:
    """Say from which to which size a class goes.

    >>> class_name(15_000, None), class_name(15_000, 50_000, "sv")
    ('from 15,000', '15 000 till under 50 000')
    """
    first, last = ("" if end is None else said_amount(end, lang) for end in (least, below))
    if least is None:
        return worded(lang, f"below {last}", f"under {last}")
    if below is None:
        return worded(lang, f"from {first}", f"från {first}")
    return worded(lang, f"{first} to below {last}", f"{first} till under {last}")
