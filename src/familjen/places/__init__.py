"""Sweden's municipalities and regions, and figures about them, bundled with their sources."""

from familjen.places.place import Place
from familjen.places.register import (
    distance_km,
    municipalities,
    municipality,
    neighbours,
    place,
    region,
    regions,
)
from familjen.places.series import Cell, Series, Value
from familjen.places.statistics import Statistics

__all__ = [
    "Cell",
    "Place",
    "Series",
    "Statistics",
    "Value",
    "distance_km",
    "municipalities",
    "municipality",
    "neighbours",
    "place",
    "region",
    "regions",
]
