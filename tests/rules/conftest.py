"""What the tests of rules share: the names that the examples in the docstrings use."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest

from familjen import dates, model, rules
from familjen.findings import Severity
from familjen.rules.self_check import rules_not_loaded


@pytest.fixture
def names() -> dict[str, Any]:
    """Give the names that an example may use."""
    found: dict[str, Any] = {"attrs": attrs, "dt": dt, "Decimal": Decimal, "Fraction": Fraction, "Severity": Severity}
    for module in (model, dates, rules):
        found |= {name: getattr(module, name) for name in module.__all__}
    return found | {"rules_not_loaded": rules_not_loaded}
