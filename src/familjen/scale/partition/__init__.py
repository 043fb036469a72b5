"""Which grouping of the parties is cheapest, for whom, and whether it holds (bästa indelning)."""

from familjen.scale.partition.best import best_partition
from familjen.scale.partition.costs import GroupCosts
from familjen.scale.partition.partition import Partition
from familjen.scale.partition.partners import PartnerGroup, Partners, best_partners
from familjen.scale.partition.proof import Proof
from familjen.scale.partition.services import Partitions, best_partitions
from familjen.scale.partition.stability import stability
from familjen.scale.partition.stable import Stability

__all__ = [
    "GroupCosts",
    "Partition",
    "Partitions",
    "PartnerGroup",
    "Partners",
    "Proof",
    "Stability",
    "best_partition",
    "best_partitions",
    "best_partners",
    "stability",
]
