"""The coalitions of a submodular game, of which its class is asked for the worst off (efterfrågade koalitioner)."""

import numpy as np
from numpy.typing import NDArray

from familjen.errors import FamiljenError
from familjen.games.compact.game import Floats, Members
from familjen.games.compact.submodular import SubmodularGame
from familjen.games.lexicographic.member import Member

__all__ = ["Asked"]

_MOST = 1000
_MOST_EACH = 10
"""Where more coalitions than these are found, and so many for each player, programs grow slow before they are done."""


class Asked:
    """Those coalitions that are not settled and worst off, one for each pair of neighbours that it may part.

    What is settled are groups of players, and what is made up of whole groups. So a coalition that is not settled parts
    some group; with the players of each group in a ring it has one in it and the next one outside, and the worst off of
    all are among those that the class finds for these pairs.

    That groups are enough rests on two facts. Let S and T have the level's excess ε in all splits that are left, which
    is at most 0 as there is a core; then what they share and what they come to together have excesses of 2ε at least.

    - Where neither of these two is settled they have ε both. Where one is, so is the other's part, since S and T
      together make up both. Either way both parts are the same in all splits that are left.
    - The same holds of S and a coalition U that is made up of groups and has an excess of ε or more, such as those that
      have made the groups. So, where S parts several groups, those U between the groups cut it down to coalitions with
      the excess ε that part one each. Those that part one group cross only where what they share and come to together
      is there too, and such families make up, by sums and differences, every part that they cut the group into.

    The coalitions that the program holds are only some of those with the excess ε, and need not make up all parts that
    they cut by sums. So the parts of each group are held too, at what they come to.

    The program's solution swings widely while it has few coalitions. So the class is asked half way between it and the
    best split so far, and at the solution itself only where that tells nothing new about it.

    Source: Ben-Ameur and Neto, "Acceleration of cutting-plane and column generation algorithms: applications to network
    design", Networks 49 (2007), pp. 3-17, for asking between the two.
    """

    def __init__(self, game: SubmodularGame) -> None:
        """Start with all players in one ring."""
        self._game, self._size = game, len(game.players)
        self._inside = np.arange(self._size)
        self._outside = np.roll(self._inside, -1)
        self._members: list[Members] = []
        self._gains: list[float] = []
        self._keys: dict[bytes, int] = {}
        self._best: Floats = np.zeros(self._size)
        self._least = np.inf

    def start(self, at: Floats) -> tuple[list[int], float, float]:
        """Give the worst off at some split, each player, and the scales of excesses."""
        self._best = at
        keys, excesses = self._ask(at)
        alone = np.array([self._game.sign * float(self._game.at(1 << place)) for place in range(self._size)])
        each = [self._key(members, gain) for members, gain in zip(np.eye(self._size) > 0, alone.tolist(), strict=True)]
        scale = max(float(np.abs(excesses).max()), float(np.abs(alone - at).max()))
        return list(dict.fromkeys([*keys, *each])), scale, float(np.abs(alone).sum() + np.abs(at).sum())

    def worst(self, at: Floats, level: float, room: float, most: int) -> list[int]:
        """Give those worst off, where that is above the level and room, at most one for each pair.

        Raises:
            FamiljenError: So many have been found that the programs would take too long.
        """
        if not len(self._inside):
            return []
        if len(self._gains) > _MOST + _MOST_EACH * self._size:
            raise FamiljenError(f"more than {len(self._gains) - 1:,} coalitions matter")
        for asked in ((at + self._best) / 2, at):
            keys, excesses = self._ask(asked)
            if excesses.max() < self._least:
                self._best, self._least = asked, float(excesses.max())
            members, gains, _ = self.rows(keys)
            excesses = gains - members @ at
            over = np.flatnonzero(excesses > level + room)
            if len(over):
                return [keys[place] for place in over[np.argsort(-excesses[over])][:most].tolist()]
        self._best, self._least = at, np.inf  # the next level begins where this one ends
        return []

    def _ask(self, at: Floats) -> tuple[list[int], Floats]:
        members, excesses = self._game.separate(self._game.sign * at, self._inside, self._outside)
        members, places = np.unique(members, axis=0, return_index=True)
        excesses = excesses[places]
        gains = excesses + members @ at
        return [self._key(*each) for each in zip(members, gains.tolist(), strict=True)], excesses

    def _key(self, members: Members, gain: float) -> int:
        """Number a coalition, the same each time."""
        key = self._keys.setdefault(np.packbits(members, bitorder="little").tobytes(), len(self._gains))
        if key == len(self._gains):
            self._members.append(members)
            self._gains.append(gain)
        return key

    def rows(self, keys: list[int]) -> tuple[Floats, Floats, Floats]:
        """Give each coalition's members, gain, and 1."""
        members = np.array([self._members[key] for key in keys], dtype=np.float64)
        return members, np.array([self._gains[key] for key in keys]), np.ones(len(keys))

    def member(self, key: int) -> Member:
        """Name a coalition for a level."""
        packed = np.packbits(self._members[key], bitorder="little").tobytes()
        return int.from_bytes(packed, "little"), 0

    def settle(self, null: Floats, across: Floats) -> NDArray[np.bool_]:
        """Put the players of each group that is not parted yet in a ring of their own, and give all groups."""
        del null  # the basis tells the groups
        # two players are together where no settled coalition has one of them only; else the basis tells them apart
        shared = across @ across.T
        own = np.diag(shared)
        groups = np.argmax(own[:, None] + own - 2 * shared < 0.5 / self._size, axis=1)
        inside: list[NDArray[np.intp]] = []
        outside: list[NDArray[np.intp]] = []
        for group in np.unique(groups):
            ring = np.flatnonzero(groups == group)
            if len(ring) > 1:
                inside.append(ring)
                outside.append(np.roll(ring, -1))
        self._inside = np.concatenate(inside) if inside else np.empty(0, dtype=np.intp)
        self._outside = np.concatenate(outside) if outside else np.empty(0, dtype=np.intp)
        parted: Members = np.unique(groups)[:, None] == groups
        return parted
