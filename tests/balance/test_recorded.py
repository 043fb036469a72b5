"""What entries made from our other results promise."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

import pytest

from familjen.balance import Kind, Ledger, balance, of_benefit, of_event, of_network, of_program, of_statement
from familjen.dates import Period, Recurrence
from familjen.errors import InvalidValueError, UnknownIdError
from familjen.model import Event, Network, NetworkPlan, Participation, Program, Round, Seats
from familjen.scale import Assumption, Basis, Cooperating, FixedVariable, ServiceCost, scale_benefit


def test_a_benefit_is_recorded_with_its_range() -> None:
    """Savings of each year stand there with low and high, the start in the first, and sum to the benefit."""
    service = ServiceCost.of(
        {"Ale": 10_000, "Bjuv": 20_000},
        FixedVariable(Assumption(900_000, low=500_000, high=1_000_000, basis=Basis.ILLUSTRATIVE), 100),
        cooperating=Cooperating(transition=300_000),
    )
    found = scale_benefit(service)
    ledger = Ledger.of(of_benefit(found, "IT", range(2027, 2030)))
    kept = balance(ledger)
    assert sum(kept.cumulative(name) for name in kept.parties) == 3 * found.saving - found.base.once
    low, base, high = found.of("Ale")
    second = next(entry for entry in ledger if entry.party == "Ale" and entry.year == 2028)
    assert (second.low, second.net, second.high) == (low, base, high)
    assert {entry.basis for entry in ledger} == {Basis.ILLUSTRATIVE}
    with pytest.raises(InvalidValueError, match="there are no years"):
        of_benefit(found, "IT", [])


def test_seats_are_worth_what_is_said() -> None:
    """A round's seats are entries of the year in which it ends; nothing is guessed."""
    held = Round(
        "1", period=Period(dt.date(2023, 9, 1), dt.date(2024, 12, 31)), seats=(Seats("1283", 3), Seats("1260", 0))
    )
    program = Program("trainee", "Trainee", rounds=(held,))
    found = of_program(program, worth=Decimal(50_000), names={"1283": "Helsingborg"})
    assert [(entry.party, entry.year, entry.net, entry.kind) for entry in found] == [
        ("Helsingborg", 2024, Decimal(150_000), Kind.SEATS)
    ]
    untold = Program("trainee", "Trainee", rounds=(Round("2"),))
    with pytest.raises(InvalidValueError, match="round '2' of Trainee does not say how many seats"):
        of_program(untold, worth=Decimal(1))
    undated = Program("trainee", "Trainee", rounds=(Round("3", seats=(Seats("1283", 1),)),))
    with pytest.raises(InvalidValueError, match="does not say when it ended"):
        of_program(undated, worth=Decimal(1))


def test_spending_is_shared_to_the_unit() -> None:
    """An event's spending is shared among its hosts and sums to it; without hosts or figure it is refused."""
    walk = Event("walk", "Walk", spending=Decimal(100), hosts=("A", "B", "C"))
    assert sum(entry.net for entry in of_event(walk, year=2016)) == 100
    shared = of_event(walk, year=2016, shares={"A": 3, "B": 1, "C": 0})
    assert [(entry.party, entry.net) for entry in shared] == [("A", Decimal("75.00")), ("B", Decimal("25.00"))]
    with pytest.raises(InvalidValueError, match="nobody says what was spent at Walk"):
        of_event(Event("walk", "Walk", hosts=("A",)), year=2016)
    with pytest.raises(InvalidValueError, match="nobody says who hosted Walk"):
        of_event(Event("walk", "Walk", spending=Decimal(1)), year=2016)


def test_hours_are_meetings_times_hours_times_rate() -> None:
    """A member of a network gives its hours at their cost, in the years in which it takes part."""
    plan = NetworkPlan(2016, meetings=Recurrence("FREQ=MONTHLY;BYDAY=2TU", dt.date(2016, 1, 1)))
    left = Participation("1260", period=Period(dt.date(2010, 1, 1), dt.date(2015, 12, 31)))
    network = Network("bibliotek", "Libraries", members=(Participation("1283"), left), plans=(plan,))
    found = of_network(network, year=2016, hours=Decimal(3), rate=Decimal(500), worth=Decimal(20_000))
    assert [(entry.party, entry.paid, entry.net) for entry in found] == [("1283", Decimal(18_000), Decimal(2_000))]
    with pytest.raises(InvalidValueError, match="has no plan for 2017"):
        of_network(network, year=2017, hours=Decimal(3), rate=Decimal(500))
    with pytest.raises(InvalidValueError, match="nobody takes part"):
        of_network(Network("x", "X", plans=(plan,)), year=2016, hours=Decimal(3), rate=Decimal(500))


@pytest.mark.parametrize(
    ("record", "error"),
    [
        (lambda: of_statement(5, "x"), "statement: 5 is no Statement"),
        (lambda: of_benefit(5, "x", [2027]), "benefit: 5 is no ScaleBenefit"),
        (lambda: of_program(5, worth=Decimal(1)), "program: 5 is no Program"),
        (lambda: of_event(5, year=2024), "event: 5 is no Event"),
        (lambda: of_network(5, year=2024, hours=Decimal(1), rate=Decimal(1)), "network: 5 is no Network"),
    ],
    ids=["statement", "benefit", "program", "event", "network"],
)
def test_entries_are_made_of_what_is_told(record: Callable[[], object], error: str) -> None:
    """What is no such result is refused by name."""
    with pytest.raises(InvalidValueError, match=error):
        record()


@pytest.mark.parametrize("years", [2027, [], [2027, 2027], [2028, 2027], ["2027"], [True]], ids=repr)
def test_no_year_of_a_benefit_counts_twice(years: object) -> None:
    """Years rise, so that none is entered twice and the start is entered in the first."""
    found = scale_benefit(ServiceCost.of({"Ale": 10, "Bjuv": 20}, FixedVariable(9, 1)))
    with pytest.raises(InvalidValueError, match="years: "):
        of_benefit(found, "IT", years)


@pytest.mark.parametrize("worth", ["x", None, True, Decimal("NaN"), Decimal(-1)], ids=repr)
def test_a_seat_is_worth_a_number(worth: object) -> None:
    """A worth that is no amount is refused, and a float is the number that it is written as."""
    program = Program("trainee", "Trainee", rounds=(Round("1", seats=(Seats("1283", 1),)),))
    assert of_program(program, worth=0.1, years={"1": 2024})[0].net == Decimal("0.1")
    with pytest.raises(InvalidValueError, match=r"worth|negative"):
        of_program(program, worth=worth, years={"1": 2024})
    with pytest.raises(UnknownIdError, match="no round of Trainee '99'"):
        of_program(program, worth=Decimal(1), years={"1": 2024, "99": 2025})
