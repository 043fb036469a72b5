"""Amounts are written as people read them, and never lose their size."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.errors import InvalidValueError
from familjen.report.plots.amounts import Amounts, counted, in_words, number, shortest, the_parties

FACTORS = {"": 1, "thousand": 1e3, "million": 1e6, "billion": 1e9, "tusen": 1e3, "miljoner": 1e6, "miljarder": 1e9}
amounts = st.floats(-1e12, 1e12)


def _read(text: str, lang: str) -> float:
    """Read an amount in words back."""
    found = re.fullmatch(r"([\d,. \u00a0]+) ?(\w*) kr", text)
    assert found is not None, text
    figures = found[1].strip()
    figures = figures.replace("\u00a0", "").replace(",", ".") if lang == "sv" else figures.replace(",", "")
    return float(figures) * FACTORS[found[2]]


@given(amounts, st.sampled_from(["en", "sv"]))
@settings(max_examples=60, deadline=None)
def test_amounts_in_words_are_right_to_two_figures(amount: float, lang: str) -> None:
    """Whoever reads an amount in words is off by less than six per cent, or by half an öre."""
    assert _read(in_words(amount, lang), lang) == pytest.approx(abs(amount), rel=0.06, abs=0.0051)


@given(st.lists(amounts, min_size=1, max_size=5))
@settings(max_examples=50, deadline=None)
def test_amounts_beside_each_other_have_one_unit(some: list[float]) -> None:
    """The largest amount has at most four figures before the point, so that an axis is read at a glance."""
    written = Amounts.of(some)
    largest = max(map(abs, some))
    assert largest / written.divisor < 10_000
    assert written.divisor == 1 or largest / written.divisor >= 0.999


@given(st.integers(-10_000, 10_000), st.integers(0, 3))
@settings(max_examples=50, deadline=None)
def test_a_tick_says_exactly_where_it_stands(count: int, decimals: int) -> None:
    """What is written beside a tick is the number of the tick."""
    value = count / 10**decimals
    text = shortest(value, "en").replace(",", "").replace("\N{MINUS SIGN}", "-")
    assert float(text) == value


@pytest.mark.parametrize(
    ("amount", "english", "swedish"),
    [
        (0, "0 kr", "0 kr"),
        (3.187, "3.19 kr", "3,19 kr"),
        (139.4, "139 kr", "139 kr"),
        (9_480, "9,480 kr", "9 480 kr"),
        (12_345, "12.3 thousand kr", "12,3 tusen kr"),
        (423_815, "424 thousand kr", "424 tusen kr"),
        (999_499, "999 thousand kr", "999 tusen kr"),
        (999_999, "1.0 million kr", "1,0 miljoner kr"),
        (2_649_855, "2.6 million kr", "2,6 miljoner kr"),
        (1_500_000_000, "1.5 billion kr", "1,5 miljarder kr"),
    ],
)
def test_amounts_are_told(amount: float, english: str, swedish: str) -> None:
    """Amounts of every size are told in both languages."""
    assert in_words(amount) == in_words(-amount) == english
    assert in_words(amount, "sv").replace("\N{NO-BREAK SPACE}", " ") == swedish


def test_a_unit_may_be_missing() -> None:
    """Costs whose unit nobody knows are told without one."""
    assert in_words(15, unit="") == "15.00"
    assert in_words(2e6, unit="") == "2.0 million"
    assert Amounts.of([2e6], "sv", unit="").axis == "miljoner"


def test_nothing_is_minus_zero() -> None:
    """What rounds to zero has no sign."""
    assert number(-0.001, 1, "en") == "0.0"
    assert Amounts.of([1e6, -1]).signed(-1) == "0.0"


def test_beyond_a_million_billions_powers_of_ten_are_written() -> None:
    """Numbers that nobody reads in figures are written by their power of ten."""
    assert number(-1.234e20, 0, "en") == "−1.23 · 10^20"
    assert number(1.234e20, 0, "sv") == "1,23 · 10^20"


@pytest.mark.parametrize(
    ("count", "english", "swedish"), [(0, "none", "inga"), (12, "twelve", "tolv"), (13, "13", "13")]
)
def test_counts_are_words_up_to_twelve(count: int, english: str, swedish: str) -> None:
    """Small counts are written in letters, large ones in figures."""
    assert (counted(count, "en"), counted(count, "sv")) == (english, swedish)


def test_many_parties_are_called_parties() -> None:
    """A count in figures is followed by what is counted, as an amount may come next."""
    assert the_parties(33, "en") == "the 33 parties"
    assert the_parties(2, "sv") == "de två"


@pytest.mark.parametrize("lang", ["de", "EN", "", None], ids=repr)
def test_other_languages_are_refused(lang: str) -> None:
    """A language that is not ours is refused with those that are."""
    for told in (lambda: in_words(2e6, lang), lambda: counted(3, lang), lambda: Amounts.of([1], lang)):
        with pytest.raises(InvalidValueError, match=r"is not a language of ours; "):
            told()
