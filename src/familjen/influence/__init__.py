"""Do we weigh more together (röstmakt)?

`WeightedVotes` and `Chambers` say who of a body's members win together, `voting_power` how much each one's vote decides
and what some gain by acting as one. An index counts the arithmetic of votes, and not persuasion.
"""

from familjen.influence.banzhaf import swing_counts
from familjen.influence.bloc import Bloc
from familjen.influence.body import Body
from familjen.influence.chambers import Chambers, unanimity
from familjen.influence.coleman import power_to_act
from familjen.influence.distance import distance
from familjen.influence.indices import INDICES, Index
from familjen.influence.minimal import minimal_winning_coalitions
from familjen.influence.power import Power, voting_power
from familjen.influence.proportional_quota import ProportionalQuota, proportional_quota
from familjen.influence.square_root import jagiellonian_votes, square_root_weights
from familjen.influence.standing import dictator, dummies, veto_players
from familjen.influence.votes import WeightedVotes

__all__ = [
    "INDICES",
    "Bloc",
    "Body",
    "Chambers",
    "Index",
    "Power",
    "ProportionalQuota",
    "WeightedVotes",
    "dictator",
    "distance",
    "dummies",
    "jagiellonian_votes",
    "minimal_winning_coalitions",
    "power_to_act",
    "proportional_quota",
    "square_root_weights",
    "swing_counts",
    "unanimity",
    "veto_players",
    "voting_power",
]
