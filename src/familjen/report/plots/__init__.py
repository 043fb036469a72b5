"""Pictures, each with its answer in the title (bilder); they need the extra ``plot``."""

from familjen.report.plots.agreements import plot_agreements
from familjen.report.plots.balance_carried import plot_carried
from familjen.report.plots.balance_lines import plot_balance
from familjen.report.plots.balance_map import plot_balance_map
from familjen.report.plots.capacity import plot_pooled
from familjen.report.plots.charges import plot_charges
from familjen.report.plots.coalitions import plot_coalitions
from familjen.report.plots.curve import plot_curve
from familjen.report.plots.differences import plot_comparison
from familjen.report.plots.forecast_lines import plot_forecast
from familjen.report.plots.found import plot_findings
from familjen.report.plots.members_map import plot_members
from familjen.report.plots.memberships import plot_memberships
from familjen.report.plots.page import alt_text
from familjen.report.plots.partition import plot_partition
from familjen.report.plots.pay_back import plot_pay_back
from familjen.report.plots.population import plot_population
from familjen.report.plots.power_marks import plot_power
from familjen.report.plots.saving import save
from familjen.report.plots.savings import plot_savings
from familjen.report.plots.simulation import plot_simulation
from familjen.report.plots.splits import plot_shares
from familjen.report.plots.tornado import plot_tornado
from familjen.report.plots.whatif import plot_sensitivity

__all__ = [
    "alt_text",
    "plot_agreements",
    "plot_balance",
    "plot_balance_map",
    "plot_carried",
    "plot_charges",
    "plot_coalitions",
    "plot_comparison",
    "plot_curve",
    "plot_findings",
    "plot_forecast",
    "plot_members",
    "plot_memberships",
    "plot_partition",
    "plot_pay_back",
    "plot_pooled",
    "plot_population",
    "plot_power",
    "plot_savings",
    "plot_sensitivity",
    "plot_shares",
    "plot_simulation",
    "plot_tornado",
    "save",
]
