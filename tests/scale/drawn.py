"""Services drawn at random, as `familjen.testing` draws them for users, of so many parties as a test asks for."""

from hypothesis import strategies as st

from familjen.scale import Cooperating, CostCurve, ServiceCost
from familjen.testing import assumptions, cost_curves, service_costs

__all__ = ["NAMES", "assumptions", "cooperation", "curves", "services"]

NAMES = ("Ale", "Bjuv", "Klippan", "Höör", "Åstorp", "Svalöv")


def curves() -> st.SearchStrategy[CostCurve]:
    """Draw a curve of any of several kinds."""
    return cost_curves()


def cooperation() -> st.SearchStrategy[Cooperating]:
    """Draw what cooperating costs, every part of it."""
    return service_costs(NAMES[:1]).map(lambda service: service.cooperating)


def services(*, least: int = 1, most: int = 5) -> st.SearchStrategy[ServiceCost]:
    """Draw a service of some parties, with any of the parts that it may have."""
    return st.integers(least, most).flatmap(lambda number: service_costs(NAMES[:number]))
