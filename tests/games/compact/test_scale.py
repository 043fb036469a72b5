"""Games with scale benefits: their costs, their Shapley value by formula, their core, and what is refused."""

import math
import pickle
from collections.abc import Callable, Sequence
from decimal import Decimal, localcontext
from fractions import Fraction
from itertools import combinations
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.errors import IntractableError, InvalidValueError, UnknownIdError
from familjen.games import CostGame, CostShares, shapley
from familjen.games.compact.scale import ScaleGame
from familjen.games.compact.scale_concave import Concave
from familjen.games.compact.scale_curve import ScaleCurve
from familjen.games.compact.scale_logarithm import Logarithm
from familjen.games.compact.scale_piecewise import PiecewiseLinear
from familjen.games.compact.scale_power import Power
from familjen.games.compact.scale_sums import split_by_sums, unit_of
from familjen.games.game import sums

BENDING = PiecewiseLinear.of({3: 30, 10: 65, 40: 95})
FALLING = PiecewiseLinear.of({3: 30, 10: 10})
curves = st.one_of(
    st.builds(Power, st.integers(0, 100), st.floats(0.01, 1)),
    st.builds(Logarithm, st.integers(0, 100), st.floats(0.01, 100)),
    st.sampled_from([BENDING, FALLING, Concave(math.sqrt), Concave(math.atan)]),
)


@st.composite
def games(draw: st.DrawFn, *, most: int = 6, least: int = 1) -> ScaleGame:
    """Draw a game of few players whose fixed cost is at least its link."""
    number = draw(st.integers(least, most))
    weights = draw(st.lists(st.integers(0, 20), min_size=number, max_size=number))
    own = draw(st.lists(st.integers(-9, 9), min_size=number, max_size=number))
    link = draw(st.integers(-5, 5))
    fixed = link + draw(st.integers(0, 20))
    players = range(number)
    return ScaleGame.of(
        dict(zip(players, weights, strict=True)),
        draw(curves),
        fixed=fixed,
        own=dict(zip(players, own, strict=True)),
        link=link,
    )


def by_definition(game: ScaleGame, members: tuple[Any, ...]) -> float:
    """Add a coalition's cost up part by part."""
    places = [game.players.index(member) for member in members]
    size = np.array([float(sum(game.weights[place] for place in places))])
    apart = sum(float(game.own[place]) for place in places) + float(game.link) * (len(places) - 1)
    return float(game.fixed) + apart + float(game.curve.many(size)[0])


def all_coalitions(number: int) -> list[tuple[int, ...]]:
    """List the coalitions of some players."""
    return [each for size in range(1, number + 1) for each in combinations(range(number), size)]


@given(games())
@settings(max_examples=30, deadline=None)
def test_costs_are_what_the_parts_add_up_to(game: ScaleGame) -> None:
    """One by one, many at once and all written out, each coalition costs fixed, own, link and curve."""
    members = all_coalitions(len(game.players))
    expected = pytest.approx([by_definition(game, each) for each in members], abs=1e-9)
    rows = np.array([[place in each for place in range(len(game.players))] for each in members])
    assert [game(each) for each in members] == expected
    assert game.many(rows).tolist() == expected
    assert [game.enumerated()(each) for each in members] == expected
    assert game.many(~rows[-1:]).tolist() == [0.0]


@given(games())
@settings(max_examples=30, deadline=None)
def test_nobody_adds_more_to_a_larger_coalition(game: ScaleGame) -> None:
    """What is accepted is submodular: two coalitions cost at least as much as their union and what they share."""
    values = game.enumerated().values
    masks = np.arange(len(values))
    both = values[masks[:, None] | masks] + values[masks[:, None] & masks]
    assert (values[:, None] + values - both).min() >= -1e-9 * max(1, np.abs(values).max())


@given(
    st.lists(st.integers(0, 9), min_size=2, max_size=4),
    st.integers(0, 9),
    st.integers(0, 9),
    st.sampled_from([Power(6, 0.5), Logarithm(6, 2), BENDING]),
)
@settings(max_examples=60, deadline=None)
def test_exactly_the_games_that_are_not_submodular_are_refused(
    weights: list[int], fixed: int, link: int, curve: ScaleCurve
) -> None:
    """The two lightest players decide: a game is refused just where some coalitions pay more for joining."""
    size = dict(enumerate(weights))

    def cost(members: tuple[Any, ...]) -> float:
        together = np.array([float(sum(size[member] for member in members))])
        return fixed + link * (len(members) - 1) + float(curve.many(together)[0])

    values = CostGame.from_function(size, cost).values
    masks = np.arange(len(values))
    both = values[masks[:, None] | masks] + values[masks[:, None] & masks]
    if (values[:, None] + values - both).min() >= -1e-9:
        assert ScaleGame.of(size, curve, fixed=fixed, link=link).whole == pytest.approx(values[-1])
    else:
        with pytest.raises(InvalidValueError, match=r"more together than apart: the link of"):
            ScaleGame.of(size, curve, fixed=fixed, link=link)


