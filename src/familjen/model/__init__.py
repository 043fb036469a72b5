"""The nouns: frozen classes that hold facts and refer to each other by id.

They know no calculation and open no file. A constructor refuses a value that no fact of its kind can have, with
`familjen.errors.InvalidValueError`; what can only be judged from the whole is for `familjen.rules`.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from familjen.model.activity import Activity, ActivityKind, Indicator, Observation
    from familjen.model.agreement import Agreement, LegalForm, Renewal, RenewalKind
    from familjen.model.assembly import Assembly, AssemblyKind, Representation
    from familjen.model.board import Board, BoardMeeting
    from familjen.model.budget import Account, Budget, PublishedTable, TableRow
    from familjen.model.clause import CostClause, Equal, FixedShares, Population, Rate, Share, Split
    from familjen.model.cooperation import Cooperation
    from familjen.model.count import Count
    from familjen.model.decision import Decision, Matter
    from familjen.model.declaration import Declaration
    from familjen.model.disagreement import Claim, Disagreement
    from familjen.model.event import Distance, DistanceUnit, Event
    from familjen.model.goal_area import Area, GoalArea
    from familjen.model.member import Member, Participation, participations
    from familjen.model.network import Network, NetworkPlan, NetworkRules
    from familjen.model.ownership import CommercialGround, Holding
    from familjen.model.partner import Partner, PartnerKind
    from familjen.model.party import ForeignMunicipality, Municipality, Party, Region
    from familjen.model.plan import ActionPlan, OperationalPlan
    from familjen.model.procurement import Procurement, ProcurementGround, Turnover
    from familjen.model.program import Program, Round, Seats
    from familjen.model.provision import Provision
    from familjen.model.service import SharedService
    from familjen.model.snapshot import as_of
    from familjen.model.source import Source
    from familjen.model.suppression import Suppression

_HOMES = {
    "activity": (
        "Activity",
        "ActivityKind",
        "Indicator",
        "Observation",
    ),
    "agreement": (
        "Agreement",
        "LegalForm",
        "Renewal",
        "RenewalKind",
    ),
    "assembly": (
        "Assembly",
        "AssemblyKind",
        "Representation",
    ),
    "board": (
        "Board",
        "BoardMeeting",
    ),
    "budget": (
        "Account",
        "Budget",
        "PublishedTable",
        "TableRow",
    ),
    "clause": (
        "CostClause",
        "Equal",
        "FixedShares",
        "Population",
        "Rate",
        "Share",
        "Split",
    ),
    "cooperation": ("Cooperation",),
    "count": ("Count",),
    "decision": (
        "Decision",
        "Matter",
    ),
    "declaration": ("Declaration",),
    "disagreement": (
        "Claim",
        "Disagreement",
    ),
    "event": (
        "Distance",
        "DistanceUnit",
        "Event",
    ),
    "goal_area": (
        "Area",
        "GoalArea",
    ),
    "member": (
        "Member",
        "Participation",
        "participations",
    ),
    "network": (
        "Network",
        "NetworkPlan",
        "NetworkRules",
    ),
    "ownership": (
        "CommercialGround",
        "Holding",
    ),
    "partner": (
        "Partner",
        "PartnerKind",
    ),
    "party": (
        "ForeignMunicipality",
        "Municipality",
        "Party",
        "Region",
    ),
    "plan": (
        "ActionPlan",
        "OperationalPlan",
    ),
    "procurement": (
        "Procurement",
        "ProcurementGround",
        "Turnover",
    ),
    "program": (
        "Program",
        "Round",
        "Seats",
    ),
    "provision": ("Provision",),
    "service": ("SharedService",),
    "snapshot": ("as_of",),
    "source": ("Source",),
    "suppression": ("Suppression",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "Account",
    "ActionPlan",
    "Activity",
    "ActivityKind",
    "Agreement",
    "Area",
    "Assembly",
    "AssemblyKind",
    "Board",
    "BoardMeeting",
    "Budget",
    "Claim",
    "CommercialGround",
    "Cooperation",
    "CostClause",
    "Count",
    "Decision",
    "Declaration",
    "Disagreement",
    "Distance",
    "DistanceUnit",
    "Equal",
    "Event",
    "FixedShares",
    "ForeignMunicipality",
    "GoalArea",
    "Holding",
    "Indicator",
    "LegalForm",
    "Matter",
    "Member",
    "Municipality",
    "Network",
    "NetworkPlan",
    "NetworkRules",
    "Observation",
    "OperationalPlan",
    "Participation",
    "Partner",
    "PartnerKind",
    "Party",
    "Population",
    "Procurement",
    "ProcurementGround",
    "Program",
    "Provision",
    "PublishedTable",
    "Rate",
    "Region",
    "Renewal",
    "RenewalKind",
    "Representation",
    "Round",
    "Seats",
    "Share",
    "SharedService",
    "Source",
    "Split",
    "Suppression",
    "TableRow",
    "Turnover",
    "as_of",
    "participations",
]


def __getattr__(name: str) -> object:
    from importlib import import_module

    if name not in _HOME_OF:
        raise AttributeError(f"module 'familjen.model' has no attribute {name!r}")
    found = getattr(import_module(f"familjen.model.{_HOME_OF[name]}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted(__all__)
