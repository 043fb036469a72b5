"""Family 4xx: shares, tables and charges that do not add up."""

from familjen.rules.economy import clauses, shares, sums, tables
from familjen.rules.rule import Rule

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (
    shares.shares_not_one,
    sums.column_does_not_add_up,
    sums.row_does_not_add_up,
    sums.total_does_not_add_up,
    tables.repeated_figure,
    clauses.cost_without_clause,
    clauses.reference_data_missing,
    shares.share_stands_twice,
    shares.inhabitants_counted_twice,
    clauses.charged_above_cost,
    shares.party_without_share,
    tables.party_missing_in_table,
    shares.ownership_not_one,
    shares.unknown_owner,
    tables.ragged_table,
    clauses.repeated_year,
)
"""The rules of the family, by code."""
