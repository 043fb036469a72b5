"""Cooperation between municipalities as typed data (kommunal samverkan).

Who takes part, under which agreement, what it costs, how it is split and why, exact to the öre. The names below are
the vocabulary; each is loaded when it is first used, so that ``import familjen`` costs next to nothing.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from familjen import balance, datasets, errors, games, influence, places, report, scale
    from familjen.allocation import Statement, allocate, compare, find_mix, forecast, sensitivity
    from familjen.amounts import apportion, apportion_many
    from familjen.dates import Notice, Period, Recurrence, ReferenceDate
    from familjen.errors import FamiljenError
    from familjen.findings import Finding, Report, Severity
    from familjen.io import dump, dumps, json_schema, load, loads
    from familjen.model import (
        ActionPlan,
        Activity,
        Agreement,
        Board,
        Cooperation,
        Event,
        GoalArea,
        LegalForm,
        Member,
        Municipality,
        Network,
        OperationalPlan,
        Participation,
        Partner,
        Program,
        Region,
        SharedService,
        Source,
    )
    from familjen.places import Statistics
    from familjen.rules import check, explain
    from familjen.scale import ScaleBenefit, ServiceCost, scale_benefit
    from familjen.tables import check_table

_HOMES = {
    "familjen.allocation": ("Statement", "allocate", "compare", "find_mix", "forecast", "sensitivity"),
    "familjen.amounts": ("apportion", "apportion_many"),
    "familjen.dates": ("Notice", "Period", "Recurrence", "ReferenceDate"),
    "familjen.errors": ("FamiljenError",),
    "familjen.findings": ("Finding", "Report", "Severity"),
    "familjen.io": ("dump", "dumps", "json_schema", "load", "loads"),
    "familjen.model": (
        "ActionPlan",
        "Activity",
        "Agreement",
        "Board",
        "Cooperation",
        "Event",
        "GoalArea",
        "LegalForm",
        "Member",
        "Municipality",
        "Network",
        "OperationalPlan",
        "Participation",
        "Partner",
        "Program",
        "Region",
        "SharedService",
        "Source",
    ),
    "familjen.places": ("Statistics",),
    "familjen.rules": ("check", "explain"),
    "familjen.scale": ("ScaleBenefit", "ServiceCost", "scale_benefit"),
    "familjen.tables": ("check_table",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}
_MODULES = ("balance", "datasets", "errors", "games", "influence", "places", "report", "scale")

__all__ = [
    "ActionPlan",
    "Activity",
    "Agreement",
    "Board",
    "Cooperation",
    "Event",
    "FamiljenError",
    "Finding",
    "GoalArea",
    "LegalForm",
    "Member",
    "Municipality",
    "Network",
    "Notice",
    "OperationalPlan",
    "Participation",
    "Partner",
    "Period",
    "Program",
    "Recurrence",
    "ReferenceDate",
    "Region",
    "Report",
    "ScaleBenefit",
    "ServiceCost",
    "Severity",
    "SharedService",
    "Source",
    "Statement",
    "Statistics",
    "allocate",
    "apportion",
    "apportion_many",
    "balance",
    "check",
    "check_table",
    "compare",
    "datasets",
    "dump",
    "dumps",
    "errors",
    "explain",
    "find_mix",
    "forecast",
    "games",
    "influence",
    "json_schema",
    "load",
    "loads",
    "places",
    "report",
    "scale",
    "scale_benefit",
    "sensitivity",
]


def __getattr__(name: str) -> object:
    from importlib import import_module

    if name in _HOME_OF:
        found = getattr(import_module(_HOME_OF[name]), name)
    elif name in _MODULES:
        found = import_module(f"familjen.{name}")
    elif name == "__version__":
        from importlib.metadata import version

        found = version("familjen")
    else:
        raise AttributeError(f"module 'familjen' has no attribute {name!r}")
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted((*__all__, "__version__"))
