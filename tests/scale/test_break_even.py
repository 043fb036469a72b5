"""How many partners it takes, by brute force."""

import itertools
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from tests.scale.drawn import services

from familjen.errors import InvalidValueError
from familjen.scale import Cooperating, FixedVariable, PowerCurve, ServiceCost, break_even

SIZES = {"Ale": 9_000, "Bjuv": 8_000, "Höör": 7_000}
THREE = ServiceCost.of(SIZES, FixedVariable(100_000, 50), cooperating=Cooperating(fixed=150_000))


@given(services(least=2))
@settings(max_examples=30, deadline=None)
def test_every_group_is_gone_through(service: ServiceCost) -> None:
    """Least, mean and most, and who saves most, are those of all groups of the number, reckoned one by one."""
    found = break_even(service)
    whole = sum(service.cost([name]) for name in service.parties)
    slack = 1e-9 * whole + 1e-6
    for each in found.sizes:
        groups = list(itertools.combinations(service.parties, each.members))
        saved = {group: sum(service.cost([name]) for name in group) - service.cost(group) for group in groups}
        assert (each.groups, each.is_whole) == (len(groups), True)
        assert each.least == pytest.approx(min(saved.values()), abs=2 * slack)
        assert each.mean == pytest.approx(sum(saved.values()) / len(groups), abs=2 * slack)
        assert each.most == pytest.approx(saved[each.best], abs=2 * slack)
        assert each.most == pytest.approx(max(saved.values()), abs=2 * slack)
    assert [each.members for each in found.sizes] == list(range(2, len(service.parties) + 1))


@given(services(least=3))
@settings(max_examples=30, deadline=None)
def test_a_party_is_worth_what_the_others_save_less(service: ServiceCost) -> None:
    """A party's worth is what all save less what the others save without it."""
    found = break_even(service)
    for party in service.parties:
        others = [name for name in service.parties if name != party]
        with_it = sum(service.cost([name]) for name in service.parties) - service.cost(service.parties)
        without = sum(service.cost([name]) for name in others) - service.cost(others)
        slack = 4e-9 * sum(service.cost([name]) for name in service.parties) + 1e-6
        assert found.worth[party] == pytest.approx(with_it - without, abs=slack)


@given(services(least=2))
@settings(max_examples=30, deadline=None)
def test_fewest_and_enough_agree_with_the_sizes(service: ServiceCost) -> None:
    """Of the fewest some group saves and of fewer none; from enough on every group does, and just below some do not."""
    found = break_even(service)
    sizes = range(2, len(service.parties) + 1)
    slack = 1e-9 * sum(service.cost([name]) for name in service.parties) + 1e-6
    saved = {
        members: max(
            sum(service.cost([name]) for name in group) - service.cost(group)
            for group in itertools.combinations(service.parties, members)
        )
        for members in sizes
    }
    if found.fewest is not None:
        assert found.sizes[found.fewest - 2].members == found.fewest
        assert found.sizes[found.fewest - 2].most > 0
        assert saved[found.fewest] > -slack
    assert all(saved[members] <= slack for members in sizes if found.fewest is None or members < found.fewest)
    for each in found.sizes:
        if found.fewest is None or each.members < found.fewest:
            assert each.most <= 0
        if found.enough is not None and each.members >= found.enough:
            assert each.least > 0
    before = [each for each in found.sizes if found.enough is not None and each.members == found.enough - 1]
    assert all(each.least <= 0 for each in before)
    if found.enough is None:
        assert found.sizes[-1].least <= 0


def test_without_a_curve_rounding_is_no_saving() -> None:
    """What floats lose on the way is not told as a saving, however many tenths are added."""
    paid = {name: place / 10 for place, name in enumerate("ABCDEFG", start=1)}
    found = break_even(ServiceCost.of(paid, alone=paid))
    assert {(each.least, each.mean, each.most) for each in found.sizes} == {(0, 0, 0)}
    assert (found.fewest, found.enough) == (None, None)
    assert set(found.worth.values()) == {0}
    assert found.explain().startswith("No group that was looked at saves anything.")
    assert found.explain("sv").startswith("Ingen prövad grupp sparar något.")


