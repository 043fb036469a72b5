"""All groups that hang together, up to a size, each once (uppräkning av grupper)."""

from collections.abc import Iterator, Sequence

import attrs
import numpy as np
from numpy.typing import NDArray

from familjen.scale.partition.costs import Groups

__all__ = ["Enumerated", "enumerated"]

Words = NDArray[np.uint64]

_WORD = 64
_ROWS = 1 << 16


@attrs.frozen(eq=False)
class Enumerated:
    """Groups by the places of their members, of one size after the other (grupper)."""

    blocks: tuple[Groups, ...]
    """The groups of one, of two and so on: shape (m, k)."""
    is_all: bool
    """Whether that is every group up to the largest size that was asked for."""

    @property
    def most(self) -> int:
        """The largest size of which all groups are here."""
        return len(self.blocks)


def enumerated(near: Sequence[int] | None, number: int, most: int, room: int, root: int | None = None) -> Enumerated:
    """Find every group of up to ``most`` that hangs together, size by size, until there is no room for the next size.

    A group grows from its first party. Each party that borders on it is added in its turn, and those before it then no
    more, nor any that a party before the last one has made a neighbour of the group already: so each group comes once,
    and none has to be compared with another.

    Args:
        near: Who borders on whom, a number with a bit for each neighbour; None where all do.
        number: How many parties there are.
        most: The largest group.
        room: So many groups at most.
        root: Only groups with this party.

    Complexity: O(n/64) for each group, in arrays.

    Source: Wernicke, "Efficient detection of network motifs", IEEE/ACM Transactions on Computational Biology and
    Bioinformatics 3 (2006), pp. 347-359: the algorithm ESU, here over all groups of a size at once.

    >>> [block.tolist() for block in enumerated((2, 5, 2), 3, 3, 99).blocks]
    [[[0], [1], [2]], [[0, 1], [1, 2]], [[0, 1, 2]]]
    """
    everyone = (1 << number) - 1
    borders = [everyone ^ 1 << place for place in range(number)] if near is None else list(near)
    later = [everyone ^ (2 << place) - 1 for place in range(number)]
    if root is not None:  # it comes first, and all others after it
        later[root] = everyone ^ 1 << root
        later = [each if place == root else each & ~(1 << root) for place, each in enumerate(later)]
    front = _Front.of(borders, later, [root] if root is not None else list(range(number)))
    blocks, total = [front.groups], len(front.groups)
    for size in range(2, most + 1):
        coming = int(np.bitwise_count(front.open).sum())
        total += coming
        if not coming:
            break
        if total > room:
            return Enumerated(tuple(blocks), is_all=False)
        front = front.grown(last=size == most)
        blocks.append(front.groups)
    return Enumerated(tuple(blocks), is_all=True)


@attrs.frozen(eq=False)
class _Front:
    """All groups of a size, with who may still join each, and who it borders on or holds."""

    groups: Groups
    open: Words
    held: Words
    borders: Words
    later: Words

    @classmethod
    def of(cls, borders: Sequence[int], later: Sequence[int], roots: list[int]) -> "_Front":
        bounds, after = _words(borders), _words(later)
        own = _words([1 << place for place in range(len(borders))])
        return cls(
            np.array(roots, dtype=np.int16)[:, None],
            (bounds & after)[roots],
            (bounds | own)[roots],
            bounds,
            after,
        )

    def grown(self, *, last: bool) -> "_Front":
        """Add one member to each group in every way."""
        parts = list(self._parts(last=last))
        groups, still, held = (np.concatenate(list(each)) for each in zip(*parts, strict=True))
        return attrs.evolve(self, groups=groups, open=still, held=held)

    def _parts(self, *, last: bool) -> Iterator[tuple[Groups, Words, Words]]:
        for start in range(0, len(self.groups), _ROWS):
            some = slice(start, start + _ROWS)
            bits = np.unpackbits(np.ascontiguousarray(self.open[some]).view(np.uint8), axis=1, bitorder="little")
            row, new = np.nonzero(bits)
            groups = np.column_stack([self.groups[some][row], new.astype(np.int16)])
            if last:
                yield groups, self.open[:0], self.held[:0]
                continue
            held = self.held[some][row]
            fresh = self.borders[new] & ~held & self.later[groups[:, 0]]
            yield groups, self.open[some][row] & self.later[new] | fresh, held | self.borders[new]


def _words(masks: Sequence[int]) -> Words:
    """Write numbers with a bit for each party in words of 64 bits, the lowest first."""
    width = -(-len(masks) // _WORD)
    return np.array([[mask >> _WORD * word & 2**_WORD - 1 for word in range(width)] for mask in masks], dtype="<u8")
