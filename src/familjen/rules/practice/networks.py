"""How networks begin and are kept up (family 5xx): the check-list of the cooperation's own rules."""

import datetime as dt
from collections.abc import Iterator

from familjen.findings import Finding, Severity
from familjen.language import Listing
from familjen.model import Cooperation, Network
from familjen.rules.index import index_of
from familjen.rules.rule import rule

__all__ = ["no_coordinator", "no_majority_at_start", "not_all_invited"]

_LIST = "Familjen Helsingborgs checklista för nätverk (intranat.familjenhelsingborg.se/kunskapsnatverk)"


@rule(
    "FAM501",
    "not-all-invited",
    Severity.WARNING,
    message="{noun} did not invite {parties}, and all members are to be invited.",
    hint="Invite the members that are missing, or record that they were.",
    reference=_LIST,
    since="2026.11.0",
)
def not_all_invited(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """A network began without inviting all members.

    Checks:
        Where the cooperation's rules say that all are invited: that each network invited everybody who was a member
        when it began, if it is recorded who was invited.

    Why:
        A network of some is felt as a network against the others. Whoever was asked and said no can join later.

    Example:
        >>> members = (Member(Municipality("1283", "Helsingborg", "12")), Member(Municipality("1260", "Bjuv", "12")))
        >>> libraries = Network("bibliotek", "Libraries", invited=("1283",))
        >>> rules = NetworkRules(invite_all=True)
        >>> coop = Cooperation("par", "A pair", members=members, network_rules=rules, networks=(libraries,))
        >>> print(check(coop).findings[0].message)
        Network 'bibliotek' did not invite Bjuv (1260), and all members are to be invited.

    Remedy:
        >>> libraries = Network("bibliotek", "Libraries", invited=("1283", "1260"))
        >>> coop = Cooperation("par", "A pair", members=members, network_rules=rules, networks=(libraries,))
        >>> len(check(coop))
        0

    References:
        `NetworkRules.invite_all`.
    """
    if coop.network_rules is None or not coop.network_rules.invite_all:
        return
    index = index_of(coop)
    for i, network in enumerate(coop.networks):
        if network.invited is None:
            continue
        missing = tuple(
            index.party(party) for party in _members_at_start(coop, network) if party not in network.invited
        )
        if missing:
            noun = index.entry_at[f"$.networks[{i}]"]
            yield not_all_invited.found(f"$.networks[{i}].invited", noun=noun, parties=Listing(missing))


@rule(
    "FAM502",
    "no-majority-at-start",
    Severity.WARNING,
    message="{noun} began with {number} of {all} members; more than {share} of them must want to join from the start.",
    hint="Wait until enough members want to join, or record who joined from the start.",
    reference=_LIST,
    since="2026.11.0",
)
def no_majority_at_start(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """A network began without enough members.

    Checks:
        Where the cooperation's rules say how large a share must want to join: that more than this share of the members
        took part on a network's first day, if that day and its members are recorded.

    Why:
        A network that few need takes time from all. A majority is the sign that the need is common.

    Example:
        >>> parties = (("1283", "Helsingborg"), ("1260", "Bjuv"), ("1278", "Båstad"))
        >>> members = tuple(Member(Municipality(code, name, "12")) for code, name in parties)
        >>> libraries = Network("bibliotek", "Libraries", period=Period.year(2016), members=participations(["1283"]))
        >>> rules = NetworkRules(start_above=Fraction(1, 2))
        >>> coop = Cooperation("par", "A pair", members=members, network_rules=rules, networks=(libraries,))
        >>> print(check(coop).findings[0].message)
        Network 'bibliotek' began with 1 of 3 members; more than 50 % of them must want to join from the start.

    Remedy:
        >>> libraries = attrs.evolve(libraries, members=participations(["1283", "1260"]))
        >>> coop = Cooperation("par", "A pair", members=members, network_rules=rules, networks=(libraries,))
        >>> len(check(coop))
        0

    References:
        `NetworkRules.start_above`.
    """
    share = coop.network_rules.start_above if coop.network_rules is not None else None
    if share is None:
        return
    index = index_of(coop)
    for i, network in enumerate(coop.networks):
        if network.period is None or not network.members:
            continue
        everybody = _members_at_start(coop, network)
        first = network.period.first_day
        joined = {part.party for part in network.members if part.period is None or first in part.period}
        number = len(joined.intersection(everybody))
        if everybody and number <= share * len(everybody):
            yield no_majority_at_start.found(
                f"$.networks[{i}].members",
                noun=index.entry_at[f"$.networks[{i}]"],
                number=number,
                all=len(everybody),
                share=share,
            )


@rule(
    "FAM503",
    "no-coordinator",
    Severity.WARNING,
    message="{noun} has no coordinator.",
    hint="Appoint one; the task may go round.",
    reference=_LIST,
    since="2026.11.0",
)
def no_coordinator(coop: Cooperation, on: dt.date | None) -> Iterator[Finding]:
    """A network has nobody who coordinates it.

    Checks:
        Where the cooperation's rules ask for a coordinator: that a network whose members are listed has one, on the day
        of the check if there is one and the network exists then.

    Why:
        Without somebody who calls the meetings there are none.

    Example:
        >>> members = (Member(Municipality("1283", "Helsingborg", "12")),)
        >>> libraries = Network("bibliotek", "Libraries", members=participations(["1283"]))
        >>> rules = NetworkRules(needs_coordinator=True)
        >>> coop = Cooperation("par", "A pair", members=members, network_rules=rules, networks=(libraries,))
        >>> print(check(coop).findings[0].message)
        Network 'bibliotek' has no coordinator.

    Remedy:
        >>> libraries = attrs.evolve(libraries, coordinators=participations(["1283"]))
        >>> coop = Cooperation("par", "A pair", members=members, network_rules=rules, networks=(libraries,))
        >>> len(check(coop))
        0

    References:
        `NetworkRules.needs_coordinator`.
    """
    if coop.network_rules is None or not coop.network_rules.needs_coordinator:
        return
    index = index_of(coop)
    for i, network in enumerate(coop.networks):
        if not network.members or (on is not None and network.period is not None and on not in network.period):
            continue
        if not any(on is None or part.period is None or on in part.period for part in network.coordinators):
            yield no_coordinator.found(f"$.networks[{i}].coordinators", noun=index.entry_at[f"$.networks[{i}]"])


def _members_at_start(coop: Cooperation, network: Network) -> tuple[str, ...]:
    """Give the members of the cooperation on the network's first day; where that is not known, those who always are."""
    first = network.period.first_day if network.period is not None else None
    held = [
        member.party.id
        for member in coop.members
        if member.period is None or (first is not None and first in member.period)
    ]
    return tuple(dict.fromkeys(held))
