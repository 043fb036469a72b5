"""Small changes to a cooperation, of which each mutation is made (ändringar)."""

import datetime as dt
from collections.abc import Callable
from typing import Any, TypeAlias

import attrs

from familjen import model
from familjen.dates import Period

__all__ = ["OPEN", "Breaker", "agreed", "codes_of", "with_agreement", "with_more", "with_network"]

Breaker: TypeAlias = Callable[[model.Cooperation], model.Cooperation]
"""What makes a broken cooperation of a clean one."""

OPEN = Period(dt.date(2026, 1, 1))
"""A period that goes on."""


def codes_of(coop: model.Cooperation) -> tuple[str, ...]:
    """Give the ids of the members."""
    return tuple(member.party.id for member in coop.members)


def with_more(coop: model.Cooperation, name: str, *nouns: Any) -> model.Cooperation:
    """Add nouns to a list of the cooperation."""
    longer: dict[str, Any] = {name: (*getattr(coop, name), *nouns)}
    return attrs.evolve(coop, **longer)


def agreed(coop: model.Cooperation, **fields: Any) -> model.Agreement:
    """Make an agreement in civil law between the first two members."""
    two = model.participations(codes_of(coop)[:2])
    equal = model.CostClause.of(model.Equal())
    known: dict[str, Any] = {"parties": two, "cost_clause": equal, "period": Period.year(2030), **fields}
    return model.Agreement("nytt", "A new agreement", model.LegalForm.CIVIL_LAW, **known)


def with_agreement(fields: Callable[[tuple[str, ...]], dict[str, Any]]) -> Breaker:
    """Break by adding an agreement with fields that the members' ids give."""
    return lambda coop: with_more(coop, "agreements", agreed(coop, **fields(codes_of(coop))))


def with_network(fields: Callable[[tuple[str, ...]], dict[str, Any]], rules: dict[str, Any] | None = None) -> Breaker:
    """Break by adding a network; where rules for networks are given, it is the only one."""

    def broken(coop: model.Cooperation) -> model.Cooperation:
        network = model.Network("nytt", "A new network", **fields(codes_of(coop)))
        if rules is None:
            return with_more(coop, "networks", network)
        return attrs.evolve(coop, network_rules=model.NetworkRules(**rules), networks=(network,))

    return broken
