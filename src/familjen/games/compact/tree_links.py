"""The links of a tree, read and ordered from the root outwards (trädets länkar)."""

from collections.abc import Hashable, Mapping
from fractions import Fraction
from typing import Any

from familjen.errors import InvalidValueError
from familjen.games.number import Number, as_exact
from familjen.validators import show

__all__ = ["read_links"]

Nodes = tuple[Hashable, ...]


def read_links(
    links: Mapping[Any, tuple[Any, Number]],
) -> tuple[Hashable, Nodes, tuple[int, ...], tuple[Fraction, ...]]:
    """Read each node's link towards the root: the root, the other nodes, where each hangs, and the links' costs.

    The nodes stand each after the one that it hangs on, which is told by its place, −1 for the root.

    Raises:
        InvalidValueError: The links make no tree with one root, or a cost is not finite.

    Complexity: O(n).

    >>> read_links({"a": ("b", 1), "b": ("root", 2)})
    ('root', ('b', 'a'), (-1, 0), (Fraction(2, 1), Fraction(1, 1)))
    """
    if not isinstance(links, Mapping) or not links:
        reason = f"{show(links)} is no mapping of node to what it hangs on and the cost; give one link at least"
        raise InvalidValueError(reason, attribute="links")
    read = {node: _link(node, link) for node, link in links.items()}
    root, *nodes = _ordered({node: parent for node, (parent, _) in read.items()})
    places = {root: -1} | {node: place for place, node in enumerate(nodes)}
    parents = tuple(places[read[node][0]] for node in nodes)
    return root, tuple(nodes), parents, tuple(read[node][1] for node in nodes)


def _link(node: Hashable, link: Any) -> tuple[Hashable, Fraction]:
    if not isinstance(link, tuple) or len(link) != 2 or not isinstance(link[0], Hashable):  # pyright: ignore[reportUnknownArgumentType] # noqa: PLR2004 - a pair
        reason = f"the link of {show(node)} is {show(link)}; give the node that it hangs on and the cost"  # pyright: ignore[reportUnknownArgumentType] - of anything
        raise InvalidValueError(reason, attribute="links")
    return link[0], as_exact(link[1], f"the cost of the link of {node}", "links")


def _ordered(parents: Mapping[Hashable, Hashable]) -> list[Hashable]:
    """Give the root, and then the other nodes each after the one that it hangs on."""
    roots = list(dict.fromkeys(parent for parent in parents.values() if parent not in parents))
    if len(roots) > 1:
        reason = f"{show(roots[0])} and {show(roots[1])} both hang on nothing; a tree has one root"
        raise InvalidValueError(reason, attribute="links")
    children: dict[Hashable, list[Hashable]] = {}
    for node, parent in parents.items():
        children.setdefault(parent, []).append(node)
    ordered: list[Hashable] = list(roots)
    for node in ordered:
        ordered += children.get(node, [])
    reached = set(ordered)
    for node in parents:
        if node not in reached:
            reason = f"from {show(node)} no way leads to a root: links go in a ring; let one of them hang on the root"
            raise InvalidValueError(reason, attribute="links")
    return ordered
