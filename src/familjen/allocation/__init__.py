"""Who pays what: clauses turned into exact amounts, each explained."""

from familjen.allocation.basis import Basis, weigh
from familjen.allocation.bill import allocate
from familjen.allocation.explanation import Explanation, Step
from familjen.allocation.membership import entry_capital, exit_settlement
from familjen.allocation.occasion import Occasion
from familjen.allocation.run import Check, Move, Run
from familjen.allocation.statement import Charge, Statement

__all__ = [
    "Basis",
    "Charge",
    "Check",
    "Explanation",
    "Move",
    "Occasion",
    "Run",
    "Statement",
    "Step",
    "allocate",
    "entry_capital",
    "exit_settlement",
    "weigh",
]
