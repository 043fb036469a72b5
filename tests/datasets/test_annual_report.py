"""The text of the annual report and quotes from it."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familjen.datasets.familjen_helsingborg.annual_report import NO_FACTS, TITLE, URL, said, sentences, text
from familjen.errors import UnknownIdError

DIGEST = "2b8789f168d5e12412804dddb5fe54d743bb0e03757ac216aff11a82e2c655f2"


def test_text_is_untouched() -> None:
    """The bundled text is the published one, letter for letter."""
    assert hashlib.sha256(text().encode()).hexdigest() == DIGEST


def test_white_space_is_plain() -> None:
    """White space in the text is single spaces and line ends, and no line has any around it."""
    assert not set(text()) & {"\t", "\r", "\u00a0", "\ufeff"}
    assert "  " not in text()
    assert all(line == line.strip() for line in text().splitlines())


def test_number_of_sentences() -> None:
    """The text has thirty-seven sentences, headings and list items."""
    assert len(sentences()) == 37


def test_sentences_are_different() -> None:
    """No two sentences are the same, so that a quote points to one place."""
    assert len(set(sentences())) == len(sentences())


def test_sentences_make_the_text() -> None:
    """The sentences, in their order, are the text without bullets and line ends."""
    assert " ".join(sentences()) == " ".join(text().replace("• ", "").split())


@pytest.mark.parametrize(
    ("place", "beginning"),
    [
        (0, "Familjen Helsingborg"),
        (2, "Samarbetet bygger på att alla vinner – om inte vid varje tillfälle"),
        (10, "Vi samarbetar därför att"),
        (16, "infrastruktur"),
        (21, "Ett urval händelser"),
        (36, "Vi utser också årets mångfaldsinitiativ"),
    ],
)
def test_order_of_sentences(place: int, beginning: str) -> None:
    """Sentences stand in the order of the text."""
    assert sentences()[place].startswith(beginning)


def test_bullets_are_removed() -> None:
    """A list item is quoted without its bullet."""
    assert "miljö" in sentences()
    assert not any("•" in sentence for sentence in sentences())


def test_sentence_with_commas_stays_whole() -> None:
    """A sentence is split at its full stop, not at commas or names with capitals."""
    (source,) = said("En gemensam strategi")
    assert source.quote is not None
    assert source.quote.endswith("Trafikverket, Region Skåne, Skånetrafiken med flera.")


def test_lines_without_facts_are_in_the_text() -> None:
    """Each line that is said to state no fact is really in the text."""
    assert set(NO_FACTS) <= set(sentences())


def test_only_a_picture_states_no_fact() -> None:
    """The only line without a fact is the name of a picture, and the reason says so."""
    assert list(NO_FACTS) == ["nv_karta"]
    assert "picture" in NO_FACTS["nv_karta"]


@given(st.sampled_from(sentences()))
def test_every_sentence_can_be_quoted(sentence: str) -> None:
    """A whole sentence finds itself, with the page's title and address."""
    (source,) = said(sentence)
    assert (source.quote, source.title, source.url) == (sentence, TITLE, URL)


@given(st.sampled_from(sentences()), st.data())
def test_a_beginning_finds_its_sentence_or_is_refused(sentence: str, data: st.DataObject) -> None:
    """A beginning is quoted as one sentence that begins so, or refused because several do."""
    beginning = sentence[: data.draw(st.integers(1, len(sentence)))]
    alike = [other for other in sentences() if other.startswith(beginning)]
    if len(alike) == 1 or beginning in alike:
        assert said(beginning)[0].quote in alike
    else:
        with pytest.raises(UnknownIdError, match="no single sentence"):
            said(beginning)


@given(st.lists(st.sampled_from(sentences()), max_size=5))
def test_quotes_keep_their_order(chosen: list[str]) -> None:
    """Several sentences give as many sources, in the order asked for."""
    assert [source.quote for source in said(*chosen)] == chosen


def test_unknown_sentence_is_refused() -> None:
    """Words that begin no sentence are refused, with what was looked for."""
    with pytest.raises(UnknownIdError) as caught:
        said("Det var en gång")
    assert caught.value.identifier == "Det var en gång"


def test_ambiguous_beginning_is_refused() -> None:
    """Words that begin two sentences are refused, because a quote must point to one."""
    with pytest.raises(UnknownIdError, match="single sentence 'Samarbetet bygger på'"):
        said("Samarbetet bygger på")


def test_exact_sentence_wins() -> None:
    """A heading that is also the beginning of nothing else is found as it stands."""
    assert said("Familjen Helsingborg")[0].quote == "Familjen Helsingborg"