@given(games(most=8))
@settings(max_examples=60, deadline=None)
def test_the_shapley_value_is_that_of_the_game_written_out(game: ScaleGame) -> None:
    """Quadrature, sums and enumeration give what the 2ⁿ coalitions give, and sum to the whole."""
    expected = list(shapley(game.enumerated()).values())
    parts = shapley(game)
    scale = max(1.0, float(np.abs(game.enumerated().values).max()))
    assert list(parts.values()) == pytest.approx(expected, abs=1e-10 * scale)
    assert float(parts.total) == pytest.approx(game.whole, abs=1e-12 * scale)


def in_forty_digits(curve: Power | Logarithm, weights: Sequence[Fraction]) -> list[float]:
    """Give the Shapley value of a curve from all coalitions, in 40 digits, so that light players' are right too."""
    with localcontext(prec=40):

        def cost(size: Fraction) -> Fraction:
            if not size:
                return Fraction(0)
            if isinstance(curve, Power):
                return Fraction(in_decimals(size) ** in_decimals(curve.exponent)) * curve.coefficient
            return Fraction(in_decimals(1 + size / curve.scale).ln()) * curve.coefficient

        values = [cost(each) for each in sums(np.array(weights, dtype=object))]
    game = CostGame.from_vector(range(len(weights)), values)
    return [float(part) for part in shapley(game, exact=True).values()]


def in_decimals(number: Fraction) -> Decimal:
    """Give a fraction in the digits of the context."""
    return Decimal(number.numerator) / Decimal(number.denominator)


@pytest.mark.parametrize(
    "curve",
    [Power(1, b) for b in (1e-6, 0.05, 0.5, 0.85, 0.999, 1 - 1e-12)] + [Logarithm(1, c) for c in (1e-9, 1, 1e4, 1e12)],
    ids=repr,
)
@pytest.mark.parametrize("number", [1, 2, 9])
@pytest.mark.parametrize("kind", ["skewed", "equal", "populations"])
def test_quadrature_holds_for_every_kind_of_weights(curve: Power | Logarithm, number: int, kind: str) -> None:
    """From 1 to 1,000,000, all equal, or as inhabitants: each part is within 1e-10 of the exact one, relatively."""
    rng = np.random.default_rng(number)
    weights = {
        "skewed": np.concatenate([[1, 1e6], 10 ** rng.uniform(0, 6, 7)])[:number],
        "equal": np.full(number, 3.0),
        "populations": np.exp(rng.normal(9.6, 1, number)),
    }[kind]
    game = ScaleGame.of(dict(enumerate(weights.tolist())), curve)
    expected = in_forty_digits(curve, game.weights)
    assert [float(part) for part in game.shapley_value()] == pytest.approx(expected, rel=1e-10, abs=0)


def test_quadrature_holds_at_the_ends_of_the_range() -> None:
    """The lightest and the heaviest weight that there may be, and numbers near the largest, give no overflow."""
    light, heavy = ScaleGame.of({"a": 1e-150, "b": 1e150}, Power(1, 0.5)).shapley_value()
    assert (float(light), float(heavy)) == pytest.approx((5e-76, 1e75), rel=1e-10, abs=0)
    logarithm = ScaleGame.of({"a": 1e150, "b": 1e150, "c": 0}, Logarithm(1e250, 1))
    each = 1e250 * math.log(2e150) / 2
    assert [float(part) for part in logarithm.shapley_value()] == pytest.approx([each, each, 0], rel=1e-10)
    assert [float(part) for part in ScaleGame.of({"a": 0, "b": 0}, Power(1, 0.5)).shapley_value()] == [0, 0]


@pytest.mark.parametrize("curve", [Power(10, 0.85), Power(10, 0.1), Logarithm(10, 50)])
def test_quadrature_meets_sums_where_players_are_many(curve: ScaleCurve) -> None:
    """For 120 players of whole weights two methods that share no integral of the curve agree to 1e-10 of the whole."""
    weights = [Fraction(int(each)) for each in np.random.default_rng(5).integers(1, 12, 120)]
    game = ScaleGame.of(dict(enumerate(weights)), curve)
    by_sums = split_by_sums(curve, weights, Fraction(1))
    assert [float(part) for part in game.shapley_value()] == pytest.approx(by_sums, abs=1e-10 * game.whole)


