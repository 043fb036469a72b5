"""Family 5xx: the field's own good practice, and Familjen Helsingborg's rules."""

from familjen.rules.rule import Rule

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = ()
"""The rules of the family, by code."""
