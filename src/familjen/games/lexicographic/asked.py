"""The coalitions of a submodular game, of which its class is asked for the worst off (efterfrågade koalitioner)."""

import numpy as np
from numpy.typing import NDArray

from familjen.games.compact.submodular import SubmodularGame
from familjen.games.lexicographic.member import Member

__all__ = ["Asked"]

Floats = NDArray[np.float64]


class Asked:
    """Those coalitions that are not settled and worst off, one for each pair of neighbours that it may part.

    In a submodular game what is settled are the parts of groups of players, and of those made up of them: where two
    coalitions have the greatest excess, so have what they share and what they come to together. A coalition that is not
    settled then parts some group; with the players of each group in a ring it has one in it and the next one outside.
    """

    def __init__(self, game: SubmodularGame) -> None:
        """Start with all players in one ring."""
        self._game, self._size = game, len(game.players)
        self._inside = np.arange(self._size)
        self._outside = np.roll(self._inside, -1)
        self._members: list[NDArray[np.bool_]] = []
        self._gains: list[float] = []

    def start(self, at: Floats) -> tuple[list[int], float, float]:
        """Give the worst off at some split, each player, and the scales of excesses."""
        keys, excesses = self._ask(at)
        alone = np.array([self._game.sign * float(self._game.at(1 << place)) for place in range(self._size)])
        for place, gain in enumerate(alone.tolist()):
            keys.append(self._keep(np.arange(self._size) == place, gain))
        scale = max(float(np.abs(excesses).max()), float(np.abs(alone - at).max()))
        return keys, scale, float(np.abs(alone).sum() + np.abs(at).sum())

    def worst(self, at: Floats, level: float, room: float, most: int) -> list[int]:
        """Give those worst off, where that is above the level and room, at most one for each pair."""
        if not len(self._inside):
            return []
        keys, excesses = self._ask(at)
        over = np.flatnonzero(excesses > level + room)
        if len(over) > most:
            over = over[np.argpartition(excesses[over], -most)[-most:]]
        return [keys[place] for place in over.tolist()]

    def _ask(self, at: Floats) -> tuple[list[int], Floats]:
        members, _ = self._game.separate(self._game.sign * at, self._inside, self._outside)
        members = np.unique(members, axis=0)
        gains = np.array([self._gain(row) for row in members])
        return [self._keep(*each) for each in zip(members, gains.tolist(), strict=True)], gains - members @ at

    def _gain(self, members: NDArray[np.bool_]) -> float:
        return self._game.sign * float(self._game.of_places(np.flatnonzero(members).tolist()))

    def _keep(self, members: NDArray[np.bool_], gain: float) -> int:
        self._members.append(members)
        self._gains.append(gain)
        return len(self._gains) - 1

    def rows(self, keys: list[int]) -> tuple[Floats, Floats, Floats]:
        """Give each coalition's members, gain, and 1."""
        members = np.array([self._members[key] for key in keys], dtype=np.float64)
        return members, np.array([self._gains[key] for key in keys]), np.ones(len(keys))

    def member(self, key: int) -> Member:
        """Name a coalition for a level."""
        packed = np.packbits(self._members[key], bitorder="little").tobytes()
        return int.from_bytes(packed, "little"), 0

    def settle(self, null: Floats, across: Floats) -> None:
        """Put the players of each group that is not parted yet in a ring of their own."""
        del null  # the basis tells the groups
        together = across @ across.T > 0.5 / self._size
        groups = np.argmax(together, axis=1)
        inside: list[NDArray[np.intp]] = []
        outside: list[NDArray[np.intp]] = []
        for group in np.unique(groups):
            ring = np.flatnonzero(groups == group)
            if len(ring) > 1:
                inside.append(ring)
                outside.append(np.roll(ring, -1))
        self._inside = np.concatenate(inside) if inside else np.empty(0, dtype=np.intp)
        self._outside = np.concatenate(outside) if outside else np.empty(0, dtype=np.intp)
