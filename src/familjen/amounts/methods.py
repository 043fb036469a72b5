"""The names of the methods that split a whole into whole parts (fördelningsmetoder)."""

from typing import Any, Literal, TypeAlias, get_args

from familjen.errors import InvalidValueError, near_matches
from familjen.validators import show

__all__ = ["CLAUSE_METHODS", "METHODS", "Method", "read_method"]

Method: TypeAlias = Literal[
    "largest-remainder",
    "webster",
    "modified-webster",
    "jefferson",
    "huntington-hill",
    "adams",
    "dean",
]
"""A method by name, in the terms of Balinski & Young, *Fair Representation* (1982; second edition 2001).

* ``largest-remainder`` (största resten; Hamilton, Hare–Niemeyer): each quota is rounded down and the units that are
  left go to the largest remainders.
* ``webster`` (uddatalsmetoden; Sainte-Laguë): divisors 1, 3, 5, … – quotients are rounded to the nearest.
* ``modified-webster`` (jämkade uddatalsmetoden): the same with another first divisor, such as 1.2 or 1.4.
* ``jefferson`` (heltalsmetoden; D'Hondt): divisors 1, 2, 3, … – quotients are rounded down.
* ``huntington-hill``: rounded at the geometric mean of the two nearest whole numbers (equal proportions).
* ``adams``: rounded up (smallest divisors).
* ``dean``: rounded at the harmonic mean of the two nearest whole numbers.
"""

METHODS: tuple[Method, ...] = get_args(Method)
"""Every method's name."""

_OTHER_NAMES: dict[str, Method] = {
    "hamilton": "largest-remainder",
    "hare": "largest-remainder",
    "hare-niemeyer": "largest-remainder",
    "största-resten": "largest-remainder",
    "sainte-laguë": "webster",
    "sainte-lague": "webster",
    "saintelague": "webster",
    "uddatalsmetoden": "webster",
    "modified-sainte-laguë": "modified-webster",
    "modified-sainte-lague": "modified-webster",
    "jämkade-uddatalsmetoden": "modified-webster",
    "d'hondt": "jefferson",
    "dhondt": "jefferson",
    "heltalsmetoden": "jefferson",
    "equal-proportions": "huntington-hill",
    "hill": "huntington-hill",
    "harmonic-mean": "dean",
}


CLAUSE_METHODS: tuple[Method, ...] = tuple(method for method in METHODS if method != "modified-webster")
"""The methods that a clause can name: all that need no first divisor beside."""


def read_method(value: Any) -> Method:
    """Give the method of this name.

    >>> read_method("webster")
    'webster'

    Raises:
        InvalidValueError: When there is no method of that name; the sentence says which one may be meant.
    """
    if isinstance(value, str) and value in METHODS:
        return value
    name = value.strip().casefold().replace(" ", "-").replace("_", "-") if isinstance(value, str) else ""
    if name in _OTHER_NAMES:
        hint = f"here it is called {_OTHER_NAMES[name]!r}"
    elif near := near_matches(name, METHODS):
        hint = f"did you mean {' or '.join(map(repr, near))}?"
    else:
        hint = f"the methods are {', '.join(METHODS)}"
    raise InvalidValueError(f"{show(value)} is not the name of a method; {hint}", attribute="method")
