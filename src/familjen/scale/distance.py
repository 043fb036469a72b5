"""What it costs that members lie apart (avstånd)."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from familjen.amounts.weights import is_mapping
from familjen.errors import InvalidValueError, UnknownIdError
from familjen.places import distance_km, municipality
from familjen.scale.assumption import Assumed, Assumption, as_decimal, assumed, from_to
from familjen.scale.reading import are_parties, names_in
from familjen.validators import is_text, show

__all__ = ["Distance", "ways"]

Floats = NDArray[np.float64]
Members = NDArray[np.bool_]


def _rows(given: Any) -> tuple[tuple[float, ...], ...]:
    try:
        rows = [tuple(row) for row in given]
    except TypeError:
        reason = f"{show(given)} is no table of distances; give a row of km for each party"
        raise InvalidValueError(reason, owner="Distance", attribute="km") from None
    return tuple([tuple([_number(each, "a distance") for each in row]) for row in rows])


def _number(given: Any, what: str) -> float:
    return given if type(given) is float else float(as_decimal(given, what, "km"))


@attrs.frozen
class Distance:
    """A cost of the way to the group's centre: per_km · Σ size · km to the member that lies best (avståndskostnad).

    The centre of a group is the member to which the others have the least way in all, weighed by size. Kilometres are
    the user's, by road or in minutes as they like; `between` takes the great-circle distances between centroids that
    are bundled, which are no travel distances.

    >>> way = Distance.between(["Svalöv", "Bjuv"], per_km=2)
    >>> round(float(way.km[0][1]), 1)
    14.1
    """

    per_km: Assumption = attrs.field(converter=assumed, validator=from_to(0))
    """What each km to the centre adds for each unit of size, in kronor a year."""
    parties: tuple[str, ...] = attrs.field(kw_only=True, validator=are_parties)
    """Who the distances are between, in order."""
    km: tuple[tuple[float, ...], ...] = attrs.field(kw_only=True, repr=False, converter=_rows)
    """From each party to each, in km: as many rows as parties, and columns."""
    source: str = attrs.field(default="the caller", kw_only=True, validator=is_text)
    """Where the distances come from."""

    def __attrs_post_init__(self) -> None:
        number = len(self.parties)
        rows = self.km
        square = len(rows) == number and all(len(row) == number for row in rows)
        if not square:
            raise InvalidValueError(
                f"the distances are not {number} rows of {number}", owner="Distance", attribute="km"
            )
        wrong = ~(np.isfinite(self.matrix) & (self.matrix >= 0)) | ((self.matrix > 0) & np.eye(number, dtype=np.bool_))
        if wrong.any():
            one, other = (int(place[0]) for place in np.nonzero(wrong))
            reason = (
                f"from {show(self.parties[one])} to {show(self.parties[other])} is {self.matrix[one, other]:g}; "
                "distances are finite, zero or more, and zero to oneself"
            )
            raise InvalidValueError(reason, owner="Distance", attribute="km")

    @classmethod
    def between(cls, parties: Iterable[str], per_km: Assumed) -> "Distance":
        """Take the distances between municipalities' centroids, as the crow flies.

        Raises:
            InvalidValueError: It is one text and no list, or somebody stands there twice.
            UnknownIdError: A party is no municipality, by code or name.
        """
        names = tuple(names_in(parties, "parties"))
        codes = [municipality(name).code for name in names]
        twice = next((name for name, code in zip(names, codes, strict=True) if codes.count(code) > 1), None)
        if twice is not None:
            reason = f"{show(twice)} stands there twice, once by another name; give each municipality once"
            raise InvalidValueError(reason, attribute="parties")
        km = tuple([tuple([distance_km(one, other) for other in codes]) for one in codes])
        return cls(assumed(per_km), parties=names, km=km, source="great-circle distances between centroids")

    @classmethod
    def of(cls, km: Mapping[tuple[str, str], float], per_km: Assumed, *, source: str = "the caller") -> "Distance":
        """Take distances by pair of parties, the same both ways unless both are given.

        Raises:
            InvalidValueError: It is no mapping, a distance is missing, or one is below zero or not finite.
        """
        _need_pairs(km)
        for pair in km:
            if not isinstance(pair, tuple) or len(pair) != 2:  # noqa: PLR2004 - from one to the other
                raise InvalidValueError(f"{show(pair)} is no pair; give {{(one, other): km}}", attribute="km")
        names = tuple(dict.fromkeys(name for pair in km for name in pair))
        rows = [[_km(km, one, other) for other in names] for one in names]
        return cls(assumed(per_km), parties=names, km=tuple(map(tuple, rows)), source=source)

    @cached_property
    def matrix(self) -> Floats:
        """The distances as an array."""
        return np.array(self.km, dtype=np.float64)

    def of_parties(self, parties: tuple[str, ...]) -> Floats:
        """Give the distances between some of the parties, in their order.

        Raises:
            UnknownIdError: There are no distances of one.
        """
        for name in parties:
            if name not in self.parties:
                raise UnknownIdError.of("party with distances", name, self.parties)
        places = [self.parties.index(name) for name in parties]
        return self.matrix[np.ix_(places, places)]


def ways(members: Members, sizes: Floats, km: Floats) -> tuple[Floats, NDArray[np.intp]]:
    """Give for each group, a row of members, the way to its centre in size · km, and which member that is.

    >>> km = np.array([[0.0, 5.0], [5.0, 0.0]])
    >>> ways(np.array([[True, True]]), np.array([1.0, 3.0]), km)
    (array([5.]), array([1]))
    """
    far = (members * sizes) @ km
    far = np.where(members, far, np.inf)
    centre = far.argmin(axis=1)
    return far[np.arange(len(far)), centre], centre


def _need_pairs(given: Any) -> None:
    if not is_mapping(given):
        raise InvalidValueError(f"{show(given)} gives no km; give {{(one, other): km}}", attribute="km")


def _km(km: Mapping[tuple[str, str], float], one: str, other: str) -> float:
    found: Any = km.get((one, other), km.get((other, one), 0.0 if one == other else None))
    if found is None:
        raise InvalidValueError(f"there is no distance between {show(one)} and {show(other)}; give it", attribute="km")
    return _number(found, f"the distance from {show(one)} to {show(other)}")
