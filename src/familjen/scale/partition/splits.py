"""How a group splits its cost among its members, for many groups at once (delningsregler)."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from familjen.errors import InvalidValueError, UnknownIdError
from familjen.games.compact.each import read_each
from familjen.games.number import Number
from familjen.scale.partition.costs import Party

__all__ = ["SPLITS", "read_sizes"]

Floats = NDArray[np.float64]
Split = Callable[[Floats, Floats, Floats | None], Floats]
"""What each member pays, of what groups cost, what members cost alone, and their sizes: shape (m, k)."""


def _equal_saving(costs: Floats, alone: Floats, _: Floats | None) -> Floats:
    saved = (alone.sum(axis=1) - costs) / alone.shape[1]
    found: Floats = alone - saved[:, None]
    return found


def _by_cost_alone(costs: Floats, alone: Floats, _: Floats | None) -> Floats:
    if not (alone > 0).all():
        reason = "a party costs nothing or less alone, so that no part is in proportion to it; use 'equal saving'"
        raise InvalidValueError(reason, attribute="split")
    found: Floats = alone * (costs / alone.sum(axis=1))[:, None]
    return found


def _by_size(costs: Floats, _: Floats, sizes: Floats | None) -> Floats:
    if sizes is None:
        raise InvalidValueError("a split by size needs the sizes; give {party: size}", attribute="sizes")
    found: Floats = sizes * (costs / sizes.sum(axis=1))[:, None]
    return found


SPLITS: Mapping[str, Split] = MappingProxyType(
    {"equal saving": _equal_saving, "by cost alone": _by_cost_alone, "by size": _by_size}
)
"""The splits by name."""


def read_sizes(sizes: Mapping[Any, Number] | None, parties: tuple[Party, ...], split: str) -> Floats | None:
    """Read each party's size, in the order of the parties.

    Raises:
        InvalidValueError: A party has no size, or one is not above zero; or sizes are given for a split without them.
        UnknownIdError: Somebody has a size who is no party.

    >>> read_sizes({"b": 2, "a": 1}, ("a", "b"), "by size")
    array([1., 2.])
    """
    if sizes is None:
        return None
    if split != "by size":
        reason = f"sizes say nothing in a split of {split!r}; ask for 'by size', or leave them out"
        raise InvalidValueError(reason, attribute="sizes")
    named, numbers = read_each(sizes, "size", "sizes")
    for party in named:
        if party not in parties:
            raise UnknownIdError.of("party", str(party), [str(known) for known in parties])
    by_party = dict(zip(named, numbers, strict=True))
    for party in parties:
        if by_party.get(party, 0) <= 0:
            reason = f"the size of {party} is {by_party.get(party, 'missing')}; give one above zero for each party"
            raise InvalidValueError(reason, attribute="sizes")
    return np.array([float(by_party[party]) for party in parties])
