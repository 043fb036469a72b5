"""Services may each have a grouping of their own, and one for all costs at least as much."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.scale.partition.brute import Told, games, partitions

from familjen.errors import InvalidValueError
from familjen.games import CostGame
from familjen.scale.partition import best_partition, best_partitions

RESCUE = CostGame.of({"a": 3, "b": 3, "c": 3, "a+b": 4, "a+c": 6, "b+c": 6, "a+b+c": 8})
SCHOOL = CostGame.of({"a": 3, "b": 3, "c": 3, "a+b": 6, "a+c": 6, "b+c": 5, "a+b+c": 9})


@given(games(least_size=4, most_size=4), games(least_size=4, most_size=4))
@settings(max_examples=30, deadline=None)
def test_one_for_all_is_the_cheapest_of_those(one: CostGame, other: CostGame) -> None:
    """The common partition costs what the cheapest one does when both services are summed over it."""
    found = best_partitions({"one": one, "other": other})
    players = one.players
    totals = [
        sum(game([players[place] for place in group]) for game in (one, other) for group in partition)
        for partition in partitions([0, 1, 2, 3])
    ]
    assert found.common.cost == min(totals)
    assert found["one"].cost == best_partition(one).cost
    assert found.extra == found.common.cost - found.cost >= 0
    assert sum(found.under_common.values()) == found.common.cost
    assert found.is_exact


@given(games(least_size=2, most_size=5), st.integers(1, 3))
@settings(max_examples=30, deadline=None)
def test_services_that_are_alike_lose_nothing_by_one_grouping(game: CostGame, times: int) -> None:
    """Where every service costs the same the common partition costs no more."""
    assert best_partitions({f"s{number}": game for number in range(times)}).extra == 0


def test_rules_hold_for_all() -> None:
    """What groups may form is the same for each service and for all."""
    found = best_partitions({"rescue": RESCUE, "school": SCHOOL}, neighbours=[("a", "b")], most=2)
    assert [partition.groups for partition in found.values()] == [(("a", "b"), ("c",)), (("a",), ("b",), ("c",))]
    assert list(found) == ["rescue", "school"]
    assert len(found) == 2


def test_it_reads_well() -> None:
    """It tells each service's groups and what one grouping costs more, in both languages."""
    found = best_partitions({"rescue": RESCUE, "school": SCHOOL})
    assert repr(found) == "<Partitions of rescue, school: one for all costs 1 more>"
    assert "rescue by itself: a+b and c, 7." in str(found.explain())
    assert "One grouping for all costs 1 more than one for each." in str(found.explain())
    assert "En indelning för alla kostar 1 mer än en för varje." in str(found.explain("sv"))
    assert str(found).splitlines()[-1].split() == ["All", "2", "15", "16", "1"]
    assert found.to_rows()[0]["more_in_common"] == found.under_common["rescue"] - 7
    assert found._repr_html_().startswith("<table>")


def test_what_is_not_proven_is_said() -> None:
    """Where groups were only searched the difference may be another, and that is said."""
    costs = Told(range(1, 26), fixed=1e4)
    found = best_partitions({"one": costs, "other": costs}, room=400)
    assert not found.is_exact
    assert "Not every partition is proven" in str(found.explain())


@pytest.mark.parametrize(
    ("services", "says"),
    [
        ({}, "names no services"),
        ([RESCUE], "names no services"),
        ({"rescue": RESCUE, "other": CostGame.of({"a": 1})}, "other has other parties than rescue"),
        ({"rescue": 3}, "3 says no costs of groups"),
    ],
    ids=range(4),
)
def test_what_are_no_services_are_refused(services: Any, says: str) -> None:
    """No services, other parties, or what says no costs are named in the error."""
    with pytest.raises(InvalidValueError, match=says):
        best_partitions(services)