def test_too_many_groups_are_drawn_and_said_to_be() -> None:
    """Of more than 200,000 groups some are drawn, the same for a seed, and the table marks their number."""
    service = ServiceCost.of({f"P{place:02}": 1_000 + place for place in range(24)}, FixedVariable(9_000, 1))
    found = break_even(service)
    partial = [each for each in found.sizes if not each.is_whole]
    assert partial
    assert all(each.groups <= 200_000 // 24 for each in partial)
    assert all(each.least == each.most == pytest.approx(9_000 * (each.members - 1)) for each in found.sizes)
    assert "≥ " in str(found)
    assert break_even(service) == found
    largest = PowerCurve(9, -0.5)
    drawn = break_even(ServiceCost.of(service.sizes, largest), seed=3).sizes[10]
    assert drawn.best == tuple([f"P{place:02}" for place in range(12, 24)])


def test_it_is_told_in_both_languages_and_in_rows() -> None:
    """The table, its rows, its sentences and its short form say the same."""
    found = break_even(THREE)
    assert found.to_rows()[1] == {
        "members": 3,
        "groups": 1,
        "is_whole": True,
        "least": 50_000.0,
        "mean": 50_000.0,
        "most": 50_000.0,
        "best": ("Ale", "Bjuv", "Höör"),
    }
    assert found.explain().splitlines()[:2] == [
        "At best 3 parties are enough to save: Ale, Bjuv, Höör.",
        "From 3 parties on, every group that was looked at saves.",
    ]
    assert "Utan Ale skulle alla spara 100 000 kr mindre per år." in found.explain("sv")
    assert found.table("sv")[0] == ("Parter", "Grupper", "Minst sparat", "Medel", "Mest sparat")
    assert repr(found) == "<BreakEven: of 3, 3 enough at best>"
    assert "<td>3</td>" in found._repr_html_()
    with pytest.raises(InvalidValueError, match=r"'de' is not a language of ours"):
        found.explain("de")


@pytest.mark.parametrize("seed", [-1, 1.5, True, "1", None], ids=str)
def test_a_seed_that_is_none_is_refused(seed: Any) -> None:
    """A seed is a whole number of zero or more."""
    with pytest.raises(InvalidValueError, match=r"seed: .* is no seed"):
        break_even(THREE, seed=seed)


@pytest.mark.parametrize("service", [None, 5, "IT"], ids=str)
def test_what_is_no_service_is_refused(service: Any) -> None:
    """Only a service has partners, and one party alone has none."""
    with pytest.raises(InvalidValueError, match=r"service: .* is no ServiceCost"):
        break_even(service)
    with pytest.raises(InvalidValueError, match=r"service: Ale is alone; give two parties or more"):
        break_even(ServiceCost.of({"Ale": 1}, PowerCurve(1)))


def test_what_starting_costs_is_said_to_be_left_out() -> None:
    """Where starting costs something, that it is not counted in is told; where nothing, there is nothing to tell."""
    said = "What starting costs is not counted in."
    start = attrs.evolve(THREE, cooperating=attrs.evolve(THREE.cooperating, transition=90_000_000))
    assert said in break_even(start).explain()
    assert "Vad starten kostar är inte inräknat." in break_even(start).explain("sv")
    assert said not in break_even(THREE).explain()


def test_who_makes_no_difference_is_said_to_make_none() -> None:
    """Without a party whose being there is worth nothing, all would save as much."""
    found = break_even(ServiceCost.of({"Ale": 9, "Bjuv": 9}, PowerCurve(1)))
    assert "Without Ale all would save as much." in found.explain()
    assert "Utan Ale skulle alla spara lika mycket." in found.explain("sv")
