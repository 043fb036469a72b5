"""Cooperations that break a known rule (felaktig samverkan)."""

from hypothesis import strategies as st

from familjen.errors import UnknownIdError
from familjen.model import Cooperation
from familjen.testing.breaking_economy import ECONOMY
from familjen.testing.breaking_references import REFERENCES
from familjen.testing.breaking_time import TIME
from familjen.testing.valid import valid_cooperations

__all__ = ["BREAKABLE", "broken_cooperations"]

_BREAKERS = {**REFERENCES, **TIME, **ECONOMY}

BREAKABLE: tuple[str, ...] = tuple(sorted(_BREAKERS))
"""The codes of the rules that can be broken on purpose."""


def broken_cooperations(
    code: str | None = None, *, least: int = 2, most: int = 4
) -> st.SearchStrategy[tuple[Cooperation, str]]:
    """Draw a cooperation in which one thing is wrong, and the code of the rule that finds it (felaktig samverkan).

    It is one of `valid_cooperations`, changed in one place. `familjen.rules.check` has a finding with that code, and
    may have others that follow from the same change.

    Args:
        code: The code of the rule to break, one of `BREAKABLE`; any of them unless given.
        least: How many members there are at least, from two.
        most: How many there are at most.

    Raises:
        UnknownIdError: There is no such rule, or none that can be broken on purpose.
        InvalidValueError: The numbers of members are none.

    >>> from hypothesis import find
    >>> from familjen.rules import check
    >>> coop, code = find(broken_cooperations("FAM401"), lambda drawn: True)
    >>> [finding.code for finding in check(coop)]
    ['FAM401']
    """
    if code is not None and (not isinstance(code, str) or code not in _BREAKERS):
        raise UnknownIdError.of("rule to break", str(code), BREAKABLE)
    clean = valid_cooperations(least=least, most=most)
    chosen = st.sampled_from(BREAKABLE) if code is None else st.just(code)
    return st.tuples(clean, chosen).map(lambda drawn: (_BREAKERS[drawn[1]](drawn[0]), drawn[1]))
