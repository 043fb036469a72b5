"""The rules that a check asks unless it is told otherwise."""

from familjen.rules import agreements, disagreements, doubles, parts, references, roles, time
from familjen.rules.rule import Rule

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (
    references.unknown_party,
    doubles.duplicate_id,
    agreements.host_not_a_party,
    agreements.provider_is_recipient,
    references.unknown_goal_area,
    references.unknown_partner,
    references.unknown_predecessor,
    references.unknown_service_agreement,
    disagreements.unknown_subject,
    roles.not_a_member,
    doubles.double_part,
    agreements.circular_succession,
    doubles.repeated_id,
    roles.partner_as_party,
    roles.party_as_partner,
    agreements.share_without_party,
    agreements.service_outside_agreement,
    disagreements.unknown_adopted_claim,
    roles.coordinator_outside_network,
    time.membership_outside_cooperation,
    time.action_plan_outside_plan,
    time.activity_outside_plan,
    time.round_outside_program,
    parts.part_outside_whole,
    parts.network_plan_outside_network,
    parts.meeting_outside_period,
    parts.part_outside_membership,
    time.outside_cooperation,
    time.decision_outside_plan,
)
"""The bundled rules, by code."""
