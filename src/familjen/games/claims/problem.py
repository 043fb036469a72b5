"""Claims on an estate that is too small for them, or on a loss to be borne (fordringar på ett bo)."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

import attrs

from familjen.amounts.exact import shown
from familjen.errors import InvalidValueError
from familjen.games.coalition import Player, players_of
from familjen.games.game import as_exact
from familjen.validators import show

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
    players: tuple[Player, ...] = attrs.field(converter=players_of)
    """Who claims, in order."""
    claims: tuple[Fraction, ...]
    """What each claims."""

    @classmethod
    def of(cls, estate: Number, claims: Mapping[Player, Number]) -> "ClaimsProblem":
        """Make it from numbers, kept exactly; a float is the decimal number it is written as.

        Raises:
            InvalidValueError: A number is below zero or not finite, or the claims do not reach the estate.
        """
        if not isinstance(claims, Mapping):
            raise InvalidValueError(f"{show(claims)} is no mapping of player to claim", attribute="claims")
        players = players_of(claims)
        each = tuple(as_exact(claims[player], f"the claim of {player}", "claims") for player in players)
        return cls(as_exact(estate, "the estate", "estate"), players, each)

    def __attrs_post_init__(self) -> None:
        if len(self.claims) != len(self.players):
            reason = f"there are {len(self.claims)} claims of {len(self.players)} players; give one for each"
            raise InvalidValueError(reason, attribute="claims")
        if self.estate < 0:
            raise InvalidValueError(f"the estate is {shown(self.estate)}, below zero", attribute="estate")
        for player, claim in zip(self.players, self.claims, strict=True):
            if claim < 0:
                raise InvalidValueError(f"the claim of {player} is {shown(claim)}, below zero", attribute="claims")
        if self.loss < 0:
            reason = (
                f"the claims come to {shown(self.total)}, less than the estate of {shown(self.estate)}; all claims can "
                "be met, so share an estate of no more than that"
            )
            raise InvalidValueError(reason, attribute="claims")

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
