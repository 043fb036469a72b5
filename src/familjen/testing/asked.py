"""Names that a strategy is given to draw from, looked at before anything is drawn (angivna namn)."""

from collections.abc import Iterable

from familjen.errors import InvalidValueError
from familjen.validators import show

__all__ = ["given_names"]


def given_names(names: Iterable[str], attribute: str) -> tuple[str, ...]:
    """Give the names, of which there is at least one and each is there once (angivna namn).

    Args:
        names: The names.
        attribute: Of which argument they are, such as ``"parties"``.

    Raises:
        InvalidValueError: They are no names, there are none, or one is there twice.

    >>> given_names(["Klippan", "Bjuv"], "parties")
    ('Klippan', 'Bjuv')
    """
    if isinstance(names, str | bytes) or not isinstance(names, Iterable):
        raise InvalidValueError(f"{show(names)} is no list of {attribute}; give their names", attribute=attribute)
    given = tuple(names)
    if not given:
        raise InvalidValueError(f"there is no name in the list of {attribute}; give at least one", attribute=attribute)
    for place, name in enumerate(given):
        if not isinstance(name, str) or not name:
            raise InvalidValueError(f"{show(name)} is no name; give text", attribute=attribute)
        if name in given[:place]:
            raise InvalidValueError(f"{show(name)} stands there twice; name each once", attribute=attribute)
    return given
