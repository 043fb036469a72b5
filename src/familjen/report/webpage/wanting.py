"""What is wanting where a bill cannot be made, in both languages (det som saknas)."""

import re
from collections.abc import Mapping

from familjen.errors import FamiljenError, InvalidValueError, MissingDataError
from familjen.language import Phrase

__all__ = ["wanted_by"]

_DAY = Phrase(
    "the clause does not say of which day figures are taken; say which (--counted, or reference=), and it stands here "
    "as an assumption",
    "klausulen anger inte vilken dags uppgifter som gäller; ange dagen (--counted, eller reference=), så redovisas den "
    "som ett antagande",
)
_COST = Phrase(
    "nobody has said what there is to share; give the cost (--cost, or costs=)",
    "kostnaden att fördela är inte angiven; ange den (--cost, eller costs=)",
)
_AMOUNT = Phrase(
    "the clause asks for the amount {name}; give it (--amount, or amounts=)",
    "klausulen kräver beloppet {name}; ange det (--amount, eller amounts=)",
)
_FIGURE = Phrase(
    "the figure {variable} on {day} is not known for {place}", "uppgiften {variable} den {day} är inte känd för {place}"
)
_INHABITANTS = Phrase(
    "the number of inhabitants on {day} is not known for {place}",
    "antalet invånare den {day} är inte känt för {place}",
)
_ASKED = re.compile(r"the amount '(?P<name>[^']+)' is needed")


def wanted_by(error: FamiljenError, names: Mapping[str, str]) -> Phrase | None:
    """Say in both languages what was wanting for a bill; ``None`` where the error is about something else.

    Args:
        error: Why there is no bill.
        names: Names of places by their codes.

    >>> print(wanted_by(InvalidValueError("there is no cost to share; give cost=", attribute="cost"), {}))
    nobody has said what there is to share; give the cost (--cost, or costs=)
    """
    if isinstance(error, MissingDataError) and error.variable and error.day is not None:
        day, place = str(error.day), names.get(error.code, error.code)
        if error.variable == "population":
            return _filled(_INHABITANTS, day=day, place=place)
        return _filled(_FIGURE, variable=error.variable, day=day, place=place)
    if not isinstance(error, InvalidValueError):
        return None
    if error.attribute == "reference":
        return _DAY if "does not say on which day" in error.reason else None
    if error.attribute == "cost":
        return _COST if "there is no cost to share" in error.reason else None
    asked = _ASKED.search(error.reason) if error.attribute == "amounts" else None
    return None if asked is None else _filled(_AMOUNT, name=asked["name"])


def _filled(phrase: Phrase, **values: str) -> Phrase:
    return Phrase(phrase.en.format(**values), phrase.sv.format(**values))
