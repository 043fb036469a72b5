"""The data set that the tests here look at."""

import pytest

from familjen.datasets import familjen_helsingborg_2016
from familjen.model import Cooperation


@pytest.fixture
def coop() -> Cooperation:
    """Give Familjen Helsingborg as of 2016."""
    return familjen_helsingborg_2016()
