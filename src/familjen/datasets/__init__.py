"""Real cooperations as bundled data, each fact with its source (datamängder)."""

from familjen.datasets.facts import Fact, facts
from familjen.datasets.familjen_helsingborg import familjen_helsingborg_2016
from familjen.datasets.real_clauses import PublishedFigure, RealClause, real_clause, real_clauses

__all__ = [
    "Fact",
    "PublishedFigure",
    "RealClause",
    "facts",
    "familjen_helsingborg_2016",
    "real_clause",
    "real_clauses",
]
