"""What it costs to cooperate (samverkanskostnader)."""

import attrs
import numpy as np
from numpy.typing import NDArray

from familjen.errors import InvalidValueError
from familjen.model.network import Network
from familjen.scale.assumption import Assumed, Assumption, Basis, assumed, from_to
from familjen.scale.naming import Numbers, base_numbers, below
from familjen.validators import is_text, tuple_of

__all__ = ["Cooperating", "Meetings", "Transfer"]

Floats = NDArray[np.float64]
_NOTHING = Assumption(0)
_ONE = Assumption(1)


@attrs.frozen
class Meetings:
    """Meetings that every member sends people to (möten).

    A year costs times · members · people · (hours + travel) · rate.

    >>> Meetings(10, hours=3, rate=600).times
    Assumption(10, assumed)
    """

    times: Assumption = attrs.field(converter=assumed, validator=from_to(0))
    """How often a year."""
    hours: Assumption = attrs.field(kw_only=True, converter=assumed, validator=from_to(0))
    """Hours that one takes, preparation included."""
    rate: Assumption = attrs.field(kw_only=True, converter=assumed, validator=from_to(0))
    """What an hour of one person costs, in kronor, payroll charges included."""
    people: Assumption = attrs.field(default=_ONE, kw_only=True, converter=assumed, validator=from_to(0))
    """How many people come from each member."""
    travel: Assumption = attrs.field(default=_NOTHING, kw_only=True, converter=assumed, validator=from_to(0))
    """Hours of travel for each person, there and back."""

    @classmethod
    def of_network(
        cls, network: Network, year: int, *, hours: Assumed, rate: Assumed, people: Assumed = 1, travel: Assumed = 0
    ) -> "Meetings":
        """Count a year's meetings from a network's plan.

        Raises:
            InvalidValueError: The network has no plan for the year that says when it meets.

        >>> import datetime as dt
        >>> from familjen.dates import Recurrence
        >>> from familjen.model import NetworkPlan
        >>> monthly = Recurrence("FREQ=MONTHLY;BYDAY=2TU", dt.date(2016, 1, 1))
        >>> libraries = Network("bibliotek", "Libraries", plans=(NetworkPlan(2016, meetings=monthly),))
        >>> Meetings.of_network(libraries, 2016, hours=3, rate=600).times
        Assumption(12, measured)
        """
        plan = next((plan for plan in network.plans if plan.year == year), None)
        if plan is None or plan.meetings is None:
            reason = f"network {network.id!r} has no plan for {year} that says when it meets; give the number yourself"
            raise InvalidValueError(reason, attribute="network")
        times = Assumption(len(plan.meetings.in_year(year)), basis=Basis.MEASURED)
        return cls(times, hours=assumed(hours), rate=assumed(rate), people=assumed(people), travel=assumed(travel))


@attrs.frozen
class Transfer:
    """Staff that move to the common employer (verksamhetsövergång): a cost once for each.

    >>> Transfer("case workers", people=6, each=25_000).each
    Assumption(25000, assumed)
    """

    what: str = attrs.field(validator=is_text)
    """Who moves."""
    people: Assumption = attrs.field(kw_only=True, converter=assumed, validator=from_to(0))
    """How many."""
    each: Assumption = attrs.field(kw_only=True, converter=assumed, validator=from_to(0))
    """What it costs once for each of them, in kronor."""


@attrs.frozen
class Cooperating:
    """What cooperating costs a group of two or more, beside the service itself (samverkanskostnader).

    Whoever does it alone pays nothing of this. Without arguments it costs nothing; say so only where it is so.

    >>> float(Cooperating(per_member=40_000, per_pair=2_000).yearly(np.array([1.0, 3.0]), np.zeros(2))[1])
    126000.0
    """

    fixed: Assumption = attrs.field(default=_NOTHING, kw_only=True, converter=assumed, validator=from_to(0))
    """What a cooperation costs a year whatever its size, such as a secretariat, in kronor (samverkanskansli)."""
    per_member: Assumption = attrs.field(default=_NOTHING, kw_only=True, converter=assumed, validator=from_to(0))
    """What each member adds, in kronor a year."""
    per_further_member: Assumption = attrs.field(
        default=_NOTHING, kw_only=True, converter=assumed, validator=from_to(0)
    )
    """What each member after the first adds, in kronor a year: one seat at the host's table is there already."""
    per_pair: Assumption = attrs.field(default=_NOTHING, kw_only=True, converter=assumed, validator=from_to(0))
    """What each pair of members adds, in kronor a year: who must agree with everyone has n(n − 1)/2 agreements."""
    host_overhead: Assumption = attrs.field(default=_NOTHING, kw_only=True, converter=assumed, validator=from_to(0))
    """What the host adds for premises, systems and administration, as a share of the service's cost, the way
    to the centre included (overhead)."""
    meetings: tuple[Meetings, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Meetings))
    """Meetings that the cooperation needs."""
    transition: Assumption = attrs.field(default=_NOTHING, kw_only=True, converter=assumed, validator=from_to(0))
    """What starting costs once, in kronor (omställningskostnad)."""
    transition_per_member: Assumption = attrs.field(
        default=_NOTHING, kw_only=True, converter=assumed, validator=from_to(0)
    )
    """What starting costs once for each member, in kronor."""
    transfers: tuple[Transfer, ...] = attrs.field(default=(), kw_only=True, validator=tuple_of(Transfer))
    """Staff that move, a cost once."""

    def yearly(self, members: Floats, service: Floats, numbers: Numbers | None = None) -> Floats:
        """Give what it costs a year, by the number of members and the service's own cost: arrays that broadcast."""
        own = base_numbers(self) if numbers is None else numbers
        each = own["per_member"] + own["per_pair"] * (members - 1) / 2
        for place in range(len(self.meetings)):
            of = below(own, f"meetings[{place}]")
            each = each + of["times"] * of["people"] * (of["hours"] + of["travel"]) * of["rate"]
        cost = (
            own["fixed"] + each * members + own["per_further_member"] * (members - 1) + own["host_overhead"] * service
        )
        return np.where(members > 1, cost, 0.0)

    def once(self, members: Floats, numbers: Numbers | None = None) -> Floats:
        """Give what it costs once, by the number of members: arrays that broadcast."""
        own = base_numbers(self) if numbers is None else numbers
        moved = sum(
            (
                own[f"transfers[{place}].people"] * own[f"transfers[{place}].each"]
                for place in range(len(self.transfers))
            ),
            start=np.zeros(()),
        )
        return np.where(members > 1, own["transition"] + own["transition_per_member"] * members + moved, 0.0)
