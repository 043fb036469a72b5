"""What the picture of a simulation says in words (simulering i ord)."""

from familjen.language import worded
from familjen.report.plots.amounts import in_words, number
from familjen.report.plots.heading import Heading, caution, made_up
from familjen.scale.uncertainty import Simulation

__all__ = ["heading_of", "percent"]

_WHOLE = 100
_MOST = 7


def percent(share: float, lang: str) -> str:
    """Write a share as a percentage, with so many decimals that it is 0 or 100 only where it is exactly that.

    >>> percent(0.873, "en"), percent(0.9996, "sv"), percent(1.0, "en")
    ('87 %', '99,96 %', '100 %')
    """
    value = _WHOLE * share
    fits = (places for places in range(_MOST) if share in (0, 1) or 0 < round(value, places) < _WHOLE)
    return f"{number(value, next(fits, _MOST), lang)} %"


def heading_of(simulation: Simulation, lang: str) -> Heading:
    """Say how often nothing is lost, and from what to what the net goes."""
    draws, years = number(simulation.samples, 0, lang), simulation.horizon
    all_, everyone = percent(simulation.chance(), lang), percent(simulation.chance_of_everyone, lang)
    title = worded(
        lang,
        f"In {all_} of the draws all together lose nothing over {years} years; in {everyone} nobody loses",
        f"I {all_} av dragningarna förlorar alla tillsammans inget på {years} år; i {everyone} förlorar ingen",
    )
    low, middle, high = (_signed(amount, lang) for amount in simulation.quantiles())
    subtitle = worded(
        lang,
        f"{draws} draws of the assumptions: {middle} in the middle, {low} to {high} in nine of ten.",
        f"{draws} dragningar av antagandena: {middle} i mitten, {low} till {high} i nio av tio.",
    )
    told = [
        worded(
            lang,
            f"{party} loses nothing in {percent(simulation.chance(party), lang)}.",
            f"{party} förlorar inget i {percent(simulation.chance(party), lang)}.",
        )
        for party in simulation.service.parties
    ]
    chances = worded(
        lang,
        f"Chances are those of the assumptions, not of the world. The draws began from the seed {simulation.seed}.",
        f"Chanserna är antagandenas, inte världens. Dragningarna utgick från fröet {simulation.seed}.",
    )
    every = [*simulation.service.assumptions.values(), simulation.discounting.rate]
    illustrative = made_up(every, lang)
    return Heading(title, subtitle, illustrative, (chances, caution(lang)), tuple(told))


def _signed(amount: float, lang: str) -> str:
    """Write an amount with its unit and a minus sign where it is a loss."""
    return f"{'−' if amount < 0 else ''}{in_words(amount, lang)}"
