"""Who takes part, who hosts, and who can leave (family 5xx)."""

import datetime as dt
from collections.abc import Iterator
from fractions import Fraction

from familjen.errors import FamiljenError
from familjen.findings import Finding, Severity
from familjen.model import Cooperation, LegalForm, Participation, Round
from familjen.rules.index import index_of
from familjen.rules.rule import rule

__all__ = ["largest_always_hosts", "member_takes_part_in_nothing", "no_way_out", "seats_uneven"]

_LEAST = 3
_LEAST_ROUNDS = 2
_WITHOUT_NOTICE = frozenset({LegalForm.COMPANY, LegalForm.FOUNDATION})


@rule(
    "FAM509",
    "largest-always-hosts",
    Severity.ADVICE,
    message="{party}, the largest member, hosts all {number} agreements, services and events that have a host.",
    hint="Let another member host the next one.",
    since="2026.11.0",
)
def largest_always_hosts(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """Nobody but the largest member hosts anything.

    Checks:
        That somebody else than the member with most inhabitants hosts, where at least three agreements, shared services
        and events have a host, and there are two members or more.

    Why:
        Who hosts gains jobs, knowledge and visitors, and carries the risk. Everyone wins over time only if the turn
        goes round.

    Example:
        >>> members = (Member(Municipality("1283", "Helsingborg", "12")), Member(Municipality("1260", "Bjuv", "12")))
        >>> events = tuple(Event(name, name, hosts=("1283",)) for name in ("run", "walk", "swim"))
        >>> both = (Network("n", "n", members=participations(["1283", "1260"])),)
        >>> coop = Cooperation("par", "A pair", members=members, events=events, networks=both)
        >>> print(check(coop).findings[0].message)
        Helsingborg (1283), the largest member, hosts all 3 agreements, services and events that have a host.

    Remedy:
        >>> events = (*events, Event("ski", "ski", hosts=("1260",)))
        >>> both = (Network("n", "n", members=participations(["1283", "1260"])),)
        >>> coop = Cooperation("par", "A pair", members=members, events=events, networks=both)
        >>> len(check(coop))
        0

    References:
        The idea that everyone wins, if not every time, then at least over time.
    """
    hosts = [agreement.host for agreement in coop.agreements if agreement.host is not None]
    hosts += [service.provider for service in coop.shared_services]
    hosts += [host for event in coop.events for host in event.hosts]
    if len(hosts) < _LEAST or len(set(hosts)) > 1 or len({member.party.id for member in coop.members}) == 1:
        return
    if hosts[0] == _largest(coop):
        yield largest_always_hosts.found("$", party=index_of(coop).party(hosts[0]), number=len(hosts))


@rule(
    "FAM510",
    "member-takes-part-in-nothing",
    Severity.ADVICE,
    message="{party} takes part in none of the {number} networks, agreements, services and so on that say who does.",
    hint="Ask what it needs, or record what it takes part in.",
    since="2026.11.0",
)
def member_takes_part_in_nothing(coop: Cooperation, on: dt.date | None) -> Iterator[Finding]:
    """A member takes part in nothing.

    Checks:
        That each member, of the day of the check, or without one each that has not left, takes part in or hosts
        something, where at least three things say who takes part.

    Why:
        A member that only pays will leave.

    Example:
        >>> members = (Member(Municipality("1283", "Helsingborg", "12")), Member(Municipality("1260", "Bjuv", "12")))
        >>> networks = tuple(Network(name, name, members=participations(["1283"])) for name in ("a", "b", "c"))
        >>> coop = Cooperation("par", "A pair", members=members, networks=networks)
        >>> print(check(coop).findings[0].message)
        Bjuv (1260) takes part in none of the 3 networks, agreements, services and so on that say who does.

    Remedy:
        >>> networks = (*networks, Network("d", "d", members=participations(["1260"])))
        >>> coop = Cooperation("par", "A pair", members=members, networks=networks)
        >>> len(check(coop))
        0

    References:
        `Participation`.
    """
    index = index_of(coop)
    named = [
        mention for mention in index.mentions if mention.parts or mention.path.endswith((".hosts", "participants"))
    ]
    number = len({mention.entry.path for mention in named})
    if number < _LEAST:
        return
    active = {party for mention in index.mentions for party in mention.ids}
    active |= {agreement.host for agreement in coop.agreements if agreement.host is not None}
    for i, member in enumerate(coop.members):
        period = member.period
        current = period is None or (period.last_day is None if on is None else on in period)
        if current and member.party.id not in active:
            party = index.party(member.party.id)
            yield member_takes_part_in_nothing.found(f"$.members[{i}]", party=party, number=number)


@rule(
    "FAM513",
    "no-way-out",
    Severity.ADVICE,
    message="{noun} runs until further notice, and nothing says how a party leaves it.",
    hint="Agree on a notice, in writing and with a day from which it counts.",
    since="2026.11.0",
)
def no_way_out(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """An agreement without an end has no notice.

    Checks:
        That an agreement until further notice has a notice, where another agreement of the document has one. Not one
        that another has replaced, nor one that settles withdrawal in its provisions, nor a company or a foundation,
        which is not left by notice.

    Why:
        Whoever wants to leave will claim that it may do so at once, and the others that it may not at all.

    Example:
        >>> start = Period(dt.date(2016, 1, 1))
        >>> fee = Agreement("avgift", "Fee", LegalForm.CIVIL_LAW, period=start, notice=Notice(years=1))
        >>> law = Agreement("ratt", "Law", LegalForm.CIVIL_LAW, period=start)
        >>> coop = Cooperation("par", "A pair", agreements=(fee, law))
        >>> print(check(coop).findings[0].message)
        Agreement 'ratt' runs until further notice, and nothing says how a party leaves it.

    Remedy:
        >>> law = attrs.evolve(law, notice=Notice(months=6))
        >>> coop = Cooperation("par", "A pair", agreements=(fee, law))
        >>> len(check(coop))
        0

    References:
        `Agreement.notice`.
    """
    if all(agreement.notice is None for agreement in coop.agreements):
        return
    index = index_of(coop)
    replaced = {agreement.supersedes for agreement in coop.agreements}
    for i, agreement in enumerate(coop.agreements):
        if agreement.notice is not None or agreement.period is None or agreement.period.last_day is not None:
            continue
        left_otherwise = agreement.form in _WITHOUT_NOTICE or agreement.id in replaced
        if not left_otherwise and all(provision.point != "withdrawal" for provision in agreement.provisions):
            path = f"$.agreements[{i}]"
            yield no_way_out.found(path, noun=index.entry_at[path])


@rule(
    "FAM515",
    "seats-uneven",
    Severity.ADVICE,
    message="{party} has had no seat in the {number} rounds of {noun}.",
    hint="Give it a seat in the next round, or ask why it does not want one.",
    since="2026.11.0",
)
def seats_uneven(coop: Cooperation, _on: dt.date | None) -> Iterator[Finding]:
    """A member of a programme never gets a seat.

    Checks:
        That each member of a programme has had a seat in some round, where at least two rounds in its time say who had
        seats.

    Why:
        The programme is paid for by all its members. Everyone wins over time only if the seats go round.

    Example:
        >>> members = (Member(Municipality("1283", "Helsingborg", "12")), Member(Municipality("1260", "Bjuv", "12")))
        >>> rounds = tuple(Round(str(n), seats=(Seats("1283", 13), Seats("1260", 0))) for n in (1, 2))
        >>> chiefs = Program("chefer", "Chiefs", members=participations(["1283", "1260"]), rounds=rounds)
        >>> coop = Cooperation("par", "A pair", members=members, programs=(chiefs,))
        >>> print(check(coop).findings[0].message)
        Bjuv (1260) has had no seat in the 2 rounds of programme 'chefer'.

    Remedy:
        >>> rounds = (*rounds, Round("3", seats=(Seats("1260", 2),)))
        >>> coop = Cooperation("par", "A pair", members=members, programs=(attrs.evolve(chiefs, rounds=rounds),))
        >>> len(check(coop))
        0

    References:
        `Round.seats`.
    """
    index = index_of(coop)
    for i, program in enumerate(coop.programs):
        held = [each for each in program.rounds if each.seats]
        if len(held) < _LEAST_ROUNDS:
            continue
        seated = {seat.party for each in held for seat in each.seats if seat.number}
        for j, part in enumerate(program.members):
            if part.party in seated or part.party not in index.parties:
                continue
            number = sum(_shared(part, each) for each in held)
            if number >= _LEAST_ROUNDS:
                yield seats_uneven.found(
                    f"$.programs[{i}].members[{j}]",
                    party=index.party(part.party),
                    number=number,
                    noun=index.entry_at[f"$.programs[{i}]"],
                )


def _shared(part: Participation, held: Round) -> bool:
    """Whether a round may have been held in the time of a member."""
    return part.period is None or held.period is None or part.period.overlaps(held.period)


def _largest(coop: Cooperation) -> str | None:
    """Give the member with most inhabitants at the latest count; ``None`` where fewer than two are known."""
    from familjen.places import Statistics

    statistics = Statistics.bundled()
    inhabitants: dict[str, Fraction] = {}
    for member in coop.members:
        try:
            days = statistics.days("population", member.party.id)
            inhabitants[member.party.id] = Fraction(statistics.value("population", member.party.id, days[-1]))
        except (FamiljenError, IndexError):
            continue
    return max(inhabitants, key=lambda party: inhabitants[party]) if len(inhabitants) > 1 else None
