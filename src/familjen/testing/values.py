"""What nouns are made of: days, amounts, shares, names (värden)."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction

from hypothesis import strategies as st

from familjen.dates import CountedFrom, Notice, Period, Recurrence, ReferenceDate
from familjen.errors import InvalidValueError
from familjen.validators import show

__all__ = [
    "amounts",
    "days",
    "identifiers",
    "notices",
    "periods",
    "recurrences",
    "reference_dates",
    "shares",
    "texts",
    "years",
]

_FIRST, _LAST = dt.date(1990, 1, 1), dt.date(2030, 12, 28)


def days(first: dt.date = _FIRST, last: dt.date = _LAST) -> st.SearchStrategy[dt.date]:
    """Draw days; the simplest is the one nearest to 2000 (dagar)."""
    return st.dates(first, last)


def years(first: int = _FIRST.year, last: int = _LAST.year) -> st.SearchStrategy[int]:
    """Draw calendar years; the simplest is the first (år)."""
    return st.integers(first, last)


def amounts(most: Decimal | int = 10**10) -> st.SearchStrategy[Decimal]:
    """Draw amounts in kronor with two decimals, from zero to the most (belopp).

    Args:
        most: The largest amount, a finite number of zero or more.

    Raises:
        InvalidValueError: It is none.

    >>> from hypothesis import find
    >>> find(amounts(100), lambda amount: amount > 1)
    Decimal('1.01')
    """
    if type(most) not in {int, Decimal} or not Decimal(most).is_finite() or most < 0:
        raise InvalidValueError(f"{show(most)} is no largest amount; give zero or more", attribute="most")
    return st.integers(0, int(most * 100)).map(_from_hundredths)


def _from_hundredths(number: int) -> Decimal:
    return Decimal(number) / 100


def shares(least: Fraction | int = 0, most: Fraction | int = 1) -> st.SearchStrategy[Fraction]:
    """Draw shares of a whole, in twentieths and larger parts (andelar)."""
    return st.fractions(least, most, max_denominator=20)


def texts() -> st.SearchStrategy[str]:
    """Draw short texts that a noun accepts, with letters, quotes and line ends that trouble careless tools (text)."""
    signs = 'aåäöÅ "\\\n€<é漢1'
    return st.text(alphabet=signs, min_size=1, max_size=6).filter(lambda text: text == text.strip())


def identifiers() -> st.SearchStrategy[str]:
    """Draw short ids (id)."""
    return st.text(alphabet="abcåäö123-_.:", min_size=1, max_size=4)


def periods(first: dt.date = _FIRST, last: dt.date = _LAST) -> st.SearchStrategy[Period]:
    """Draw periods that begin between two days, and have no end or end within 2,000 days (perioder)."""
    lengths = st.none() | st.integers(0, 2_000)
    return st.builds(_period, days(first, last), lengths)


def _period(first: dt.date, length: int | None) -> Period:
    return Period(first, None if length is None else first + dt.timedelta(days=length))


def reference_dates() -> st.SearchStrategy[ReferenceDate]:
    """Draw days of reference: the same each year, or one fixed day (avläsningsdagar)."""
    yearly = st.builds(ReferenceDate, st.integers(1, 12), st.integers(1, 28), years_before=st.integers(0, 2))
    return yearly | st.builds(ReferenceDate.fixed, days())


def notices() -> st.SearchStrategy[Notice]:
    """Draw notices: a time before, or a day each year (uppsägning)."""
    before = st.builds(
        Notice, years=st.integers(1, 3), counted_from=st.sampled_from(CountedFrom), in_writing=st.booleans()
    )
    yearly = st.builds(ReferenceDate, st.just(1), st.just(1), years_before=st.integers(0, 2))
    return before | st.builds(Notice, by=yearly)


def recurrences() -> st.SearchStrategy[Recurrence]:
    """Draw recurrences: the second Tuesday of each month, or every week (återkommande dagar)."""
    return st.builds(Recurrence, st.sampled_from(["FREQ=MONTHLY;BYDAY=2TU", "FREQ=WEEKLY"]), days())
