"""The indices of power by name, with what each says (maktindex)."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from types import MappingProxyType

import attrs

from familjen.errors import InvalidValueError, near_matches
from familjen.influence.banzhaf import banzhaf, banzhaf_normalised
from familjen.influence.coleman import coleman_initiate, coleman_prevent
from familjen.influence.deegan_packel import deegan_packel
from familjen.influence.holler import holler
from familjen.influence.johnston import johnston
from familjen.influence.shapley_shubik import shapley_shubik
from familjen.influence.whole import Whole
from familjen.language import Phrase
from familjen.validators import show

__all__ = ["INDICES", "Index", "index_of"]


@attrs.frozen
class Index:
    """An index of power, and what it says (maktindex)."""

    name: str
    """By which it is asked for."""
    title: Phrase
    """What it is called."""
    says: Phrase
    """What it says of a member, in one sentence."""
    of: Callable[[Whole], list[Fraction]]
    """How it is reckoned."""
    sums_to_one: bool = True
    """Whether the members' numbers sum to one."""


_BREAKS = Phrase(
    "the share of the minimal winning coalitions that it is in",
    "andelen av de minimala vinnande koalitionerna som den är med i",
)

_ALL = (
    Index(
        "shapley_shubik",
        Phrase("the Shapley–Shubik index", "Shapley–Shubiks index"),
        Phrase(
            "the share of all orders of joining in which it turns losing into winning",
            "andelen av alla ordningar att ansluta sig där den vänder förlust till vinst",
        ),
        shapley_shubik,
    ),
    Index(
        "banzhaf",
        Phrase("the Banzhaf index", "Banzhafs index"),
        Phrase(
            "the chance that it decides if each other member says yes or no with equal chances",
            "chansen att den avgör om var och en av de andra säger ja eller nej med lika chans",
        ),
        banzhaf,
        sums_to_one=False,
    ),
    Index(
        "banzhaf_normalised",
        Phrase("the normalised Banzhaf index", "Banzhafs normerade index"),
        Phrase("its share of all cases in which somebody decides", "dess andel av alla fall där någon avgör"),
        banzhaf_normalised,
    ),
    Index(
        "johnston",
        Phrase("the Johnston index", "Johnstons index"),
        Phrase(
            "its share of the coalitions that one member can break, each divided among those who can",
            "dess andel av koalitionerna som en medlem kan bryta, var och en delad mellan dem som kan",
        ),
        johnston,
    ),
    Index(
        "deegan_packel",
        Phrase("the Deegan–Packel index", "Deegan–Packels index"),
        Phrase(f"{_BREAKS.en}, each divided equally among its members", f"{_BREAKS.sv}, var och en delad lika"),
        deegan_packel,
    ),
    Index(
        "holler",
        Phrase("the Holler (public good) index", "Hollers index"),
        Phrase(f"{_BREAKS.en}, in proportion", f"{_BREAKS.sv}, i proportion"),
        holler,
    ),
    Index(
        "coleman_prevent",
        Phrase("Coleman's power to prevent action", "Colemans makt att hindra"),
        Phrase("the share of the winning coalitions that it can break", "andelen vinnande koalitioner den kan bryta"),
        coleman_prevent,
        sums_to_one=False,
    ),
    Index(
        "coleman_initiate",
        Phrase("Coleman's power to initiate action", "Colemans makt att ta initiativ"),
        Phrase(
            "the share of the losing coalitions that it can make win",
            "andelen förlorande koalitioner som den kan få att vinna",
        ),
        coleman_initiate,
        sums_to_one=False,
    ),
)

INDICES: Mapping[str, Index] = MappingProxyType({index.name: index for index in _ALL})
"""Every index, by its name."""


def index_of(name: object) -> Index:
    """Find an index by its name.

    Raises:
        InvalidValueError: It is none.

    >>> index_of("holler").sums_to_one
    True
    """
    if isinstance(name, str) and name in INDICES:
        return INDICES[name]
    near = near_matches(name, INDICES, most=1) if isinstance(name, str) else ()
    hint = f"did you mean {near[0]!r}?" if near else f"use one of {', '.join(INDICES)}"
    raise InvalidValueError(f"{show(name)} is no index; {hint}", attribute="index")
