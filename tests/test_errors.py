"""The errors: one tree, with the standard library's parents, and facts that survive pickling."""

import datetime as dt
import pickle

import pytest

from familjen import errors
from familjen.errors import FamiljenError

MADE: list[FamiljenError] = [
    errors.InvalidValueError("is wrong", owner="Municipality", attribute="code"),
    errors.UnknownIdError.of("network", "x", ["y", "xy"]),
    errors.MissingDataError("none", variable="v", code="1283", day=dt.date(2016, 1, 1), nearest=(dt.date(2015, 1, 1),)),
    errors.DocumentError("bad", problems=(("$", "is empty"),), origin="x.json"),
    errors.FindingsError("found", codes=("FAM101",)),
    errors.MissingExtraError.of("the command line", "cli"),
]


@pytest.mark.parametrize("error", MADE, ids=lambda error: type(error).__name__)
def test_errors_survive_pickling(error: FamiljenError) -> None:
    """An error sent to another process says the same and carries the same facts."""
    copy = pickle.loads(pickle.dumps(error))
    assert type(copy) is type(error)
    assert (str(copy), vars(copy)) == (str(error), vars(error))


@pytest.mark.parametrize(
    ("name", "parent"),
    [
        ("InvalidValueError", ValueError),
        ("UnknownIdError", LookupError),
        ("MissingDataError", LookupError),
        ("DocumentError", ValueError),
        ("FindingsError", ValueError),
        ("MissingExtraError", ImportError),
    ],
)
def test_errors_have_two_parents(name: str, parent: type[Exception]) -> None:
    """Every error is ours and also the standard library's nearest."""
    assert issubclass(getattr(errors, name), FamiljenError)
    assert issubclass(getattr(errors, name), parent)
    assert {type(error).__name__ for error in MADE} == {other for other in errors.__all__ if other[0].isupper()} - {
        "FamiljenError"
    }


def test_near_matches_ignore_case() -> None:
    """What was meant is found whatever the case, best first, and nothing where nothing is alike."""
    assert errors.near_matches("HELSINBORG", ["Helsingborg", "Malmö"]) == ("Helsingborg",)
    assert errors.near_matches("zzz", ["Helsingborg"]) == ()
    assert "there are 4, such as 'a', 'b' or 'c'" in str(errors.UnknownIdError.of("network", "zzz", "dcba"))
