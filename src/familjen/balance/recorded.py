"""Entries from bills, scale benefits, programmes, events and networks (bokföring)."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from itertools import pairwise

from familjen.allocation import Statement
from familjen.amounts import apportion
from familjen.amounts.exact import Exact, product
from familjen.balance.columns import need_year
from familjen.balance.entry import Entry
from familjen.balance.kind import Kind
from familjen.dates import Period
from familjen.errors import InvalidValueError, UnknownIdError
from familjen.model import Event, Network, Program, Round, Source
from familjen.scale import ScaleBenefit
from familjen.scale.assumption import Basis, as_decimal
from familjen.validators import show

__all__ = ["of_benefit", "of_event", "of_network", "of_program", "of_statement"]

_CENT = Decimal("0.01")


def of_statement(statement: Statement, activity: str, *, source: Source | None = None) -> list[Entry]:
    """Record a bill: each party pays its charge, and receives one below zero (avgifter).

    Parties stand with their names.

    Raises:
        InvalidValueError: It is no statement, or the activity is blank.

    >>> from familjen.allocation import allocate
    >>> from familjen.model import Equal
    >>> bill = allocate(Equal(), year=2024, cost=100, parties=["1283", "1260"])
    >>> [str(entry.net) for entry in of_statement(bill, "Secretariat")]
    ['-50.00', '-50.00']
    """
    _need(statement, Statement, "statement")
    zero = Decimal(0)
    return [
        Entry(
            name,
            statement.year,
            activity,
            paid=max(amount, zero),
            received=max(-amount, zero),
            kind=Kind.CHARGE,
            source=source,
        )
        for name, amount in zip(statement.names, statement.amounts, strict=True)
    ]


def of_benefit(
    benefit: ScaleBenefit, activity: str, years: Iterable[int], *, source: Source | None = None
) -> list[Entry]:
    """Record what doing it together saves or costs in each of some years, with its range; the start in the first.

    A saving is received, a loss is paid. The basis is illustrative where any assumption is, and else estimated.

    Raises:
        InvalidValueError: It is no scale benefit, or years are none, or do not rise.

    >>> from familjen.scale import FixedVariable, ServiceCost, scale_benefit
    >>> found = scale_benefit(ServiceCost.of({"Ale": 10, "Bjuv": 20}, FixedVariable(9, 1)))
    >>> [(entry.party, str(entry.net)) for entry in of_benefit(found, "IT", [2027])]
    [('Ale', '6'), ('Bjuv', '3')]
    """
    _need(benefit, ScaleBenefit, "benefit")
    if not isinstance(years, Iterable) or not (wanted := list(years)):
        raise InvalidValueError("there are no years; give range(2027, 2030)", attribute="years")
    for year in wanted:
        need_year(year, "years")
    if any(later <= earlier for earlier, later in pairwise(wanted)):
        raise InvalidValueError(f"{show(wanted)} do not rise; give each year once, in order", attribute="years")
    bases = {each.basis for each in benefit.assumptions.values()}
    basis = Basis.ILLUSTRATIVE if Basis.ILLUSTRATIVE in bases else Basis.ESTIMATED
    found: list[Entry] = []
    for place, party in enumerate(benefit.parties):
        once = [each.once_parts[place] for each in (benefit.low, benefit.base, benefit.high)]
        for year in wanted:
            start = once if year == wanted[0] else [Decimal(0)] * 3
            nets = [saved - paid for saved, paid in zip(benefit.of(party), start, strict=True)]
            low, high = min(nets), max(nets)
            amounts = {"paid": max(-nets[1], Decimal(0)), "received": max(nets[1], Decimal(0))}
            found.append(
                Entry(
                    party,
                    year,
                    activity,
                    low=low,
                    high=high,
                    kind=Kind.SAVING,
                    basis=basis,
                    source=source,
                    **amounts,
                )
            )
    return found


def of_program(
    program: Program,
    *,
    worth: Decimal,
    names: Mapping[str, str] | None = None,
    years: Mapping[str, int] | None = None,
    basis: Basis = Basis.ILLUSTRATIVE,
) -> list[Entry]:
    """Record a programme's seats at what one is worth, each round in the year in which it ends (platser).

    Args:
        program: The programme; rounds whose seats nobody has told are refused, not left out.
        worth: What a seat is worth, in kronor.
        names: Names of parties by id; their ids stand there unless given.
        years: The year of a round by its id, where its period does not say it.
        basis: What the worth rests on.

    Raises:
        InvalidValueError: It is no programme, the worth is no number, or a round has no seats by party, or no year.
        UnknownIdError: A year is given for a round that it does not have.

    >>> from familjen.model import Seats
    >>> rounds = (Round("1", seats=(Seats("1283", 2), Seats("1260", 1))),)
    >>> program = Program("chefer", "Future managers", rounds=rounds)
    >>> found = of_program(program, worth=Decimal(40_000), years={"1": 2024})
    >>> [(entry.party, str(entry.net)) for entry in found]
    [('1283', '80000'), ('1260', '40000')]
    """
    _need(program, Program, "program")
    amount_of_one = as_decimal(worth, "the worth", "worth")
    for known in years or {}:
        if known not in [held.id for held in program.rounds]:
            raise UnknownIdError.of(f"round of {program.name}", str(known), [held.id for held in program.rounds])
    found: list[Entry] = []
    for held in program.rounds:
        if not held.seats:
            reason = f"round {held.id!r} of {program.name} does not say how many seats each party had"
            raise InvalidValueError(reason, attribute="program")
        year = _year(held, program, years or {})
        for seats in held.seats:
            if seats.number:
                name = (names or {}).get(seats.party, seats.party)
                amount = product(Decimal(seats.number), amount_of_one)
                found.append(Entry(name, year, program.name, received=amount, kind=Kind.SEATS, basis=basis))
    return found


def of_event(
    event: Event, *, year: int, shares: Mapping[str, Exact] | None = None, unit: Decimal = _CENT
) -> list[Entry]:
    """Record what an event's visitors spent where it was held (besöksintäkter).

    Args:
        event: The event, whose spending is known.
        year: The year that it counts in.
        shares: In what proportion the hosts got the spending, by name; equally to the hosts unless given.
        unit: What amounts are rounded to; they sum to the spending.

    Raises:
        InvalidValueError: It is no event, or nobody says what was spent, or who hosted it.

    >>> walk = Event("eurorando", "Eurorando", hosts=("1283", "1260"), spending=Decimal(13_000_000))
    >>> [(entry.party, str(entry.net)) for entry in of_event(walk, year=2016)]
    [('1283', '6500000.00'), ('1260', '6500000.00')]
    """
    _need(event, Event, "event")
    if event.spending is None:
        raise InvalidValueError(f"nobody says what was spent at {event.name}", attribute="event")
    given: Mapping[str, Exact] = dict.fromkeys(event.hosts, 1) if shares is None else shares
    if not given:
        raise InvalidValueError(f"nobody says who hosted {event.name}; give shares", attribute="shares")
    source = event.sources[0] if event.sources else None
    return [
        Entry(party, year, event.name, received=part, kind=Kind.SPENDING, basis=Basis.ESTIMATED, source=source)
        for party, part in apportion(event.spending, given, unit=unit).items()
        if part
    ]


def of_network(
    network: Network,
    *,
    year: int,
    hours: Decimal,
    rate: Decimal,
    worth: Decimal = Decimal(0),
    names: Mapping[str, str] | None = None,
) -> list[Entry]:
    """Record the hours that each member gives a network in a year, and what it is worth to each (naturainsats).

    Args:
        network: The network, whose plan for the year says when it meets.
        year: The year.
        hours: Hours that each member gives to a meeting, preparation and travel included.
        rate: What an hour costs, in kronor.
        worth: What the network is worth to each member in the year, in kronor; nothing unless somebody says so.
        names: Names of parties by id; their ids stand there unless given.

    Raises:
        InvalidValueError: It is no network, a number is none, there is no plan for the year that says when it meets, or
            nobody takes part.
    """
    _need(network, Network, "network")
    plan = next((plan for plan in network.plans if plan.year == year), None)
    if plan is None or plan.meetings is None:
        reason = f"network {network.id!r} has no plan for {year} that says when it meets"
        raise InvalidValueError(reason, attribute="year")
    if not network.members:
        raise InvalidValueError(f"nobody takes part in network {network.id!r}", attribute="network")
    meetings = len(plan.meetings.in_year(year))
    each = product(as_decimal(hours, "the hours", "hours"), as_decimal(rate, "the rate", "rate"))
    cost = product(Decimal(meetings), each)
    present = [part.party for part in network.members if part.period is None or part.period.overlaps(Period.year(year))]
    return [
        Entry(
            (names or {}).get(party, party),
            year,
            network.name,
            paid=cost,
            received=worth,
            kind=Kind.IN_KIND,
            basis=Basis.ASSUMED,
        )
        for party in present
    ]


def _need(given: object, kind: type, attribute: str) -> None:
    if not isinstance(given, kind):
        raise InvalidValueError(f"{show(given)} is no {kind.__name__}", attribute=attribute)


def _year(held: Round, program: Program, years: Mapping[str, int]) -> int:
    if held.id in years:
        return years[held.id]
    if held.period is None or held.period.last_day is None:
        reason = f"round {held.id!r} of {program.name} does not say when it ended; give years={{{show(held.id)}: 2024}}"
        raise InvalidValueError(reason, attribute="years")
    return held.period.last_day.year
