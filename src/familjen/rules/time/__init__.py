"""Family 2xx: days that cannot be right, or that nobody has decided."""

from familjen.rules.rule import Rule
from familjen.rules.time import parts, wholes

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (
    wholes.membership_outside_cooperation,
    wholes.action_plan_outside_plan,
    wholes.activity_outside_plan,
    wholes.round_outside_program,
    parts.part_outside_whole,
    parts.network_plan_outside_network,
    parts.meeting_outside_period,
    parts.part_outside_membership,
    wholes.outside_cooperation,
    wholes.decision_outside_plan,
)
"""The rules of time, by code."""
