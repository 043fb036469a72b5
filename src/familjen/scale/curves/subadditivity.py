"""Where one provider costs no more than two (subadditivitet)."""

import html
from decimal import Decimal
from typing import TYPE_CHECKING

import attrs
import numpy as np

from familjen.errors import InvalidValueError
from familjen.games.grid import as_html
from familjen.language import say, worded
from familjen.scale.curves.sizes import read_positive
from familjen.validators import show

if TYPE_CHECKING:
    from familjen.scale.curves.curve import CostCurve

__all__ = ["Subadditivity", "subadditivity"]

_STEPS = 500


@attrs.frozen
class Subadditivity:
    """Where one provider of a size costs no more than any two that share it (subadditivitet)."""

    largest: float
    """Sizes are looked at up to this one."""
    ranges: tuple[tuple[float, float], ...]
    """From which size to which it holds, in order; empty where it holds nowhere."""
    worst: tuple[float, float] | None
    """The two sizes that save most by staying apart; ``None`` where it holds everywhere."""
    saved_apart: float
    """What those two save by staying apart, in kronor a year; zero where it holds everywhere."""
    is_proven: bool
    """Whether the formula proves it, or it was tried at equal steps of size."""

    def __bool__(self) -> bool:
        return self.worst is None

    def explain(self, lang: str = "en") -> str:
        """Say it in a sentence, in English or Swedish."""
        largest = _said(self.largest, lang)
        if self.worst is None:
            how = (
                worded(lang, "proven by the formula", "bevisat av formeln")
                if self.is_proven
                else worded(lang, f"tried at {_STEPS} sizes", f"prövat vid {_STEPS} storlekar")
            )
            return worded(
                lang,
                f"Up to {largest}, one provider never costs more than two that share its size ({how}).",
                f"Upp till {largest} kostar en utförare aldrig mer än två som delar på storleken ({how}).",
            )
        one, other, saved = (_said(number, lang) for number in (*self.worst, self.saved_apart))
        return worded(
            lang,
            f"Not everywhere up to {largest}: {one} and {other} cost {saved} kr a year less apart.",
            f"Inte överallt upp till {largest}: {one} och {other} kostar {saved} kr mindre per år var för sig.",
        )

    def to_rows(self) -> list[dict[str, object]]:
        """Give a dict for each range of sizes where it holds: its ends, and whether it is proven or was tried."""
        return [{"from": least, "to": largest, "proven": self.is_proven} for least, largest in self.ranges]

    def __str__(self) -> str:
        return self.explain()

    def _repr_html_(self) -> str:
        rows = [(_said(least, "en"), _said(largest, "en")) for least, largest in self.ranges]
        return as_html(("Holds from", "to"), rows) + f"<p>{html.escape(self.explain())}</p>"


def _said(number: float, lang: str) -> str:
    """Say a number, in whole ones where it is large, and else with four digits."""
    return say(Decimal(f"{number:.0f}" if number >= 1_000 else f"{number:.4g}"), lang)  # noqa: PLR2004 - four digits


def subadditivity(curve: "CostCurve", largest: float) -> Subadditivity:
    """Find up to a largest size where one provider of a size costs no more than any two that share it (subadditivitet).

    It is asked of the parameters' base. Where the formula does not prove it, sizes are tried at 500 equal steps: what
    happens between the steps is not seen.

    Raises:
        InvalidValueError: It is no curve, or the largest size is not a finite number above zero.

    Complexity: O(steps²).

    Source: Baumol, "On the proper cost tests for natural monopoly in a multiproduct industry", American Economic Review
    67 (1977), pp. 809-822.

    >>> from familjen.scale.curves import PowerCurve
    >>> bool(subadditivity(PowerCurve(1_000, -0.1), 100_000))
    True
    >>> print(subadditivity(PowerCurve(1_000, 0.1), 100_000).explain())
    Not everywhere up to 100,000: 50,000 and 50,000 cost 21,176,827 kr a year less apart.
    """
    if not hasattr(curve, "proven_subadditive"):
        reason = f"{show(curve)} is no CostCurve; give one, such as FixedVariable"
        raise InvalidValueError(reason, attribute="curve")
    top = float(read_positive(largest, "the largest size", "largest"))
    if curve.proven_subadditive():
        return Subadditivity(top, ((0.0, top),), None, 0.0, is_proven=True)
    sizes = np.arange(1, _STEPS + 1) * (top / _STEPS)
    costs = curve.total(sizes)
    holds, worst, most = np.ones(_STEPS, dtype=bool), None, 0.0
    for last in range(1, _STEPS):
        apart = costs[:last] + costs[:last][::-1]
        least = int(apart.argmin())
        saved = float(costs[last] - apart[least])
        holds[last] = saved <= abs(costs[last]) * 1e-12
        if not holds[last] and saved > most:
            worst, most = (float(sizes[least]), float(sizes[last - 1 - least])), saved
    edges = np.flatnonzero(np.diff(np.concatenate([[False], holds, [False]]).astype(int))).reshape(-1, 2)
    ranges = tuple([(float(sizes[a]) if a else 0.0, float(sizes[b - 1])) for a, b in edges])
    return Subadditivity(top, ranges, worst, most, is_proven=False)
