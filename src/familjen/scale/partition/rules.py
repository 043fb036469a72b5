"""Which groups may form (tillåtna grupper)."""

from typing import Any, cast

import attrs

from familjen.amounts.exact import is_integer
from familjen.errors import InvalidValueError
from familjen.language import Phrase, worded
from familjen.scale.partition.costs import Costs
from familjen.scale.partition.near import Neighbours, hangs_together, read_near
from familjen.validators import show

__all__ = ["Rules", "read_rules", "whole"]

_SIZES = {
    (False, False): Phrase("Any group{near} may form.", "Vilken grupp som helst{near} får bildas."),
    (False, True): Phrase("Groups of at most {most}{near} may form.", "Grupper om högst {most}{near} får bildas."),
    (True, False): Phrase("Groups of at least {least}{near} may form.", "Grupper om minst {least}{near} får bildas."),
    (True, True): Phrase(
        "Groups of {least} to {most}{near} may form.", "Grupper om {least} till {most}{near} får bildas."
    ),
}
_NEAR = Phrase(" whose members hang together over borders", " vars medlemmar hänger ihop över gränser")


@attrs.frozen
class Rules:
    """Which groups may form (tillåtna grupper)."""

    near: tuple[int, ...] | None
    """For each party those that it borders on, as a number with a bit for each; None where that does not matter."""
    most: int
    """The most parties of a group."""
    at_least: int
    """The fewest parties of a group."""
    number: int
    """How many parties there are."""

    @property
    def allow_all(self) -> bool:
        """Tell whether any group may form."""
        return self.near is None and self.at_least == 1 and self.most == self.number

    def allow(self, group: int) -> bool:
        """Tell whether a group, a number with a bit for each member, may form."""
        fits = self.at_least <= group.bit_count() <= self.most
        return fits and (self.near is None or hangs_together(group, self.near))

    def text(self, lang: str = "en") -> str:
        """Say which groups may form, in English or Swedish."""
        near = "" if self.near is None else _NEAR.said(lang)
        phrase = _SIZES[self.at_least > 1, self.most < self.number]
        return phrase.of(least=self.at_least, most=self.most, near=near).said(worded(lang, "en", "sv"))


def read_rules(costs: Costs, neighbours: Neighbours | None, most: int | None, at_least: int | None) -> Rules:
    """Read which groups may form.

    Raises:
        InvalidValueError: A number is none, below one, or the fewest are more than the most.
        UnknownIdError: A neighbour is no party.
    """
    number = costs.number
    largest = number if most is None else min(whole(most, "most", "the most parties of a group"), number)
    smallest = 1 if at_least is None else whole(at_least, "at_least", "the fewest parties of a group")
    if smallest > largest:
        reason = f"groups of at least {smallest} and at most {largest} of {number} parties: there are none"
        raise InvalidValueError(reason, attribute="at_least")
    return Rules(read_near(neighbours, costs.parties), largest, smallest, number)


def whole(number: Any, attribute: str, what: str) -> int:
    """Read a whole number of one or more.

    Raises:
        InvalidValueError: It is none.
    """
    if not is_integer(cast("type[object]", type(number))) or number < 1:
        raise InvalidValueError(f"{what} is {show(number)}; give a whole number, 1 or more", attribute=attribute)
    return int(number)
