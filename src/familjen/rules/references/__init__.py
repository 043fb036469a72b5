"""Family 1xx: what refers to nothing, stands twice, or has a role that it cannot have."""

from familjen.rules.references import agreements, disagreements, doubles, identity, roles, unknown
from familjen.rules.rule import Rule

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (
    unknown.unknown_party,
    doubles.duplicate_id,
    agreements.host_not_a_party,
    agreements.provider_is_recipient,
    unknown.unknown_goal_area,
    unknown.unknown_partner,
    unknown.unknown_predecessor,
    unknown.unknown_service_agreement,
    disagreements.unknown_subject,
    roles.not_a_member,
    doubles.double_part,
    agreements.circular_succession,
    doubles.repeated_id,
    roles.partner_as_party,
    roles.party_as_partner,
    agreements.payer_without_agreement,
    agreements.service_outside_agreement,
    disagreements.unknown_adopted_claim,
    roles.coordinator_outside_network,
    identity.id_differs_in_case,
    identity.name_differs_from_register,
    identity.unknown_municipality_code,
    identity.county_differs,
)
"""The rules of references, by code."""
