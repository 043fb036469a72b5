"""Splits of one game in numbers, to be drawn (fördelningar i tal)."""

from collections.abc import Mapping

import attrs
import numpy as np
from numpy.typing import NDArray

from familjen.games import CostShares, Player
from familjen.games.core_standing import CoreStanding
from familjen.language import worded
from familjen.report.plots.core_ends import core_ends

__all__ = ["Splits", "splits_of"]

Floats = NDArray[np.float64]


@attrs.frozen(eq=False)
class Splits:
    """Splits of one game, the player whose parts differ most first (fördelningar)."""

    players: tuple[Player, ...]
    """Who pays or gets."""
    methods: tuple[str, ...]
    """The methods' names."""
    parts: Floats
    """Each player's part by each method: shape (n, m)."""
    alone: Floats
    """What each player comes to alone: shape (n,)."""
    core: Floats | None
    """The least and the most of each player in the core: shape (n, 2); ``None`` where it is empty or unknown."""
    standings: tuple[CoreStanding, ...]
    """How each split stands with the core."""
    costs: bool
    """Whether numbers are costs, and not gains."""
    unit: str
    """What the game is in."""
    lang: str
    """The language."""

    @property
    def saved(self) -> Floats:
        """What the first split is better than alone, for each player: shape (n,)."""
        better: Floats = (self.alone - self.parts[:, 0]) * (1 if self.costs else -1)
        return better

    @property
    def relative(self) -> bool:
        """Whether parts can be told in percent of what players come to alone."""
        return bool((self.alone > 0).all())

    @property
    def word(self) -> str:
        """What a player has alone: its cost or its gain."""
        return worded(self.lang, "the cost", "kostnaden") if self.costs else worded(self.lang, "the gain", "vinsten")

    def scaled(self, numbers: Floats) -> Floats:
        """Give numbers of shape (n, k) in percent of each player's own alone, or as they are."""
        scaled: Floats = numbers / self.alone[:, None] * 100 if self.relative else numbers
        return scaled


def splits_of(given: Mapping[str, CostShares], unit: str, lang: str) -> Splits:
    """Read splits, and order the players by how far their parts differ; of one split, who saves most comes first.

    >>> from familjen.games import CostGame, shapley
    >>> splits_of({"shapley": shapley(CostGame.of({"A": 11, "H": 7, "A+H": 15}))}, "", "en").players
    ('H', 'A')
    """
    first = next(iter(given.values()))
    game = first.game
    parts = np.array([[float(shares[player]) for shares in given.values()] for player in game.players])
    alone = np.array([game.alone()[player] for player in game.players])
    ends = core_ends(game)
    standings = tuple([CoreStanding.of(shares) for shares in given.values()])
    found = Splits(game.players, tuple(given), parts, alone, ends, standings, game.sign < 0, unit, lang)
    scaled = found.scaled(parts)
    saving = scaled[:, 0] if found.costs else -scaled[:, 0]
    order = np.argsort(-np.ptp(scaled, axis=1) if len(given) > 1 else saving, kind="stable")
    return attrs.evolve(
        found,
        players=tuple([game.players[place] for place in order]),
        parts=parts[order],
        alone=alone[order],
        core=None if ends is None else ends[order],
    )
