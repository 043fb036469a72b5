"""Every rule speaks English and Swedish: the same values in both, and each sentence whole."""

import datetime as dt
import re
import string
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from tests.rules.drawn import messy
from tests.rules.test_examples import run, sections_of

from familjen.dates import Period
from familjen.errors import InvalidValueError, UnknownIdError
from familjen.findings import Severity
from familjen.language import say
from familjen.model import Cooperation, LegalForm
from familjen.rules import (
    RULES,
    SELF_CHECKS,
    Listing,
    Phrase,
    Rule,
    Wording,
    check,
    explain,
    requirements,
    rule,
)

ALL = (*SELF_CHECKS, *RULES)
ENGLISH = re.compile(r"\b(the|and|with|from|has|which|agreement|network|party)\b")


def values_in(sentence: str) -> set[str]:
    """Give the names of values in a sentence."""
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


@pytest.mark.parametrize("each", ALL, ids=lambda each: each.code)
def test_both_languages_have_the_same_values(each: Rule) -> None:
    """A rule's sentences in Swedish use the values that those in English use, hint by hint."""
    english, swedish = each.wording("en"), each.wording("sv")
    assert english != swedish
    assert values_in(english.message) == values_in(swedish.message)
    assert [key for key, _ in english.hints] == [key for key, _ in swedish.hints]
    for (_, one), (_, other) in zip(english.hints, swedish.hints, strict=True):
        assert values_in(one) == values_in(other)


@pytest.mark.parametrize("each", ALL, ids=lambda each: each.code)
@pytest.mark.parametrize("lang", ["en", "sv"])
def test_pages_are_whole(each: Rule, lang: str) -> None:
    """A rule's page has a title, what it checks and why, in sentences, and Swedish ones without English words."""
    page = explain(each.code, lang=lang)
    wording = each.wording(lang)
    for text in (page.title, page.section("Checks"), page.section("Why"), *(hint for _, hint in wording.hints)):
        assert text.endswith(".")
        assert text[0].isupper() or text[0] in "{`"
        assert lang == "en" or not ENGLISH.search(re.sub(r"\{\w+\}", "", text))
    assert page.title in page.text().replace("\n", " ")
    assert all(section.cite(lang) in " ".join(page.law) for section in each.law)


@pytest.mark.parametrize("each", RULES, ids=lambda each: each.code)
def test_findings_in_both_languages(each: Rule, names: dict[str, Any]) -> None:
    """The example's finding has the same numbers, days and ids in both languages, and no English words in Swedish."""
    run(sections_of(each)["Example"], names, each.code)
    english = check(names["coop"], on=names.get("on")).findings[0]
    swedish = check(names["coop"], on=names.get("on"), lang="sv").findings[0]
    assert (english.code, english.path, english.severity) == (swedish.code, swedish.path, swedish.severity)
    digits = [sorted(filter(str.isdigit, one.message)) for one in (english, swedish)]
    assert digits[0] == digits[1]
    assert not ENGLISH.search(re.sub("'[^']*'", "", f"{swedish.message} {swedish.hint}"))
    assert (english.reference is None) == (swedish.reference is None)


@given(messy())
@settings(max_examples=20, deadline=None)
def test_the_language_changes_only_words(coop: Cooperation) -> None:
    """A check in Swedish finds the same, at the same places."""
    found = [sorted((each.code, each.path) for each in check(coop, lang=lang)) for lang in ("en", "sv")]
    assert found[0] == found[1]


@pytest.mark.parametrize(
    ("value", "english", "swedish"),
    [
        (Decimal("1234.50"), "1,234.50", "1 234,50"),
        (123456, "123,456", "123 456"),
        (2016, "2016", "2016"),
        (Fraction(1, 3), "1/3", "1/3"),
        (Fraction(1, 8), "12.50 %", "12,50 %"),
        (Fraction(4, 5), "80 %", "80 %"),
        (dt.date(2016, 1, 2), "2016-01-02", "2016-01-02"),
        (Period(dt.date(2016, 1, 2)), "from 2016-01-02", "från och med 2016-01-02"),
        (Listing(("a", "b", Phrase("c", "d"))), "a, b and c", "a, b och d"),
        (Listing(tuple("abcdefgh")), "a, b, c, d, e, f and 2 more", "a, b, c, d, e, f och 2 till"),
        (Listing(("a",)), "a", "a"),
        (Phrase("{n} left", "{n} kvar").of(n=Decimal(1000)), "1,000 left", "1 000 kvar"),
    ],
    ids=range(12),
)
def test_values_are_said(value: object, english: str, swedish: str) -> None:
    """Numbers, days, shares and lists are said as each language writes them."""
    assert say(value, "en") == english
    assert say(value, "sv").replace("\N{NO-BREAK SPACE}", " ") == swedish


def test_a_rule_of_ones_own_speaks_what_it_was_taught() -> None:
    """A rule with Swedish speaks it; one without speaks English to all."""
    taught = {"title": "Något.", "message": "Det är {n}.", "hint": "Ändra det."}

    @rule("LUND001", "own", Severity.ADVICE, message="It is {n}.", hint="Change it.", swedish=taught)
    def own(_coop: Cooperation, _on: dt.date | None) -> Any:
        """Something."""
        yield own.found("$", n=1)

    @rule("LUND002", "other", Severity.ADVICE, message="It is {n}.")
    def other(_coop: Cooperation, _on: dt.date | None) -> Any:
        """Something else."""
        yield other.found("$", n=2)

    coop = Cooperation("par", "A pair")
    report = check(coop, rules=[own, other], lang="sv")
    assert [str(finding) for finding in report] == ["Det är 1. Ändra det. [LUND001]", "It is 2. [LUND002]"]
    assert [each.title for each in report.rules] == ["Något.", "Something else."]
    assert explain("LUND001", rules=[own]).title == "Something."


@pytest.mark.parametrize("entry", [{"title": "T"}, {"title": "T", "message": "M", "hints": "H"}], ids=["less", "more"])
def test_wordings_are_whole(entry: dict[str, str]) -> None:
    """A translation that lacks something, or has a name that means nothing, is refused."""
    with pytest.raises(InvalidValueError, match="wording"):
        Wording.of(entry)


@pytest.mark.parametrize(("lang", "said"), [("svv", "did you mean 'sv'"), ("xyz", "use 'en' or 'sv'"), (None, "None")])
def test_other_languages_are_refused(lang: Any, said: str) -> None:
    """A language that we do not speak is refused with those that we do."""
    with pytest.raises(InvalidValueError, match=said):
        check(Cooperation("par", "A pair"), lang=lang)


def test_unknown_rules_are_not_explained() -> None:
    """Explaining a rule that does not exist is an error with near matches; codes may be written small."""
    with pytest.raises(UnknownIdError, match="did you mean 'FAM3"):
        explain("FAM3O1")
    assert explain("fam301").rule.code == explain("charter-point-missing").rule.code == "FAM301"


@pytest.mark.parametrize("form", LegalForm)
def test_requirements_speak_both_languages(form: LegalForm) -> None:
    """Each point of a form's list has an id of its own, a section, and words in both languages."""
    points = requirements(form)
    assert len({each.point for each in points}) == len(points)
    for each in points:
        assert each.said("en") == each.en != each.sv == each.said("sv")
        assert not ENGLISH.search(each.sv)
        assert "kommunallagen (2017:725)" in each.cite("sv")


def test_requirements_want_a_form() -> None:
    """What is no legal form has no list."""
    with pytest.raises(InvalidValueError, match="not a LegalForm"):
        requirements("federation")  # type: ignore[arg-type]
