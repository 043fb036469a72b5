"""Who pays what: clauses turned into exact amounts, each explained."""

from familjen.allocation.basis import Basis, weigh
from familjen.allocation.bill import allocate
from familjen.allocation.comparison import Comparison, compare
from familjen.allocation.effects import Effect, InputKind, Sensitivity
from familjen.allocation.explanation import Explanation, ExplanationStep
from familjen.allocation.forecast import Forecast, forecast
from familjen.allocation.invoices import Invoice, Reconciliation, invoices, reconcile
from familjen.allocation.leaving import Exit, leave
from familjen.allocation.membership import entry_capital, exit_settlement
from familjen.allocation.mixing import FoundMix, find_mix
from familjen.allocation.occasion import Occasion
from familjen.allocation.run import Check, Move, Run
from familjen.allocation.sensitivity import sensitivity
from familjen.allocation.statement import Charge, Statement
from familjen.amounts.vector import Vector

__all__ = [
    "Basis",
    "Charge",
    "Check",
    "Comparison",
    "Effect",
    "Exit",
    "Explanation",
    "ExplanationStep",
    "Forecast",
    "FoundMix",
    "InputKind",
    "Invoice",
    "Move",
    "Occasion",
    "Reconciliation",
    "Run",
    "Sensitivity",
    "Statement",
    "Vector",
    "allocate",
    "compare",
    "entry_capital",
    "exit_settlement",
    "find_mix",
    "forecast",
    "invoices",
    "leave",
    "reconcile",
    "sensitivity",
    "weigh",
]
