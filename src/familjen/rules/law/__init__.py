"""Family 3xx: the law on the forms of cooperation, each rule judging by the law of its day."""

from familjen.rules.law import (
    assemblies,
    committees,
    companies,
    contracts,
    control,
    federations,
    procurement,
    self_cost,
)
from familjen.rules.rule import Rule

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (
    federations.charter_point_missing,
    federations.charter_not_adopted,
    assemblies.member_without_seat,
    assemblies.term_too_long,
    assemblies.substitutes_not_as_many,
    federations.notice_too_long,
    federations.budget_meeting_not_announced,
    federations.budget_meeting_not_public,
    federations.federation_of_one,
    assemblies.seats_for_outsiders,
    committees.committee_without_host,
    committees.committee_tasks_unspecified,
    assemblies.committee_member_missing,
    assemblies.committee_substitutes,
    committees.committee_budget_by_other,
    committees.committee_budget_without_consultation,
    committees.committee_rules_not_adopted,
    committees.committee_not_decided,
    committees.committee_of_one,
    contracts.contract_before_the_act,
    contracts.contract_with_others,
    contracts.contract_report_missing,
    contracts.contract_tasks_unspecified,
    companies.company_condition_missing,
    companies.part_owned_condition_missing,
    companies.foundation_condition_missing,
    companies.handover_not_decided,
    companies.authority_without_law,
    companies.company_not_reviewed,
    self_cost.fees_above_cost,
    self_cost.ground_needs_a_company,
    self_cost.separate_accounts_missing,
    procurement.in_house_share,
    procurement.joint_in_house_share,
    control.in_house_private_owner,
    control.in_house_counterpart,
    control.joint_control_without_seats,
    procurement.market_share,
    procurement.three_years_missing,
)
"""The rules of law, by code."""
