"""An estimate in words and tables (skattningen i ord)."""

from typing import TYPE_CHECKING, Any

import numpy as np

from familjen.language import listed, worded
from familjen.scale.estimate.fit import Fit
from familjen.scale.estimate.forms import Form
from familjen.scale.estimate.warning import said_amount, said_number, warning

if TYPE_CHECKING:
    from familjen.scale.estimate.elasticity import ElasticityEstimate

__all__ = ["explained", "rows_of", "table_of"]

Table = tuple[tuple[str, ...], list[tuple[str, ...]]]


def rows_of(fit: Fit) -> list[dict[str, Any]]:
    """Give each coefficient as a row."""
    found: list[dict[str, Any]] = []
    for name, weights in zip(fit.names, np.eye(len(fit.names)), strict=True):
        value, error, low, high = fit.combined(weights)
        found.append({"name": name, "coefficient": value, "error": error, "low": low, "high": high})
    return found


def table_of(fit: Fit, lang: str) -> Table:
    """Give the coefficients as a table."""
    head = (
        worded(lang, "Coefficient", "Koefficient"),
        worded(lang, "Value", "Värde"),
        worded(lang, "s.e.", "medelfel"),
        worded(lang, "Low", "Lägst"),
        worded(lang, "High", "Högst"),
    )
    rows = [
        (str(row["name"]), *(said_number(row[key], lang, 4) for key in ("coefficient", "error", "low", "high")))
        for row in rows_of(fit)
    ]
    return head, rows


def explained(estimate: "ElasticityEstimate", lang: str) -> str:
    """Say in sentences what was found, how surely, and what speaks against it; the warning first."""
    lines = [warning(lang), _found(estimate, lang), _how(estimate, lang)]
    lines += [f"  {each.said(lang)}" for each in estimate.classes]
    doubts = estimate.diagnostics.warnings(lang)
    if doubts:
        lines.append(worded(lang, "Against it: ", "Emot: ") + "; ".join(doubts) + ".")
    return "\n".join(lines)


def _found(estimate: "ElasticityEstimate", lang: str) -> str:
    slope = estimate.elasticity
    change = said_number(slope.value, lang)
    unclear = "" if slope.is_clear else worded(lang, " That it is nil is not ruled out.", " Noll är inte uteslutet.")
    return worded(
        lang,
        f"One per cent more in size goes with {change} per cent in cost per unit of size: {slope.said(lang)}.{unclear}",
        f"En procent större storlek hör ihop med {change} procent i kostnad per enhet: {slope.said(lang)}.{unclear}",
    )


def _how(estimate: "ElasticityEstimate", lang: str) -> str:
    sample = estimate.sample
    least, most, at = (said_amount(size, lang) for size in (*sample.range, sample.reference))
    explained_share = said_number(estimate.r_squared, lang, 2)
    where = "" if estimate.form is Form.LOG_LOG else worded(lang, f" The elasticity is that at {at}.", f" Vid {at}.")
    held = listed(sample.controls, lang)
    controls = worded(lang, f", {held} held equal", f", {held} lika") if held else ""
    return worded(
        lang,
        f"By {estimate.number} observations of sizes {least} to {most}, {estimate.form}{controls}, "
        f"{estimate.fit.errors} errors; R² = {explained_share}.{where}",
        f"Enligt {estimate.number} observationer av storlek {least} till {most}, {estimate.form}{controls}, "
        f"medelfel {estimate.fit.errors}; R² = {explained_share}.{where}",
    )
