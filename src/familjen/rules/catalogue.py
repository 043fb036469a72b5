"""The rules that a check asks unless it is told otherwise."""

from familjen.rules import economy, law, practice, references, time
from familjen.rules.rule import Rule

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (*references.RULES, *time.RULES, *law.RULES, *economy.RULES, *practice.RULES)
"""The bundled rules, by code."""
