"""Who can stop everything, who counts for nothing, and who decides alone (veto, utan makt, diktator)."""

from familjen.games.coalition import Player
from familjen.influence.banzhaf import swings_of_each
from familjen.influence.body import Body
from familjen.influence.whole import Whole

__all__ = ["dictator", "dummies", "veto_players"]


def veto_players(votes: Body) -> tuple[Player, ...]:
    """Give the members without whom nothing passes (vetospelare).

    Complexity: O(n) for each chamber.

    Raises:
        InvalidValueError: It is no voting body.

    >>> from familjen.influence import WeightedVotes
    >>> veto_players(WeightedVotes.of({"A": 2, "B": 1, "C": 1}, quota=3))
    ('A',)
    """
    whole = Whole.of(votes)
    return tuple(member for place, member in enumerate(votes.members) if not whole.may_leave(place))


def dummies(votes: Body) -> tuple[Player, ...]:
    """Give the members who never make a difference, whatever they weigh (utan makt).

    Complexity: as the Banzhaf index.

    Raises:
        InvalidValueError: It is no voting body.
        IntractableError: The weights are too large to be counted, and the members too many to be gone through.

    >>> from familjen.influence import WeightedVotes
    >>> dummies(WeightedVotes.of({"A": 4, "B": 4, "C": 4, "D": 3}, majority="more than half"))
    ('D',)
    """
    swings = swings_of_each(Whole.of(votes))
    return tuple(member for member, count in zip(votes.members, swings, strict=True) if not count)


def dictator(votes: Body) -> Player | None:
    """Give the member who wins alone, and without whom nothing passes, if there is one (diktator).

    Complexity: O(n) for each chamber.

    Raises:
        InvalidValueError: It is no voting body.

    >>> from familjen.influence import WeightedVotes
    >>> dictator(WeightedVotes.of({"A": 3, "B": 1, "C": 1}, majority="more than half"))
    'A'
    """
    return next((member for member in veto_players(votes) if votes.wins((member,))), None)
