"""Claims on an estate that is too small for them, or on a loss to be borne (fordringar på ett bo)."""

from collections.abc import Mapping
from fractions import Fraction

import attrs

from familjen.amounts.exact import shown
from familjen.errors import InvalidValueError
from familjen.games.by_player import numbers_of
from familjen.games.coalition import Player, players_of
from familjen.games.number import Number, as_exact
from familjen.validators import show

__all__ = ["ClaimsProblem", "need_problem"]


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

    @classmethod
    def of_loss(cls, loss: Number, claims: Mapping[Player, Number]) -> "ClaimsProblem":
        """Make it from a loss that is to be borne, by nobody beyond its claim: what it has at stake.

        A rule awards what each keeps; `losses` gives what each bears.

        Raises:
            InvalidValueError: A number is below zero or not finite, or the claims do not reach the loss.

        >>> problem = ClaimsProblem.of_loss(60, {"a": 10, "b": 90})
        >>> problem.estate
        Fraction(40, 1)
        """
        borne = as_exact(loss, "the loss", "loss")
        if borne < 0:
            raise InvalidValueError(f"the loss is {shown(borne)}, below zero", attribute="loss")
        whole = cls.of(0, claims)
        if borne > whole.total:
            reason = (
                f"the claims come to {shown(whole.total)}, less than the loss of {shown(borne)}; share at most that"
            )
            raise InvalidValueError(reason, attribute="loss")
        return cls(whole.total - borne, whole.players, whole.claims)

    def __attrs_post_init__(self) -> None:
        _need_fraction(self.estate, "the estate", "estate")
        if len(self.claims) != len(self.players):
            reason = f"there are {len(self.claims)} claims of {len(self.players)} players; give one for each"
            raise InvalidValueError(reason, attribute="claims")
        if self.estate < 0:
            raise InvalidValueError(f"the estate is {shown(self.estate)}, below zero", attribute="estate")
        for player, claim in zip(self.players, self.claims, strict=True):
            _need_fraction(claim, f"the claim of {player}", "claims")
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

    def losses(self, awards: Mapping[Player, Number]) -> dict[Player, Fraction]:
        """Give what each loses of its claim by the awards of a rule.

        Raises:
            InvalidValueError: A player has no award, or one is not finite.
            UnknownIdError: An award is for somebody who claims nothing.

        >>> from familjen.games.claims import proportional
        >>> problem = ClaimsProblem.of_loss(60, {"a": 30, "b": 90})
        >>> problem.losses(proportional(problem))
        {'a': Fraction(15, 1), 'b': Fraction(45, 1)}
        """
        given = numbers_of(self.players, awards, "award", "awards")
        return self.awarded([claim - award for claim, award in zip(self.claims, given, strict=True)])

    def dual(self) -> "ClaimsProblem":
        """Give the problem of sharing the loss among the same claims: its awards are what each loses (dualt problem).

        >>> ClaimsProblem.of(60, {"a": 30, "b": 90}).dual().estate
        Fraction(60, 1)
        """
        return ClaimsProblem(self.loss, self.players, self.claims)


def _need_fraction(number: object, what: str, attribute: str) -> None:
    if not isinstance(number, Fraction):
        reason = f"{what} is {show(number)}, which is no Fraction; make the problem with of"
        raise InvalidValueError(reason, attribute=attribute)


def need_problem(problem: object) -> None:
    """Refuse what is no claims problem.

    Raises:
        InvalidValueError: It is none.

    >>> need_problem(ClaimsProblem.of(60, {"a": 30, "b": 90}))
    """
    if not isinstance(problem, ClaimsProblem):
        reason = f"{show(problem)} is no claims problem; make one with ClaimsProblem.of, or take game.problem()"
        raise InvalidValueError(reason, attribute="problem")
