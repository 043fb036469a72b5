"""Bodies in which weighted votes decide (viktade röster)."""

from hypothesis import strategies as st

from familjen.errors import InvalidValueError
from familjen.influence import WeightedVotes
from familjen.validators import show

__all__ = ["weighted_votes"]

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@st.composite
def _votes(draw: st.DrawFn, members: int, heaviest: int) -> WeightedVotes:
    weights = draw(st.lists(st.integers(0, heaviest), min_size=1, max_size=members).filter(any))
    quota = draw(st.integers(1, sum(weights)))
    return WeightedVotes.of(dict(zip(_LETTERS, weights, strict=False)), quota=quota)


def weighted_votes(*, members: int = 7, heaviest: int = 9) -> st.SearchStrategy[WeightedVotes]:
    """Draw bodies of some members whose votes weigh whole numbers; some may weigh nothing (viktade röster).

    Args:
        members: How many members there are at most, 1 to 26.
        heaviest: The largest weight, at least 1.

    Raises:
        InvalidValueError: One of them is outside its range.

    >>> from hypothesis import find
    >>> find(weighted_votes(), lambda votes: len(votes.members) == 2)
    WeightedVotes(2 members, 1 of 1)
    """
    if type(members) is not int or not 1 <= members <= len(_LETTERS):
        raise InvalidValueError(f"{show(members)} is not 1 to {len(_LETTERS)} members", attribute="members")
    if type(heaviest) is not int or heaviest < 1:
        raise InvalidValueError(f"{show(heaviest)} is no weight; give 1 or more", attribute="heaviest")
    return _votes(members, heaviest)
