"""Bodies that Hypothesis draws, and power by the definitions, coalition by coalition."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations, permutations

from hypothesis import strategies as st

from familjen.influence import Body, Chambers, WeightedVotes

NAMES = "ABCDEFGHIJKL"


@st.composite
def votes(draw: st.DrawFn, most: int = 7, heaviest: int = 9) -> WeightedVotes:
    """Draw a weighted vote of a few members."""
    weights = draw(st.lists(st.integers(0, heaviest), min_size=1, max_size=most).filter(any))
    quota = draw(st.integers(1, sum(weights)))
    return WeightedVotes.of(dict(zip(NAMES, weights, strict=False)), quota=quota)


@st.composite
def chambers(draw: st.DrawFn, most: int = 6) -> Chambers:
    """Draw a body of two or three votes of the same members, and perhaps vetoes."""
    number = draw(st.integers(1, most))
    lists = st.lists(st.integers(0, 6), min_size=number, max_size=number).filter(any)
    made: list[WeightedVotes] = []
    for weights in draw(st.lists(lists, min_size=2, max_size=3)):
        quota = draw(st.integers(1, sum(weights)))
        made.append(WeightedVotes.of(dict(zip(NAMES, weights, strict=False)), quota=quota))
    return Chambers.of(*made, veto=draw(st.sets(st.sampled_from(NAMES[:number]), max_size=1)))


def any_body(most: int = 6) -> st.SearchStrategy[Body]:
    """Draw a body of one vote or of several."""
    return st.one_of(votes(most), chambers(most))


def coalitions(body: Body) -> list[frozenset[object]]:
    """List all coalitions."""
    members = body.members
    return [frozenset(each) for size in range(len(members) + 1) for each in combinations(members, size)]


def winning(body: Body) -> list[frozenset[object]]:
    """List the coalitions that win."""
    return [each for each in coalitions(body) if body.wins(tuple(each))]


def critical(body: Body, coalition: frozenset[object]) -> list[object]:
    """List those without whom a winning coalition loses."""
    return [who for who in body.members if who in coalition and not body.wins(tuple(coalition - {who}))]


def minimal(body: Body) -> list[frozenset[object]]:
    """List the winning coalitions that need all their members."""
    return [each for each in winning(body) if len(critical(body, each)) == len(each)]


def brute(body: Body, index: str) -> list[Fraction]:
    """Give an index by its definition."""
    wins = winning(body)
    number = len(body.members)
    swings = [sum(who in critical(body, each) for each in wins) for who in body.members]
    if index == "shapley_shubik":
        return in_orders(body, permutations(body.members))
    if index == "banzhaf":
        return [Fraction(count, 2 ** (number - 1)) for count in swings]
    if index == "coleman_prevent":
        return [Fraction(count, len(wins)) for count in swings]
    if index == "coleman_initiate":
        return [Fraction(count, 2**number - len(wins)) for count in swings]
    raw = {
        "banzhaf_normalised": lambda who: Fraction(sum(who in critical(body, each) for each in wins)),
        "johnston": lambda who: sum(
            (Fraction(1, len(broken)) for each in wins if who in (broken := critical(body, each))), Fraction(0)
        ),
        "deegan_packel": lambda who: sum(
            (Fraction(1, len(each)) for each in minimal(body) if who in each), Fraction(0)
        ),
        "holler": lambda who: Fraction(sum(who in each for each in minimal(body))),
    }[index]
    parts = [raw(who) for who in body.members]
    return [part / sum(parts) for part in parts]


def in_orders(body: Body, orders: Iterator[tuple[object, ...]]) -> list[Fraction]:
    """Give the share of some orders in which each member turns losing into winning."""
    count = dict.fromkeys(body.members, 0)
    total = 0
    for order in orders:
        total += 1
        for at, who in enumerate(order):
            if body.wins(order[: at + 1]):
                count[who] += 1
                break
    return [Fraction(count[who], total) for who in body.members]


def in_union_orders(body: Body, unions: list[tuple[object, ...]]) -> list[Fraction]:
    """Give the Owen index: the orders in which the members of each union come together."""
    kept = (
        order
        for order in permutations(body.members)
        if all(_together([order.index(who) for who in union]) for union in unions)
    )
    return in_orders(body, kept)


def _together(places: list[int]) -> bool:
    return max(places) - min(places) == len(places) - 1
