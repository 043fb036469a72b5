"""The core: splits that no coalition can do better than by itself (kärnan)."""

from fractions import Fraction

import attrs

from familjen.errors import CertificateError
from familjen.games.coalition import Player, members_of
from familjen.games.compact.bird import bird
from familjen.games.compact.spanning_tree import SpanningTreeGame
from familjen.games.compact.submodular import SubmodularGame
from familjen.games.compact.voting import VotingGame
from familjen.games.core_point import core_point
from familjen.games.lexicographic import least_excesses
from familjen.games.shares import AnyGame, CostShares
from familjen.games.written_out import written_out

__all__ = ["BalancedCollection", "Core", "core", "is_balanced"]


@attrs.frozen
class BalancedCollection:
    """Coalitions with weights that give every player one in all, and that do better than all together (balanserad).

    Were each coalition to act by itself for the part of the time that its weight says, every player would be busy all
    the time, and together they would do better than by one agreement of all. So no split of the whole satisfies them.
    """

    coalitions: tuple[tuple[Player, ...], ...]
    """The coalitions."""
    weights: tuple[Fraction, ...]
    """The weight of each, above zero."""
    apart: Fraction
    """What the coalitions cost, or gain, by themselves, each times its weight."""
    whole: Fraction
    """What all cost, or gain, together."""


@attrs.frozen
class Core:
    """Whether a game has a core, with a point in it or the balanced collection that rules it out (kärna).

    It is true where there is a core.

    >>> from familjen.games import CostGame
    >>> found = core(CostGame.of({"a": 3, "b": 3, "c": 3, "a+b": 3, "a+c": 3, "b+c": 3, "a+b+c": 5}))
    >>> bool(found), found.refutation.coalitions, str(found.refutation.apart)
    (False, (('a', 'b'), ('a', 'c'), ('b', 'c')), '9/2')
    """

    point: CostShares | None
    """A split that no coalition can do better than by itself; ``None`` where there is none."""
    refutation: BalancedCollection | None
    """Why there is none."""

    def __bool__(self) -> bool:
        return self.point is not None

    def verify(self, game: AnyGame) -> bool:
        """Check anew, from the game alone, that the point is in the core, or that the collection rules it out.

        Returns:
            True.

        Raises:
            CertificateError: It does not hold for this game.
        """
        if self.point is not None:
            _verify_point(self.point, game)
        if self.refutation is not None:
            _verify_refutation(self.refutation, game)
        return True


def core(game: AnyGame) -> Core:
    """Tell whether a game has a core, with proof (kärnan).

    The point is the prenucleolus, which lies in the core where there is one. In a `SubmodularGame` it is what
    `core_point` gives, in a `SpanningTreeGame` the rule of Bird, which always lie in it. In a `VotingGame` it gives
    equal parts to the veto players; where there is none all win without any one, which rules the core out.

    Complexity: that of `prenucleolus`, or of these.

    Source: Bondareva (1963); Shapley, "On balanced sets and cores", Naval Research Logistics Quarterly 14 (1967),
    pp. 453-460.

    Raises:
        IntractableError: The game is compact and large, and no method is known.

    >>> from familjen.games import CostGame
    >>> bool(core(CostGame.of({"A": 11, "H": 7, "A+H": 15})))
    True
    """
    if isinstance(game, SubmodularGame):
        return Core(core_point(game), None)
    if isinstance(game, SpanningTreeGame):
        return Core(bird(game, exact=True), None)
    if isinstance(game, VotingGame):
        return _by_vetoes(game)
    game = written_out(game, "core")
    made = least_excesses(game, "prenucleolus")
    first = next((level for level in made.levels if level.excess is not None), None)
    if first is None or first.excess is None or first.excess <= 0:
        return Core(CostShares.certified(game, made, exact=True), None)
    # with their weights the coalitions give every player the same
    each = sum(
        (weight for weight, (mask, _) in zip(first.weights, first.members, strict=True) if mask & 1), Fraction(0)
    )
    weights = tuple(weight / each for weight in first.weights)
    apart = sum((weight * game.at(mask) for weight, (mask, _) in zip(weights, first.members, strict=True)), Fraction(0))
    coalitions = tuple(members_of(mask, game.players) for mask, _ in first.members)
    refuted = Core(None, BalancedCollection(coalitions, weights, apart, game.at(-1)))
    refuted.verify(game)
    return refuted


is_balanced = core
"""A game is balanced where it has a core: the balanced collection that refutes it is the refutation."""


def _by_vetoes(game: VotingGame) -> Core:
    vetoes = game.veto_players()
    if vetoes:
        each = Fraction(1, len(vetoes))
        parts = [each if player in vetoes else Fraction(0) for player in game.players]
        return Core(CostShares.of(game, parts, "veto_players"), None)
    size = len(game.players)
    others = tuple(game.players[:place] + game.players[place + 1 :] for place in range(size))
    weight = Fraction(1, size - 1)
    return Core(None, BalancedCollection(others, (weight,) * size, weight * size, Fraction(1)))


def _verify_point(point: CostShares, game: AnyGame) -> None:
    if not CostShares.of(game, point.numbers, point.method).is_in_core():
        raise CertificateError("the point is not in the core of this game", method="core")


def _verify_refutation(refutation: BalancedCollection, game: AnyGame) -> None:
    given = dict.fromkeys(game.players, Fraction(0))
    apart = Fraction(0)
    for coalition, weight in zip(refutation.coalitions, refutation.weights, strict=True):
        if weight <= 0:
            raise CertificateError(f"{'+'.join(map(str, coalition))} has no weight above zero", method="core")
        apart += weight * game.exactly(coalition)
        for member in coalition:
            given[member] += weight
    if set(given.values()) != {Fraction(1)}:
        raise CertificateError("the coalitions do not give every player one", method="core")
    if game.sign * (apart - game.at(-1)) <= 0:
        raise CertificateError("the coalitions do no better than all together", method="core")
