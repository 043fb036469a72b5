"""The picture of a sensitivity has what each change does, the one that moves most on top."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.report.plots.drawn import CODES, HEADS, NAMES, bars, moved, rows
from tests.report.plots.seen import title

from familjen.allocation import sensitivity
from familjen.errors import InvalidValueError, UnknownIdError
from familjen.report.plots import alt_text, plot_sensitivity


@given(st.sampled_from(CODES))
@settings(max_examples=11, deadline=None)
def test_a_party_has_its_own_changes(code: str) -> None:
    """With a party, each bar is what the change does to its bill."""
    figure = plot_sensitivity(moved(), party=code)
    own = {effect.what if effect.party is None else effect.party: effect for effect in moved().effects[:12]}
    expected = sorted((float(effect.changes[code]) for effect in own.values()), key=abs, reverse=True)
    assert [end for _, end in bars(figure)] == sorted(expected, key=abs, reverse=True)
    assert f"The bill of {NAMES[CODES.index(code)]}." in alt_text(figure)


def test_what_moves_most_is_on_top() -> None:
    """Without a party each row has the bill that moves most; bars grow shorter downwards."""
    figure = plot_sensitivity(moved())
    lengths = [abs(end) for _, end in bars(figure)]
    assert lengths == sorted(lengths, reverse=True)
    assert rows(figure)[0] == "cost +1 %"
    assert title(figure).startswith("What matters most: cost +1 % – Helsingborg pays 29.5 thousand kr more")


def test_less_counts_as_much_as_more() -> None:
    """The bill that moves most is shown whether it rises or falls."""
    pair = sensitivity(HEADS, year=2016, cost=1_000_000, parties=["1283", "1260"])
    change = min(pair.effect("population", "1260").changes.values())
    assert float(change) in [end for _, end in bars(plot_sensitivity(pair))]


def test_who_leaves_is_drawn_apart() -> None:
    """Parties that leave are not drawn beside small changes, which is said; they are when asked for."""
    assert "Not drawn: Bjuv leaves" in alt_text(plot_sensitivity(moved()))
    figure = plot_sensitivity(moved(), kinds=["party"])
    assert sorted(rows(figure)) == sorted(f"{name} leaves" for name in NAMES)
    own = plot_sensitivity(moved(), kinds=["party"], party="1260")
    assert "Bjuv leaves" not in rows(own)


@pytest.mark.parametrize(
    ("kinds", "reason"),
    [
        ("cost", r"'cost' are no kinds; give a list of cost, amount, figure, party, key"),
        ([], r"\[\] are no kinds"),
        (["costs"], r"'costs' is no kind of change; use one of cost"),
        (["amount"], r"no change of kind amount has a bill"),
    ],
    ids=["text", "none", "unknown", "empty"],
)
def test_other_kinds_are_refused(kinds: object, reason: str) -> None:
    """What is no kind of change, and a kind of which there is none, is refused."""
    with pytest.raises(InvalidValueError, match=reason):
        plot_sensitivity(moved(), kinds=kinds)  # type: ignore[arg-type] - wrong on purpose


def test_an_unknown_party_is_refused() -> None:
    """Whoever is not billed has no bill to draw."""
    with pytest.raises(UnknownIdError, match=r"there is no charge for party '1299'"):
        plot_sensitivity(moved(), party="1299")
