"""Findings and reports are values that say what they hold."""

import pickle
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from familjen.errors import FamiljenError, FindingsError, InvalidValueError
from familjen.findings import Finding, Report, Severity

HOST = Finding(
    "FAM103",
    Severity.ERROR,
    "$.agreements[3].host",
    "Agreement 'raddning' names host 1280, which is not a party.",
    hint="Add Malmö (1280) to the parties or change the host.",
)
LAW = Finding("FAM301", Severity.WARNING, "$", "Nothing is decided.", reference="kommunallag (2017:725) 5 kap. 1 §")
TIP = Finding("LUND001", Severity.ADVICE, "$.networks[0]", "It could be better.", hint="Try.", reference="A book")

WORDS = st.text(st.characters(categories=("L", "N", "P")), min_size=1, max_size=30)
FINDINGS = st.builds(
    Finding,
    st.from_regex(r"[A-Z]{2,8}[0-9]{3}", fullmatch=True),
    st.sampled_from(Severity),
    st.sampled_from(("$", "$.name", "$.members[3].party")),
    WORDS,
    hint=st.one_of(st.none(), WORDS),
    reference=st.one_of(st.none(), WORDS),
)
REPORTS = st.builds(
    Report,
    st.lists(FINDINGS, max_size=15).map(tuple),
    checked=st.lists(st.from_regex(r"FAM[0-9]{3}", fullmatch=True), max_size=3).map(tuple),
)


def test_finding_as_text() -> None:
    """A finding reads as what is wrong, what to do, and the rule's code."""
    assert str(HOST) == (
        "Agreement 'raddning' names host 1280, which is not a party. "
        "Add Malmö (1280) to the parties or change the host. [FAM103]"
    )


def test_finding_with_reference() -> None:
    """A finding names the law that it rests on, if there is one."""
    assert str(LAW) == "Nothing is decided. (kommunallag (2017:725) 5 kap. 1 §) [FAM301]"
    assert str(TIP) == "It could be better. Try. (A book) [LUND001]"


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("code", "fam103", "is not a code"),
        ("code", "FAM1", "is not a code"),
        ("code", 103, "is not a code"),
        ("severity", "error", "'error' is not a Severity"),
        ("path", "agreements", "is not a JSONPath"),
        ("path", "$.a b", "is not a JSONPath"),
        ("path", "", "is not a JSONPath"),
        ("message", "", "is blank"),
        ("message", None, "None is not text"),
        ("hint", " ", "is blank"),
        ("hint", 3, "3 is not text"),
        ("reference", "", "is blank"),
    ],
)
def test_refused_findings(field: str, value: object, said: str) -> None:
    """A finding without a code, a severity, a place or a sentence is refused in a sentence that names the field."""
    with pytest.raises(InvalidValueError, match=said) as caught:
        attrs.evolve(HOST, **{field: value})
    assert caught.value.attribute == field


@pytest.mark.parametrize(
    ("findings", "checked"), [([HOST], ()), (("x",), ()), (None, ()), ((), ("x",)), ((), ["FAM101"]), ((), None)]
)
def test_refused_reports(findings: Any, checked: Any) -> None:
    """A report of anything but findings, or by anything but codes, is refused."""
    with pytest.raises(InvalidValueError):
        Report(findings, checked=checked)


def test_severities() -> None:
    """There are three severities, the gravest first, and each is its own word."""
    assert [str(severity) for severity in Severity] == ["error", "warning", "advice"]


def test_empty_report() -> None:
    """A report without findings is empty, is all right, and says that nothing was found."""
    report = Report((), checked=("FAM101",))
    assert (len(report), bool(report), report.ok, tuple(report)) == (0, False, True, ())
    assert report.text() == "Nothing found by 1 rule"
    assert Report().text() == "Nothing found"
    report.raise_for_errors()


def test_warnings_are_findings_but_no_errors() -> None:
    """A report with only warnings is true as a list would be, is all right, and does not raise."""
    report = Report((LAW,))
    assert report
    assert report.ok
    report.raise_for_errors()
    assert report.warnings == (LAW,)


def test_one_severity_each() -> None:
    """Errors, warnings and advice are found under their names, and counted."""
    report = Report((HOST, LAW, TIP, HOST))
    assert report.errors == (HOST, HOST)
    assert report.warnings == (LAW,)
    assert report.advice == (TIP,)
    assert report.counts() == {"error": 2, "warning": 1, "advice": 1}
    assert list(report.counts()) == list(Severity)


