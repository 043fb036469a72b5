"""Sharing the cost of producing what players demand (kostnadsdelning vid produktion)."""

from familjen.games.production.aumann_shapley import aumann_shapley_prices
from familjen.games.production.average_cost import average_cost
from familjen.games.production.bundle_game import BundleGame
from familjen.games.production.demand_game import DemandGame
from familjen.games.production.serial_cost import serial_cost

__all__ = ["BundleGame", "DemandGame", "aumann_shapley_prices", "average_cost", "serial_cost"]
