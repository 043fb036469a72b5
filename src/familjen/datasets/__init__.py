"""Real cooperations as bundled data, each fact with its source (datamängder)."""

from familjen.datasets.facts import Fact, facts
from familjen.datasets.familjen_helsingborg import familjen_helsingborg_2016

__all__ = ["Fact", "facts", "familjen_helsingborg_2016"]
