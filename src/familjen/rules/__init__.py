"""Is this cooperation right? Rules, each with a code of its own, and the check that asks them (regler).

A rule is one generator function that takes a cooperation and a day, made a `Rule` by the decorator `rule`. The hundreds
of the codes are families: 0xx the check itself, 1xx references, 2xx time.
"""

from familjen.rules.catalogue import RULES
from familjen.rules.engine import check
from familjen.rules.rule import Rule, rule

__all__ = ["RULES", "Rule", "check", "rule"]
