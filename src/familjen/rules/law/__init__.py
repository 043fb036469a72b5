"""Family 3xx: the law on the forms of cooperation, dated."""

from familjen.rules.rule import Rule

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = ()
"""The rules of the family, by code."""
