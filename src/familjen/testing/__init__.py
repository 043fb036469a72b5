"""Strategies for Hypothesis: nouns, clauses, games and ledgers to test one's own tools with (teststrategier).

They need the extra ``testing``. Where it is installed, `hypothesis.strategies.from_type` gives every noun, also without
an import of this package.
"""

from typing import TYPE_CHECKING

from familjen.testing.registering import register

if TYPE_CHECKING:
    from familjen.testing.broken import BREAKABLE, broken_cooperations
    from familjen.testing.clause import clauses
    from familjen.testing.games import cost_games
    from familjen.testing.key import keys
    from familjen.testing.ledger import entries, ledgers
    from familjen.testing.named import (
        activities,
        agreements,
        cooperations,
        events,
        municipalities,
        networks,
        plans,
        programs,
        shared_services,
        sources,
    )
    from familjen.testing.noun import NOUN_CLASSES, nouns
    from familjen.testing.services import assumptions, cost_curves, service_costs
    from familjen.testing.step import steps
    from familjen.testing.valid import valid_cooperations
    from familjen.testing.values import amounts, days, identifiers, periods, shares, texts
    from familjen.testing.votes import weighted_votes

_NAMES_IN = {
    "broken": ("BREAKABLE", "broken_cooperations"),
    "clause": ("clauses",),
    "games": ("cost_games",),
    "key": ("keys",),
    "ledger": ("entries", "ledgers"),
    "named": (
        "activities",
        "agreements",
        "cooperations",
        "events",
        "municipalities",
        "networks",
        "plans",
        "programs",
        "shared_services",
        "sources",
    ),
    "noun": ("NOUN_CLASSES", "nouns"),
    "services": ("assumptions", "cost_curves", "service_costs"),
    "step": ("steps",),
    "valid": ("valid_cooperations",),
    "values": ("amounts", "days", "identifiers", "periods", "shares", "texts"),
    "votes": ("weighted_votes",),
}
_HOME_OF = {name: f"familjen.testing.{home}" for home, names in _NAMES_IN.items() for name in names}

__all__ = [
    "BREAKABLE",
    "NOUN_CLASSES",
    "activities",
    "agreements",
    "amounts",
    "assumptions",
    "broken_cooperations",
    "clauses",
    "cooperations",
    "cost_curves",
    "cost_games",
    "days",
    "entries",
    "events",
    "identifiers",
    "keys",
    "ledgers",
    "municipalities",
    "networks",
    "nouns",
    "periods",
    "plans",
    "programs",
    "register",
    "service_costs",
    "shared_services",
    "shares",
    "sources",
    "steps",
    "texts",
    "valid_cooperations",
    "weighted_votes",
]


def __getattr__(name: str) -> object:
    from importlib import import_module

    if name not in _HOME_OF:
        raise AttributeError(f"module 'familjen.testing' has no attribute {name!r}")
    try:
        import_module("hypothesis")
    except ModuleNotFoundError as error:
        if error.name != "hypothesis":
            raise
        from familjen.errors import MissingExtraError

        raise MissingExtraError.of("strategies for tests", "testing") from None
    home = import_module(_HOME_OF[name])
    for each, module in _HOME_OF.items():
        if module == home.__name__:
            globals()[each] = getattr(home, each)
    return globals()[name]


def __dir__() -> list[str]:
    return sorted(__all__)
