"""Findings are put in the order of the document."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rules.drawn import clean, messy, paths

from familjen import model
from familjen.findings import Finding, Severity
from familjen.rules.order import by_place

COOP = model.Cooperation("par", "A pair", networks=tuple(model.Network(f"n{n}", "X") for n in range(12)))


def at(path: str, code: str = "FAM101", message: str = "Hm.", hint: str | None = None) -> Finding:
    """Make a finding at a path."""
    return Finding(code, Severity.ERROR, path, message, hint=hint)


def put_in_order(*found: Finding) -> list[Finding]:
    """Put findings in the order of the cooperation of these tests."""
    return sorted(found, key=by_place(COOP))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("$", "$.id"),
        ("$.id", "$.name"),
        ("$.networks", "$.networks[0]"),
        ("$.networks[2]", "$.networks[10]"),
        ("$.networks[2].plans", "$.networks[10].id"),
        ("$.networks[2].members", "$.networks[2].coordinators"),
        ("$.agreements[9].host", "$.networks[0].id"),
        ("$.sources", "$.unheard_of"),
        ("$.networks[11].sources", "$.networks[99].id"),
        ("$.networks[99].a", "$.networks[99].b"),
        ("$.name.a", "$.name.b"),
        ("$.name[1]", "$.name[2]"),
        ("$.networks[11]", "$.networks.name"),
    ],
)
def test_order(first: str, second: str) -> None:
    """Fields stand as in their class, items by number, and places that do not exist after those that do."""
    assert put_in_order(at(second), at(first)) == [at(first), at(second)]


def test_order_at_one_place() -> None:
    """At one place findings are put in the order of code, message and hint."""
    found = [at("$"), at("$", hint="Try."), at("$", message="So."), at("$", code="FAM102", message="Ah.")]
    assert put_in_order(*reversed(found)) == found


@pytest.mark.parametrize("path", ["$[", "$.", "$..", "$[x]", "$" + "[0]" * 1_000, f"$[{'9' * 5_000}]", "$[-1]", "$.é"])
def test_odd_paths(path: str) -> None:
    """A path that is none, is deep, or has a huge number in it is put in some order, without an error."""
    assert len(put_in_order(at(path), at("$.id"), at("$.networks[3]"))) == 3


@given(st.one_of(clean(), messy()), st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_whole_documents(coop: model.Cooperation, rng: random.Random) -> None:
    """All places of a document, shuffled, are put back in the order of a walk through it."""
    walk = [at(path) for path, _ in paths(coop)]
    assert sorted(rng.sample(walk, len(walk)), key=by_place(coop)) == walk