def test_repr() -> None:
    """A report shows itself in one short line, however much it holds."""
    assert repr(Report((HOST, LAW, TIP), checked=("FAM101", "FAM102"))) == (
        "<Report: 1 error, 1 warning, 1 piece of advice by 2 rules>"
    )
    assert repr(Report((HOST, TIP, TIP) * 2)) == "<Report: 2 errors, 4 pieces of advice>"


def test_text() -> None:
    """The text has a headline, then each finding with its place, wrapped to eighty characters."""
    assert Report((HOST, LAW), checked=("FAM103", "FAM301")).text() == (
        "1 error, 1 warning by 2 rules\n"
        "\n"
        "error at $.agreements[3].host\n"
        "  Agreement 'raddning' names host 1280, which is not a party. Add Malmö (1280)\n"
        "  to the parties or change the host. [FAM103]\n"
        "\n"
        "warning at $\n"
        "  Nothing is decided. (kommunallag (2017:725) 5 kap. 1 §) [FAM301]"
    )


def test_printed() -> None:
    """Printing a report gives its text."""
    assert str(Report((HOST,))) == Report((HOST,)).text()


@pytest.mark.parametrize(
    ("most", "blocks", "last"),
    [
        (None, 61, "[FAM103]"),
        (60, 61, "[FAM103]"),
        (50, 14, "and 50 more; as JSON you get them all"),
        (0, 3, "and 60 more; as JSON you get them all"),
    ],
)
def test_text_of_many(most: int | None, blocks: int, last: str) -> None:
    """Of a long report the text shows the first findings and how many more there are, or all on request."""
    text = Report((HOST,) * 60).text(most=most)
    assert len(text.split("\n\n")) == blocks
    assert text.endswith(last.format("you get them all"))


def test_short_by_default() -> None:
    """A report of a hundred thousand findings prints a summary by rule and the first ten of them."""
    text = str(Report((HOST,) * 100_000))
    assert text.count("[FAM103]") == 10
    assert "  FAM103 " in text
    assert text.endswith("and 99,990 more; as JSON you get them all")


def test_raise_for_errors() -> None:
    """Errors are raised on request, with their sentences and codes; warnings are left out."""
    with pytest.raises(FindingsError) as caught:
        Report((LAW, HOST)).raise_for_errors()
    assert str(caught.value) == f"1 error found:\n- $.agreements[3].host: {HOST}"
    assert caught.value.codes == ("FAM103",)
    assert isinstance(caught.value, FamiljenError)
    assert isinstance(caught.value, ValueError)


def test_raise_for_many_errors() -> None:
    """Of many errors the first ten are shown, the rest counted, and the codes of all are kept."""
    with pytest.raises(FindingsError, match=r"^12 errors found:(.|\n)*\n- and 2 more$") as caught:
        Report((HOST,) * 12).raise_for_errors()
    assert str(caught.value).count("[FAM103]") == 10
    assert caught.value.codes == ("FAM103",) * 12
    assert pickle.loads(pickle.dumps(caught.value)).codes == caught.value.codes


def test_rows() -> None:
    """Each finding is a row with its six facts, for a table or a data frame."""
    assert Report((LAW,)).to_rows() == [
        {
            "code": "FAM301",
            "severity": "warning",
            "path": "$",
            "message": "Nothing is decided.",
            "hint": None,
            "reference": "kommunallag (2017:725) 5 kap. 1 §",
        }
    ]


@given(REPORTS)
def test_counts_add_up(report: Report) -> None:
    """Every finding has one severity: the counts add up to the length, and the three kinds to the whole."""
    assert sum(report.counts().values()) == len(report)
    assert sorted(report, key=hash) == sorted((*report.errors, *report.warnings, *report.advice), key=hash)


@given(REPORTS)
def test_raises_only_for_errors(report: Report) -> None:
    """A report raises if and only if it has an error, which is when it is not all right."""
    if report.ok:
        report.raise_for_errors()
        assert not report.errors
        return
    with pytest.raises(FindingsError) as caught:
        report.raise_for_errors()
    assert caught.value.codes == tuple(finding.code for finding in report.errors)


@given(REPORTS, st.integers(20, 120))
def test_text_leaves_nothing_out(report: Report, width: int) -> None:
    """Whatever the width, the text holds every word of every finding, in order."""
    words = " ".join(report.text(width=width, most=None).split())
    at = 0
    for finding in report:
        at = words.index(" ".join(str(finding).split()), at)
    assert at >= 0


@given(REPORTS)
def test_values(report: Report) -> None:
    """Reports can be hashed, compared and pickled, and their rows have the same length as they have."""
    again = pickle.loads(pickle.dumps(report))
    assert again == report
    assert hash(again) == hash(report)
    assert len(report.to_rows()) == len(report)
