"""What the section on balances promises."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.report.webpage.pages import MADE, Page, drawn

from familjen.balance import Entry, Ledger, Range, balance
from familjen.model import Cooperation
from familjen.report.webpage import html

UNSURE = (
    Entry("Bjuv", 2024, "Fee", paid=100),
    Entry("Bjuv", 2025, "Event", received=110, low=50, high=200, basis="estimated"),
)


def balance_of(*entries: Entry, lang: str = "en") -> Page:
    """Make a report of a balance alone."""
    return drawn(html(Cooperation("c", "C"), balances=[balance(Ledger.of(entries))], lang=lang, made=MADE))


@settings(max_examples=4, deadline=None)
@given(paid=st.integers(0, 10**7), received=st.integers(0, 10**7))
def test_amounts_are_those_of_the_balance(paid: int, received: int) -> None:
    """Each party's row holds its balance at the least, as it is and at the most, and whether it is behind."""
    entries = (Entry("Bjuv", 2024, "Fee", paid=paid), Entry("Bjuv", 2025, "Event", received=received))
    row = [each.text for each in balance_of(*entries).all("td")]
    worth = balance(Ledger.of(entries)).cumulative("Bjuv", None, Range.BASE)
    assert worth == received - paid
    assert row[:3] == [f"{received - paid:,} kr"] * 3
    assert row[3] == ("behind" if worth < 0 else "2025" if paid else "2024")


def test_less_than_a_krona_is_no_zero() -> None:
    """A party that is behind by some ore is not told to be behind by nothing."""
    from decimal import Decimal

    page = balance_of(Entry("Bjuv", 2024, "Fee", paid=Decimal("0.40")), lang="sv")
    assert [each.text for each in page.all("td")][1:] == ["-0,40 kr", "-0,40 kr", "efter"]


def test_the_beginning_tells_how_sure_the_answer_is() -> None:
    """Where the answer is another at the least that entries may be, the beginning says so; else it is one line."""
    brief = balance_of(*UNSURE).section("brief").text
    assert "Everyone wins by 2025: from the end of that year to 2025 nobody is behind. At the least" in brief
    assert "At the least" not in balance_of(*UNSURE[:1]).section("brief").text


@pytest.mark.parametrize(
    ("bases", "said", "unsaid"),
    [
        (("measured", "measured"), "Mätt", "llustrativ"),
        (("measured", "illustrative"), "Delvis illustrativt: Alla", "Illustrativa siffror"),
        (("illustrative", "illustrative"), "Illustrativt: Alla", "Delvis"),
    ],
    ids=["measured", "partly", "wholly"],
)
def test_what_is_made_up_is_told_as_it_is(bases: tuple[str, str], said: str, unsaid: str) -> None:
    """Figures are called illustrative, partly so or not at all, as entries are; on what they rest is always told."""
    entries = [Entry("Bjuv", 2024 + place, "Fee", paid=5, basis=basis) for place, basis in enumerate(bases)]
    page = balance_of(*entries, lang="sv")
    told = page.section("brief").text + page.section("balance").text.partition("2024–2025")[2]
    assert "Poster: " in told
    assert said in told or said == "Mätt"
    assert unsaid not in told
