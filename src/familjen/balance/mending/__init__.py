"""What would make everyone whole: payments, another key, or turns of hosting (utjämning)."""

from familjen.balance.mending.even_out_by_rotation import even_out_by_rotation
from familjen.balance.mending.hosting import Hosting
from familjen.balance.mending.impossible import Impossible
from familjen.balance.mending.key_change import KeyChange
from familjen.balance.mending.payment import Payment
from familjen.balance.mending.proposal import Proposal
from familjen.balance.mending.smallest_key_change import smallest_key_change
from familjen.balance.mending.smallest_transfers import smallest_transfers
from familjen.balance.mending.transfers import Transfers

__all__ = [
    "Hosting",
    "Impossible",
    "KeyChange",
    "Payment",
    "Proposal",
    "Transfers",
    "even_out_by_rotation",
    "smallest_key_change",
    "smallest_transfers",
]
