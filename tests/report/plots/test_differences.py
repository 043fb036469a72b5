"""The picture of a comparison has the differences from the first statement."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.report.plots.drawn import CODES, HEADS, bars, bill, rows, side
from tests.report.plots.seen import title, words

from familjen.allocation import allocate, compare
from familjen.errors import InvalidValueError
from familjen.model import Equal
from familjen.report.plots import alt_text, plot_comparison


@given(st.integers(1, 10**8), st.integers(2, len(CODES)))
@settings(max_examples=12, deadline=None)
def test_bars_are_the_differences(cost: int, number: int) -> None:
    """Each bar ends at what a party pays more or less, the one that pays most more on top; they sum to zero."""
    given_to_both = {"year": 2017, "cost": cost, "parties": CODES[:number]}
    found = compare(allocate(Equal(), **given_to_both), allocate(HEADS, **given_to_both))  # type: ignore[arg-type] - as named
    figure = plot_comparison(found)
    changes = {name: float(found.differences(code)["B"] or 0) for code, name in found.parties.items()}
    assert [changes[name] for name in rows(figure)] == sorted(changes.values(), reverse=True)
    assert [end for _, end in bars(figure)] == [changes[name] for name in rows(figure) if changes[name]]


def test_several_statements_have_bars_of_their_own() -> None:
    """With two other statements each party has two bars, and each statement its verdict."""
    figure = plot_comparison(side())
    assert len(bars(figure)) == 22
    assert title(figure).startswith("Alike against per inhabitant: Perstorp pays 507 thousand kr more")
    assert "Before against per inhabitant: " in alt_text(figure)
    assert {"alike", "before"} <= set(words(figure))


def test_who_is_in_one_only_has_no_bar() -> None:
    """A party that is billed under one of the two has words instead of a bar."""
    found = compare(bill(), allocate(HEADS, year=2017, cost=7_000_000, parties=CODES[1:]))
    figure = plot_comparison(found)
    assert "not in both" in words(figure)
    assert "Bjuv: not billed in both (B)." in alt_text(figure)


def test_nothing_differs() -> None:
    """Where nobody pays anything else the title says so."""
    assert title(plot_comparison(compare(bill(), bill()))) == "B against A: everyone pays the same"


def test_what_cannot_be_compared_is_refused() -> None:
    """More statements than there is room for, and those without a party in common, are refused."""
    with pytest.raises(InvalidValueError, match=r"there are 5 statements beside the first, and room for 4"):
        plot_comparison(compare(*[bill()] * 6, names=list("ABCDEF")))
    other = allocate(Equal(), year=2017, cost=1, parties=["0114"])
    with pytest.raises(InvalidValueError, match=r"nobody is billed under 'A' and another"):
        plot_comparison(compare(bill(), other))