@pytest.mark.parametrize("number", [290, 3000])
def test_many_players_share_all_of_it(number: int) -> None:
    """The parts of hundreds of players sum to the whole before any rounding is spread, and heavier ones pay more."""
    weights = 10 ** np.random.default_rng(number).uniform(0, 6, number)
    game = ScaleGame.of(dict(enumerate(weights.tolist())), Power(1000, 0.85), fixed=5000)
    parts = [float(part) for part in game.shapley_value()]
    assert sum(parts) == pytest.approx(game.whole, rel=1e-13)
    assert np.argsort(parts).tolist() == np.argsort(weights).tolist()


def by_orders_counted(curve: ScaleCurve, weights: list[int]) -> list[float]:
    """Give the Shapley value of a curve by counting the coalitions of each size and sum without a player."""
    number, total = len(weights), sum(weights)
    parts = []
    for place, weight in enumerate(weights):
        counts = [[0] * (total + 1) for _ in range(number)]
        counts[0][0] = 1
        for other, more in enumerate(weights):
            if other != place:
                for size in range(number - 2, -1, -1):
                    for at in range(total - more + 1):
                        counts[size + 1][at + more] += counts[size][at]
        values = curve.many(np.arange(total + 1.0))
        parts.append(
            sum(
                count / (number * math.comb(number - 1, size)) * float(values[at + weight] - values[at])
                for size in range(number)
                for at, count in enumerate(counts[size])
                if count
            )
        )
    return parts


@pytest.mark.parametrize("curve", [BENDING, FALLING, Concave(math.atan), Power(7, 0.3)], ids=repr)
def test_sums_give_what_counting_gives(curve: ScaleCurve) -> None:
    """Fourier's exponentials give the value that a count of coalitions by size and sum gives, for any curve."""
    weights = [1, 1, 2, 3, 5, 7, 2, 2, 9, 4, 1, 6, 0, 3, 8, 2, 1, 10]
    expected = by_orders_counted(curve, weights)
    found = split_by_sums(curve, [Fraction(weight, 2) * 2 for weight in weights], Fraction(1))
    assert found == pytest.approx(expected, abs=1e-12)
    game = ScaleGame.of(dict(enumerate(weights)), curve, own=2)
    assert [float(part) for part in game.shapley_value()] == pytest.approx([each + 2 for each in expected], abs=1e-11)


def test_whole_proportions_are_exact() -> None:
    """With exponent 1 the parts are Fractions: the fixed cost equally, the rest by weight."""
    game = ScaleGame.of({"a": 1, "b": 2, "c": 0}, Power(0.1, 1), fixed=1, own=Fraction(1, 7))
    parts = shapley(game, exact=True)
    assert dict(parts) == {
        "a": Fraction(1, 3) + Fraction(1, 10) + Fraction(1, 7),
        "b": Fraction(1, 3) + Fraction(1, 5) + Fraction(1, 7),
        "c": Fraction(1, 3) + Fraction(1, 7),
    }
    assert sum(parts.values()) == game.exactly("a+b+c")


def test_straight_lines_are_exact() -> None:
    """A piecewise linear curve keeps thirds, coalition by coalition and written out."""
    game = ScaleGame.of({"a": 1, "b": 3}, PiecewiseLinear.of({3: 1, 9: Fraction(3, 2)}), fixed=1)
    assert game.exactly("a") == Fraction(4, 3)
    assert game.exactly("a+b") == Fraction(25, 12)
    assert game.enumerated().exactly("a+b") == Fraction(25, 12)


@given(games(least=2, most=8), st.integers(0, 2**32 - 1))
@settings(max_examples=60, deadline=None)
def test_separation_finds_the_coalition_that_gains_most_by_leaving(game: ScaleGame, seed: int) -> None:
    """For each pair the coalition found has the greatest excess of all with the one in it and the other outside."""
    number = len(game.players)
    paid = np.random.default_rng(seed).uniform(-30, 60, number).round(1)
    pairs = [(i, j) for i in range(number) for j in range(number) if i != j]
    members, excesses = game.separate(paid, *(np.array(each) for each in zip(*pairs, strict=True)))
    all_excesses = CostShares.of(game, paid, "agreed").excesses()
    masks = np.arange(len(all_excesses))
    scale = 1e-10 * max(1.0, float(np.abs(all_excesses).max()))
    for (i, j), row, excess in zip(pairs, members, excesses, strict=True):
        assert row[i]
        assert not row[j]
        allowed = (masks >> i & 1 == 1) & (masks >> j & 1 == 0)
        assert excess == pytest.approx(all_excesses[allowed].max(), abs=scale)
        assert all_excesses[int(row @ (1 << np.arange(number)))] == pytest.approx(excess, abs=scale)


