"""How a report writes days, numbers and amounts."""

import datetime as dt
import sys
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familjen.dates import Period
from familjen.errors import MissingExtraError
from familjen.report.webpage.speech import Speech

AMOUNTS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=2)


@settings(max_examples=12)
@given(amount=AMOUNTS, lang=st.sampled_from(["en", "sv"]))
def test_no_digit_of_a_number_is_lost(amount: Decimal, lang: str) -> None:
    """A number is read back from what is written, to its last decimal."""
    text = Speech(lang).number(amount)
    plain = "".join(each for each in text if each.isdigit() or each in ",.-−").replace("−", "-")
    plain = plain.replace(",", "") if lang == "en" else plain.replace(",", ".")
    assert Decimal(plain) == amount
    assert len(plain.partition(".")[2]) == 2


@settings(max_examples=12)
@given(day=st.dates())
def test_days_are_written_in_both_languages(day: dt.date) -> None:
    """Day and year are figures, and the month is a word."""
    for lang in ("en", "sv"):
        first, month, year = Speech(lang).day(day).split(" ")
        assert (int(first), int(year)) == (day.day, day.year)
        assert month.isalpha()


def test_swedish_amounts_have_spaces_and_a_comma() -> None:
    """Thousands are kept apart by spaces that do not break, and the currency stands after."""
    assert Speech("sv").money(Decimal("1234567.50")) == "1\xa0234\xa0567,50\xa0kr"
    assert Speech("en").money(1234567, "NOK") == "1,234,567\xa0NOK"
    assert Speech("en").number(Decimal("12345678901234567890123456789012.5")).endswith(",789,012.5")


@pytest.mark.parametrize(
    ("period", "said"),
    [
        (None, "inte angivet"),
        (Period(dt.date(2016, 1, 1)), "från 1 januari 2016 tills vidare"),
        (Period.year(2016), "1 januari 2016 – 31 december 2016"),
    ],
    ids=["unknown", "open", "closed"],
)
def test_periods_say_when_they_end(period: Period | None, said: str) -> None:
    """An unknown period, an open one and a closed one are told apart."""
    assert Speech("sv").period(period) == said


def test_many_things_in_a_row_are_counted() -> None:
    """Of more than so many the first are named, and the rest are a number."""
    assert Speech("en").row([str(n) for n in range(2_000)], most=1) == "0 and 1,999 more"
    assert Speech("sv").row(["a", "b"]) == "a och b"
    assert Speech("sv").row([]) == ""
    assert Speech("en").counted(1, ("year", "år"), ("years", "år")) == "1 year"


@pytest.mark.parametrize("module", ["babel.dates", "babel.numbers"])
def test_without_babel_the_extra_is_named(module: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Days and numbers both say what to install."""
    monkeypatch.setitem(sys.modules, module, None)
    speech = Speech("sv")
    with pytest.raises(MissingExtraError, match=r"pip install 'familjen\[report\]'"):
        speech.row([speech.day(dt.date(2016, 1, 1)), speech.number(1)])
