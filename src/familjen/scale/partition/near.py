"""Which parties border on each other, and which groups hang together (grannar)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from familjen.amounts.weights import is_mapping
from familjen.errors import InvalidValueError, UnknownIdError
from familjen.places import place as place_of
from familjen.scale.partition.costs import Party
from familjen.validators import show

__all__ = ["Neighbours", "connected", "hangs_together", "read_near"]

Neighbours: TypeAlias = Mapping[Any, Iterable[Any]] | Iterable[tuple[Any, Any]] | bool
"""Each party's neighbours, or pairs of neighbours, or True for the land borders of Swedish municipalities."""

_PAIR = 2


def read_near(neighbours: Neighbours | None, parties: Sequence[Party]) -> tuple[int, ...] | None:
    """Give for each party those that it borders on, as a number with a bit for each; None where anyone may join anyone.

    A border that is told from one side goes both ways.

    Raises:
        UnknownIdError: Somebody is no party, or no municipality where the borders are those of municipalities.
        InvalidValueError: It is no mapping and no list of pairs, or somebody borders on itself.

    >>> read_near([("a", "b"), ("c", "b")], ["a", "b", "c"])
    (2, 5, 2)
    >>> read_near(True, ["Bjuv", "Åstorp", "Malmö"])
    (2, 1, 0)
    """
    if neighbours is None or neighbours is False:
        return None
    pairs = _by_land(parties) if neighbours is True else _pairs(neighbours)
    places = {party: place for place, party in enumerate(parties)}
    near = [0] * len(parties)
    for one, other in pairs:
        for each in (one, other):
            if not _is_known(each, places):
                raise UnknownIdError.of("party", str(each), [str(party) for party in parties])
        if one == other:
            reason = f"{show(one)} is its own neighbour; a border is between two"
            raise InvalidValueError(reason, attribute="neighbours")
        near[places[one]] |= 1 << places[other]
        near[places[other]] |= 1 << places[one]
    return tuple(near)


def _is_known(party: Any, places: Mapping[Party, int]) -> bool:
    try:
        return party in places
    except TypeError:  # what cannot be a key is no party
        return False


def _by_land(parties: Sequence[Party]) -> Iterator[tuple[Party, Party]]:
    """Give the pairs that have a land border, of parties that are municipalities by code or name."""
    places = {party: place_of(party if isinstance(party, str) else str(party)) for party in parties}
    by_code = {place.municipality.code: party for party, place in places.items()}
    if len(by_code) != len(places):
        named = ((party, by_code[place.municipality.code]) for party, place in places.items())
        one, other = next(pair for pair in named if pair[0] != pair[1])
        reason = f"{show(one)} and {show(other)} are the same municipality; name it once"
        raise InvalidValueError(reason, attribute="neighbours")
    for party, place in places.items():
        yield from ((party, by_code[code]) for code in place.neighbours if code in by_code)


def _pairs(neighbours: Any) -> Iterator[tuple[Any, Any]]:
    if not _is_list(neighbours):
        reason = f"{show(neighbours)} names no neighbours; give a mapping of lists, pairs, or True for land borders"
        raise InvalidValueError(reason, attribute="neighbours")
    if is_mapping(neighbours):
        for party, others in neighbours.items():
            if not _is_list(others):
                reason = f"the neighbours of {show(party)} are {show(others)}; give a list of parties"
                raise InvalidValueError(reason, attribute="neighbours")
            yield from ((party, other) for other in others)
        return
    for pair in neighbours:
        if not (_is_list(pair) and hasattr(pair, "__len__") and len(pair) == _PAIR):
            raise InvalidValueError(f"{show(pair)} is no pair of neighbours; write ('A', 'B')", attribute="neighbours")
        one, other = pair
        yield one, other


def _is_list(value: Any) -> bool:
    return isinstance(value, Iterable) and not isinstance(value, str | bytes)


def hangs_together(group: int, near: Sequence[int]) -> bool:
    """Tell whether everyone in a group is reached from its first one over borders within it.

    >>> hangs_together(0b101, (2, 5, 2)), hangs_together(0b111, (2, 5, 2))
    (False, True)
    """
    reached = new = group & -group
    while new:
        last = new.bit_length() - 1
        found = near[last] & group & ~reached
        reached |= found
        new = (new ^ 1 << last) | found
    return reached == group


def connected(near: Sequence[int]) -> NDArray[np.bool_]:
    """Tell of each of the 2ⁿ groups whether it hangs together, by its number; the empty one does not.

    Complexity: O(d·2ⁿ), in arrays, d being the longest way within a group.

    >>> connected((2, 5, 2)).tolist()
    [False, True, True, True, True, False, True, True]
    """
    linked = np.zeros(1, dtype=np.int32)
    for each in near:
        linked = np.concatenate([linked, linked | np.int32(each)])
    masks = np.arange(1 << len(near), dtype=np.int32)
    part = masks & -masks
    left = np.flatnonzero(part)
    while len(left):
        grown = part[left] | linked[part[left]] & masks[left]
        left, grown = left[moved := grown != part[left]], grown[moved]
        part[left] = grown
    found: NDArray[np.bool_] = part == masks
    found[0] = False
    return found
