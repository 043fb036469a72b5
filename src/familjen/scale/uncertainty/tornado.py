"""What each assumption alone does to the result (tornadodiagram)."""

import attrs
import numpy as np

from familjen.allocation.grid import as_html, as_lines
from familjen.language import worded
from familjen.scale.assumption import Assumption
from familjen.scale.benefit_told import say_whole
from familjen.scale.discounting import Discounting
from familjen.scale.ends import uncertain_in
from familjen.scale.outcomes import outcomes
from familjen.scale.service import ServiceCost, need_service
from familjen.scale.uncertainty.limits import read_counting

__all__ = ["Swing", "Tornado", "tornado"]

_WIDTH = 24


@attrs.frozen
class Swing:
    """What comes of one assumption at its low and its high end, the others at their base (utslag)."""

    name: str
    """The assumption's name."""
    assumption: Assumption
    """The assumption."""
    saving: tuple[float, float]
    """What all save a year at its low end and at its high end, in kronor."""
    net: tuple[float, float]
    """What all save over the horizon less the start, at its low end and at its high end."""

    base: tuple[float, float]
    """What all save a year, and the net, with every assumption at its base."""

    @property
    def width(self) -> float:
        """How far the net moves from end to end, the base included: it may be best or worst in between."""
        ends = (*self.net, self.base[1])
        return max(ends) - min(ends)

    @property
    def turns(self) -> bool:
        """Whether one of the ends turns the net: from a gain to none, or from a loss to none."""
        sign = np.sign(self.base[1])
        return any(bool(np.sign(end) != sign) for end in self.net)


@attrs.frozen(repr=False)
class Tornado:
    """What each uncertain assumption alone does to the result, the one that does most first (tornado)."""

    saving: float
    """What all save a year with every assumption at its base."""
    net: float
    """What all save over the horizon less the start, with every assumption at its base."""
    swings: tuple[Swing, ...]
    """The assumptions that have a range, by how much they change the net."""

    def to_rows(self) -> list[dict[str, object]]:
        """Give a dict for each assumption."""
        return [
            {
                "assumption": each.name,
                "low": each.assumption.least,
                "high": each.assumption.most,
                "saving_at_low": each.saving[0],
                "saving_at_high": each.saving[1],
                "net_at_low": each.net[0],
                "net_at_high": each.net[1],
                "width": each.width,
                "turns": each.turns,
            }
            for each in self.swings
        ]

    def picture_rows(self, *, yearly: bool = False) -> list[tuple[str, float, float, float]]:
        """Give what a picture needs: for each its name, what comes of its low end, of its high end, and of its base.

        Args:
            yearly: What all save a year, not the net over the horizon.
        """
        found = [(each.name, each.saving if yearly else each.net) for each in self.swings]
        base = self.saving if yearly else self.net
        ordered = sorted(found, key=lambda named: min(*named[1], base) - max(*named[1], base))
        return [(name, *ends, base) for name, ends in ordered]

    def text(self, lang: str = "en") -> str:
        """Give a plain table, with a bar for the span of each."""
        return "\n".join(as_lines(*self._table(lang)))

    def explain(self, lang: str = "en") -> str:
        """Say which assumption matters most, and which alone turn the sign.

        Raises:
            InvalidValueError: It is not a language of ours.
        """
        if not self.swings:
            return worded(lang, "No assumption has a range.", "Inget antagande har ett spann.")
        first = self.swings[0]
        ends = sorted((*first.net, self.net))
        low, high = say_whole(ends[0], lang), say_whole(ends[-1], lang)
        lines = [
            worded(
                lang,
                f"Most depends on {first.name}: over its range the net goes from {low} to {high} kr.",
                f"Mest beror på {first.name}: över dess spann går nettot från {low} till {high} kr.",
            )
        ]
        turning = [each.name for each in self.swings if each.turns]
        if turning:
            names = ", ".join(turning)
            lines.append(
                worded(lang, f"Alone enough to turn the sign: {names}.", f"Räcker för att vända tecknet: {names}.")
            )
        return "\n".join(lines)

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        return f"<Tornado: {len(self.swings)} assumptions around a net of {self.net:,.0f} kr>"

    def _repr_html_(self) -> str:
        return as_html(*self._table("en"))

    def _table(self, lang: str) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
        head = (
            worded(lang, "Assumption", "Antagande"),
            worded(lang, "Net at low", "Netto lägst"),
            worded(lang, "At high", "Högst"),
            "",
        )
        ends = [self.net, *(end for each in self.swings for end in each.net)]
        span = (min(ends), max(ends))
        rows = [
            (each.name, *(say_whole(end, lang) for end in each.net), _bar(each.net, self.net, span))
            for each in self.swings
        ]
        return head, rows


def _bar(net: tuple[float, float], base: float, span: tuple[float, float]) -> str:
    """Draw from end to end, the low end's side of the base lighter, the base a bar across."""
    scale = (_WIDTH - 1) / ((span[1] - span[0]) or 1.0)
    low, high, middle = (round((number - span[0]) * scale) for number in (*net, base))
    cells = ["."] * _WIDTH
    for end, mark in ((low, "-"), (high, "=")):
        for place in range(min(end, middle), max(end, middle) + 1):
            cells[place] = "=" if cells[place] == "=" else mark
    cells[middle] = "|"
    return "".join(cells)


def tornado(service: ServiceCost, *, discounting: Discounting | None = None, horizon: int = 10) -> Tornado:
    """Put each uncertain assumption alone at its low and at its high end (tornadodiagram).

    Args:
        service: What the service costs.
        discounting: How later years are counted; its rate is an assumption too.
        horizon: How many years are counted.

    Raises:
        InvalidValueError: An argument is out of range, or costs at an end go beyond 10^308.

    Complexity: O(n) for each assumption.

    >>> from familjen.scale import FixedVariable
    >>> curve = FixedVariable(Assumption(900, low=100, high=1000), Assumption(10, low=9, high=11))
    >>> found = tornado(ServiceCost.of({"A": 10, "B": 10}, curve), horizon=1)
    >>> [(each.name, each.net) for each in found.swings]
    [('curve.fixed', (100.0, 1000.0)), ('curve.variable', (900.0, 900.0))]
    >>> print(found)
    Assumption      Net at low  At high
    -------------------------------------------------------------
    curve.fixed            100    1,000  --------------------|===
    curve.variable         900      900  ....................|...
    """
    need_service(service)
    counting = read_counting(discounting)
    start = outcomes(service, {}, discounting=counting, horizon=horizon)
    saved, gained = start.saving, start.net
    base = (float(saved[0]), float(gained[0]))
    swings: list[Swing] = []
    for name, each in uncertain_in(service, counting).items():
        ends = np.array([float(each.least), float(each.most)])
        moved = outcomes(service, {name: ends}, discounting=counting, horizon=horizon)
        saving, net = ((float(low), float(high)) for low, high in (moved.saving, moved.net))
        swings.append(Swing(name, each, saving, net, base))
    ordered = sorted(swings, key=lambda each: -each.width)
    return Tornado(base[0], base[1], tuple(ordered))
