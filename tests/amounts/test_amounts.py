"""The package's face."""

import subprocess
import sys

import pytest

from familjen import amounts
from familjen.amounts.many import apportion_many


def test_one_split_loads_no_numpy() -> None:
    """Splitting one amount loads no numpy; asking for many does."""
    code = (
        "import sys; from familjen.amounts import apportion, apportionment; apportion(1, [1, 2]);"
        "before = 'numpy' in sys.modules; from familjen.amounts import apportion_many;"
        "print(before, 'numpy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - our own code
    assert done.stdout.split() == ["False", "True"]


def test_every_public_name_is_there() -> None:
    """Every name in __all__ can be had and is listed."""
    assert amounts.apportion_many is apportion_many
    assert all(hasattr(amounts, name) for name in amounts.__all__)
    assert set(amounts.__all__) <= set(dir(amounts))


def test_unknown_name() -> None:
    """A name that is not there is an AttributeError, as of any module."""
    with pytest.raises(AttributeError, match="has no attribute 'nope'"):
        amounts.__getattr__("nope")
