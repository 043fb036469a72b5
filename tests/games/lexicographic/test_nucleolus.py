"""The nucleolus and its family: the literature, an exact peer, near ties, and the laws that they keep."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.games.lexicographic.drawn import case, essential_games, games

from familjen.errors import InvalidValueError
from familjen.games import (
    ClaimsGame,
    CostGame,
    CostShares,
    Game,
    core,
    disruption_nucleolus,
    dummies,
    modiclus,
    nucleolus,
    per_capita_nucleolus,
    prenucleolus,
    proportional_nucleolus,
    reduced,
    strategic_equivalent,
)
from familjen.games.lexicographic import least

PAIR = {"a": 0, "b": 0, "c": 0, "a+b": 6, "a+c": 0, "b+c": 0, "a+b+c": 6}
PRE: list[Callable[..., CostShares]] = [
    prenucleolus,
    lambda game, **how: per_capita_nucleolus(game, preimputation=True, **how),
    modiclus,
]


def test_the_tennessee_valley_is_shared_as_published() -> None:
    """The dams of the Tennessee Valley have the nucleolus that the literature gives."""
    found = case("tva_ten_valley")
    shares = nucleolus(CostGame.of(found["inputs"]["cost"]))
    assert dict(shares) == pytest.approx(found["expected"]["nucleolus"], abs=found["tolerance"])


@pytest.mark.parametrize(
    ("name", "method"),
    [
        ("lemaire_1991_insurance", nucleolus),
        ("peleg_sudholter_5_5_12", prenucleolus),
        ("young_1985_per_capita_savings", per_capita_nucleolus),
    ],
)
def test_the_literature_is_reproduced(name: str, method: Callable[[Game], CostShares]) -> None:
    """Games of which earlier papers printed wrong nucleoli, and others, come out as they should."""
    found = case(name)
    shares = method(Game.of(found["inputs"]["value"]))
    assert dict(shares) == pytest.approx(found["expected"][method.__name__], abs=found["tolerance"])


def test_fifty_random_games_of_the_literature() -> None:
    """Fifty random games of five players have the published nucleoli; in two the prenucleolus is another."""
    found = case("bfn_random_type1_n5")
    other = 0
    for each in found["inputs"]["games"]:
        game = Game.from_vector(range(5), [0, *each["values_binary_order"]])
        shares = nucleolus(game)
        assert list(shares.values()) == pytest.approx(found["expected"]["nucleolus"][each["file"]], abs=1e-6)
        other += dict(shares) != dict(prenucleolus(game))
    assert other == 2


@pytest.mark.parametrize("estate", [100, 200, 300])
def test_the_talmud_is_a_nucleolus(estate: int) -> None:
    """The Talmud's three divisions are the nucleoli of the games in which others' claims come first."""
    found = case(f"talmud_estate_{estate}")
    claims = found["inputs"]["claims"]
    shares = nucleolus(ClaimsGame.of(estate, claims).enumerated())
    assert dict(shares) == pytest.approx(found["expected"]["nucleolus_of_bankruptcy_game"])


@given(essential_games(), st.booleans())
@settings(max_examples=60, deadline=None)
def test_it_is_what_a_rational_solver_finds(game: Game, imputations: bool) -> None:  # noqa: FBT001 - a domain
    """In random games with many ties or none, the parts are a rational solver's to the last digit."""
    peer = pytest.importorskip("coopgame")
    numbers = [int(game.sign * number) for number in game.numbers()[1:]]
    domain = "imputation" if imputations else "preimputation"
    theirs = peer.nucleolus_exact(numbers, domain=domain)["allocation"]
    ours = (nucleolus if imputations else prenucleolus)(game, exact=True)
    assert list(ours.values()) == [game.sign * Fraction(part) for part in theirs]


def near_tie(seed: int) -> Game:
    """Make a game whose coalitions differ by some tens in hundreds of millions."""
    size = 4 + seed % 5
    values = 3e8 + np.random.default_rng(seed).uniform(0, 40, 1 << size)
    values[0], values[-1] = 0, 1e9
    return Game.from_vector(range(size), values)


def test_near_ties_are_told_apart() -> None:
    """In three hundred games of a billion with differences of some kronor, no part is off by half an öre."""
    peer = pytest.importorskip("coopgame")
    for seed in range(300):
        game = near_tie(seed)
        theirs = peer.nucleolus_exact([*game.numbers()[1:]], domain="preimputation")["allocation"]
        for ours, other in zip(prenucleolus(game).values(), theirs, strict=True):
            assert abs(float(ours) - float(Fraction(other))) < 0.005


