"""The quota at which power is nearest to inhabitants (proportionell kvot)."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from math import ceil
from typing import Any

import attrs
import numpy as np

from familjen.amounts.exact import Exact
from familjen.errors import InvalidValueError
from familjen.games.game import sums
from familjen.influence.distance import distance, need_measure, target_shares
from familjen.influence.power import Power, voting_power
from familjen.influence.telling import html_of
from familjen.influence.votes import WeightedVotes
from familjen.influence.whole import Whole
from familjen.influence.written import percent, say_number
from familjen.language import worded
from familjen.validators import show

__all__ = ["ProportionalQuota", "proportional_quota"]

_ALL_SUMS = 12
"""So many members at most have all sums of their weights tried."""


@attrs.frozen(repr=False)
class ProportionalQuota:
    """The best of the quotas tried, and how near it brings power to the target (proportionell kvot)."""

    power: Power
    """The power at the best quota; its body is ``power.votes``."""
    distance: Fraction
    """How far the shares of power are from those of the target there."""
    measure: str
    """``"squares"`` or ``"absolute"``: the sum of such differences."""
    tried: tuple[tuple[Fraction, float], ...]
    """Each quota tried, from the lowest, with its distance as a float."""
    complete: bool
    """Whether every quota that makes a difference was tried, or only a grid of them."""
    at_majority: Fraction
    """The distance at more than half, to compare with."""

    @property
    def quota(self) -> Fraction:
        """The best quota."""
        return self.power.votes.chambers[0].quota

    def to_rows(self) -> list[dict[str, object]]:
        """Give a row for each quota tried."""
        total = self.power.votes.chambers[0].total
        return [{"quota": float(q), "share": float(q / total), "distance": far} for q, far in self.tried]

    def explain(self, lang: str = "en") -> str:
        """Say which quota is best, how good it is, and how it was found.

        Raises:
            InvalidValueError: It is not a language of ours.
        """
        quota, total = self.quota, self.power.votes.chambers[0].total
        number, share = say_number(quota, lang), percent(quota / total, lang)
        far, half = f"{float(self.distance):.3g}", f"{float(self.at_majority):.3g}"
        what = worded(
            lang,
            "squared differences" if self.measure == "squares" else "absolute differences",
            "kvadrerade skillnader" if self.measure == "squares" else "absoluta skillnader",
        )
        how = worded(
            lang,
            f"Every quota above half that makes a difference is among the {len(self.tried)} tried."
            if self.complete
            else f"A grid of {len(self.tried)} quotas above half was tried; one between them may be better.",
            f"Varje kvot över hälften som gör skillnad är bland de {len(self.tried)} prövade."
            if self.complete
            else f"Ett rutnät av {len(self.tried)} kvoter över hälften har prövats; en mellan dem kan vara bättre.",
        )
        return worded(
            lang,
            f"At {number}, {share} of all weights, power is nearest to the target: the sum of {what} of shares is "
            f"{far}, at more than half {half}. {how}",
            f"Vid {number}, {share} av alla vikter, är makten närmast målet: summan av {what} i andelar är {far}, vid "
            f"mer än hälften {half}. {how}",
        )

    def __repr__(self) -> str:
        return f"ProportionalQuota({say_number(self.quota, 'en')}, {self.measure} {float(self.distance):.3g})"

    def _repr_html_(self) -> str:
        return f"<p>{self.explain()}</p>{html_of(self.power)}"


def proportional_quota(
    votes: WeightedVotes,
    target: Mapping[Any, Exact] | None = None,
    *,
    index: str = "shapley_shubik",
    measure: str = "squares",
    points: int = 100,
) -> ProportionalQuota:
    """Find the quota above half at which power is nearest in proportion to a target (proportionell kvot).

    For at most 12 members each sum of weights above half is tried, and so is each whole sum if there are no more of
    them than points: no other quota differs from these. Otherwise it is a grid of points, which is said on the result.
    Of equally good ones the lowest is taken.

    Complexity: that of the index for each quota tried, at most the larger of the points and 2¹².

    Args:
        votes: The weights; its own quota is not used.
        target: What power should be in proportion to, such as inhabitants, by member; the weights if it is left out.
        index: An index; see `voting_power`.
        measure: ``"squares"`` or ``"absolute"``: what is summed and made small.
        points: The number of quotas of a grid.

    Raises:
        InvalidValueError: The votes are no `WeightedVotes`, or the target, index, measure or points are not as told.
        UnknownIdError: A target is that of no member.
        IntractableError: As `voting_power` does.

    >>> found = proportional_quota(WeightedVotes.of({"A": 5, "B": 3, "C": 2}, majority="more than half"))
    >>> found
    ProportionalQuota(6, squares 0.0467)
    >>> print(found.explain())
    At 6, 60.0 % of all weights, power is nearest to the target: the sum of squared differences of shares is 0.0467, at
    more than half 0.0467. Every quota above half that makes a difference is among the 5 tried.
    """
    if not isinstance(votes, WeightedVotes):
        raise InvalidValueError(f"{show(votes)} is no WeightedVotes; make it with WeightedVotes.of", attribute="votes")
    if type(points) is not int or points < 1:
        raise InvalidValueError(f"points is {show(points)}; give a whole number from 1", attribute="points")
    need_measure(measure)
    shares = target_shares(target, votes.members, votes.weights)
    wanted = dict(zip(votes.members, shares, strict=True))
    quotas, complete = _quotas(votes, points)

    def far(quota: Fraction) -> Fraction:
        return distance(voting_power(attrs.evolve(votes, quota=quota), index), wanted, measure=measure)

    tried = [(quota, far(quota)) for quota in quotas]
    best, least = min(tried, key=lambda each: each[1])
    power = voting_power(attrs.evolve(votes, quota=best), index)
    return ProportionalQuota(power, least, measure, tuple((q, float(each)) for q, each in tried), complete, tried[0][1])


def _quotas(votes: WeightedVotes, points: int) -> tuple[Sequence[Fraction], bool]:
    """Give the quotas to try, from the lowest above half, and whether they are all that differ."""
    weights = [each[0] for each in Whole.of(votes).weights]
    total = sum(weights)
    unit, lowest = votes.total / total, total // 2 + 1
    if total - lowest < points:
        return [unit * each for each in range(lowest, total + 1)], True
    if len(weights) <= _ALL_SUMS:
        kind = np.int64 if total < 1 << 62 else object
        found: set[int] = {int(each) for each in sums(np.array(weights, dtype=kind)).tolist() if each >= lowest}
        return [unit * each for each in sorted(found)], True
    return [unit * each for each in dict.fromkeys(_grid(lowest, total, points))], False


def _grid(lowest: int, total: int, points: int) -> Iterator[int]:
    yield lowest
    for at in range(1, points):
        yield lowest + ceil(Fraction((total - lowest) * at, points - 1))
