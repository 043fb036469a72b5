"""Family 3xx: the law on the forms of cooperation, each rule judging by the law of its day."""

from familjen.rules.law import committees, federations
from familjen.rules.rule import Rule

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (
    federations.charter_point_missing,
    federations.charter_not_adopted,
    federations.member_without_seat,
    federations.term_too_long,
    federations.substitutes_not_as_many,
    federations.notice_too_long,
    federations.budget_meeting_not_announced,
    federations.budget_meeting_not_public,
    federations.federation_of_one,
    federations.seats_for_outsiders,
    committees.committee_without_host,
    committees.committee_tasks_unspecified,
    committees.committee_member_missing,
    committees.committee_substitutes,
    committees.committee_budget_by_other,
    committees.committee_budget_without_consultation,
    committees.committee_rules_not_adopted,
    committees.committee_not_decided,
    committees.committee_of_one,
)
"""The rules of law, by code."""
