"""What a report does with names and addresses that would do harm."""

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.report.webpage.pages import MADE, Page, drawn, named

from familjen.model import Cooperation, Declaration, Source
from familjen.report.webpage import html
from familjen.report.webpage.drawing import filled, is_web_address, visible

HOSTILE = (
    "<script>alert(1)</script>",
    "\"&'<b>",
    "{{ 7 * 7 }}{% raw %}",
    "]]></style><svg onload=alert(1)>",
    "Bj\u202euv\u2066",
    "x" * 3_000,
    "&lt;&amp;&#0;",
)
_ACTIVE = {"script", "iframe", "object", "embed", "form", "img", "link", "base"}


def harmless(page: Page) -> bool:
    """Tell whether nothing in a page can act."""
    active = {each.tag for each in page.elements} & _ACTIVE
    handlers = [name for each in page.elements for name in each.attributes if name.startswith("on")]
    return not active and not handlers and all(link.startswith(("#", "http://", "https://")) for link in page.links)


@pytest.mark.parametrize("name", HOSTILE, ids=["script", "quotes", "template", "style", "bidi", "long", "entities"])
def test_a_hostile_name_is_a_name(name: str) -> None:
    """It stands as text wherever names stand, and makes no element of its own."""
    page = drawn(html(named(name, "Bjuv"), made=MADE))
    assert harmless(page)
    for section in ("members", "participation", "agreements"):
        assert visible(name) in page.section(section).text
    plain = drawn(html(named("Ale", "Bjuv"), made=MADE))
    assert [each.tag for each in page.elements] == [each.tag for each in plain.elements]


@settings(max_examples=12, deadline=None)
@given(name=st.text(min_size=1, max_size=40).map(str.strip).filter(bool).filter(lambda text: text.isprintable()))
def test_any_name_makes_the_same_elements(name: str) -> None:
    """Whatever a member and an agreement are called, the page has the same elements and shows the name."""
    page = drawn(html(named(name), made=MADE))
    plain = drawn(html(named("Ale"), made=MADE))
    assert [each.tag for each in page.elements] == [each.tag for each in plain.elements]
    assert " ".join(visible(name).split()) in page.section("members").text


@settings(max_examples=12)
@given(
    value=st.one_of(
        st.text(max_size=60), st.text("<>&\"'/=!-[]{}% \u202e\u2067\x00abc", max_size=60), st.integers(), st.none()
    )
)
def test_a_value_comes_back_as_the_parser_reads_it(value: object) -> None:
    """Text that is filled in is read back as it was, with controls shown and nothing else changed."""
    page = Page(filled("parts_of_test.html", value=value))
    read, written = ("".join(page.all("p")[0].words), visible(str(value)))
    assert read.replace("\r", "\n").strip("\n") == written.replace("\r", "\n").strip("\n")


@pytest.fixture(autouse=True)
def _a_template_of_the_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the environment know a template that shows a value, as every template of the report does."""
    import jinja2

    from familjen.report.webpage import drawing

    environment = drawing._environment()
    assert environment.loader is not None
    own = jinja2.DictLoader({"parts_of_test.html": "<p>{{ value }}</p>"})
    monkeypatch.setattr(environment, "loader", jinja2.ChoiceLoader([own, environment.loader]))


def test_marks_that_turn_text_round_are_shown() -> None:
    """No mark that turns the direction of writing, no control and no half character is left in the page."""
    marks = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c\x07\x7f\ufeff\ud800"
    shown = visible(marks)
    assert shown.count("[U+") == len(marks)
    assert not set(shown) & set(marks)
    assert visible("Åstorp – ﷽ 👩‍👩‍👧 e\u0301") == "Åstorp – ﷽ 👩‍👩‍👧 e\u0301"


@pytest.mark.parametrize(
    ("address", "links"),
    [
        ("https://example.org/a?b=1&c=2", True),
        ("http://example.org", True),
        ("HTTPS://EXAMPLE.ORG", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt://example.org/%0aalert(1)", False),
        ("data:text/html,<script>alert(1)</script>", False),
        ("//example.org", False),
        ("https://", False),
        ("https://[::1", False),
        ("", False),
        (None, False),
        (7, False),
    ],
    ids=str,
)
def test_only_web_addresses_become_links(address: object, *, links: bool) -> None:
    """An address becomes a link when it is of the web; any other is text."""
    assert is_web_address(address) is links
    source = Source("Where")
    object.__setattr__(source, "url", address)
    coop = Cooperation("c", "C", purpose=Declaration("Why", sources=(source,)))
    page = drawn(html(coop, made=MADE))
    outer = [link for link in page.links if not link.startswith("#")]
    assert outer == ([address] if links else [])
    if isinstance(address, str):
        assert links or address in page.section("sources").text


def test_a_hostile_quote_stays_a_quote() -> None:
    """The words of a source and a declaration stand as they are written, not as HTML."""
    words = "</blockquote><script>alert('x')</script>"
    coop = Cooperation("c", words, purpose=Declaration(words, sources=(Source(words, quote=words),)))
    page = drawn(html(attrs.evolve(coop, principle=Declaration(words)), made=MADE))
    assert harmless(page)
    assert page.all("blockquote")[0].text == words
    assert page.all("title")[0].text == f"{words} – report"
