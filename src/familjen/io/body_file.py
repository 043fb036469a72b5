"""What a file says about a body that votes (beslutande organ i fil)."""

from collections.abc import Generator
from contextlib import contextmanager
from decimal import Decimal
from fractions import Fraction

import attrs

from familjen.errors import FamiljenError, InvalidValueError
from familjen.influence import Body, Chambers, Power, WeightedVotes, voting_power
from familjen.validators import is_amount, is_text, optional, tuple_of

__all__ = ["BodyFile", "ChamberEntry"]


@contextmanager
def _at(attribute: str) -> Generator[None]:
    """Let what is wrong inside stand at a part of the file."""
    try:
        yield
    except InvalidValueError as error:
        where = f".{error.attribute}" if error.attribute and error.attribute != attribute else ""
        raise InvalidValueError(error.reason, attribute=f"{attribute}{where}") from None
    except FamiljenError as error:
        raise InvalidValueError(str(error), attribute=attribute) from None


@attrs.frozen
class ChamberEntry:
    """One vote: weights, and a quota or a majority (kammare)."""

    weights: dict[str, Decimal]
    """Each member's weight."""
    quota: Decimal | None = attrs.field(default=None, validator=optional(is_amount))
    """What the weights in favour must come to, at least."""
    majority: str | None = attrs.field(default=None, validator=optional(is_text))
    """Instead of a quota: a majority in words, or a fraction such as ``"2/3"`` of all weights to be reached."""
    name: str = ""
    """What is weighed."""
    rounded_to: Decimal | None = attrs.field(default=None, validator=optional(is_amount))
    """A unit to which the weights are rounded."""

    def votes(self) -> WeightedVotes:
        """Give the vote.

        Raises:
            InvalidValueError: It is none; see `WeightedVotes.of`.
        """
        majority: str | Fraction | None = self.majority
        if isinstance(majority, str) and "/" in majority:
            try:
                majority = Fraction(majority)
            except (ValueError, ZeroDivisionError):
                reason = f"{majority!r} is no fraction; write it as '2/3'"
                raise InvalidValueError(reason, attribute="majority") from None
        votes = WeightedVotes.of(self.weights, quota=self.quota, majority=majority, name=self.name)
        if self.rounded_to is None:
            return votes
        try:
            return votes.rounded(self.rounded_to)
        except InvalidValueError as error:
            raise InvalidValueError(error.reason, attribute="rounded_to") from None


@attrs.frozen
class BodyFile:
    """A body that votes, and who in it acts as one (beslutande organ i fil).

    >>> chamber = ChamberEntry({"A": Decimal(2), "B": Decimal(1), "C": Decimal(1)}, majority="more than half")
    >>> BodyFile("A board", (chamber,)).power().numbers[0]
    Fraction(2, 3)
    """

    title: str = attrs.field(validator=is_text)
    """What the body is called."""
    chambers: tuple[ChamberEntry, ...]
    """The votes, all of which must be won."""
    veto: tuple[str, ...] = attrs.field(default=(), validator=tuple_of(is_text))
    """Members without whom nothing passes."""
    index: str = "shapley_shubik"
    """The index; see `voting_power`."""
    bloc: tuple[str, ...] = attrs.field(default=(), validator=tuple_of(is_text))
    """Who may act as one."""
    unions: tuple[tuple[str, ...], ...] = ()
    """Who act as one by agreement, instead of a bloc."""
    source: str | None = attrs.field(default=None, validator=optional(is_text))
    """Where the figures come from."""

    def body(self) -> Body:
        """Give the body.

        Raises:
            InvalidValueError: A vote is none, its members differ, or one with a veto is no member; the ``attribute``
                says where in the file.
        """
        if not self.chambers:
            raise InvalidValueError("there is no vote; give at least one", attribute="chambers")
        votes: list[WeightedVotes] = []
        for place, chamber in enumerate(self.chambers):
            with _at(f"chambers[{place}]"):
                votes.append(chamber.votes())
        if len(votes) == 1 and not self.veto:
            return votes[0]
        with _at("chambers"):
            Chambers.of(*votes)
        with _at("veto"):
            return Chambers.of(*votes, veto=self.veto)

    def power(self) -> Power:
        """Reckon the power by the file's index, bloc and unions.

        Raises:
            InvalidValueError: As `body` does, or the index, bloc or unions are not as `voting_power` wants them.
            UnknownIdError: Somebody in a bloc or union is no member.
            IntractableError: As `voting_power` does.
        """
        return voting_power(self.body(), self.index, bloc=self.bloc or None, unions=self.unions or None)
