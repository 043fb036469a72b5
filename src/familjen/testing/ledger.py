"""Ledgers, and the entries in them (huvudböcker)."""

from collections.abc import Sequence
from decimal import Decimal

from hypothesis import strategies as st

from familjen.balance import Entry, Kind, Ledger
from familjen.errors import InvalidValueError
from familjen.model import Source
from familjen.scale import Basis
from familjen.testing.asked import given_names
from familjen.testing.values import amounts
from familjen.validators import show

__all__ = ["entries", "ledgers"]

_PARTIES = ("Bjuv", "Åstorp", "Svalöv")
_ACTIVITIES = ("Fee", "Event", "Course")
_SOURCES = (None, Source("Budget"), Source("Årsredovisning"))
_FIRST, _LAST = 2015, 2019


@st.composite
def _entries(draw: st.DrawFn, parties: Sequence[str]) -> Entry:
    money = amounts(10**9)
    paid, received = draw(money), draw(money)
    net = received - paid
    low = draw(st.none() | money.map(lambda less: net - less) | st.just(min(net, Decimal(0))))
    high = draw(st.none() | money.map(lambda more: net + more) | st.just(max(net, Decimal(0))))
    return Entry(
        draw(st.sampled_from(parties)),
        draw(st.integers(_FIRST, _LAST)),
        draw(st.sampled_from(_ACTIVITIES)),
        paid=paid,
        received=received,
        low=low,
        high=high,
        kind=draw(st.sampled_from(Kind)),
        basis=draw(st.sampled_from(Basis)),
        source=draw(st.sampled_from(_SOURCES)),
    )


def entries(parties: Sequence[str] = _PARTIES) -> st.SearchStrategy[Entry]:
    """Draw entries of 2015 to 2019, some with a range around their net (poster).

    Args:
        parties: Whose they may be.

    Raises:
        InvalidValueError: There is no party, or one of them twice.

    >>> from hypothesis import find
    >>> find(entries(), lambda entry: entry.net < 0).net
    Decimal('-0.01')
    """
    return _entries(given_names(parties, "parties"))


def ledgers(parties: Sequence[str] = _PARTIES, *, most: int = 12) -> st.SearchStrategy[Ledger]:
    """Draw ledgers of some entries (huvudböcker).

    Args:
        parties: Whose they may be.
        most: How many entries there are at most; at least one.

    Raises:
        InvalidValueError: There is no party, or one of them twice, or the most is less than one.

    >>> from hypothesis import find
    >>> find(ledgers(["Klippan"]), lambda ledger: len(ledger) > 1)
    <Ledger: 2 entries, 1 parties, 1 activities, 2015-2015>
    """
    if type(most) is not int or most < 1:
        raise InvalidValueError(f"{show(most)} is no number of entries; give 1 or more", attribute="most")
    return st.lists(entries(parties), min_size=1, max_size=most).map(Ledger.of)
