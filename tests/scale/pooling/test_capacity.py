"""Sharing capacity for demands that vary."""

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.errors import InvalidValueError, UnknownIdError
from familjen.scale.pooling import PooledCapacity, capacity_for, pool_demand

THREE = {"1260": 4, "1276": 6, "1277": 5}
MEANS = st.dictionaries(st.sampled_from("abcde"), st.floats(0.01, 500) | st.just(0.0), min_size=2, max_size=5)
PARTS = st.integers(0, 1_000).map(lambda each: each / 1_000)
DISPERSIONS = st.just(1.0) | st.floats(1, 30)


@given(MEANS, DISPERSIONS, st.floats(0.5, 0.999))
@settings(max_examples=30, deadline=None)
def test_independent_demands_of_one_dispersion_are_exact(
    means: dict[str, float], dispersion: float, at_least: float
) -> None:
    """Alone and together, each number is the exact quantile of its mean, for the sum is of the same kind."""
    pooled = pool_demand(means, at_least=at_least, dispersion=dispersion)
    alone = [capacity_for(mean, dispersion=dispersion, at_least=at_least) for mean in means.values()]
    assert list(pooled.alone) == alone
    near = (sum(means.values()) * nudge for nudge in (1 - 1e-12, 1 + 1e-12))
    fewer, more = (capacity_for(mean, dispersion=dispersion, at_least=at_least) for mean in near)
    assert fewer <= pooled.together <= more


def test_the_sum_is_that_of_the_convolution() -> None:
    """The chance that all are covered together is that of the two demands' chances, convolved."""
    pooled = pool_demand({"a": 3, "b": 5}, at_least=0.9, dispersion=2)
    chances = []
    for mean in (3, 5):
        each = [0.5**mean]
        for number in range(200):
            each.append(each[-1] * (number + mean) / (2 * (number + 1)))
        chances.append(each)
    both = np.convolve(*chances)
    assert pooled.reached_together == pytest.approx(both[: pooled.together + 1].sum(), abs=1e-12)
    assert pooled.reached[1] == pytest.approx(sum(chances[1][: pooled.alone[1] + 1]), abs=1e-12)


@given(MEANS, DISPERSIONS, PARTS, PARTS)
@settings(max_examples=30, deadline=None)
def test_the_tie_between_demands_takes_the_saving_away(
    means: dict[str, float], dispersion: float, less: float, more: float
) -> None:
    """The variance of the sum grows with the correlation, from the sum of variances to the square of the sum of σ."""
    low, high = sorted((less, more))
    everyone = np.ones((1, len(means)), dtype=np.bool_)
    found = [
        pool_demand(means, at_least=0.95, dispersion=dispersion, correlation=tied).moments(everyone, 0.0)
        for tied in (0, low, high, 1)
    ]
    spreads = [float(spread[0]) for _, spread in found]
    assert spreads == sorted(spreads)
    total = sum(means.values())
    if total:
        deviation = sum(math.sqrt(mean * dispersion) for mean in means.values())
        assert spreads[0] == pytest.approx(dispersion)
        assert spreads[3] * total == pytest.approx(max(deviation**2, dispersion * total))


@given(MEANS, PARTS, st.floats(0.5, 0.99), PARTS)
@settings(max_examples=30, deadline=None)
def test_the_game_is_that_of_each_group(
    means: dict[str, float], correlation: float, at_least: float, added: float
) -> None:
    """In the game each party needs what it needs alone, and all and any two what they need as a pool of their own."""
    pooled = pool_demand(means, at_least=at_least, correlation=correlation, added=added)
    game = pooled.game()
    assert tuple(game.alone().values()) == pooled.alone
    assert game.whole == pooled.together
    pair = dict(list(means.items())[-2:])
    alike = pool_demand(pair, at_least=at_least, correlation=correlation, added=added)
    assert game(tuple(pair)) == alike.together


@given(MEANS.filter(lambda means: any(means.values())), DISPERSIONS, st.floats(0.5, 0.99))
@settings(max_examples=30, deadline=None)
def test_up_to_break_even_it_takes_no_more(means: dict[str, float], dispersion: float, at_least: float) -> None:
    """With a little less added than the break-even it takes no more than apart, with a little more it does."""
    found = pool_demand(means, at_least=at_least, dispersion=dispersion).break_even
    if found > 1e-6:
        assert pool_demand(means, at_least=at_least, dispersion=dispersion, added=found - 1e-9).saved >= 0
    if found < 1_000:
        above = max(found, 0) + 1e-6
        assert pool_demand(means, at_least=at_least, dispersion=dispersion, added=above).saved < 0


