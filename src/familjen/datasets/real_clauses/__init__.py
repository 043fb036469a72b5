"""Cost clauses of real agreements, as data with their sources (verkliga kostnadsklausuler)."""

from functools import cache

from familjen.datasets.real_clauses import federations, others, statutes
from familjen.datasets.real_clauses.real_clause import PublishedFigure, RealClause
from familjen.errors import UnknownIdError

__all__ = ["PublishedFigure", "RealClause", "real_clause", "real_clauses"]


@cache
def real_clauses() -> tuple[RealClause, ...]:
    """Give every bundled clause of a real agreement, proposal or statute.

    >>> for real in real_clauses()[:3]:
    ...     print(real.title)
    Familjen Helsingborg, yearly fee from 2016
    Tolkförmedling Väst, federation of 47 members
    Tolkförmedling Väst, the surplus of 2025
    """
    return (*federations.CLAUSES, *others.CLAUSES, *statutes.CLAUSES)


def real_clause(clause_id: str) -> RealClause:
    """Look up a bundled clause by its id.

    Raises:
        UnknownIdError: There is none; the error lists near matches.

    >>> print(real_clause("ekommune-sunnmore").text())
    1. The cost is shared 30 % in equal parts and 70 % by number of inhabitants on 1 January the same year.
    2. Amounts are whole multiples of 1 NOK, given out by the method largest-remainder so that they sum to the total.
    """
    for real in real_clauses():
        if real.id == clause_id:
            return real
    raise UnknownIdError.of("real clause", clause_id, [real.id for real in real_clauses()])
