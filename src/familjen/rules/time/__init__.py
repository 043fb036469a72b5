"""Family 2xx: days that cannot be right, or that nobody has decided."""

from familjen.rules.rule import Rule
from familjen.rules.time import decisions, notice, parts, succession, wholes

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
    succession.gap_between_agreements,
    succession.overlapping_agreements,
    succession.successor_first,
    notice.notice_cannot_be_kept,
    decisions.in_force_without_decision,
    decisions.decided_after_start,
    decisions.plan_not_decided,
    decisions.network_not_renewed,
    decisions.network_renewed_late,
    succession.service_after_agreement,
    succession.expired_agreement,
    succession.renewal_without_end,
    notice.observation_before_activity,
)
"""The rules of time, by code."""
