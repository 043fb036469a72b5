"""What every picture promises: it is read, in one language, without colour, and says what it shows."""

import pytest
from matplotlib.figure import Figure
from tests.report.plots.drawn import PICTURES
from tests.report.plots.seen import beyond, overlaps, title, words

from familjen.errors import InvalidValueError
from familjen.report import plots
from familjen.report.plots import alt_text

ENGLISH = (" the ", "inhabitants", " pays", "alone", "share of", " more", "members", "year before", "leaves", "until")
SWEDISH = ("betalar", " och ", "invånare", "makt", "andel", "mer än", "medlem", "lämnar", "tusen", "miljoner")
CASES = [(name, lang) for name in PICTURES for lang in ("en", "sv")]
NOT_TRANSLATED = ("Samarbetsavtal för Familjen Helsingborg", "inhabitants", "members")


@pytest.fixture(scope="module")
def drawn() -> dict[tuple[str, str], Figure]:
    """Draw each picture once in each language."""
    return {(name, lang): PICTURES[name](lang) for name, lang in CASES}


@pytest.mark.parametrize(("name", "lang"), CASES)
def test_every_text_is_read(name: str, lang: str, drawn: dict[tuple[str, str], Figure]) -> None:
    """No text stands on another, and none leaves the picture."""
    assert not overlaps(drawn[name, lang])
    assert not beyond(drawn[name, lang])


@pytest.mark.parametrize(("name", "lang"), CASES)
def test_languages_are_not_mixed(name: str, lang: str, drawn: dict[tuple[str, str], Figure]) -> None:
    """What is written and what is read aloud is in one language, but for names that are given."""
    figure = drawn[name, lang]
    said = " ".join([*words(figure), alt_text(figure)]).replace("\N{NO-BREAK SPACE}", " ")
    for given in NOT_TRANSLATED if lang == "sv" else NOT_TRANSLATED[:1]:
        said = said.replace(given, "")
    assert not [word for word in (SWEDISH if lang == "en" else ENGLISH) if word in said.lower()]


@pytest.mark.parametrize("name", PICTURES)
def test_the_title_begins_the_alternative_text(name: str, drawn: dict[tuple[str, str], Figure]) -> None:
    """The text that stands in for a picture begins with its title, and goes on with what it shows."""
    figure = drawn[name, "en"]
    first, *rest = alt_text(figure).replace("\N{NO-BREAK SPACE}", " ").splitlines()
    assert title(figure).replace("\N{NO-BREAK SPACE}", " ") == first
    assert rest
    assert first[0].isupper() or first[0].isdigit()
    assert not first.endswith(".")


@pytest.mark.parametrize("name", PICTURES)
def test_letters_are_large_enough(name: str, drawn: dict[tuple[str, str], Figure]) -> None:
    """No text is smaller than seven points, on a picture that is seven and a half inches wide."""
    figure = drawn[name, "sv"]
    assert figure.get_size_inches()[0] == 7.5
    assert min(text.get_fontsize() for text in figure.findobj(lambda each: hasattr(each, "get_fontsize"))) >= 7


LANGUAGES = sorted(set(PICTURES) - {"findings"})


@pytest.mark.parametrize("name", LANGUAGES)
def test_another_language_is_refused(name: str) -> None:
    """A language that is not ours is refused by every picture that takes one."""
    with pytest.raises(InvalidValueError, match=r"'da' is not a language of ours"):
        PICTURES[name]("da")


FUNCTIONS = sorted(name for name in plots.__all__ if name.startswith("plot_") and name != "plot_population")


@pytest.mark.parametrize("name", FUNCTIONS)
@pytest.mark.parametrize("wrong", [None, 7, "statement", True, float("nan")], ids=repr)
def test_what_cannot_be_drawn_is_refused(name: str, wrong: object) -> None:
    """What is no result of the kind is refused with a sentence that says what is."""
    with pytest.raises(InvalidValueError, match=r" (is no|are no|is not) "):
        getattr(plots, name)(wrong)


def test_made_up_figures_are_said_to_be_so(drawn: dict[tuple[str, str], Figure]) -> None:
    """Where whoever draws says that figures are made up, the picture says it in capitals, and else not."""
    for name in ("two charges", "comparison", "splits"):
        assert "ILLUSTRATIVE: figures are made up to show the calculation." in words(drawn[name, "en"])
        assert any(text.startswith("ILLUSTRATIVT: ") for text in words(drawn[name, "sv"]))
    assert "ILLUSTRATIVE" not in alt_text(drawn["charges", "en"])


@pytest.mark.parametrize("wrong", [1, None, "yes"], ids=repr)
def test_whether_figures_are_made_up_is_true_or_false(wrong: object) -> None:
    """What is neither True nor False does not say whether figures are made up."""
    from tests.report.plots.drawn import bill

    with pytest.raises(InvalidValueError, match=r"illustrative: .* is neither True nor False"):
        plots.plot_charges(bill(), illustrative=wrong)  # type: ignore[arg-type] - wrong on purpose
