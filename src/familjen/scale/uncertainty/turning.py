"""At which number an assumption alone turns the sign (vändpunkter)."""

import math
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import partial

import attrs
import numpy as np
from numpy.typing import NDArray

from familjen.allocation.grid import as_html, as_lines, written
from familjen.errors import InvalidValueError
from familjen.language import worded
from familjen.progress import Progress, need_progress
from familjen.scale.assumption import Assumption
from familjen.scale.benefit_told import say_whole
from familjen.scale.discounting import Discounting
from familjen.scale.ends import assumptions_in
from familjen.scale.outcomes import outcomes
from familjen.scale.service import ServiceCost, need_service
from familjen.scale.uncertainty.limits import RATE, limits_of_case, read_counting

__all__ = ["TurningPoint", "TurningPoints", "turning_points"]

Floats = NDArray[np.float64]
Gain = Callable[[Floats], Floats]
"""What is gained for each of several numbers of one assumption; NaN where that cannot be reckoned."""
_STEPS = 400
_FINEST = 1e-14
_GROWING = 340
"""Steps that grow by a tenth: as many as there are from the finest to one."""
_FARTHEST = 1e15
"""Where there is no limit, so far from the base is looked."""
_PARTS = 64
_ROUNDS = 20
_CLOSE = 1e-6
_NOTHING = 1e-7
_SMALLEST = 1e-60
_ROUNDING = 1e-9
_FOUR = 4
_LEAST = 1e-6
_TIMES = 1e3


@attrs.frozen
class TurningPoint:
    """The number at which an assumption, alone changed, turns gain into loss or loss into gain (vändpunkt)."""

    assumption: Assumption
    """The assumption."""
    at: float | None
    """The number nearest to the base at which nothing is gained, or the sign is the other; ``None`` where nowhere."""
    span: tuple[float, float]
    """From what to what was looked."""
    matters: bool = True
    """Whether what is gained changes at all over that span."""

    @property
    def away(self) -> float | None:
        """How far it is from the base; below zero where it is lower."""
        return None if self.at is None else self.at - float(self.assumption.base)

    @property
    def away_share(self) -> float | None:
        """How far it is from the base, as a share of the base's size; ``None`` of a base of zero."""
        base = float(self.assumption.base)
        return None if self.away is None or not base else self.away / abs(base)

    @property
    def is_within_range(self) -> bool:
        """Tell whether it lies in the range that is assumed."""
        return self.at is not None and float(self.assumption.least) <= self.at <= float(self.assumption.most)

    def said(self, lang: str) -> str:
        """Say it, in words that follow on the assumption's name."""
        low, high = (_told(end, lang) for end in self.span)
        if not self.matters:
            return worded(
                lang, f"makes no difference from {low} to {high}", f"spelar ingen roll från {low} till {high}"
            )
        base = self.assumption.said(lang).replace("\N{NO-BREAK SPACE}", " ")
        if self.at is None:
            return worded(
                lang,
                f"{base}: turns it nowhere from {low} to {high}",
                f"{base}: vänder ingenstans från {low} till {high}",
            )
        found = f"{base}: {worded(lang, 'turns it at', 'vänder vid')} {_told(self.at, lang)}"
        if self.assumption.is_certain:
            return found
        inside, outside = worded(lang, "within its", "inom sitt"), worded(lang, "outside its", "utanför sitt")
        return f"{found}, {inside if self.is_within_range else outside} {worded(lang, 'range', 'spann')}"


