"""The methods that split the whole of any game, by name (metoder)."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Protocol

from familjen.errors import InvalidValueError, UnknownIdError
from familjen.games.aca import aca
from familjen.games.disruption_nucleolus import disruption_nucleolus
from familjen.games.ensc import ensc
from familjen.games.equal_division import equal_division
from familjen.games.equal_profit import equal_profit
from familjen.games.equal_surplus import equal_surplus
from familjen.games.gately import gately
from familjen.games.modiclus import modiclus
from familjen.games.nucleolus import nucleolus
from familjen.games.per_capita_nucleolus import per_capita_nucleolus
from familjen.games.prenucleolus import prenucleolus
from familjen.games.proportional_nucleolus import proportional_nucleolus
from familjen.games.proportional_to_alone import proportional_to_alone
from familjen.games.scrb import scrb
from familjen.games.shapley import shapley
from familjen.games.shares import AnyGame, CostShares
from familjen.games.solidarity import solidarity
from familjen.games.tau import tau
from familjen.validators import show

__all__ = ["METHODS", "Method", "method_named"]


class Method(Protocol):
    """A function that splits the whole of a game and needs nothing else (metod)."""

    def __call__(self, game: AnyGame, *, exact: bool = False) -> CostShares:
        """Give each player's part, in Fractions where asked."""
        ...


METHODS: Mapping[str, Method] = MappingProxyType(
    {
        "aca": aca,
        "disruption_nucleolus": disruption_nucleolus,
        "ensc": ensc,
        "equal_division": equal_division,
        "equal_profit": equal_profit,
        "equal_surplus": equal_surplus,
        "gately": gately,
        "modiclus": modiclus,
        "nucleolus": nucleolus,
        "per_capita_nucleolus": per_capita_nucleolus,
        "prenucleolus": prenucleolus,
        "proportional_nucleolus": proportional_nucleolus,
        "proportional_to_alone": proportional_to_alone,
        "scrb": scrb,
        "shapley": shapley,
        "solidarity": solidarity,
        "tau": tau,
    }
)
"""Each method by its name in the literature, which is that of its function."""

_ALSO = {
    "cis": "equal_surplus",
    "cost_gap": "tau",
    "eansc": "ensc",
    "louderback": "scrb",
    "moriarity": "proportional_to_alone",
    "weak_nucleolus": "per_capita_nucleolus",
}
"""Other names of the same splits."""


def method_named(name: str) -> Method:
    """Give the method of that name; hyphens and capitals do not matter (metod efter namn).

    Other names of the same split will do: ``cost_gap``, ``cis``, ``eansc``, ``louderback``, ``moriarity``.

    Raises:
        InvalidValueError: The name is no text.
        UnknownIdError: There is no such method; the sentence has near matches.

    >>> method_named("Equal-Surplus").__name__, method_named("Moriarity").__name__
    ('equal_surplus', 'proportional_to_alone')
    """
    if not isinstance(name, str):
        raise InvalidValueError(f"{show(name)} is no name of a method; give a text", attribute="name")
    plain = name.strip().casefold().replace("-", "_")
    found = METHODS.get(_ALSO.get(plain, plain))
    if found is None:
        raise UnknownIdError.of("method", name, METHODS)
    return found
