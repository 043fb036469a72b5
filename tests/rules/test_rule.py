"""A rule is a value: a code, a name, a severity, sentences, and a function."""

import datetime as dt
import string
from collections.abc import Iterator
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from familjen.errors import InvalidValueError
from familjen.findings import Finding, Severity
from familjen.model import Cooperation
from familjen.rules import Rule, rule


@rule(
    "LUND001",
    "no-host",
    Severity.WARNING,
    message="{noun} has no host.",
    hint={"one": "Name {party}.", "none": "name one."},
    since="1.0",
    reference="A book",
)
def no_host(_coop: Cooperation, on: dt.date | None) -> Iterator[Finding]:
    """Nobody hosts it.

    Checks:
        Whether somebody does.
    """
    yield no_host.found(f"$.{on}", advise="none", noun="it")


def test_facts() -> None:
    """The decorator makes a rule that holds what it was given."""
    assert type(no_host) is Rule
    assert (no_host.code, no_host.name, no_host.severity) == ("LUND001", "no-host", Severity.WARNING)
    assert (no_host.since, no_host.reference) == ("1.0", "A book")
    assert no_host.hints == (("one", "Name {party}."), ("none", "name one."))


def test_docstring() -> None:
    """A rule's text is its function's docstring, without the indentation."""
    assert no_host.text == "Nobody hosts it.\n\nChecks:\n    Whether somebody does."


def test_without_docstring() -> None:
    """A rule without a docstring has an empty text, and needs neither hint nor version."""
    plain = rule("LUND002", "plain", Severity.ADVICE, message="Hm.")(lambda _coop, _on: ())
    assert plain.text == ""
    assert (plain.hints, plain.since, plain.reference) == ((), None, None)
    assert plain.found("$") == Finding("LUND002", Severity.ADVICE, "$", "Hm.")


def test_one_hint() -> None:
    """A rule with one hint gives it without being asked for it by key."""
    plain = rule("LUND002", "plain", Severity.ADVICE, message="Hm.", hint="Try {what}.")(lambda _coop, _on: ())
    assert plain.found("$", what="it").hint == "Try it."


def test_called() -> None:
    """A rule is called as its function is, with or without a day."""
    coop = Cooperation("par", "A pair")
    (finding,) = no_host(coop, dt.date(2016, 1, 1))
    assert finding.path == "$.2016-01-01"
    (finding,) = no_host(coop)
    assert finding.path == "$.None"


def test_found() -> None:
    """A finding bears the rule's facts, and its sentences begin with capital letters."""
    assert no_host.found("$.name", advise="none", noun="agreement 'x'") == Finding(
        "LUND001",
        Severity.WARNING,
        "$.name",
        "Agreement 'x' has no host.",
        hint="Name one.",
        reference="A book",
    )


@pytest.mark.parametrize(
    ("advise", "values", "said"),
    [
        ("one", {"noun": "it"}, "needs 'party', and has noun"),
        ("none", {}, "needs 'noun', and has no values"),
        ("two", {"noun": "it"}, "needs 'two', and has noun"),
        ("", {"noun": "it", "party": "x"}, "needs '', and has noun, party"),
    ],
)
def test_missing_values(advise: str, values: dict[str, str], said: str) -> None:
    """A finding whose sentences name a value, or a hint, that is not given is refused in a sentence."""
    with pytest.raises(InvalidValueError, match=f"a finding of LUND001 {said}"):
        no_host.found("$", advise=advise, **values)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("code", "lund001"),
        ("code", "LUND1"),
        ("code", None),
        ("name", "No host"),
        ("name", "no_host"),
        ("name", "-"),
        ("name", ""),
        ("severity", "error"),
        ("function", "no_host"),
        ("function", None),
        ("message", ""),
        ("message", 3),
        ("hints", ["x"]),
        ("hints", ("x",)),
        ("since", ""),
        ("reference", " "),
    ],
)
def test_refused_facts(field: str, value: Any) -> None:
    """A rule with a malformed fact is refused, and the error names the field."""
    with pytest.raises(InvalidValueError) as caught:
        attrs.evolve(no_host, **{field: value})
    assert caught.value.attribute == field


def test_values() -> None:
    """Rules are compared and hashed by their facts."""
    assert attrs.evolve(no_host) == no_host
    assert attrs.evolve(no_host, code="LUND003") != no_host
    assert len({no_host, attrs.evolve(no_host)}) == 1


TEXTS = st.text(string.ascii_letters + string.punctuation + "åäö ", min_size=1).map(lambda text: f"x{text}x")


@given(TEXTS, TEXTS)
def test_values_stand_as_they_are(noun: str, party: str) -> None:
    """Values come into the sentences as they are, also with braces in them; only the first letter is raised."""
    finding = no_host.found("$", advise="one", noun=noun, party=party)
    assert finding.message == f"X{noun[1:]} has no host."
    assert finding.hint == f"Name {party}."


@given(
    st.from_regex(r"[A-Z]{2,8}[0-9]{3}", fullmatch=True), st.from_regex(r"[a-z]{1,5}(-[a-z0-9]{1,5})?", fullmatch=True)
)
def test_codes_and_names(code: str, name: str) -> None:
    """Capitals and three digits make a code, words with hyphens a name, and findings bear the code."""
    made = rule(code, name, Severity.ERROR, message="Hm.")(no_host.function)
    assert made.found("$").code == code
    assert made.name == name