@pytest.mark.parametrize("method", PRE)
@given(game=games(4))
@settings(max_examples=25, deadline=None)
def test_exact_arithmetic_alone_finds_the_same(method: Callable[..., CostShares], game: Game) -> None:
    """Where the search in floats gives nothing, the one in fractions comes to the same parts and proves them."""
    expected = method(game, exact=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(least, "_in_floats", lambda *_, **__: [])
        found = method(game, exact=True)
    assert found.numbers == expected.numbers
    assert found.certificate is not None
    assert found.certificate.verify(game)


@given(essential_games(4))
@settings(max_examples=25, deadline=None)
def test_exact_arithmetic_alone_keeps_players_at_their_bounds(game: Game) -> None:
    """In fractions too, nobody does worse than alone, and the parts are the same."""
    expected = nucleolus(game, exact=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(least, "_in_floats", lambda *_, **__: [])
        assert nucleolus(game, exact=True).numbers == expected.numbers
    for place, part in enumerate(expected.numbers):
        assert game.sign * (Fraction(part) - game.at(1 << place)) >= 0


@pytest.mark.parametrize("method", PRE)
@given(game=games(5), data=st.data())
@settings(max_examples=25, deadline=None)
def test_shifts_and_scales_carry_over(method: Callable[..., CostShares], game: Game, data: st.DataObject) -> None:
    """What each pays for itself comes on top, and another currency changes all amounts alike."""
    if method is PRE[1]:
        shift = dict.fromkeys(game.players, data.draw(st.integers(-50, 50)))
    else:
        shift = {player: data.draw(st.integers(-50, 50)) for player in game.players}
    scale = data.draw(st.integers(1, 9))
    moved = method(strategic_equivalent(game, scale, shift), exact=True)
    before = method(game, exact=True)
    assert dict(moved) == {player: scale * before[player] + shift[player] for player in game.players}


@pytest.mark.parametrize("method", PRE)
@given(game=games(5), order=st.randoms(use_true_random=False))
@settings(max_examples=25, deadline=None)
def test_the_order_of_players_does_not_matter(method: Callable[..., CostShares], game: Game, order: Any) -> None:
    """Naming the players in another order changes nobody's part."""
    players = list(game.players)
    order.shuffle(players)
    again = type(game).from_function(players, lambda members: game.exactly(frozenset(members)))
    assert dict(method(again, exact=True)) == dict(method(game, exact=True))


@given(games(5))
@settings(max_examples=40, deadline=None)
def test_it_lies_in_the_core_where_there_is_one(game: Game) -> None:
    """Where there is a core the nucleolus is in it, and is the prenucleolus."""
    if not core(game):
        return
    shares = prenucleolus(game, exact=True)
    assert shares.is_in_core()
    assert nucleolus(game, exact=True).numbers == shares.numbers
    assert per_capita_nucleolus(game, exact=True).is_in_core()


@given(games(4))
@settings(max_examples=25, deadline=None)
def test_the_modiclus_of_the_dual_is_the_same(game: Game) -> None:
    """What coalitions can win and what they can spoil count alike, so a game and its dual are split alike."""
    assert modiclus(game.dual(), exact=True).numbers == modiclus(game, exact=True).numbers


@given(essential_games(5))
@settings(max_examples=25, deadline=None)
def test_savings_are_split_as_costs_are(game: Game) -> None:
    """What each saves by the nucleolus of the costs is its part of the nucleolus of the savings."""
    if not isinstance(game, CostGame):
        return
    saved = nucleolus(game.savings(), exact=True)
    paid = nucleolus(game, exact=True)
    assert dict(saved) == {player: game.exactly((player,)) - paid[player] for player in game.players}


@given(games(4, least=3), st.data())
@settings(max_examples=25, deadline=None)
def test_some_players_would_split_alike_what_the_others_leave(game: Game, data: st.DataObject) -> None:
    """The prenucleolus is consistent: that of the reduced game of some players is what they have."""
    shares = prenucleolus(game, exact=True)
    some = data.draw(st.sets(st.sampled_from(game.players), min_size=1))
    smaller = reduced(game, tuple(some), shares)
    assert dict(prenucleolus(smaller, exact=True)) == {player: shares[player] for player in smaller.players}


@given(games(4))
@settings(max_examples=25, deadline=None)
def test_who_adds_only_its_own_pays_only_that(game: Game) -> None:
    """A dummy pays what it costs alone, no more and no less, by the prenucleolus."""
    numbers = list(game.numbers())
    more = type(game).from_vector((*game.players, "new"), [*numbers, *(number + 7 for number in numbers)])
    assert "new" in dummies(more)
    assert prenucleolus(more, exact=True)["new"] == 7


def excesses(game: Game, parts: list[float], divisor: Callable[[int], float]) -> list[float]:
    """Give every coalition's measured excess, the greatest first."""
    size = len(game.players)
    found = []
    for mask in range(1, 2**size - 1):
        paid = sum(part for place, part in enumerate(parts) if mask >> place & 1)
        found.append(game.sign * (float(game.at(mask)) - paid) / divisor(mask))
    return sorted(found, reverse=True)


@pytest.mark.parametrize("name", ["per_capita", "proportional", "disruption"])
@given(seed=st.integers(0, 10**6))
@settings(max_examples=40, deadline=None)
def test_no_other_split_has_lexicographically_less(name: str, seed: int) -> None:
    """Moving anything from one player to another makes the greatest excess, as it is measured, no less."""
    random = np.random.default_rng(seed)
    size = int(random.integers(2, 5))
    sizes = [mask.bit_count() for mask in range(2**size)]
    values = np.array([random.integers(1, 20) * each**2 for each in sizes], dtype=float)
    values[-1] = 50 * size + 2 * values.max() * size
    game = Game.from_vector(range(size), values)
    whole, full = values[-1], len(values) - 1
    method, divisor = {
        "per_capita": (per_capita_nucleolus, lambda mask: float(sizes[mask])),
        "proportional": (proportional_nucleolus, lambda mask: float(values[mask])),
        "disruption": (disruption_nucleolus, lambda mask: float(whole - values[mask] - values[full - mask])),
    }[name]
    parts = [float(part) for part in method(game).values()]
    best = excesses(game, parts, divisor)
    for _ in range(40):
        one, other = random.choice(size, 2, replace=False)
        step = float(random.choice([1e-3, 0.1, 3.0]))
        moved = list(parts)
        moved[one] += step
        moved[other] -= step
        there = excesses(game, moved, divisor)
        first = next((k for k, (a, b) in enumerate(zip(best, there, strict=True)) if abs(a - b) > 1e-9), None)
        assert first is None or best[first] < there[first]


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (
            lambda: nucleolus(Game.of({"a": 3, "b": 4, "a+b": 5})),
            "all together come to 5, worse by 2 than the 7 that they come to alone, .* use prenucleolus",
        ),
        (
            lambda: per_capita_nucleolus(CostGame.of({"a": 3, "b": 4, "a+b": 9})),
            "use per_capita_nucleolus with preimputation=True",
        ),
        (lambda: proportional_nucleolus(Game.of({"a": 0, "b": 4, "a+b": 9})), "a gains 0 by itself"),
        (lambda: proportional_nucleolus(CostGame.of({"a": 5, "b": 0, "a+b": 4})), "b costs 0 by itself"),
        (lambda: disruption_nucleolus(Game.of(PAIR)), r"a\+b and the others lose 0 together"),
        (lambda: nucleolus({"a": 1}), "is no game"),  # type: ignore[arg-type]
        (lambda: modiclus(3), "3 is no game"),  # type: ignore[arg-type]
    ],
)
def test_what_has_no_nucleolus_is_refused(make: Callable[[], object], message: str) -> None:
    """Each method says for which coalition it is not defined, and what to use instead."""
    with pytest.raises(InvalidValueError, match=message):
        make()


@pytest.mark.parametrize("scale", [1e-300, 1e-12, 1.0, 1e290])
def test_any_size_of_numbers_will_do(scale: float) -> None:
    """The smallest and the largest numbers that a game may hold are split as those in between."""
    values = np.array([0, 1, 2, 5, 3, 6, 8, 12.0]) * scale
    shares = prenucleolus(Game.from_vector(["a", "b", "c"], values))
    assert [float(part) / scale for part in shares.values()] == pytest.approx([2.5, 4.25, 5.25], rel=1e-9)


def test_one_player_pays_all() -> None:
    """A single player has all, with a certificate of no levels."""
    shares = nucleolus(CostGame.of({"a": 7}))
    assert dict(shares) == {"a": 7.0}
    assert shares.certificate is not None
    assert shares.certificate.levels == ()  # type: ignore[union-attr]
    assert shares.certificate.verify(shares.game)  # type: ignore[arg-type]
