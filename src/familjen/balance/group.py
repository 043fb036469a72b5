"""Whether a group would have done better on its own over time (kärnan över tid)."""

from decimal import Decimal
from fractions import Fraction

import attrs
import numpy as np

from familjen.balance.balance import Balance
from familjen.errors import InvalidValueError, UnknownIdError
from familjen.games.game import CostGame, Game, sums
from familjen.language import listed, worded
from familjen.validators import show

__all__ = ["GroupStanding", "better_alone"]


@attrs.frozen
class GroupStanding:
    """The group that has most reason to be on its own, by what it could have had (gruppers ställning)."""

    group: tuple[str, ...]
    """The group: of all but everyone and no one, the one that could gain most by itself."""
    alone: Fraction
    """What it could have had by itself over the years, in kronor."""
    together: Fraction
    """What its members have had."""

    @property
    def missing(self) -> Fraction:
        """How much better it would have done by itself; below zero, how much worse."""
        return self.alone - self.together

    @property
    def is_content(self) -> bool:
        """Whether no group would have done better by itself: the balance lies in the core."""
        return self.missing <= 0

    def explain(self, lang: str = "en") -> str:
        """Say it in a sentence, in English or Swedish."""
        names = listed(self.group, lang)
        amount = f"{abs(Decimal(round(self.missing))):,}"
        if self.is_content:
            return worded(
                lang,
                f"No group would have done better by itself; nearest to it is {names}, by {amount} kr.",
                f"Ingen grupp hade klarat sig bättre själv; närmast är {names}, med {amount.replace(',', ' ')} kr.",
            )
        return worded(
            lang,
            f"{names} would have done {amount} kr better by themselves.",
            f"{names} hade klarat sig {amount.replace(',', ' ')} kr bättre själva.",
        )


def better_alone(balance: Balance, game: Game) -> GroupStanding:
    """Find the group that would have done best on its own, compared with what its members have had (kärnan över tid).

    Args:
        balance: What each has had.
        game: A gain game of the same parties: what each group could have had by itself over the same years, in the same
            money, such as ``to_game(service).savings()`` times the years.

    Raises:
        InvalidValueError: It is no balance or a cost game, or there is one party alone.
        UnknownIdError: Its players are not the balance's parties.

    Complexity: O(2ⁿ).

    >>> from familjen.balance import Entry, Ledger, balance
    >>> ledger = Ledger.of([Entry("A", 2024, "IT", received=1), Entry("B", 2024, "IT", received=5)])
    >>> game = Game.of({"A": 0, "B": 0, "C": 0, "A+B": 8, "A+C": 0, "B+C": 0, "A+B+C": 9})
    >>> ledger += Ledger.of([Entry("C", 2024, "IT", received=3)])
    >>> print(better_alone(balance(ledger), game).explain())
    A and B would have done 2 kr better by themselves.
    """
    if not isinstance(balance, Balance):
        raise InvalidValueError(f"{show(balance)} is no Balance; make one with balance(ledger)", attribute="balance")
    if isinstance(game, CostGame) or not isinstance(game, Game):
        raise InvalidValueError(f"{show(game)} is no game of gains; give cost.savings()", attribute="game")
    for player in game.players:
        if player not in balance.parties:
            raise UnknownIdError.of("party of the balance", str(player), balance.parties)
    if len(game.players) != len(balance.parties):
        missing = next(party for party in balance.parties if party not in game.players)
        raise UnknownIdError.of("player of the game", missing, [str(player) for player in game.players])
    if len(game.players) < 2:  # noqa: PLR2004 - a group must be some and not all
        raise InvalidValueError("there is one party alone, and no group to compare", attribute="game")
    had = [balance.cumulative(str(player)) for player in game.players]
    missing_by = game.values[1:-1] - sums(np.array([float(each) for each in had]))[1:-1]
    mask = int(missing_by.argmax()) + 1
    group = tuple([str(player) for place, player in enumerate(game.players) if mask >> place & 1])
    together = sum((each for place, each in enumerate(had) if mask >> place & 1), Fraction(0))
    return GroupStanding(group, Fraction(game.at(mask)), together)
