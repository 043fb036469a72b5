"""Sharing those who answer."""

import math
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.errors import InvalidValueError, UnknownIdError
from familjen.games import is_balanced, is_subadditive, shapley
from familjen.scale.pooling import (
    AnsweredWithin,
    DelayedAtMost,
    LostAtMost,
    PooledStaffing,
    ServiceLevel,
    erlang_b,
    erlang_c,
    pool_servers,
    servers_for_delay,
    servers_for_loss,
    servers_for_wait,
    share_within,
)

THREE = {"1260": 1.5, "1276": 1.5, "1277": 2.0}
QUICK = AnsweredWithin(20, share=0.8, service_time=180)

LEVELS = st.one_of(
    st.builds(LostAtMost, st.floats(0.001, 0.5)),
    st.builds(DelayedAtMost, st.floats(0.001, 0.5)),
    st.builds(AnsweredWithin, st.integers(0, 60), share=st.floats(0.5, 0.99), service_time=st.floats(10, 600)),
)
LOADS = st.dictionaries(st.sampled_from("abcde"), st.floats(0.01, 40) | st.just(0.0), min_size=2, max_size=5)


def least(level: ServiceLevel, load: float) -> int:
    """Give the least number of servers, by the functions of one load."""
    if isinstance(level, LostAtMost):
        return servers_for_loss(load, at_most=level.share)
    if isinstance(level, DelayedAtMost):
        return servers_for_delay(load, at_most=level.share)
    assert isinstance(level, AnsweredWithin)
    return servers_for_wait(load, within=level.within, share=level.share, service_time=level.service_time)


@given(LOADS, LEVELS, st.integers(0, 100).map(lambda each: each / 100))
@settings(max_examples=30, deadline=None)
def test_each_number_is_that_of_its_load(loads: dict[str, float], level: ServiceLevel, added: float) -> None:
    """Alone each needs what its load needs, together what the sum needs with what working together adds."""
    pooled = pool_servers(loads, level, added=added)
    assert pooled.alone == tuple(least(level, load) for load in loads.values())
    fewer, more = (least(level, sum(loads.values()) * (1 + added) * nudge) for nudge in (1 - 1e-12, 1 + 1e-12))
    assert fewer <= pooled.together <= more
    assert pooled.saved == sum(pooled.alone) - pooled.together


@given(LOADS, LEVELS)
@settings(max_examples=30, deadline=None)
def test_pooling_like_calls_needs_no_more(loads: dict[str, float], level: ServiceLevel) -> None:
    """Where working together adds nothing, no coalition needs more than its parts do: the game is subadditive."""
    game = pool_servers(loads, level).game()
    assert is_subadditive(game)


@given(LOADS.filter(lambda loads: any(loads.values())), LEVELS)
@settings(max_examples=30, deadline=None)
def test_up_to_break_even_it_takes_no_more(loads: dict[str, float], level: ServiceLevel) -> None:
    """With a little less added than the break-even it takes no more than apart, with a little more it does."""
    found = pool_servers(loads, level).break_even
    assert found >= -1e-9
    assert pool_servers(loads, level, added=max(found - 1e-9, 0)).saved >= 0
    assert pool_servers(loads, level, added=max(found, 0) + 1e-6).saved < 0


@given(LOADS, LEVELS, st.integers(0, 50).map(lambda each: each / 100))
@settings(max_examples=30, deadline=None)
def test_the_game_knows_each_coalition(loads: dict[str, float], level: ServiceLevel, added: float) -> None:
    """Alone and together in the game are those of the result, and any pair needs what the two need by themselves."""
    pooled = pool_servers(loads, level, added=added)
    game = pooled.game()
    assert tuple(game.alone().values()) == pooled.alone
    assert game.exactly(game.players) == pooled.together
    pair = dict(list(loads.items())[:2])
    assert game(tuple(pair)) == pool_servers(pair, level, added=added).together


def test_what_is_promised_is_kept() -> None:
    """The shares that are reached are those of Erlang's formulas, at least as promised."""
    lost, late, slow = (pool_servers(THREE, level) for level in (LostAtMost(0.05), DelayedAtMost(0.2), QUICK))
    assert lost.reached_together == pytest.approx(1 - erlang_b(5, lost.together))
    assert late.reached[0] == pytest.approx(1 - erlang_c(1.5, late.alone[0]))
    assert slow.reached[2] == pytest.approx(share_within(2, slow.alone[2], within=20, service_time=180))
    for pooled, share in ((lost, 0.95), (late, 0.8), (slow, 0.8)):
        assert min(*pooled.reached, pooled.reached_together) >= share - 1e-12


def test_two_equal_centres_save_by_the_square_root() -> None:
    """Two large equal centres save about (2 − √2)·k·√load servers, as the square-root rule says."""
    pooled = pool_servers({"a": 500, "b": 500}, DelayedAtMost(0.2))
    assert pooled.alone == (525, 525)
    assert pooled.together == 1034
    assert pooled.saved == pytest.approx((2 - math.sqrt(2)) * 1.0615 * math.sqrt(500), abs=3)


def test_what_is_saved_can_be_split() -> None:
    """The game of servers takes any method: shares come to what is needed together, and alike parties pay alike."""
    game = pool_servers(THREE, DelayedAtMost(0.2)).game()
    shares = shapley(game, exact=True)
    assert shares.total == 8
    assert shares["1260"] == shares["1276"] <= 4
    assert is_balanced(game)


