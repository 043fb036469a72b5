"""Pooling of capacity: where chance evens out, fewer may be enough together (poolning av kapacitet)."""

from familjen.scale.pooling.capacity import PooledCapacity, pool_demand
from familjen.scale.pooling.demand import capacity_for
from familjen.scale.pooling.erlang import erlang_b, erlang_c
from familjen.scale.pooling.inventory import InventoryPooling, inventory_pooling
from familjen.scale.pooling.order_quantity import order_quantity
from familjen.scale.pooling.pooled import Pooled
from familjen.scale.pooling.pooled_roster import PooledRoster, pool_rosters
from familjen.scale.pooling.roster import Roster
from familjen.scale.pooling.servers import servers_for_delay, servers_for_loss, servers_for_wait
from familjen.scale.pooling.service_level import AnsweredWithin, DelayedAtMost, LostAtMost, ServiceLevel
from familjen.scale.pooling.square_root import safety_factor, square_root_staffing
from familjen.scale.pooling.staffing import PooledStaffing, pool_servers
from familjen.scale.pooling.waiting import mean_wait, share_within

__all__ = [
    "AnsweredWithin",
    "DelayedAtMost",
    "InventoryPooling",
    "LostAtMost",
    "Pooled",
    "PooledCapacity",
    "PooledRoster",
    "PooledStaffing",
    "Roster",
    "ServiceLevel",
    "capacity_for",
    "erlang_b",
    "erlang_c",
    "inventory_pooling",
    "mean_wait",
    "order_quantity",
    "pool_demand",
    "pool_rosters",
    "pool_servers",
    "safety_factor",
    "servers_for_delay",
    "servers_for_loss",
    "servers_for_wait",
    "share_within",
    "square_root_staffing",
]
