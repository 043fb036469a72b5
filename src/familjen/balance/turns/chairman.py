"""Handing out seats one at a time so that nobody is ever far from its quota (ordförandeproblemet)."""

from collections.abc import Mapping
from fractions import Fraction

__all__ = ["one_by_one"]


def one_by_one(seats: int, shares: Mapping[str, Fraction], carried: Mapping[str, Fraction]) -> list[str]:
    """Hand out seats one after the other by Tijdeman's algorithm, from what each carries of earlier rounds.

    After each seat a party's claim is what it carried, and its share of the seats so far, less those that it got. The
    next seat goes, among those whose claim with it is at least 1/(2n-2), to the one whose claim would first grow beyond
    1 - 1/(2n-2). Where shares stay the same from the first seat on, no claim ever is further from zero than
    1 - 1/(2n-2) for n parties, and no other way can promise more. Where shares change between rounds, that is no
    longer sure, since the future shares are not known; where then nobody's claim is large enough, the largest goes
    first. Ties go to the larger share, then by label.

    Args:
        seats: How many.
        shares: Each party's share, which sum to one.
        carried: What each carries from before: its quota less what it got.

    Returns:
        Who gets each seat, in order.

    Complexity: O(n) for each seat.

    Source: R. Tijdeman, The chairman assignment problem, Discrete Mathematics 32 (1980), 323-330.

    >>> one_by_one(4, {"A": Fraction(1, 2), "B": Fraction(1, 4), "C": Fraction(1, 4)}, {})
    ['A', 'B', 'C', 'A']
    """
    claims = {party: Fraction(carried.get(party, 0)) for party in shares}
    least = Fraction(1, 2 * len(shares) - 2) if len(shares) > 1 else Fraction(0)
    found: list[str] = []
    for _ in range(seats):
        for party, share in shares.items():
            claims[party] += share
        able = [party for party, share in shares.items() if share and claims[party] >= least]
        if able:
            chosen = min(able, key=lambda party: _until(claims[party], shares[party], 1 - least, party))
        else:
            chosen = min((party for party in shares if shares[party]), key=lambda party: (-claims[party], party))
        claims[chosen] -= 1
        found.append(chosen)
    return found


def _until(claim: Fraction, share: Fraction, most: Fraction, party: str) -> tuple[Fraction, Fraction, str]:
    """Tell how long a claim may still grow, and what goes before what among equals."""
    return (most - claim) / share, -share, party
