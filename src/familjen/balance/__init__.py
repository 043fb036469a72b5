"""Does everyone win over time (alla vinner, om inte varje gång så över tid)?"""

from familjen.balance.balance import Balance, Range, balance
from familjen.balance.entry import Entry
from familjen.balance.group import GroupStanding, better_alone
from familjen.balance.kind import Kind
from familjen.balance.ledger import Ledger
from familjen.balance.prices import Prices
from familjen.balance.recorded import of_benefit, of_event, of_network, of_program, of_statement
from familjen.balance.weighed import Weighed

__all__ = [
    "Balance",
    "Entry",
    "GroupStanding",
    "Kind",
    "Ledger",
    "Prices",
    "Range",
    "Weighed",
    "balance",
    "better_alone",
    "of_benefit",
    "of_event",
    "of_network",
    "of_program",
    "of_statement",
]
