"""Claims on an estate that is too small for them, or on a loss to be borne (fordringar på ett bo)."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

import attrs

from familjen.errors import InvalidValueError
from familjen.games.coalition import Player, players_of
from familjen.games.game import as_exact

__all__ = ["ClaimsProblem"]

Number = int | float | Decimal | Fraction


@attrs.frozen
class ClaimsProblem:
    """An estate and what each player claims of it, together at least as much as there is (fordringsproblem).

    Source: O'Neill, "A problem of rights arbitration from the Talmud", Mathematical Social Sciences 2 (1982),
    pp. 345-371.

    >>> problem = ClaimsProblem.of(200, {"a": 100, "b": 200, "c": 300})
    >>> problem.estate, problem.loss
    (Fraction(200, 1), Fraction(400, 1))
    """

    estate: Fraction
    """What there is to share."""
    players: tuple[Player, ...]
    """Who claims, in order."""
    claims: tuple[Fraction, ...]
    """What each claims."""

    @classmethod
    def of(cls, estate: Number, claims: Mapping[Player, Number]) -> "ClaimsProblem":
        """Make it from numbers, kept exactly; a float is the decimal number it is written as.

        Raises:
            InvalidValueError: A number is below zero or not finite, or the claims do not reach the estate.
        """
        players = players_of(claims)
        whole = as_exact(estate, "the estate")
        each = tuple(as_exact(claims[player], f"the claim of {player}") for player in players)
        for number, what in [(whole, "the estate"), *zip(each, map(str, players), strict=True)]:
            if number < 0:
                raise InvalidValueError(f"{what} has {number}, below zero", attribute="claims")
        if sum(each) < whole:
            reason = (
                f"the claims come to {sum(each)}, less than the estate of {whole}; then each gets its claim and more"
            )
            raise InvalidValueError(reason, attribute="claims")
        return cls(whole, players, each)

    @property
    def total(self) -> Fraction:
        """What all claim together."""
        return sum(self.claims, Fraction(0))

    @property
    def loss(self) -> Fraction:
        """What the claims are short of."""
        return self.total - self.estate

    def awarded(self, awards: list[Fraction]) -> dict[Player, Fraction]:
        """Give each player's award."""
        return dict(zip(self.players, awards, strict=True))
