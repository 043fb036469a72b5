"""What pictures in a report promise."""

import re

import pytest
from tests.report.webpage.ledgers import ledger
from tests.report.webpage.pages import MADE, Page, drawn

from familjen.balance import Entry, Ledger, balance
from familjen.model import Cooperation
from familjen.report.plots import alt_text, plot_balance
from familjen.report.webpage import html
from familjen.report.webpage.picture import inline_svg


def test_a_picture_is_svg_with_ids_and_words_of_its_own() -> None:
    """It begins with its element, its ids bear the prefix, it has no style or metadata, and its title and text."""
    figure = plot_balance(balance(ledger()))
    svg = str(inline_svg(figure, "first"))
    assert svg.startswith("<svg ")
    page = Page(svg)
    assert {name.partition("-")[0] for name in page.ids} == {"first"}
    assert {each[1:].partition("-")[0] for each in re.findall(r'(?<=xlink:href=")[^"]*', svg)} == {"first"}
    assert not page.all("style")
    assert not page.all("metadata")
    title, _, rest = alt_text(figure).partition("\n")
    assert page.all("title", id="first-title")[0].text == title
    assert page.all("desc", id="first-description")[0].text == " ".join(rest.split())
    assert page.all("svg")[0].attributes["role"] == "img"


def test_two_of_the_same_picture_share_no_id() -> None:
    """With other prefixes the same figure has other ids, and is otherwise the same."""
    figure = plot_balance(balance(ledger()))
    one, two = (str(inline_svg(figure, prefix)) for prefix in ("one", "two"))
    assert not set(Page(one).ids) & set(Page(two).ids)
    assert one.replace("one-", "two-") == two


def test_a_party_with_a_hostile_name_is_words_in_the_picture() -> None:
    """What looks like HTML in a name is text in the picture's description."""
    name = "<script>alert('1')</script>"
    entries = Ledger.of([Entry(name, 2024, "Fee", paid=10), Entry("Bjuv", 2024, "Fee", paid=10)])
    page = Page(str(inline_svg(plot_balance(balance(entries)), "p")))
    assert not page.all("script")
    assert name in page.all("desc")[0].text


@pytest.mark.parametrize(("parties", "pictures"), [(2, 2), (41, 1)], ids=["few", "many"])
def test_very_many_parties_have_a_table_instead_of_a_map_of_years(parties: int, pictures: int) -> None:
    """Beyond forty parties the lines are drawn, and the table holds everybody."""
    entries = Ledger.of([Entry(f"Part {place}", 2024, "Fee", paid=10 + place) for place in range(parties)])
    page = drawn(html(Cooperation("c", "C"), balances=[balance(entries)], made=MADE))
    assert len([each for each in page.all("svg") if each.attributes.get("role") == "img"]) == pictures
    rows = [each.text for each in page.all("th", scope="row")]
    assert rows == [f"Part {place}" for place in range(parties)]