def test_it_may_take_more_together() -> None:
    """Parties with so little demand that alone they need nothing need something together, and it is said."""
    pooled = pool_demand({f"p{number}": 0.04 for number in range(10)}, at_least=0.95)
    assert (set(pooled.alone), pooled.together, pooled.saved) == ({0}, 2, -2)
    assert pooled.break_even < 0
    assert "Together: 2, which is 2 more." in pooled.explain()
    assert "It would take no more than apart if there were 87.2 % less to do together." in pooled.explain()
    assert "Tillsammans: 2, vilket är 2 fler." in pooled.explain(lang="sv")
    assert "87,2 % mindre att göra" in pooled.explain(lang="sv")


def test_pooling_of_independent_demands_saves_what_the_doctest_says() -> None:
    """Three small demands need less together, the less so the more they rise together, and no less when as one."""
    saved = [pool_demand(THREE, at_least=0.95, correlation=tied).saved for tied in (0, 0.25, 0.5, 0.75, 1)]
    assert saved == [5, 4, 2, 1, 0]


def test_dispersions_may_differ() -> None:
    """Each party's own dispersion counts alone, and together their mean weighted by the means."""
    pooled = pool_demand(THREE, at_least=0.95, dispersion={"1260": 1, "1276": 3, "1277": 2})
    expected = [capacity_for(mean, dispersion=d, at_least=0.95) for mean, d in ((4, 1), (6, 3), (5, 2))]
    assert list(pooled.alone) == expected
    assert pooled.together == capacity_for(15, dispersion=32 / 15, at_least=0.95)
    assert "with a variance of 1 to 3 times its mean" in pooled.explain()
    assert "their sum is taken to be negative binomial" in pooled.explain()


@pytest.mark.parametrize("lang", ["en", "sv"])
@pytest.mark.parametrize("given_also", [{}, {"dispersion": 2}, {"correlation": 0.3}], ids=["poisson", "waves", "tied"])
def test_it_explains_itself(given_also: dict[str, float], lang: str) -> None:
    """The sentences hold every assumption, in both languages."""
    pooled = pool_demand(THREE, at_least=0.95, added=0.02, **given_also)
    text = pooled.explain(lang=lang)
    assert all(f"- {assumption}" in text for assumption in pooled.assumptions(lang))
    assert "95 %" in text
    assert str(pooled.alone[1]) in pooled.explain("1276", lang)


def test_it_is_shown_as_a_table() -> None:
    """Rows, text, HTML and the short form hold the same numbers."""
    pooled = pool_demand(THREE, at_least=0.95)
    assert isinstance(pooled, PooledCapacity)
    assert pooled.to_rows()[0] == {"party": "1260", "demand": 4.0, "alone": 8, "reached": pooled.reached[0]}
    assert repr(pooled) == "<PooledCapacity of 3 parties: 27 apart, 22 together>"
    assert str(pooled).splitlines()[-2].split() == ["Apart", "15", "27"]
    assert pooled.text("sv").splitlines()[-2].split() == ["Var", "för", "sig", "15", "27"]
    assert "<th>22</th>" in pooled._repr_html_()


@pytest.mark.parametrize(
    ("given_also", "message"),
    [
        ({"at_least": 1}, r"at_least: the probability is 1; give a share above 0 and below 1"),
        ({"correlation": -0.1}, r"correlation: the correlation is -0\.1; give 0 \(independent\) to 1"),
        ({"correlation": 1.5}, r"the correlation is 1\.5; give 0"),
        ({"correlation": math.nan}, r"the correlation is nan"),
        ({"dispersion": 0.9}, r"the dispersion is 0\.9; give the variance over the mean"),
        ({"dispersion": {"1260": 1, "1276": 1}}, r"1 of 3 players have no dispersion, such as 1277"),
        ({"dispersion": {"1260": 1, "1276": 1, "1277": 0}}, r"the dispersion is 0; give the variance over the mean"),
        ({"dispersion": "2"}, r"the dispersion is '2', which is not a number"),
        ({"added": -1}, r"the share that working together adds is -1"),
        ({"added": True}, r"the share that working together adds is True"),
        ({"means": {"1260": 1}}, r"means: there is one party"),
        ({"means": {"1260": 1, "1276": -2}}, r"the mean of 1276 is -2; give 0 to"),
        ({"means": None}, r"None is no mapping of player to mean"),
    ],
)
def test_what_is_no_demand_is_refused(given_also: dict[str, Any], message: str) -> None:
    """Numbers outside their range, and single parties, are refused with what to give instead."""
    ask: Any = pool_demand
    with pytest.raises(InvalidValueError, match=message):
        ask(**{"means": THREE, "at_least": 0.95, **given_also})


def test_strangers_are_named() -> None:
    """A dispersion of somebody without a mean is refused by name."""
    with pytest.raises(UnknownIdError, match="no player '1283'"):
        pool_demand(THREE, at_least=0.95, dispersion={**dict.fromkeys(THREE, 1), "1283": 1})
