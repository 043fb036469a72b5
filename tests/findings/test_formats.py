"""Reports in the forms that other tools read: SARIF by its own schema, GitHub commands, JSON; and text."""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rules.drawn import messy

from familjen.errors import FindingsError, InvalidValueError
from familjen.findings import Accepted, Finding, NotJudged, Report, Severity
from familjen.findings.report import is_under
from familjen.io import dumps, loads
from familjen.model import Cooperation, Network, Suppression
from familjen.rules import check

SCHEMA = json.loads((Path(__file__).parent / "sarif-2.1.0.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft7Validator(SCHEMA, format_checker=jsonschema.FormatChecker())
COOP = Cooperation(
    "par",
    "A pair",
    networks=(Network("a", "A", goal_area="x"), Network("b", "B", goal_area="y")),
    suppressions=(Suppression("FAM105", "It is to come", path="$.networks[0]"),),
)
words = st.text(min_size=1, max_size=12).filter(lambda text: text == text.strip())
findings = st.builds(
    Finding,
    st.sampled_from(["FAM101", "FAM301", "LUND001"]),
    st.sampled_from(Severity),
    st.sampled_from(["$", "$.agreements[3].host", "$['å b']".replace(" ", "_")]),
    words,
    hint=st.none() | words,
    reference=st.none() | words,
)
reports = st.builds(
    Report,
    st.lists(findings, max_size=5).map(tuple),
    accepted=st.lists(st.builds(Accepted, findings, words), max_size=2).map(tuple),
    not_judged=st.lists(st.builds(NotJudged, st.just("FAM301"), st.just("$.a"), words), max_size=2).map(tuple),
    lang=st.sampled_from(["en", "sv"]),
)


@given(report=reports, file=st.sampled_from(["", "coop.json", "mapp/å b.json"]), placed=st.booleans())
@settings(max_examples=80, deadline=None)
def test_sarif_is_valid(report: Report, file: str, *, placed: bool) -> None:
    """Whatever was found, the log is valid by the SARIF schema and has every finding."""
    log = report.to_sarif(file, position=(lambda _: (3, 7)) if placed else None)
    VALIDATOR.validate(json.loads(json.dumps(log)))
    results = log["runs"][0]["results"]
    assert len(results) == len(report) + len(report.accepted)
    if file and results:
        place = results[0]["locations"][0]["physicalLocation"]
        assert unquote(place["artifactLocation"]["uri"]) == file
        assert ("region" in place) == placed


@given(messy())
@settings(max_examples=20, deadline=None)
def test_sarif_of_a_check_has_lines(coop: Cooperation) -> None:
    """The log of a checked document is valid, names each rule once, and places each finding on a line of the file."""
    text = dumps(coop, indent=1)
    read = loads(text, locate=True)
    report = check(read.value)
    log = report.to_sarif("coop.json", position=read.position, version="1")
    VALIDATOR.validate(log)
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(report.checked)
    for result in log["runs"][0]["results"]:
        region = result["locations"][0]["physicalLocation"]["region"]
        assert 1 <= region["startLine"] <= len(text.splitlines())
        assert "ruleIndex" not in result or rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_sarif_keeps_what_is_accepted() -> None:
    """A finding that the document accepts is a suppressed result with the document's reason."""
    results = check(COOP).to_sarif()["runs"][0]["results"]
    assert [result.get("suppressions") for result in results] == [
        None,
        [{"kind": "inSource", "justification": "It is to come"}],
    ]


@given(findings, st.sampled_from(["", "a,b:c%.json"]))
@settings(max_examples=60, deadline=None)
def test_github_commands_are_one_line_each(finding: Finding, file: str) -> None:
    """A finding is one workflow command on one line, whose properties hold no separator of GitHub's own."""
    line = Report((finding,)).to_github(file, position=lambda _: (2, 5))
    found = re.fullmatch(r"::(error|warning|notice) ((?:\w+=[^,:\n\r]*,?)+)::([^\n\r]*)", line)
    assert found is not None
    properties = dict(each.split("=", 1) for each in found[2].split(","))
    assert properties["line"] == "2"
    assert properties["title"] == finding.code
    assert ("file" in properties) == bool(file)


def test_json_has_everything() -> None:
    """JSON has all findings, what was accepted and what was not judged, however many there are."""
    one = Finding("FAM103", Severity.ERROR, "$.agreements[3].host", "Wrong.")
    report = Report((one,) * 100_000, not_judged=(NotJudged("FAM301", "$", "Too old."),))
    read = json.loads(report.to_json(indent=None))
    assert len(read["findings"]) == read["counts"]["error"] == 100_000
    assert read["not_judged"] == [{"code": "FAM301", "path": "$", "reason": "Too old."}]
    assert json.loads(check(COOP).to_json())["accepted"][0]["reason"] == "It is to come"


def test_text_says_what_is_accepted_and_not_judged() -> None:
    """The text lists what the document accepts and what was not judged, rules with one reason together."""
    reasons = (NotJudged("FAM301", "$.a", "Too old."), NotJudged("FAM304", "$.a", "Too old."))
    text = Report((), not_judged=reasons, lang="sv").text()
    assert text == "Inget hittades\n\nEj bedömt:\n  $.a: Too old. [FAM301 och FAM304]"
    said = check(COOP).text()
    assert "Accepted in the document:" in said
    assert "It is to come" in said


@given(reports)
@settings(max_examples=40, deadline=None)
def test_groups_hold_each_finding_once(report: Report) -> None:
    """Grouping by anything parts the findings: each stands in one group."""
    for by in ("code", "family", "severity", "path", "noun", "reference"):
        groups = report.group(by)
        assert sorted(map(str, report)) == sorted(str(finding) for found in groups.values() for finding in found)
        assert all(groups.values())


@given(reports, st.sampled_from(["", "FAM", "FAM3", "LUND001", "X"]))
@settings(max_examples=40, deadline=None)
def test_filters_part_the_findings(report: Report, code: str) -> None:
    """What a pattern selects and what it leaves when ignored are together all findings."""
    kept, left = report.filter(select=code), report.filter(ignore=code)
    assert len(kept) + len(left) == len(report)
    assert all(finding.code.startswith(code) for finding in kept)
    assert sum(len(report.filter(severity=severity)) for severity in Severity) == len(report)
    assert len(report.filter(under="$")) == len(report)


@pytest.mark.parametrize(
    ("path", "above", "under"),
    [
        ("$", "$", True),
        ("$.agreements[3].host", "$.agreements[3]", True),
        ("$.agreements[33]", "$.agreements[3]", False),
        ("$.agreements", "$.agreements[3]", False),
        ("$.agreementsx", "$.agreements", False),
    ],
)
def test_under(path: str, above: str, *, under: bool) -> None:
    """A path lies under another if that is the beginning of it, up to a whole step."""
    assert is_under(path, above) is under


@pytest.mark.parametrize(
    "call", [lambda r: r.group("colour"), lambda r: r.filter(severity="fatal")], ids=["group", "filter"]
)
def test_unknown_words_are_refused(call: Any) -> None:
    """A grouping or a severity that does not exist is refused with those that do."""
    with pytest.raises(InvalidValueError, match="use one of"):
        call(Report())


def test_errors_in_swedish() -> None:
    """The error of a Swedish report speaks Swedish."""
    with pytest.raises(FindingsError, match=r"^1 fel hittades:"):
        check(Cooperation("p", "P", networks=(Network("a", "A", goal_area="x"),)), lang="sv").raise_for_errors()
