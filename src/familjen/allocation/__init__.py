"""Who pays what: clauses turned into exact amounts, each explained."""

from familjen.allocation.basis import Basis, weigh
from familjen.allocation.bill import allocate
from familjen.allocation.comparison import Comparison, compare
from familjen.allocation.explanation import Explanation, Step
from familjen.allocation.forecast import Forecast, forecast
from familjen.allocation.invoices import Invoice, Reconciliation, invoices, reconcile
from familjen.allocation.leaving import Exit, leave
from familjen.allocation.membership import entry_capital, exit_settlement
from familjen.allocation.occasion import Occasion
from familjen.allocation.run import Check, Move, Run
from familjen.allocation.statement import Charge, Statement
from familjen.allocation.vector import Vector

__all__ = [
    "Basis",
    "Charge",
    "Check",
    "Comparison",
    "Exit",
    "Explanation",
    "Forecast",
    "Invoice",
    "Move",
    "Occasion",
    "Reconciliation",
    "Run",
    "Statement",
    "Step",
    "Vector",
    "allocate",
    "compare",
    "entry_capital",
    "exit_settlement",
    "forecast",
    "invoices",
    "leave",
    "reconcile",
    "weigh",
]