@given(games(most=7))
@settings(max_examples=30, deadline=None)
def test_the_shapley_value_is_in_the_core(game: ScaleGame) -> None:
    """Scale benefits leave nobody a reason to leave when they are shared by the Shapley value."""
    shares = shapley(game)
    room = 1e-10 * max(1.0, float(np.abs(game.enumerated().values).max()))
    assert shares.worst_off()[1] <= room
    assert shares.excesses().max() <= room


@given(st.lists(st.integers(0, 99), min_size=1, max_size=9), st.floats(0.01, 1), st.floats(0.01, 1000))
@settings(max_examples=30, deadline=None)
def test_the_unit_of_size_does_not_matter(weights: list[int], exponent: float, unit: float) -> None:
    """Thousands of inhabitants at a thousand times the price give the parts that inhabitants give."""
    size = dict(enumerate(weights))
    scaled = {player: Fraction(weight) * Fraction(str(unit)) for player, weight in size.items()}
    for one, other in [
        (Power(1, exponent), Power(unit**-exponent, exponent)),
        (Logarithm(1, 7), Logarithm(1, 7 * Fraction(str(unit)))),
    ]:
        expected = [float(part) for part in ScaleGame.of(size, one).shapley_value()]
        assert [float(part) for part in ScaleGame.of(scaled, other).shapley_value()] == pytest.approx(expected)


def test_what_no_method_reaches_is_said() -> None:
    """A function of 30 players with weights of many digits has too many sums; of few digits it has not."""
    heavy = {place: 10**9 + place**7 for place in range(30)}
    with pytest.raises(IntractableError, match=r"ScaleGame of 30 players .* Power or Logarithm, .* shapley_sampled"):
        ScaleGame.of(heavy, math.sqrt).shapley_value()
    light = {place: 1 + place % 3 for place in range(30)}
    expected = ScaleGame.of(light, Power(1, 0.5)).shapley_value()
    assert [float(part) for part in ScaleGame.of(light, math.sqrt).shapley_value()] == pytest.approx(list(expected))


def test_units_are_found() -> None:
    """Weights are counted in the largest unit that all are multiples of, or not at all."""
    assert unit_of([Fraction(6), Fraction(9), Fraction(0)]) == 3
    assert unit_of([Fraction(1, 6), Fraction(1, 4)]) == Fraction(1, 12)
    assert unit_of([Fraction(0), Fraction(0)]) is None


def test_games_are_values() -> None:
    """A game equals one that was made alike, survives pickling, and shows what all pay."""
    game = ScaleGame.of({"Ale": 9, "Bjuv": 16}, Power(10, 0.5), fixed=20)
    assert pickle.loads(pickle.dumps(game)) == game == ScaleGame.of({"Ale": 9, "Bjuv": 16}, Power(10, 0.5), fixed=20)
    assert hash(game) == hash(pickle.loads(pickle.dumps(game)))
    assert repr(game) == "ScaleGame(Ale, Bjuv; all together 70)"
    assert game.curve == Power(10, Fraction(1, 2))


