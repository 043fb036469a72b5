"""A partition checked anew (kontroll av en indelning)."""

import sys

import attrs
import numpy as np

from familjen.errors import CertificateError
from familjen.games.coalition import written
from familjen.scale.partition.candidates import candidates
from familjen.scale.partition.convolution import least_apart
from familjen.scale.partition.partition import Partition
from familjen.scale.partition.table import table_of

__all__ = ["verified"]

_SAME = 1e-9


def verified(partition: Partition) -> bool:
    """Check a partition anew, as `Partition.verify` tells.

    Raises:
        CertificateError: Something does not hold.
    """
    masks, number = partition.numbers(), partition.given.number
    if sum(mask.bit_count() for mask in masks) != number or len({*sum(partition.groups, ())}) != number:
        raise _wrong("not everyone is in one group")
    for mask in masks:
        if not partition.rules.allow(mask):
            raise _wrong(f"{written(mask, partition.given.parties)} may not form")
    rows = np.array([[bool(mask >> place & 1) for place in range(number)] for mask in masks])
    if not np.allclose(partition.given.many(rows), partition.costs, rtol=_SAME, atol=0):
        raise _wrong("a group costs something else")
    _verify_bound(partition)
    return True


def _verify_bound(partition: Partition) -> None:
    proof = partition.proof
    room = _SAME * (abs(partition.cost) + float(np.abs(partition.given.alone()).sum()))
    if proof.prices is None:
        if abs(_backwards(partition) - proof.lower) > room:
            raise _wrong("with the parties in the reverse order the least cost is another")
        return
    prices = np.array(proof.prices)
    rules = attrs.evolve(
        partition.rules, most=proof.most
    )  # the same groups as then, however many smaller ones there are
    groups = candidates(partition.given, rules, sys.maxsize)
    if len(groups) < proof.groups or groups.reduced(prices, groups.costs).min(initial=0.0) < -room:
        raise _wrong("a group costs less than its members' prices")
    if proof.method == "prices" and abs(float(prices.sum()) - proof.lower) > room:
        raise _wrong("the prices do not sum to the bound")


def _backwards(partition: Partition) -> float:
    """Give the least cost with the last party as the first."""
    number = partition.given.number
    table = table_of(partition.given, partition.rules)
    turned = table.reshape((2,) * number).transpose().reshape(-1)
    return float(np.min(turned[len(turned) // 2 :] + least_apart(turned)[::-1]))


def _wrong(reason: str) -> CertificateError:
    return CertificateError(f"the partition does not hold: {reason}", method="best_partition")
