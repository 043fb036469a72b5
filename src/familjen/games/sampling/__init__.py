"""Values of games of many players, from a sample of the orders of arrival (stickprov)."""

from familjen.games.sampling.computed_game import ComputedGame
from familjen.games.sampling.sampled_shares import SampledShares
from familjen.games.sampling.shapley_sampled import shapley_sampled

__all__ = ["ComputedGame", "SampledShares", "shapley_sampled"]