def test_it_may_take_more_together() -> None:
    """Where working together adds more than pooling saves, it takes more, and the sentences say so."""
    pooled = pool_servers({"a": 10, "b": 10}, LostAtMost(0.01), added=0.5)
    assert pooled.saved < 0
    assert f"Together: {pooled.together}, which is {-pooled.saved} more (" in pooled.explain()
    assert f"Tillsammans: {pooled.together}, vilket är {-pooled.saved} fler (" in pooled.explain(lang="sv")
    assert "Working together adds 50 % to the load." in pooled.explain()


def test_without_load_nobody_is_needed() -> None:
    """Where nobody calls, nobody is needed, everyone is served, and no share ends the saving."""
    pooled = pool_servers({"a": 0, "b": 0}, LostAtMost(0.01))
    assert (pooled.alone, pooled.together, pooled.reached, pooled.reached_together) == ((0, 0), 0, (1, 1), 1)
    assert pooled.break_even == math.inf
    assert "Together: 0, as many." in pooled.explain()
    assert "There is no demand." in pooled.explain()
    assert "Det finns ingen efterfrågan." in pooled.explain(lang="sv")


def test_it_is_shown_as_a_table() -> None:
    """Rows, text, HTML and the short form hold the same numbers."""
    pooled = pool_servers(THREE, DelayedAtMost(0.2), added=0.1)
    assert pooled.to_rows()[2] == {"party": "1277", "demand": 2.0, "alone": 4, "reached": pooled.reached[2]}
    assert repr(pooled) == "<PooledStaffing of 3 parties: 12 apart, 9 together>"
    assert str(pooled).splitlines()[-1].split() == ["Together", "5.5", "9", "87", "%"]
    assert pooled.text("sv").splitlines()[0].split()[:3] == ["Part", "Belastning", "Betjäningsställen"]
    assert "<td>1276</td><td>1.5</td><td>4</td>" in pooled._repr_html_()


@pytest.mark.parametrize("lang", ["en", "sv"])
@pytest.mark.parametrize("level", [LostAtMost(0.05), DelayedAtMost(0.2), QUICK], ids=["lost", "delayed", "within"])
def test_it_explains_itself(level: ServiceLevel, lang: str) -> None:
    """The sentences hold the promise and every assumption, in both languages."""
    pooled = pool_servers(THREE, level)
    text = pooled.explain(lang=lang)
    assert level.said(lang) in text
    assert level.assumed(lang) in text
    assert all(f"- {assumption}" in text for assumption in pooled.assumptions(lang))
    assert len(pooled.assumptions(lang)) == 4
    assert str(pooled.alone[0]) in pooled.explain("1260", lang)


def test_strangers_are_named() -> None:
    """A party or a language that is none is refused by name."""
    pooled = pool_servers(THREE, DelayedAtMost(0.2))
    with pytest.raises(UnknownIdError, match=r"no party '1261'; did you mean"):
        pooled.explain("1261")
    with pytest.raises(InvalidValueError, match="'no' is not a language of ours"):
        pooled.explain(lang="no")
    with pytest.raises(InvalidValueError, match="'no' is not a language of ours"):
        pooled.text("no")


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda: pool_servers({}, QUICK), r"a game needs at least one player"),
        (lambda: pool_servers({"a": 1}, QUICK), r"there is one party, which has nobody to pool with"),
        (lambda: pool_servers([1, 2], QUICK), r"loads: \[1, 2\] is no mapping of player to load"),
        (lambda: pool_servers({"a": 1, "b": -1}, QUICK), r"loads: the load of b is -1; give 0 to"),
        (lambda: pool_servers({"a": 1, "b": math.nan}, QUICK), r"the load of b is nan"),
        (lambda: pool_servers({"a": True, "b": 1}, QUICK), r"the load of a is True"),
        (lambda: pool_servers({"a": 7e8, "b": 7e8}, QUICK), r"the load of all is 1\.4e\+09; give 10\^9 at most"),
        (lambda: pool_servers({"a": 1, "b": 1}, 0.2), r"level: 0\.2 promises nothing; give LostAtMost"),
        (lambda: pool_servers({"a": 1, "b": 1}, QUICK, added=-0.1), r"added: the share that working together adds is"),
        (lambda: LostAtMost(0), r"the share is 0; give a share above 0 and below 1"),
        (lambda: DelayedAtMost(math.inf), r"the share is inf"),
        (lambda: AnsweredWithin(-5, share=0.8, service_time=180), r"the time to answer within is -5"),
        (lambda: AnsweredWithin(5, share=0.8, service_time=0), r"the service time is 0"),
        (lambda: AnsweredWithin(1e9, share=0.8, service_time=0.1), r"give both in the same unit"),
        (lambda: pool_servers({str(n): 1 for n in range(17)}, QUICK).game(), r"a game of 17 parties has 2\^17 coal"),
    ],
)
def test_what_cannot_be_pooled_is_refused(ask: Callable[[], Any], message: str) -> None:
    """Loads, levels and shares that are none, single parties and games of too many are refused."""
    with pytest.raises(InvalidValueError, match=message):
        ask()


def test_sixteen_parties_have_a_game() -> None:
    """A game of the most parties that are taken is made, and the whole of it is what all need."""
    pooled = pool_servers({f"p{number}": 0.5 + number / 10 for number in range(16)}, DelayedAtMost(0.1))
    game = pooled.game()
    assert isinstance(pooled, PooledStaffing)
    assert game.whole == pooled.together < sum(pooled.alone)
