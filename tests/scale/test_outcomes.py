"""Many sets of numbers at once, against one at a time."""

from decimal import Decimal
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.scale.drawn import services

from familjen.errors import InvalidValueError, UnknownIdError
from familjen.scale import Cooperating, Discounting, PowerCurve, ServiceCost
from familjen.scale.outcomes import RATE, outcomes

SERVICE = ServiceCost.of(
    {"Ale": 10_000, "Bjuv": 20_000}, PowerCurve(100), cooperating=Cooperating(per_member=5, transition=70)
)


@given(services(), st.data(), st.integers(1, 12))
@settings(max_examples=30, deadline=None)
def test_each_set_is_reckoned_as_if_alone(service: ServiceCost, data: st.DataObject, horizon: int) -> None:
    """Every row is what the service with those numbers, and that rate, gives by itself."""
    names = data.draw(st.lists(st.sampled_from([*service.assumptions, RATE]), max_size=4, unique=True))
    counting = Discounting(Decimal("0.02"))

    def number(name: str) -> Decimal:
        if name == RATE:
            return data.draw(st.sampled_from([Decimal(0), Decimal("0.1")]))
        each = service.assumptions[name]
        return data.draw(st.sampled_from([each.least, each.most]))

    sets = [{name: number(name) for name in names} for _ in range(3)]
    told = {name: np.array([float(numbers[name]) for numbers in sets]) for name in names}
    found = outcomes(service, told, discounting=counting, horizon=horizon)
    for place in range(3 if names else 1):
        numbers = sets[place]
        rate = numbers.pop(RATE, counting.rate.base)
        own = service.with_numbers(numbers)
        apart = [own.cost([party]) for party in own.parties]
        once = own.once(np.ones((1, len(own.parties)), dtype=np.bool_))[0]
        worth = sum((1 + float(rate)) ** -year for year in range(1, horizon + 1))
        saving = sum(apart) - own.cost(own.parties)
        assert found.alone[place] == pytest.approx(apart, rel=1e-9)
        assert found.saving[place] == pytest.approx(saving, rel=1e-9, abs=1e-3)
        assert found.once[place] == pytest.approx(once, rel=1e-9)
        assert found.worth[place] == pytest.approx(worth, rel=1e-9)
        assert found.net[place] == pytest.approx(saving * worth - once, rel=1e-9, abs=0.1)


@given(services(least=2), st.data())
@settings(max_examples=30, deadline=None)
def test_what_the_parties_save_sums_to_what_all_save(service: ServiceCost, data: st.DataObject) -> None:
    """With shares that sum to one, the parties' savings and nets sum to those of all."""
    number = len(service.parties)
    weights = np.array(data.draw(st.lists(st.integers(1, 90), min_size=number, max_size=number)), dtype=np.float64)
    found = outcomes(service, {RATE: np.array([0.0, 0.05])})
    shares = weights / weights.sum()
    assert found.savings(shares).sum(axis=1) == pytest.approx(found.saving, rel=1e-9, abs=1e-3)
    assert found.nets(shares).sum(axis=1) == pytest.approx(found.net, rel=1e-9, abs=0.1)
    assert found.alone.shape == (2, number)


@pytest.mark.parametrize("name", ["discounting.rat", "discounting", "curve.slope", "rate"])
def test_an_unknown_name_is_refused(name: str) -> None:
    """No name is passed over, whatever it begins with."""
    with pytest.raises(UnknownIdError, match=r"there is no assumption"):
        outcomes(SERVICE, {name: np.zeros(2)})


@pytest.mark.parametrize(
    "told",
    [
        {RATE: np.zeros(2), "curve.elasticity": np.zeros(3)},
        {RATE: np.array([np.nan])},
        {"curve.elasticity": np.array([np.inf])},
        {RATE: 0.05},
    ],
    ids=["lengths", "nan", "infinite", "scalar"],
)
def test_numbers_that_are_none_are_refused(told: Any) -> None:
    """Numbers are rows of one length, finite."""
    with pytest.raises(InvalidValueError, match=r"given: "):
        outcomes(SERVICE, told)


@pytest.mark.parametrize("horizon", [0, -1, 2.0, True, "3"], ids=str)
def test_a_horizon_that_is_none_is_refused(horizon: Any) -> None:
    """A horizon is a whole number of years."""
    with pytest.raises(InvalidValueError, match=r"is no number of years"):
        outcomes(SERVICE, {}, horizon=horizon)
