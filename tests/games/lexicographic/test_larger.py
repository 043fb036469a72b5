"""Games whose coalitions are too many to look at each time: the pool of the worst off, and what it promises."""

from fractions import Fraction

import numpy as np
import pytest

from familjen.errors import FamiljenError
from familjen.games import AirportGame, Game, VotingGame, nucleolus, per_capita_nucleolus, prenucleolus
from familjen.games.lexicographic import levels
from familjen.games.lexicographic.coalitions import Coalitions, _greatest
from familjen.games.lexicographic.levels import find_levels

SIZE = 14


@pytest.mark.parametrize("shape", ["random", "ties", "constant", "two", "settled", "skewed"])
def test_the_pool_holds_the_greatest_and_bounds_the_rest(shape: str) -> None:
    """Whatever the numbers, those left out are no greater than the bound, and some thousands are kept."""
    random = np.random.default_rng(1)
    numbers = {
        "random": random.normal(size=1 << SIZE),
        "ties": random.integers(0, 4, 1 << SIZE).astype(float),
        "constant": np.ones(1 << SIZE),
        "two": np.where(np.arange(1 << SIZE) % 4 == 1, -np.inf, random.normal(size=1 << SIZE)),
        "settled": np.where(np.arange(1 << SIZE) < 16000, -np.inf, 1.0),
        "skewed": np.where(np.arange(1 << SIZE) % 4 == 1, 0.0, 1 + random.uniform(size=1 << SIZE)),
    }[shape]
    kept, bound = _greatest(numbers)
    left = np.delete(numbers, kept)
    assert len(set(kept.tolist())) == len(kept) <= 16384
    assert left.max(initial=-np.inf) <= bound
    assert numbers[kept].max() == numbers.max()


def test_an_airport_of_many_is_shared_as_by_its_formula() -> None:
    """With more coalitions than the pool holds, and many ties, the parts are those of the recursion exactly."""
    game = AirportGame.of({player: 1 + player % 5 for player in range(SIZE)})
    assert list(nucleolus(game.enumerated(), exact=True).values()) == list(game.nucleolus_value())


def test_a_parliament_of_many_has_its_nucleolus_proven() -> None:
    """A vote among sixteen with many winning coalitions is split, and the proof holds."""
    game = VotingGame.of(9, {player: 1 + player % 3 // 2 for player in range(SIZE)}).enumerated()
    shares = prenucleolus(game, exact=True)
    assert shares.verify()
    assert sum(shares.values()) == 1
    assert len({shares[player] for player in range(0, SIZE, 3)}) == 1


@pytest.mark.parametrize("seed", range(3))
def test_random_games_of_many_are_split_as_the_peer_does(seed: int) -> None:
    """Random games of fifteen players come out as the peer's, the divided excess too, and are proven."""
    peer = pytest.importorskip("coopgame")
    values = np.random.default_rng(seed).uniform(0, 100, 1 << 15)
    values[0], values[-1] = 0, 2000
    game = Game.from_vector(range(15), values)
    shares = nucleolus(game)
    assert shares.verify()
    assert list(shares.values()) == pytest.approx(peer.nucleolus(peer.Game(values[1:]))["allocation"], abs=1e-6)
    assert per_capita_nucleolus(game, exact=True).verify()


def test_a_search_that_settles_nothing_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no coalition has a price, the search in floats gives up rather than go on for ever."""
    monkeypatch.setattr(levels, "_PRICED", np.inf)
    gains = np.array([0, 1, 2, 4.0])
    with pytest.raises(FamiljenError, match="a level in floats settles nothing"):
        find_levels(Coalitions(gains, None, 2), np.array([1.5, 2.5]), None)


def test_exact_parts_of_many_are_fractions() -> None:
    """Fractions come out as Fractions for larger games too, and sum to the whole."""
    values = [Fraction(mask.bit_count() ** 2, 3) for mask in range(1 << SIZE)]
    shares = nucleolus(Game.from_vector(range(SIZE), values), exact=True)
    assert set(shares.values()) == {Fraction(SIZE, 3)}
