"""Agreements between the parties."""

import enum

import attrs

from familjen.dates import Notice, Period
from familjen.model.assembly import Assembly
from familjen.model.budget import Account, Budget, PublishedTable
from familjen.model.clause import CostClause
from familjen.model.decision import Decision
from familjen.model.member import Participation
from familjen.model.ownership import CommercialGround, Holding
from familjen.model.procurement import Procurement
from familjen.model.provision import Provision
from familjen.model.source import Source
from familjen.validators import is_bool, is_identifier, is_text, is_whole, matches, one_of, optional, tuple_of

__all__ = ["Agreement", "LegalForm", "Renewal", "RenewalKind"]


class LegalForm(enum.StrEnum):
    """The legal form in which municipalities cooperate (samverkansform).

    The sections are those of the Swedish Local Government Act, kommunallag (2017:725).
    """

    FEDERATION = "federation"
    """A federation of municipalities, a legal person of its own (kommunalförbund; 3 kap. 8 §, 9 kap. 1-18 §§)."""
    JOINT_COMMITTEE = "joint-committee"
    """A joint committee in one host's organisation (gemensam nämnd; 3 kap. 9 §, 9 kap. 19-36 §§)."""
    CONTRACT = "contract"
    """One municipality performs tasks for another under contract (avtalssamverkan; 9 kap. 37 §)."""
    COMPANY = "company"
    """A municipal company (kommunalt bolag; 3 kap. 11 §, 10 kap. 1-5 §§)."""
    ASSOCIATION = "association"
    """A municipal association (kommunal förening; 3 kap. 11 §, 10 kap. 6 §)."""
    FOUNDATION = "foundation"
    """A municipal foundation (kommunal stiftelse; 3 kap. 11 §, 10 kap. 6 §)."""
    CIVIL_LAW = "civil-law"
    """An agreement in civil law, without a form of its own in the Act (civilrättsligt avtal)."""


class RenewalKind(enum.StrEnum):
    """How an agreement goes on after its last day (förlängning)."""

    NONE = "none"
    """It ends."""
    AUTOMATIC = "automatic"
    """It goes on unless somebody gives notice (automatisk förlängning)."""
    BY_DECISION = "by-decision"
    """It goes on if the parties decide so."""
    AFTER_ELECTION = "after-election"
    """It is renewed after each general election for the coming term (efter varje val)."""


@attrs.frozen
class Renewal:
    """How and for how long an agreement is renewed (förlängning)."""

    kind: RenewalKind = attrs.field(validator=one_of(RenewalKind))
    """How it is renewed."""
    months: int | None = attrs.field(default=None, kw_only=True, validator=optional(is_whole(1)))
    """For how many months at a time; ``None`` when nobody has said."""
    sources: tuple[Source, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Source))
    """Where it is said."""


@attrs.frozen
class Agreement:
    """An agreement between the parties (avtal).

    >>> from familjen.model.member import participations
    >>> fee = Agreement("avgift", "Membership", LegalForm.CIVIL_LAW, parties=participations(["1283", "1260"]))
    >>> fee.form.value
    'civil-law'
    """

    id: str = attrs.field(validator=is_identifier)
    """Id within the cooperation."""
    name: str = attrs.field(validator=is_text)
    """Its name."""
    form: LegalForm = attrs.field(validator=one_of(LegalForm))
    """Its legal form."""
    period: Period | None = attrs.field(default=None, kw_only=True, validator=optional(one_of(Period)))
    """When it is in force; ``None`` when that is not known."""
    parties: tuple[Participation, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Participation))
    """The parties to it, and when each of them is one."""
    partners: tuple[str, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(is_identifier))
    """Ids of partners from outside who have signed it."""
    host: str | None = attrs.field(default=None, kw_only=True, validator=optional(is_identifier))
    """Id of the party that hosts it (värdkommun)."""
    notice: Notice | None = attrs.field(default=None, kw_only=True, validator=optional(one_of(Notice)))
    """How a party leaves it; ``None`` when that is not known."""
    renewal: Renewal | None = attrs.field(default=None, kw_only=True, validator=optional(one_of(Renewal)))
    """How it is renewed; ``None`` when that is not known."""
    supersedes: str | None = attrs.field(default=None, kw_only=True, validator=optional(is_identifier))
    """Id of the agreement that it replaces."""
    tasks: tuple[str, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(is_text))
    """What the parties do under it."""
    decisions: tuple[Decision, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Decision))
    """The decisions on it that are known: the councils' approvals, and what else they and the executives decide."""
    legal_basis: tuple[str, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(is_text))
    """Law other than the Local Government Act that it rests on, such as ``"1 § lag (2003:192)"``."""
    exercises_authority: bool | None = attrs.field(default=None, kw_only=True, validator=optional(is_bool))
    """Whether authority over individuals is exercised under it (myndighetsutövning); ``None``: nobody has said."""
    provisions: tuple[Provision, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Provision))
    """What it settles, point by point; empty when nobody has said."""
    assembly: Assembly | None = attrs.field(default=None, kw_only=True, validator=optional(one_of(Assembly)))
    """The body that decides under it; ``None`` when there is none, or nobody has said."""
    owners: tuple[Holding, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Holding))
    """Who owns the company or association, where it is one."""
    procurement: Procurement | None = attrs.field(default=None, kw_only=True, validator=optional(one_of(Procurement)))
    """The exemption from procurement that it relies on."""
    at_self_cost: bool = attrs.field(default=False, kw_only=True, validator=is_bool)
    """Whether the parties have agreed that it is billed at self-cost (självkostnad)."""
    commercial_ground: CommercialGround | None = attrs.field(
        default=None, kw_only=True, validator=optional(one_of(CommercialGround))
    )
    """What lets it be run on business terms; ``None`` when it is run at self-cost at most."""
    budgets: tuple[Budget, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Budget))
    """Its budgets, year by year."""
    accounts: tuple[Account, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Account))
    """What the years came to."""
    tables: tuple[PublishedTable, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(PublishedTable))
    """Tables of amounts that were published about it."""
    cost_clause: CostClause | None = attrs.field(default=None, kw_only=True, validator=optional(one_of(CostClause)))
    """How its cost is shared."""
    currency: str = attrs.field(
        default="SEK", kw_only=True, validator=matches("[A-Z]{3}", "a currency code: three capital letters (ISO 4217)")
    )
    """Currency of its amounts (ISO 4217)."""
    sources: tuple[Source, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Source))
    """Where it is said."""
