"""Parts in floats that sum to the whole."""

import numpy as np
import pytest

from familjen.errors import CertificateError
from familjen.games.compact.settled import settled


def test_parts_that_miss_the_whole_are_not_given() -> None:
    """Rounding is spread by size; anything more is an error."""
    assert settled(np.array([1.0, 3.0]), 4 + 4e-10, 4.0, "add them up anew") == pytest.approx(
        [1 + 1e-10, 3 + 3e-10], abs=1e-15
    )
    assert settled(np.zeros(2), 0.0, 0.0, "add them up anew") == [0.0, 0.0]
    with pytest.raises(CertificateError, match=r"the parts come to 4 and the whole is 4\.1; add them up anew"):
        settled(np.array([1.0, 3.0]), 4.1, 4.0, "add them up anew")
