"""Family 4xx: shares, tables and charges that do not add up."""

from familjen.rules.rule import Rule

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = ()
"""The rules of the family, by code."""