@attrs.frozen(repr=False)
class TurningPoints(Mapping[str, TurningPoint]):
    """Turning points of every assumption by its name, the nearest first (vändpunkter)."""

    base: float
    """What all save with every assumption at its base, in kronor: over the horizon less the start, or a year."""
    points: dict[str, TurningPoint]
    """Each by the assumption's name: first those within the assumed range; then the others by how far from the base
    they are for its size, those with a base of zero after them; last those that turn nowhere."""
    yearly: bool = False
    """Whether it is the yearly saving that turns, and not the net over the horizon."""

    def __getitem__(self, name: str) -> TurningPoint:
        return self.points[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.points)

    def __len__(self) -> int:
        return len(self.points)

    def to_rows(self) -> list[dict[str, object]]:
        """Give a dict for each assumption."""
        return [
            {
                "assumption": name,
                "base": point.assumption.base,
                "low": point.assumption.least,
                "high": point.assumption.most,
                "turns_at": point.at,
                "away": point.away,
                "away_share": point.away_share,
                "within_range": point.is_within_range,
                "matters": point.matters,
                "looked_from": point.span[0],
                "looked_to": point.span[1],
            }
            for name, point in self.points.items()
        ]

    def text(self, lang: str = "en") -> str:
        """Give a plain table of those that turn the sign."""
        return "\n".join(as_lines(*self._table(lang)))

    def explain(self, lang: str = "en") -> str:
        """Say of each assumption whether and where it turns the sign, with the others at their base.

        Raises:
            InvalidValueError: It is not a language of ours.
        """
        amount = say_whole(abs(self.base), lang)
        what = worded(lang, "a year", "per år") if self.yearly else worded(lang, "over the horizon", "över horisonten")
        if not self.base:
            return worded(
                lang,
                f"At the base nothing is gained and nothing lost {what}: whatever changes it turns it.",
                f"I grundfallet varken vinns eller förloras något {what}: allt som ändrar det vänder det.",
            )
        word = worded(lang, "save", "sparar") if self.base > 0 else worded(lang, "lose", "förlorar")
        lines = [
            worded(
                lang,
                f"At the base all {word} {amount} kr {what}. Each assumption alone:",
                f"I grundfallet {word} alla {amount} kr {what}. Varje antagande för sig:",
            )
        ]
        told = [name for name, point in self.points.items() if point.at is not None]
        lines += [f"  {name} {self.points[name].said(lang)}." for name in told]
        for matters, en, sv in ((True, "Turn it nowhere", "Vänder ingenstans"), (False, "No matter", "Utan betydelse")):
            rest = [name for name, each in self.points.items() if each.at is None and each.matters == matters]
            lines += [f"  {worded(lang, en, sv)}: {', '.join(rest)}."] if rest else []
        return "\n".join(lines)

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        inside = sum(point.is_within_range for point in self.points.values())
        return f"<TurningPoints: {inside} of {len(self.points)} assumptions turn the sign within their range>"

    def _repr_html_(self) -> str:
        return as_html(*self._table("en"))

    def _table(self, lang: str) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
        head: tuple[str, ...] = (
            worded(lang, "Assumption", "Antagande"),
            worded(lang, "Base", "Grund"),
            worded(lang, "Turns at", "Vänder vid"),
            worded(lang, "In range", "Inom spannet"),
        )
        rows: list[tuple[str, ...]]
        yes, no = worded(lang, "yes", "ja"), worded(lang, "no", "nej")
        rows = [
            (name, written(each.assumption.base, lang), _told(each.at, lang), yes if each.is_within_range else no)
            for name, each in self.points.items()
            if each.at is not None
        ]
        return head, rows


def turning_points(
    service: ServiceCost,
    *,
    yearly: bool = False,
    discounting: Discounting | None = None,
    horizon: int = 10,
    on_progress: Progress | None = None,
) -> TurningPoints:
    """Find for every assumption the number at which, alone changed, it turns gain into loss or loss into gain.

    What turns is the net of all over the horizon: savings as they count before the first year, less what starting
    costs; or the yearly saving. Certain assumptions are moved too: who took a number for certain may be wrong. Each is
    looked at over all that it may be, and to a side without a limit up to 10^15 from its base, as long as they all pay,
    each alone, at most 1,000 times what they pay at the base. There are 400 equal steps, and steps that grow by a tenth
    from the base and from the ends. A gain that turns twice within a step is not seen. The nearest crossing is then
    narrowed to the last digits of a float, and told with the fewest digits of those within a millionth of it that turn
    it. Where whole persons make the cost jump, it turns at the jump.

    Args:
        service: What the service costs.
        yearly: Look at what all save a year, not at the net over the horizon.
        discounting: How later years are counted.
        horizon: How many years are counted.
        on_progress: Told after each assumption how many are done, and of how many.

    Raises:
        InvalidValueError: An argument is out of range, or the base case cannot be reckoned.

    Complexity: some thousands of evaluations for each assumption, O(n) each.

    >>> from familjen.scale import Cooperating, FixedVariable
    >>> service = ServiceCost.of({"A": 10, "B": 10}, FixedVariable(900, 10), cooperating=Cooperating(per_member=300))
    >>> found = turning_points(service)["cooperating.per_member"]
    >>> found.at, found.away, found.is_within_range
    (450.0, 150.0, False)
    """
    need_service(service)
    need_progress(on_progress, "assumptions are")
    counting = read_counting(discounting)
    limits = limits_of_case(service, counting)
    start = outcomes(service, {}, discounting=counting, horizon=horizon)
    base = float((start.saving if yearly else start.net)[0])
    case = _Case(service, counting, horizon, yearly, _TIMES * float((start.paid * start.worth)[0]) or math.inf)
    points: dict[str, TurningPoint] = {}
    assumed = assumptions_in(service, counting)
    for name, each in assumed.items():
        ends = _allowed(service, counting, name, limits[name])
        points[name] = _turning_point(each, ends, base, partial(case.gain, name))
        if on_progress is not None:
            on_progress(len(points), len(assumed))
    order = sorted(points, key=lambda name: _rank(points[name]))
    return TurningPoints(base, {name: points[name] for name in order}, yearly)


