"""What is given of parties, groups and numbers, read (inläsning)."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeVar, cast

import numpy as np
from numpy.typing import NDArray

from familjen.amounts.weights import is_mapping
from familjen.errors import InvalidValueError, UnknownIdError
from familjen.scale.assumption import as_decimal
from familjen.scale.curves.sizes import need_mapping
from familjen.scale.naming import Given, Numbers
from familjen.validators import is_text, refuse, show, tuple_of

if TYPE_CHECKING:
    import attrs

__all__ = ["are_parties", "each_of", "names_in", "read_given", "read_members", "read_sizes"]

Floats = NDArray[np.float64]
_Item = TypeVar("_Item")


def are_parties(instance: Any, attribute: "attrs.Attribute[Any]", value: Any) -> None:
    """Accept a tuple of names, at least one, each once."""
    tuple_of(is_text)(instance, attribute, value)
    if not value:
        refuse(instance, attribute, "there are no parties; give at least one")
    if len(set(value)) != len(value):
        twice = next(name for place, name in enumerate(value) if name in value[:place])
        refuse(instance, attribute, f"{show(twice)} stands there twice")


def names_in(given: Any, attribute: str) -> list[str]:
    """Read several names.

    Raises:
        InvalidValueError: It is one text, or nothing to go through.

    >>> names_in(("Bjuv", "Klippan"), "members")
    ['Bjuv', 'Klippan']
    """
    if isinstance(given, str):
        raise InvalidValueError(f"{show(given)} is one name; give a list of names", attribute=attribute)
    if not isinstance(given, Iterable):
        raise InvalidValueError(f"{show(given)} holds no names; give a list of names", attribute=attribute)
    return list(cast("Iterable[str]", given))


def read_sizes(numbers: Any) -> tuple[tuple[str, ...], tuple[Decimal, ...]]:
    """Read each party's size.

    Raises:
        InvalidValueError: There is none, or one is no finite number above zero.

    >>> read_sizes({"Bjuv": 14_962})
    (('Bjuv',), (Decimal('14962'),))
    """
    if not is_mapping(numbers) or not numbers:
        raise InvalidValueError(f"{show(numbers)} gives no size; give {{party: size}}", attribute="sizes")
    found = {name: as_decimal(value, f"the size of {name}", "sizes") for name, value in numbers.items()}
    for name, size in found.items():
        if size <= 0:
            reason = f"the size of {name} is {size}; sizes are above zero, and who has none is no party"
            raise InvalidValueError(reason, attribute="sizes")
    return tuple(found), tuple(found.values())


def each_of(given: Mapping[str, _Item], parties: tuple[str, ...], what: str, attribute: str) -> tuple[_Item, ...]:
    """Read what is given by party, for each party and nobody else, in their order.

    Raises:
        InvalidValueError: It is no mapping, or somebody is missing.
        UnknownIdError: It has somebody else.

    >>> each_of({"Bjuv": 2, "Ale": 1}, ("Ale", "Bjuv"), "cost today", "alone")
    (1, 2)
    """
    if not is_mapping(given):
        raise InvalidValueError(f"{show(given)} gives no {what}; give {{party: {what}}}", attribute=attribute)
    for name in given:
        if name not in parties:
            raise UnknownIdError.of("party with a size", str(name), parties)
    for name in parties:
        if name not in given:
            raise InvalidValueError(f"there is no {what} of {show(name)}; give one for each party", attribute=attribute)
    return tuple([given[name] for name in parties])


def read_members(members: Any, number: int) -> Floats:
    """Read groups, a row for each with true for who is in it.

    Raises:
        InvalidValueError: They are no rows of so many columns.

    >>> read_members(np.array([[True, False]]), 2)
    array([[1., 0.]])
    """
    rows = np.asarray(members)
    if rows.ndim != 2 or rows.shape[1] != number or rows.dtype != np.bool_:  # noqa: PLR2004 - a table
        reason = (
            f"groups of shape {rows.shape} and type {rows.dtype} are no rows of {number} truth values; "
            f"give an array of bools of shape (m, {number})"
        )
        raise InvalidValueError(reason, attribute="members")
    return rows.astype(np.float64)


def read_given(given: Given | None, known: Iterable[str]) -> tuple[Numbers, tuple[int, ...]]:
    """Read numbers for assumptions as columns, and how many there are: (k,), or () where nothing is given.

    Raises:
        UnknownIdError: There is no such assumption.
        InvalidValueError: The numbers are no rows of one length, or not finite.

    >>> read_given({"curve.fixed": np.array([1.0, 2.0])}, ["curve.fixed"])[1]
    (2,)
    """
    names, numbers = tuple(known), cast("Numbers", {})
    need_mapping({} if given is None else given)
    for name, value in (given or {}).items():
        if name not in names:
            raise UnknownIdError.of("assumption", str(name), names)
        found = np.asarray(value)
        if found.ndim != 1 or found.dtype.kind not in "iuf" or not np.isfinite(found).all():
            reason = f"the numbers for {name} are {show(value)}; give an array of k finite numbers"
            raise InvalidValueError(reason, attribute="given")
        numbers[name] = found.astype(np.float64)[:, None]
    lengths = {name: len(value) for name, value in numbers.items()}
    if len(set(lengths.values())) > 1:
        said = ", ".join(f"{length} for {name}" for name, length in lengths.items())
        raise InvalidValueError(f"there are {said}; give as many numbers for each", attribute="given")
    return numbers, tuple(set(lengths.values()))
