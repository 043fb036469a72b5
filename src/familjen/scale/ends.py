"""Which end of an assumption's range saves less, and which more (antagandens ändar)."""

from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from familjen.scale.assumption import Assumption
from familjen.scale.discounting import Discounting
from familjen.scale.outcomes import RATE, outcomes
from familjen.scale.service import ServiceCost

__all__ = ["Ends", "ends_of", "uncertain_in"]

Ends = dict[str, Decimal]
"""A number for each uncertain assumption, by name."""


def uncertain_in(service: ServiceCost, discounting: Discounting) -> dict[str, Assumption]:
    """Give each assumption that has a range, by name, the discount rate among them."""
    every = {**service.assumptions, RATE: discounting.rate}
    return {name: each for name, each in every.items() if not each.is_certain}


def ends_of(service: ServiceCost, discounting: Discounting, horizon: int) -> tuple[Ends, Ends]:
    """Give each uncertain assumption's end that saves less, and the one that saves more (ändar).

    Each is tried with the others at their base, by what all save over the horizon less what starting costs. Where both
    ends save more than the base, or both less, the base is the end. The discount rate is tried last, with the others
    at the ends found: what makes a saving smaller makes a loss smaller too.

    Complexity: one evaluation of 3·m sets of numbers for m uncertain assumptions.

    >>> from familjen.scale import Assumption, PowerCurve
    >>> curve = PowerCurve(1_000, Assumption(-0.05, low=-0.1, high=0), reference=10_000)
    >>> worse, better = ends_of(ServiceCost.of({"Ale": 9_000, "Bjuv": 9_000}, curve), Discounting(), 10)
    >>> worse["curve.elasticity"], better["curve.elasticity"]
    (Decimal('0'), Decimal('-0.1'))
    """
    uncertain = uncertain_in(service, discounting)
    tried = {name: _three(each) for name, each in uncertain.items()}
    given = {name: np.full(3 * len(tried), float(each.base)) for name, each in uncertain.items()}
    for place, (name, three) in enumerate(tried.items()):
        given[name][3 * place : 3 * place + 3] = [float(number) for number in three]
    worse: Ends = {}
    better: Ends = {}
    if tried:
        net = outcomes(service, given, discounting=discounting, horizon=horizon).net.reshape(-1, 3)
        for three, name, low, high in zip(tried.values(), tried, net.argmin(axis=1), _last_best(net), strict=True):
            worse[name], better[name] = three[low], three[high]
    if RATE in tried:
        for ends, sign in ((worse, -1), (better, 1)):
            rates = {name: np.full(3, float(number)) for name, number in ends.items()}
            rates[RATE] = np.array([float(number) for number in tried[RATE]])
            net = sign * outcomes(service, rates, discounting=discounting, horizon=horizon).net
            ends[RATE] = tried[RATE][int(net.argmax())]
    return worse, better


def _three(each: Assumption) -> tuple[Decimal, Decimal, Decimal]:
    return each.least, each.base, each.most


def _last_best(net: NDArray[np.float64]) -> NDArray[np.intp]:
    """Give for each row the last place of its largest number: of ends that save alike, one is worse and one better."""
    first: NDArray[np.intp] = net[:, ::-1].argmax(axis=1)
    return 2 - first
