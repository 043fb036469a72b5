"""Family 5xx: the field's own good practice, and Familjen Helsingborg's rules."""

from familjen.rules.practice import goals, networks, participation, provenance
from familjen.rules.rule import Rule

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (
    networks.not_all_invited,
    networks.no_majority_at_start,
    networks.no_coordinator,
    goals.goal_area_without_responsible,
    goals.goal_area_without_action_plan,
    goals.activity_without_goal,
    goals.activity_without_indicator,
    goals.indicator_without_follow_up,
    participation.largest_always_hosts,
    participation.member_takes_part_in_nothing,
    provenance.sources_disagree,
    provenance.fact_without_source,
    participation.no_way_out,
    goals.empty_action_plan,
    participation.seats_uneven,
    provenance.no_dispute,
)
"""The rules of the family, by code."""
