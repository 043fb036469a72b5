"""Games told by a few numbers rather than by one for each coalition (kompakta spel)."""

from familjen.games.compact.game import CompactGame
from familjen.games.compact.submodular import SubmodularGame

__all__ = ["CompactGame", "SubmodularGame"]
