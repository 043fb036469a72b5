"""Is this cooperation right? Rules, each with a code of its own, and the check that asks them (regler).

A rule is one generator function that takes a cooperation and a day, made a `Rule` by the decorator `rule`. The hundreds
of the codes are families: 0xx the check itself, 1xx references, 2xx time, 3xx law, 4xx economy, 5xx practice.
"""

from familjen.language import Listing, Phrase
from familjen.rules.catalogue import RULES
from familjen.rules.engine import check
from familjen.rules.page import FAMILIES, Page, explain
from familjen.rules.plugins import installed
from familjen.rules.requirements import Requirement, requirements
from familjen.rules.rule import Rule, rule
from familjen.rules.self_check import SELF_CHECKS
from familjen.rules.statute import SECTIONS, Section, Statute, section
from familjen.rules.wording import Wording

__all__ = [
    "FAMILIES",
    "RULES",
    "SECTIONS",
    "SELF_CHECKS",
    "Listing",
    "Page",
    "Phrase",
    "Requirement",
    "Rule",
    "Section",
    "Statute",
    "Wording",
    "check",
    "explain",
    "installed",
    "requirements",
    "rule",
    "section",
]
