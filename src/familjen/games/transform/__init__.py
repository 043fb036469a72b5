"""Games made of games: merged, reduced, shifted, summed, covered (spel av spel)."""

from familjen.games.transform.merge import merge
from familjen.games.transform.normalise import normalise
from familjen.games.transform.reduced import reduced
from familjen.games.transform.strategic import strategic_equivalent
from familjen.games.transform.subadditive import Cover, subadditive_cover
from familjen.games.transform.summed import sum_of_games

__all__ = ["Cover", "merge", "normalise", "reduced", "strategic_equivalent", "subadditive_cover", "sum_of_games"]
