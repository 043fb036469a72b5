"""The errors: one tree, with the standard library's parents, and facts that survive pickling."""

import copy
import datetime as dt
import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen import errors
from familjen.errors import FamiljenError

MADE: list[FamiljenError] = [
    errors.InvalidValueError("is wrong", owner="Municipality", attribute="code"),
    errors.UnknownIdError.of("network", "x", ["y", "xy"]),
    errors.MissingDataError("none", variable="v", code="1283", day=dt.date(2016, 1, 1), nearest=(dt.date(2015, 1, 1),)),
    errors.DocumentError("bad", problems=(("$", "is empty"),), origin="x.json"),
    errors.FindingsError("found", codes=("FAM101",)),
    errors.MissingExtraError.of("the command line", "cli"),
    errors.IntractableError.of("the nucleolus", "SpanningTreeGame of 30 players", "NP-hard", "use bird"),
    errors.CertificateError("does not hold", method="nucleolus"),
]


def again(error: FamiljenError) -> list[FamiljenError]:
    """Give the error pickled by every protocol, copied and copied deeply."""
    pickled = [pickle.loads(pickle.dumps(error, protocol)) for protocol in range(pickle.HIGHEST_PROTOCOL + 1)]
    return [*pickled, copy.copy(error), copy.deepcopy(error)]


@pytest.mark.parametrize("error", MADE, ids=lambda error: type(error).__name__)
def test_errors_survive_pickling_and_copying(error: FamiljenError) -> None:
    """An error that is copied, or sent to another process, says the same and carries the same facts."""
    for other in again(error):
        assert other is not error
        assert type(other) is type(error)
        assert (str(other), vars(other), other.args) == (str(error), vars(error), error.args)


@pytest.mark.parametrize("error", MADE, ids=lambda error: type(error).__name__)
def test_copies_keep_notes(error: FamiljenError) -> None:
    """What somebody adds to an error on its way is kept when it is copied, and the first one is left as it was."""
    (noted,) = pickle.loads(pickle.dumps([error]))
    noted.add_note("while the bill of 2016 was made")
    assert all(other.__notes__ == ["while the bill of 2016 was made"] for other in again(noted))
    assert not hasattr(error, "__notes__")


@given(st.sampled_from(MADE), st.text(max_size=20), st.text(max_size=8))
@settings(max_examples=30, deadline=None)
def test_any_facts_survive_copying(error: FamiljenError, sentence: str, fact: str) -> None:
    """Whatever the sentence and the facts are, a copy has the same."""
    facts = dict.fromkeys(vars(error).keys() - {"reason"}, fact)
    made = type(error)(sentence, **facts)
    assert [(type(other), str(other), vars(other)) for other in again(made)] == [
        (type(made), str(made), vars(made))
    ] * len(again(made))


@pytest.mark.parametrize(
    ("name", "parent"),
    [
        ("InvalidValueError", ValueError),
        ("UnknownIdError", LookupError),
        ("MissingDataError", LookupError),
        ("DocumentError", ValueError),
        ("FindingsError", ValueError),
        ("MissingExtraError", ImportError),
        ("IntractableError", ValueError),
        ("CertificateError", RuntimeError),
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


@given(st.text(max_size=8), st.lists(st.text(max_size=8), max_size=6))
@settings(max_examples=60, deadline=None)
def test_near_matches_are_known_words(word: str, known: list[str]) -> None:
    """What is offered instead of a word is among the known ones, three at most, and the word itself comes first."""
    near = errors.near_matches(word, known)
    assert set(near) <= set(known)
    assert len(near) <= 3
    assert not near or word not in known or near[0].casefold() == word.casefold()
    assert errors.near_matches(word, known, most=1) == near[:1]


@given(st.text(max_size=8), st.lists(st.text(max_size=8), max_size=6))
@settings(max_examples=60, deadline=None)
def test_unknown_ids_survive_pickling(identifier: str, known: list[str]) -> None:
    """An unknown id is told with its kind and a hint, and keeps its facts in another process."""
    error = errors.UnknownIdError.of("network", identifier, iter(known))
    assert str(error).startswith(f"there is no network {identifier!r}; ")
    assert ("there are none at all" in str(error)) == (not known)
    other = pickle.loads(pickle.dumps(error))
    assert (str(other), other.kind, other.identifier, other.near) == (str(error), "network", identifier, error.near)


@pytest.mark.parametrize(
    ("owner", "attribute", "shown"),
    [("", "", "is odd"), ("A", "", "A: is odd"), ("", "b", "b: is odd"), ("A", "b", "A.b: is odd")],
    ids=range(4),
)
def test_invalid_values_name_their_place(owner: str, attribute: str, shown: str) -> None:
    """A wrong value is told with as much of its place as is known, and the reason stands alone too."""
    error = errors.InvalidValueError("is odd", owner=owner, attribute=attribute)
    assert (str(error), error.reason) == (shown, "is odd")
    assert str(pickle.loads(pickle.dumps(error))) == shown


@pytest.mark.parametrize("name", [name for name in errors.__all__ if name.endswith("Error")])
def test_errors_need_only_a_sentence(name: str) -> None:
    """Every error can be raised with a sentence alone, and its facts are then empty."""
    error = getattr(errors, name)("is odd")
    assert str(error) == "is odd"
    assert not any(value for fact, value in vars(error).items() if fact != "reason")


def test_a_missing_extra_says_how_to_get_it() -> None:
    """A feature without its dependency is an ImportError with the command that mends it."""
    with pytest.raises(ImportError, match=r"pip install 'familjen\[cli\]'") as caught:
        raise errors.MissingExtraError.of("the command line", "cli")
    assert getattr(caught.value, "extra", None) == "cli"
