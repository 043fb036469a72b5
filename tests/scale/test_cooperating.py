"""What it costs to cooperate, by hand."""

import datetime as dt
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.scale.drawn import cooperation

from familjen.dates import Recurrence
from familjen.errors import InvalidValueError
from familjen.model import Network, NetworkPlan
from familjen.scale import Assumption, Basis, Cooperating, Meetings, Transfer

FIELDS = ("fixed", "per_member", "per_further_member", "per_pair", "host_overhead", "transition")


@given(cooperation(), st.floats(0, 1e9))
@settings(max_examples=30, deadline=None)
def test_it_adds_up_by_hand(cooperating: Cooperating, service: float) -> None:
    """Yearly and single costs are what a sheet of paper says, for one to six members."""
    base = {name: float(getattr(cooperating, name).base) for name in FIELDS}
    for number in range(1, 7):
        pairs = number * (number - 1) / 2
        yearly = base["fixed"] + base["per_member"] * number + base["per_further_member"] * (number - 1)
        yearly += base["per_pair"] * pairs + base["host_overhead"] * service
        for each in cooperating.meetings:
            hours = float(each.hours.base + each.travel.base)
            yearly += float(each.times.base * each.people.base * each.rate.base) * hours * number
        once = base["transition"] + float(cooperating.transition_per_member.base) * number
        once += sum(float(each.people.base * each.each.base) for each in cooperating.transfers)
        members, own = np.array([float(number)]), np.array([service])
        expected = (yearly, once) if number > 1 else (0.0, 0.0)
        assert (cooperating.yearly(members, own)[0], cooperating.once(members)[0]) == pytest.approx(expected)


@given(cooperation(), st.integers(2, 50))
@settings(max_examples=30, deadline=None)
def test_one_more_member_never_costs_less(cooperating: Cooperating, number: int) -> None:
    """With the service's cost as it is, a larger group pays no less for cooperating, a year or once."""
    members, service = np.array([number, number + 1], dtype=np.float64), np.full(2, 1e6)
    for costs in (cooperating.yearly(members, service), cooperating.once(members)):
        assert costs[1] >= costs[0] - 1e-6


def test_meetings_are_counted_from_a_plan() -> None:
    """A network's plan says how often it meets, which is measured; the rest is as given."""
    plan = NetworkPlan(2016, meetings=Recurrence("FREQ=MONTHLY;BYDAY=2TU", dt.date(2016, 1, 1)))
    network = Network("bibliotek", "Libraries", plans=(plan,))
    found = Meetings.of_network(network, 2016, hours=3, rate=600, people=2, travel=1)
    assert (found.times.base, found.times.basis) == (12, Basis.MEASURED)
    assert found == Meetings(found.times, hours=3, rate=600, people=2, travel=1)
    yearly = Cooperating(meetings=(found,)).yearly(np.array([3.0]), np.zeros(1))
    assert yearly.tolist() == [12 * 3 * 2 * 4 * 600]
    with pytest.raises(InvalidValueError, match=r"network 'bibliotek' has no plan for 2017 that says when it meets"):
        Meetings.of_network(network, 2017, hours=3, rate=600)
    silent = Network("tyst", "Silent", plans=(NetworkPlan(2016),))
    with pytest.raises(InvalidValueError, match=r"has no plan for 2016 that says"):
        Meetings.of_network(silent, 2016, hours=3, rate=600)


@pytest.mark.parametrize("field", [*FIELDS, "transition_per_member"])
@pytest.mark.parametrize(
    "value",
    [-1, float("nan"), float("inf"), True, "5", None, Assumption(1, low=-1)],
    ids=["negative", "nan", "infinite", "bool", "text", "none", "range below zero"],
)
def test_a_cost_that_is_none_is_refused(field: str, value: Any) -> None:
    """Each cost is a finite number of zero or more over its whole range, and the error names the field."""
    with pytest.raises(InvalidValueError, match=rf"Cooperating\.{field}: "):
        Cooperating(**{field: value})


@pytest.mark.parametrize(
    ("build", "reason"),
    [
        (lambda wrong: Cooperating(meetings=wrong), r"meetings: 5 is not a tuple"),
        (lambda wrong: Cooperating(meetings=(wrong,)), r"item 0: 5 is not a Meetings"),
        (lambda wrong: Cooperating(transfers=(wrong,)), r"item 0: 5 is not a Transfer"),
        (lambda wrong: Meetings(-wrong, hours=1, rate=1), r"Meetings\.times: -5 is outside"),
        (lambda wrong: Transfer(wrong, people=1, each=1), r"Transfer\.what: 5 is not text"),
        (lambda wrong: Transfer("staff", people=-wrong, each=1), r"Transfer\.people: -5 is outside"),
    ],
    ids=["no tuple", "no meetings", "no transfer", "times", "what", "people"],
)
def test_parts_that_are_none_are_refused(build: Any, reason: str) -> None:
    """Meetings and transfers are such, with numbers of zero or more."""
    with pytest.raises(InvalidValueError, match=reason):
        build(5)