def test_twenty_players_are_written_out_within_a_limit() -> None:
    """A million coalitions are a vector; beyond the limit the way out is named."""
    game = ScaleGame.of(dict(enumerate(range(1, 19))), Power(2, 0.5), fixed=7)
    assert game.enumerated().values[-1] == pytest.approx(game.whole)
    with pytest.raises(IntractableError, match="pass limit=18"):
        game.enumerated(limit=17)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: ScaleGame.of({}, Power(1, 0.5)), "at least one player"),
        (lambda: ScaleGame.of([3], Power(1, 0.5)), "is no mapping of player to weight"),  # type: ignore[arg-type]
        (lambda: ScaleGame.of({"a": -1}, Power(1, 0.5)), "the weight of a is -1, below zero"),
        (lambda: ScaleGame.of({"a": math.nan}, Power(1, 0.5)), "the weight of a is nan"),
        (lambda: ScaleGame.of({"a": math.inf}, Power(1, 0.5)), "the weight of a is inf"),
        (lambda: ScaleGame.of({"a": 1e-200}, Power(1, 0.5)), r"the weight of a is not between 10\^-150"),
        (lambda: ScaleGame.of({"b": 1e200}, Power(1, 0.5)), r"the weight of b is not between 10\^-150"),
        (lambda: ScaleGame.of({"a": 1}, Power(1, 0.5), fixed=math.nan), "the fixed cost is nan"),
        (lambda: ScaleGame.of({"a": 1}, Power(1, 0.5), link=math.inf), "the link is inf"),
        (lambda: ScaleGame.of({"a": 1}, Power(1, 0.5), own="1"), "the own cost is '1'"),  # type: ignore[arg-type]
        (lambda: ScaleGame.of({"a": 1}, Power(1, 0.5), own={"a": math.nan}), "the own cost of a is nan"),
        (lambda: ScaleGame.of({"a": 1, "b": 1}, Power(1, 0.5), own={"a": 1}), "b has no own cost"),
        (lambda: ScaleGame.of({"a": 1, "b": 2}, Power(1, 1), fixed=3, link=5), "a and b cost 2 more together"),
        (lambda: ScaleGame.of({"a": 1e149}, Power(1e300, 1)), r"beyond 10\^300"),
        (lambda: ScaleGame.of({"a": 1}, 3), "3 is no curve; give Power"),  # type: ignore[arg-type]
        (lambda: ScaleGame.of({"a": 1, "b": 2}, lambda size: size**2), "bends upwards: it is 0 at 0, 1 at 1, 4 at 2"),
        (lambda: ScaleGame.of(dict.fromkeys(range(50), 1), lambda w: max(0, w - 40)), "bends upwards: it is 0 at"),
        (lambda: ScaleGame.of({"a": 1}, lambda size: 5 + size), "the curve is 5 at 0; .* put that into fixed"),
        (lambda: ScaleGame.of({"a": 1}, lambda _: math.nan), "the curve is nan at 1; it has to give a finite"),
        (lambda: ScaleGame.of({"a": 1}, lambda _: "dear"), "the curve is 'dear' at 1"),  # type: ignore[arg-type,return-value]
        (lambda: ScaleGame.of({"a": 1}, lambda size: math.sqrt(size) if size else math.inf), "the curve is inf at 0"),
        (lambda: ScaleGame(("a",), (), (), Fraction(0), Fraction(0), BENDING), "the weight is given 0 times for 1"),
        (lambda: ScaleGame(("a",), (Fraction(1),), (), Fraction(0), Fraction(0), BENDING), "0 own costs of 1 players"),
        (lambda: Power(-1, 0.5), "the coefficient is -1, and the curve would bend upwards"),
        (lambda: Power(math.nan, 0.5), "the coefficient is nan"),
        (lambda: Power(1, 0), r"the exponent is 0; give one from 10\^-9"),
        (lambda: Power(1, 1.1), r"the exponent is 1\.1; give one from 10\^-9"),
        (lambda: Power(1, math.nan), "the exponent is nan"),
        (lambda: Logarithm(-2, 1), "the coefficient is -2"),
        (lambda: Logarithm(1, 0), "the scale is 0; give a size above zero"),
        (lambda: Logarithm(1, -3), "the scale is -3; give a size above zero"),
        (lambda: PiecewiseLinear.of({}), "with at least one point"),
        (lambda: PiecewiseLinear.of([(1, 2)]), "is no mapping of size to cost"),  # type: ignore[arg-type]
        (lambda: PiecewiseLinear.of({0: 1}), "the size 0 comes after 0"),
        (lambda: PiecewiseLinear.of({2: 1, 1: 1}), "the size 1 comes after 2"),
        (lambda: PiecewiseLinear.of({1: math.nan}), "the cost at 1 is nan"),
        (lambda: PiecewiseLinear.of({1: 1, 2: 4}), "from the size 1 on one more costs 3 and before it 1"),
        (lambda: PiecewiseLinear((), ()), "each line needs a start and a slope"),
    ],
)
def test_what_is_no_scale_game_is_refused(make: Callable[[], object], message: str) -> None:
    """Numbers that are missing, negative or endless, and curves that bend upwards, are refused with their values."""
    with pytest.raises(InvalidValueError, match=message):
        make()


def test_own_costs_of_strangers_are_refused() -> None:
    """An own cost of somebody without a weight is a slip of the pen."""
    with pytest.raises(UnknownIdError, match="no player 'Bjuw'; did you mean 'Bjuv'"):
        ScaleGame.of({"Bjuv": 1}, Power(1, 0.5), own={"Bjuv": 1, "Bjuw": 2})
