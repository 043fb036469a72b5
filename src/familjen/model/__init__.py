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
    from familjen.model.clause import CostClause
    from familjen.model.cooperation import Cooperation
    from familjen.model.count import Count
    from familjen.model.decision import Decision, Matter
    from familjen.model.declaration import Declaration
    from familjen.model.disagreement import Claim, Disagreement
    from familjen.model.event import Distance, DistanceUnit, Event
    from familjen.model.goal_area import Area, GoalArea
    from familjen.model.keys.agreed import (
        Equal,
        Figure,
        Figures,
        FixedShares,
        HistoricalBudgets,
        OwnershipShares,
        Share,
    )
    from familjen.model.keys.bounded import Bound, Bounded, SizeRebate, SizeTier, Tier, Tiered
    from familjen.model.keys.combined import Frozen, Group, PhaseIn, Product, Subset, TwoLevel
    from familjen.model.keys.key import Key, Mix, Part
    from familjen.model.keys.measured import Population, TaxBase, TaxCapacity, Usage
    from familjen.model.kinds import kinds_of, register
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
    from familjen.model.steps.cost import Addition, BaseCost, Deductible, FromEquity, Income, Overhead
    from familjen.model.steps.indexation import Earmark, Indexation, IndexPart, IndexStatus, YearChange
    from familjen.model.steps.limits import AmountLimit, MaxChange, SelfCostTest
    from familjen.model.steps.result import DeficitRule, SurplusRule
    from familjen.model.steps.sharing import Distribution, FlatFee, Rate, TaxBaseRate, UnitPrice
    from familjen.model.steps.step import Phase, Step
    from familjen.model.suppression import Suppression
    from familjen.model.terms import (
        Condition,
        ConditionKind,
        ExitSettlement,
        Invoicing,
        MembershipTerms,
        PartOfYear,
        Vat,
    )

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
    "clause": ("CostClause",),
    "keys.key": (
        "Key",
        "Mix",
        "Part",
    ),
    "keys.agreed": (
        "Equal",
        "Figure",
        "Figures",
        "FixedShares",
        "HistoricalBudgets",
        "OwnershipShares",
        "Share",
    ),
    "keys.measured": (
        "Population",
        "TaxBase",
        "TaxCapacity",
        "Usage",
    ),
    "keys.combined": (
        "Frozen",
        "Group",
        "PhaseIn",
        "Product",
        "Subset",
        "TwoLevel",
    ),
    "keys.bounded": (
        "Bound",
        "Bounded",
        "SizeRebate",
        "SizeTier",
        "Tier",
        "Tiered",
    ),
    "kinds": (
        "kinds_of",
        "register",
    ),
    "steps.step": (
        "Phase",
        "Step",
    ),
    "steps.cost": (
        "Addition",
        "BaseCost",
        "Deductible",
        "FromEquity",
        "Income",
        "Overhead",
    ),
    "steps.sharing": (
        "Distribution",
        "FlatFee",
        "Rate",
        "TaxBaseRate",
        "UnitPrice",
    ),
    "steps.indexation": (
        "Earmark",
        "IndexPart",
        "IndexStatus",
        "Indexation",
        "YearChange",
    ),
    "steps.limits": (
        "AmountLimit",
        "MaxChange",
        "SelfCostTest",
    ),
    "steps.result": (
        "DeficitRule",
        "SurplusRule",
    ),
    "terms": (
        "Condition",
        "ConditionKind",
        "ExitSettlement",
        "Invoicing",
        "MembershipTerms",
        "PartOfYear",
        "Vat",
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
    "Addition",
    "Agreement",
    "AmountLimit",
    "Area",
    "Assembly",
    "AssemblyKind",
    "BaseCost",
    "Board",
    "BoardMeeting",
    "Bound",
    "Bounded",
    "Budget",
    "Claim",
    "CommercialGround",
    "Condition",
    "ConditionKind",
    "Cooperation",
    "CostClause",
    "Count",
    "Decision",
    "Declaration",
    "Deductible",
    "DeficitRule",
    "Disagreement",
    "Distance",
    "DistanceUnit",
    "Distribution",
    "Earmark",
    "Equal",
    "Event",
    "ExitSettlement",
    "Figure",
    "Figures",
    "FixedShares",
    "FlatFee",
    "ForeignMunicipality",
    "FromEquity",
    "Frozen",
    "GoalArea",
    "Group",
    "HistoricalBudgets",
    "Holding",
    "Income",
    "IndexPart",
    "IndexStatus",
    "Indexation",
    "Indicator",
    "Invoicing",
    "Key",
    "LegalForm",
    "Matter",
    "MaxChange",
    "Member",
    "MembershipTerms",
    "Mix",
    "Municipality",
    "Network",
    "NetworkPlan",
    "NetworkRules",
    "Observation",
    "OperationalPlan",
    "Overhead",
    "OwnershipShares",
    "Part",
    "PartOfYear",
    "Participation",
    "Partner",
    "PartnerKind",
    "Party",
    "Phase",
    "PhaseIn",
    "Population",
    "Procurement",
    "ProcurementGround",
    "Product",
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
    "SelfCostTest",
    "Share",
    "SharedService",
    "SizeRebate",
    "SizeTier",
    "Source",
    "Step",
    "Subset",
    "Suppression",
    "SurplusRule",
    "TableRow",
    "TaxBase",
    "TaxBaseRate",
    "TaxCapacity",
    "Tier",
    "Tiered",
    "Turnover",
    "TwoLevel",
    "UnitPrice",
    "Usage",
    "Vat",
    "YearChange",
    "as_of",
    "kinds_of",
    "participations",
    "register",
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
