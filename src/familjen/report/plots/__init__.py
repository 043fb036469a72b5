"""Pictures of what cooperating costs, saves and brings over time (bilder); they need the extra ``plot``."""

from familjen.report.plots.balance_carried import plot_carried
from familjen.report.plots.balance_lines import plot_balance
from familjen.report.plots.balance_map import plot_balance_map
from familjen.report.plots.curve import plot_curve
from familjen.report.plots.page import alt_text
from familjen.report.plots.partition import plot_partition
from familjen.report.plots.pay_back import plot_pay_back
from familjen.report.plots.saving import save
from familjen.report.plots.savings import plot_savings
from familjen.report.plots.simulation import plot_simulation
from familjen.report.plots.tornado import plot_tornado

__all__ = [
    "alt_text",
    "plot_balance",
    "plot_balance_map",
    "plot_carried",
    "plot_curve",
    "plot_partition",
    "plot_pay_back",
    "plot_savings",
    "plot_simulation",
    "plot_tornado",
    "save",
]