def _allowed(
    service: ServiceCost, discounting: Discounting, name: str, limits: tuple[float, float]
) -> tuple[float, float]:
    """Give the limits, where what must be above a number begins just above it, and no nearer to zero than we write."""
    low = limits[0]
    try:
        if name == RATE:
            attrs.evolve(discounting, rate=low)
        elif math.isfinite(low):
            service.with_numbers({name: Decimal(repr(float(low)))})
    except InvalidValueError:
        return max(float(np.nextafter(low, math.inf)), low + _SMALLEST), limits[1]
    return limits


@attrs.frozen
class _Case:
    """What is moved, and up to what (fall)."""

    service: ServiceCost
    counting: Discounting
    horizon: int
    yearly: bool
    most: float
    """More than this over the horizon nobody is taken to pay."""

    def gain(self, name: str, numbers: Floats) -> Floats:
        """Give what is gained; NaN where all pay beyond the most or beyond floats, or the curves say zero."""
        try:
            with np.errstate(all="ignore"):
                found = outcomes(self.service, {name: numbers}, discounting=self.counting, horizon=self.horizon)
                gains = found.saving if self.yearly else found.net
                known = np.isfinite(gains) & (found.paid * found.worth <= self.most)
        except InvalidValueError:
            if len(numbers) == 1:
                return np.array([np.nan])
            return np.concatenate([self.gain(name, half) for half in np.array_split(numbers, 2)])
        return np.where(known, gains, np.nan)


def _rank(point: TurningPoint) -> tuple[int, float]:
    if point.at is None or point.away is None:
        return 4 - point.matters, 0.0
    if point.is_within_range:
        return 0, abs(point.away) / (abs(float(point.assumption.base)) or 1.0)
    return (2, abs(point.away)) if point.away_share is None else (1, abs(point.away_share))


def _turning_point(each: Assumption, limits: tuple[float, float], gains: float, gain: Gain) -> TurningPoint:
    base, sign = float(each.base), np.sign(gains)
    found: list[float] = []
    span: list[float] = []
    matters = False
    for limit in limits:
        numbers = _side(base, limit)
        known = gain(numbers)
        reached = int(np.isnan(known).argmax()) if np.isnan(known).any() else len(known)
        span.append(float(numbers[max(reached - 1, 0)]))
        matters |= not np.allclose(known[:reached], gains, rtol=_ROUNDING, atol=0)
        turned = np.flatnonzero(known[:reached] * sign <= 0)
        if len(turned) and turned[0]:
            found.append(_narrowed(gain, float(numbers[turned[0] - 1]), float(numbers[turned[0]]), sign))
    at = base if matters and not gains else None
    if gains and found:
        at = _shortest(gain, min(found, key=lambda number: abs(number - base)), base, limits, sign)
    return TurningPoint(each, at, (span[0], span[1]), matters)


def _side(base: float, limit: float) -> Floats:
    """Give numbers from the base to a limit, close together at both."""
    end = limit if math.isfinite(limit) else base + math.copysign(_FARTHEST, limit)
    growing = np.geomspace(_FINEST, 1.0, _GROWING)
    parts = np.unique(np.concatenate([np.linspace(0, 1, _STEPS + 1), growing, 1 - growing]))
    return np.append(base + parts[:-1] * (end - base), end)


def _narrowed(gain: Gain, inner: float, outer: float, sign: float) -> float:
    """Give the number nearest to the inner one that turns it, as near as floats come, where the outer one does."""
    for _ in range(_ROUNDS):
        numbers = np.append(inner + (outer - inner) * np.arange(_PARTS) / _PARTS, outer)
        first = int((gain(numbers[1:]) * sign <= 0).argmax()) + 1
        before = (inner, outer)
        inner, outer = float(numbers[first - 1]), float(numbers[first])
        if (inner, outer) == before or np.nextafter(inner, outer) == outer:
            break
    return outer


def _shortest(gain: Gain, number: float, base: float, limits: tuple[float, float], sign: float) -> float:
    """Give zero where it is next to nothing; else, of those within a millionth that turn it, that of fewest digits."""
    written_so = np.array([0.0, *(float(f"{number:.{digits}e}") for digits in range(17))])
    near = np.abs(written_so - number) <= _CLOSE * np.abs(written_so)
    near[0] = abs(number) <= _NOTHING * abs(base)
    close = written_so[near & (written_so >= limits[0]) & (written_so <= limits[1])]
    turned = np.flatnonzero(gain(close) * sign <= 0)
    return float(close[turned[0]]) if len(turned) else number


def _told(number: float, lang: str) -> str:
    """Say a number of any size by four digits that count."""
    if number and not _LEAST <= abs(number) < _FARTHEST / 10:
        return f"{number:.3g}".replace(".", "," if lang == "sv" else ".")
    places = max(0, _FOUR - 1 - Decimal(repr(number)).adjusted()) if number else 0
    said = written(Decimal(f"{number:.{places}f}"), lang)
    return said.rstrip("0").rstrip(",.") if places else said
