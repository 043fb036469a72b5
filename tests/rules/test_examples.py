"""Every rule's docstring shows a mistake that the rule finds, and how it is mended."""

import doctest
import re
from typing import Any

import pytest

from familjen.rules import RULES, SELF_CHECKS, Rule, check
from familjen.rules.self_check import idle_suppression, rule_failed, unknown_suppression

SECTIONS = ("Checks", "Why", "Example", "Remedy", "References")
DOCUMENTED = (*SELF_CHECKS, *RULES)
CHECKED = (idle_suppression, unknown_suppression, *RULES)


def sections_of(rule: Rule) -> dict[str, str]:
    """Split a rule's docstring at its headings."""
    parts = re.split(r"^([A-Z][a-z]+):\n", rule.text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def run(text: str, names: dict[str, Any], name: str) -> str:
    """Run the lines after ``>>>`` with these names, which they may add to, and give what went wrong."""
    test = doctest.DocTestParser().get_doctest(text, names, name, None, None)
    test.globs = names
    said: list[str] = []
    doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(test, out=said.append, clear_globs=False)
    return "".join(said)


@pytest.mark.parametrize("rule", DOCUMENTED, ids=lambda rule: rule.code)
def test_sections(rule: Rule) -> None:
    """Every docstring has a summary and the five sections, in their order and none of them empty."""
    sections = sections_of(rule)
    assert tuple(sections) == SECTIONS
    assert all(body.strip() for body in sections.values())
    assert rule.text.splitlines()[0].endswith(".")


@pytest.mark.parametrize("rule", DOCUMENTED, ids=lambda rule: rule.code)
def test_example(rule: Rule, names: dict[str, Any]) -> None:
    """The broken example prints what the docstring says."""
    assert run(sections_of(rule)["Example"], names, rule.code) == ""


@pytest.mark.parametrize("rule", CHECKED, ids=lambda rule: rule.code)
def test_broken_and_mended(rule: Rule, names: dict[str, Any]) -> None:
    """The broken example has one finding, with this rule's code and severity; the mended one has none at all."""
    sections = sections_of(rule)
    run(sections["Example"], names, rule.code)
    assert [(finding.code, finding.severity) for finding in check(names["coop"], on=names.get("on"))] == [
        (rule.code, rule.severity)
    ]
    assert run(sections["Remedy"], names, rule.code) == ""
    assert tuple(check(names["coop"], on=names.get("on"))) == ()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_advice_is_complete(rule: Rule) -> None:
    """Every sentence ends with a full stop, and every rule says what to do and since when it is there."""
    assert rule.message.endswith(".")
    assert rule.hints
    assert all(hint.endswith(".") for _, hint in rule.hints)
    assert rule.since == "2026.11.0"


def test_remedy_of_a_failing_rule(names: dict[str, Any]) -> None:
    """The remedy of the rule about failing rules works once its example has been run."""
    sections = sections_of(rule_failed)
    run(sections["Example"], names, "FAM001")
    assert run(sections["Remedy"], names, "FAM001") == ""
